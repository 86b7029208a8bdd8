/** Reads a bulk: a JSON value per line, at most 10,000, all or nothing; every bad line is named by number. */

import type { Json } from "../base/canonical-json.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { unfitViolation } from "./body.ts";
import { type JsonFault, readJson } from "./strict-json.ts";
import type { Problem, Violation } from "./problem.ts";
import { mostLines } from "../domain/files/bulk.ts";
import { requestTexts } from "./problems/requests.ts";

export function readLines(text: string): Outcome<readonly Json[], Problem> {
  const lines = text.split("\n");
  // A line feed after the last line starts no new line.
  if (lines.at(-1) === "") lines.pop();
  if (lines.length === 0) return refused({ code: "lines-missing" });
  if (lines.length > mostLines) return refused({ code: "too-many-lines" });
  const values: Json[] = [];
  const violations: Violation[] = [];
  for (const [place, line] of lines.entries()) {
    const read = readJson(line);
    if (read.ok) values.push(read.value);
    else violations.push(...lineViolations(place + 1, read.refusal));
  }
  return violations.length === 0 ? done(values) : refused({ code: "lines-unfit", violations });
}

function lineViolations(line: number, fault: JsonFault): readonly Violation[] {
  if (fault.kind === "unfit") return fault.unfit.map((unfit) => ({ line, ...unfitViolation(unfit) }));
  return [
    { line, pointer: "", code: fault.code, detail: `${requestTexts[fault.code].wrong.join(" / ")} @${fault.at}` },
  ];
}
