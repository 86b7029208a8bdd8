/** Reads a bulk: a JSON value per line, at most 10,000, all or nothing; every bad line is named by number. */

import { parseUtf8 } from "../base/bytes.ts";
import type { Json } from "../base/canonical-json.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Sliced } from "../base/slices.ts";
import { unfitViolations } from "./body.ts";
import { type JsonFault, readJson } from "./strict-json.ts";
import type { Problem } from "./problem.ts";
import { mostLines } from "../domain/files/bulk.ts";
import { ViolationList, type Violations } from "./problems/violation-list.ts";
import { requestTexts } from "./problems/requests.ts";

/** Bytes. A line opens an intake with 50 acts at most, and what one event of it holds fits into a leaf of the log. */
export const longestLine = 65_536;
const lineFeed = 0x0a;

/** Lines that are read before others may run: some two milliseconds. */
export const linesOfSlice = 32;

export interface ReadLines<Line> {
  /** The lines as they were written, and as their schema takes them. */
  readonly written: readonly Json[];
  readonly parsed: Line[];
}

/**
 * Reads the lines and parses each at once. While a line is no JSON, what the others mean is not told. Reading ends when more
 * is wrong than a problem lists. It may pause between the lines.
 */
export function* readLines<Line>(
  bytes: Uint8Array,
  parse: (value: Json) => Outcome<Line, Violations>,
): Sliced<Outcome<ReadLines<Line>, Problem>> {
  const lines = linesOf(bytes);
  if (!lines.ok) return lines;
  const [written, parsed]: [Json[], Line[]] = [[], []];
  const [broken, unfit] = [new ViolationList(), new ViolationList()];
  for (const [place, text] of lines.value.entries()) {
    if (place > 0 && place % linesOfSlice === 0) yield;
    const read = readJson(text);
    if (!read.ok) addLine(broken, place + 1, jsonViolations(read.refusal));
    if (broken.isOverfull || unfit.isOverfull) break;
    if (!read.ok || !broken.isEmpty) continue;
    const line = parse(read.value);
    if (!line.ok) addLine(unfit, place + 1, line.refusal);
    else {
      written.push(read.value);
      parsed.push(line.value);
    }
  }
  const told = broken.isEmpty ? unfit : broken;
  return told.isEmpty ? done({ written, parsed }) : refused({ code: "lines-unfit", ...told.found() });
}

/** Counts and measures the lines before it makes texts of them. A line feed after the last line starts no new one. */
function linesOf(bytes: Uint8Array): Outcome<readonly string[], Problem> {
  const ends: number[] = [];
  for (let start = 0; start < bytes.length; ) {
    if (ends.length === mostLines) return refused({ code: "too-many-lines" });
    const found = bytes.indexOf(lineFeed, start);
    const end = found === -1 ? bytes.length : found;
    if (end - start > longestLine)
      return refused({ code: "line-too-large", detail: `dòng / line ${ends.length + 1}.` });
    ends.push(end);
    start = end + 1;
  }
  if (ends.length === 0) return refused({ code: "lines-missing" });
  try {
    return done(ends.map((end, i) => parseUtf8(bytes.subarray(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end))));
  } catch {
    return refused({ code: "body-not-utf8" });
  }
}

function addLine(list: ViolationList, line: number, { violations, more = 0 }: Violations): void {
  for (const violation of violations) list.add(() => ({ line, ...violation }));
  list.addUnlisted(more);
}

function jsonViolations(fault: JsonFault): Violations {
  if (fault.kind === "unfit") return unfitViolations(fault);
  const detail = `${requestTexts[fault.code].wrong.join(" / ")} @${fault.at}`;
  return { violations: [{ pointer: "", code: fault.code, detail }] };
}
