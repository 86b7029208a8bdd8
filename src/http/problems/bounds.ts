/**
 * The bounds of a problem document: nobody sends a megabyte and is answered with a hundred. problemReply keeps them for every
 * problem, whoever made it.
 */

import { utf8 } from "../../base/bytes.ts";
import { mostViolations, type Violation } from "./violation-list.ts";

/** Characters. A name of the sender stands in a pointer; the pointers into our own schemas have fewer than 100. */
const longestPointer = 200;
/** Characters. Our longest texts have some 300. */
const longestDetail = 1000;
/** Bytes of all violations: with the other members, which are ours, a document stays under 64 KiB. */
const mostBytes = 56_000;

interface Unbounded {
  readonly detail?: string;
  readonly violations?: readonly Violation[];
  readonly more?: number;
}

export function boundedProblem<Problem extends Unbounded>(problem: Problem): Problem {
  const { violations, more = 0, detail } = problem;
  const bounded = detail === undefined ? problem : { ...problem, detail: cut(detail, longestDetail) };
  if (violations === undefined) return bounded;
  const listed = fitting(violations.slice(0, mostViolations).map(boundedViolation));
  const left = more + violations.length - listed.length;
  return { ...bounded, violations: listed, ...(left === 0 ? {} : { more: left }) };
}

function boundedViolation({ pointer, detail, ...violation }: Violation): Violation {
  return { ...violation, pointer: cut(pointer, longestPointer), detail: cut(detail, longestDetail) };
}

/** Returns the first violations that fit into the bytes: a name in control characters takes six bytes for each. */
function fitting(violations: readonly Violation[]): readonly Violation[] {
  let bytes = 0;
  const past = violations.findIndex((violation) => {
    bytes += utf8(JSON.stringify(violation)).length + 1;
    return bytes > mostBytes;
  });
  return past === -1 ? violations : violations.slice(0, past);
}

/** Cuts a text to so many characters, "…" included, and no character of two code units in half. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
