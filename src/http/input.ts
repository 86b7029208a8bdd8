/** Parses JSON by the schema of a command or query; a JSON Pointer (RFC 6901) names each place that does not fit. */

import type { z } from "zod";
import type { Json } from "../base/canonical-json.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { pointerStep } from "./strict-json.ts";
import { type Violation, ViolationList, type Violations } from "./problems/violation-list.ts";
import { type ValueFault, valueTexts } from "./problems/violations.ts";

export function parseInput<Input>(schema: z.ZodType<Input>, value: Json): Outcome<Input, Violations> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return done(parsed.data);
  const list = new ViolationList();
  for (const issue of parsed.error.issues) addViolations(list, issue, []);
  return refused(list.found());
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function addViolations(list: ViolationList, issue: Issue, above: Path): void {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    for (const name of issue.keys) list.add(() => violation("unknown-field", [...path, name]));
  } else if (issue.code === "invalid_union") addOfUnion(list, issue.errors, path);
  else list.add(() => violation(faultOf(issue), path, issue.code === "custom" ? issue.message : undefined));
}

/** Reports the faults of the branch with the fewest: the sender most likely meant that one. */
function addOfUnion(list: ViolationList, branches: readonly (readonly Issue[])[], path: Path): void {
  const nearest = branches.reduce<readonly Issue[] | undefined>(
    (best, branch) => (best === undefined || branch.length < best.length ? branch : best),
    undefined,
  );
  if (nearest === undefined || nearest.length === 0) list.add(() => violation("not-in-list", path));
  else for (const issue of nearest) addViolations(list, issue, path);
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

function violation(code: ValueFault, path: Path, exact?: string): Violation {
  const pointer = path.map((step) => pointerStep(typeof step === "symbol" ? "" : step)).join("");
  const text = valueTexts[code].join(" / ");
  return { pointer, code, detail: exact === undefined ? text : `${text}: ${exact}` };
}
