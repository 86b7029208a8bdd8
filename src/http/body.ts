/**
 * The body of a request, taken strictly: it has the right type, is plain UTF-8 within its size, and is strict JSON, or a
 * problem names what is wrong. Hono's own validator would take a wrong content type for an empty object.
 */

import type { Json } from "../base/canonical-json.ts";
import { parseUtf8 } from "../base/bytes.ts";
import { given } from "../base/given.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { readBody } from "../service/admitting/sent-body.ts";
import { type JsonFault, readJson, type UnfitValue } from "./strict-json.ts";
import { unshownWords } from "../domain/typed-input.ts";
import type { Problem } from "./problem.ts";
import type { Violation, Violations } from "./problems/violation-list.ts";
import { valueTexts } from "./problems/violations.ts";

export const jsonType = "application/json";
export const linesType = "application/x-ndjson";

/** Bytes. An act takes a few thousand; a bulk of 10,000 lines of 1,600 bytes fits into a Worker's memory. */
const mostBytes: Readonly<Record<string, number>> = { [jsonType]: 1_048_576, [linesType]: 16_777_216 };

/** The body of a request, read and not looked at yet. */
export interface SentBody {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Returns the media type of the body if it is one of `taken` and in plain UTF-8 (RFC 9110 §8.3). */
export function bodyType(headers: Headers, taken: readonly string[]): Outcome<string, Problem> {
  const [type, ...parameters] = (headers.get("content-type") ?? "").split(";").map((part) => part.trim().toLowerCase());
  const isPlain = parameters.every((parameter) => parameter === "charset=utf-8" || parameter === 'charset="utf-8"');
  if (type === undefined || !taken.includes(type) || !isPlain) return refused({ code: "content-type-not-taken" });
  const encoding = (headers.get("content-encoding") ?? "identity").toLowerCase();
  return encoding === "identity" ? done(type) : refused({ code: "content-encoding-not-taken" });
}

/** Reads the body; `type` is what bodyType found. */
export async function readSent(request: Request, type: string): Promise<Outcome<SentBody, Problem>> {
  const bytes = await readBody(request, { most: mostBytes[type] ?? 0 });
  return bytes.ok ? done({ type, bytes: bytes.value }) : refused({ code: bytes.refusal });
}

export function parseJsonBody(bytes: Uint8Array): Outcome<Json, Problem> {
  const text = textOf(bytes);
  if (!text.ok) return text;
  const read = readJson(text.value);
  return read.ok ? read : refused(jsonProblem(read.refusal));
}

function textOf(bytes: Uint8Array): Outcome<string, Problem> {
  try {
    return done(parseUtf8(bytes));
  } catch {
    return refused({ code: "body-not-utf8" });
  }
}

function jsonProblem(fault: JsonFault): Problem {
  if (fault.kind === "unfit") return { code: "body-unfit", ...unfitViolations(fault) };
  return { code: fault.code, detail: `@${fault.at}.` };
}

/** Names the values that cannot be kept as evidence, without repeating them: they may be secrets. */
export function unfitViolations({ unfit, more }: Extract<JsonFault, { kind: "unfit" }>): Violations {
  return { violations: unfit.map(unfitViolation), ...given({ more }) };
}

function unfitViolation({ pointer, code, unshown }: UnfitValue): Violation {
  const words = unshown === undefined ? valueTexts[code] : unshownWords(unshown);
  return { pointer, code, detail: words.join(" / ") };
}
