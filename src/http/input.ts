/** Parses JSON by the schema of a command or query; a JSON Pointer (RFC 6901) names each place that does not fit. */

import type { z } from "zod";
import type { Json } from "../base/canonical-json.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { pointerStep } from "./strict-json.ts";
import type { Violation } from "./problem.ts";
import { type ValueFault, valueTexts } from "./problems/violations.ts";

export function parseInput<Input>(schema: z.ZodType<Input>, value: Json): Outcome<Input, readonly Violation[]> {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? done(parsed.data) : refused(parsed.error.issues.flatMap((issue) => violationsOf(issue, "")));
}

type Issue = z.core.$ZodIssue;

function violationsOf(issue: Issue, above: string): readonly Violation[] {
  const pointer = above + issue.path.map((step) => pointerStep(typeof step === "symbol" ? "" : step)).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => violation("unknown-field", pointer + pointerStep(name)));
  }
  if (issue.code === "invalid_union") return unionViolations(issue.errors, pointer);
  return [violation(faultOf(issue), pointer, issue.code === "custom" ? issue.message : undefined)];
}

/** Reports the faults of the branch with the fewest: the sender most likely meant that one. */
function unionViolations(branches: readonly (readonly Issue[])[], pointer: string): readonly Violation[] {
  const nearest = branches.reduce<readonly Issue[] | undefined>(
    (best, branch) => (best === undefined || branch.length < best.length ? branch : best),
    undefined,
  );
  if (nearest === undefined || nearest.length === 0) return [violation("not-in-list", pointer)];
  return nearest.flatMap((issue) => violationsOf(issue, pointer));
}

function faultOf(issue: Exclude<Issue, { code: "unrecognized_keys" | "invalid_union" }>): ValueFault {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "missing" : "wrong-type";
    case "invalid_value":
      return "not-in-list";
    case "too_small":
      return "too-small";
    case "too_big":
      return "too-large";
    case "invalid_format":
    case "custom":
      return "wrong-form";
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
      return "not-valid";
  }
}

function violation(code: ValueFault, pointer: string, exact?: string): Violation {
  const text = valueTexts[code].join(" / ");
  return { pointer, code, detail: exact === undefined ? text : `${text}: ${exact}` };
}
