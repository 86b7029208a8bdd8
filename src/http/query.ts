/** The query of a URL, read as strictly as a body: unknown and repeated parameters are refused by name. */

import { z } from "zod";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { id } from "../domain/field.ts";
import { parseInput } from "./input.ts";
import { pointerStep } from "./strict-json.ts";
import type { Problem } from "./problem.ts";

export const noQuery = z.strictObject({});

/**
 * A number in decimal digits without sign or leading zeros, within these bounds; 16 digits reach past 2^53, z.int refuses the rest.
 * `whole` says the bounds in /openapi.json, where a parameter is a number and not a text.
 */
export function wholeInQuery({ least = 0, most = Number.MAX_SAFE_INTEGER } = {}) {
  return z
    .string()
    .regex(/^(?:0|[1-9]\d{0,15})$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .meta({ whole: { type: "integer", minimum: least, maximum: most } });
}

/** `after` is a cursor; `limit` is the most rows of a page: 50 fill a screen, and 200 are an answer of some 100 kB. */
export const pageQuery = {
  after: z.exactOptional(id<string>()),
  limit: wholeInQuery({ least: 1, most: 200 }).default(50),
};

export function parseQuery<Query>(schema: z.ZodType<Query>, search: URLSearchParams): Outcome<Query, Problem> {
  const names = new Set<string>();
  const repeated = [...search.keys()].find((name) => names.size === names.add(name).size);
  if (repeated !== undefined) return refused({ code: "query-unfit", violations: [twice(repeated)] });
  const parsed = parseInput(schema, Object.fromEntries(search));
  return parsed.ok ? done(parsed.value) : refused({ code: "query-unfit", ...parsed.refusal });
}

function twice(name: string) {
  return { pointer: pointerStep(name), code: "not-valid", detail: "hai lần / twice" } as const;
}

/** Returns the URL of the next page: the same list after another cursor. */
export function nextPage(url: URL, cursor: string): string {
  const next = new URL(url);
  next.searchParams.set("after", cursor);
  return `${next.pathname}${next.search}`;
}
