/**
 * The subjects of a start that owes something for each of several: each exhibit that was listed, each decision that was
 * published. One file may hold those of two debtors, so an act is left out that plainly belongs to another.
 */

import type { Day } from "../../base/day.ts";
import type { Act, Subject } from "../act.ts";
import { actsOf, answeredActs, dayThatCounts, type OpenFile, originsOf, sameSubject } from "./open-file.ts";
import type { ActStart } from "./rule-book.ts";

export function subjectsOfEach(
  open: OpenFile,
  act: Act,
  each: NonNullable<ActStart["each"]>,
  startedOn: Day,
): readonly Subject[] {
  const found: Subject[] = [];
  for (const other of actsOf(open, each.act)) {
    const day = dayThatCounts(other, each);
    if (day === undefined || (each.by === "start" && day > startedOn)) continue;
    if (!belongs(open, other, act) || found.some((one) => sameSubject(one, other.subject))) continue;
    found.push(other.subject);
  }
  return found;
}

/** Not where the act names a subject of that kind and another one, nor where both go back to parties or assets and share none. */
function belongs(open: OpenFile, other: Act, act: Act): boolean {
  const named = answeredActs(open, act).filter(({ subject }) => subject.kind === other.subject.kind);
  if (named.length > 0 && !named.some(({ subject }) => sameSubject(subject, other.subject))) return false;
  const [ours, theirs] = [about(open, act), about(open, other)];
  return (
    ours.length === 0 || theirs.length === 0 || ours.some((one) => theirs.some((another) => sameSubject(one, another)))
  );
}

function about(open: OpenFile, act: Act): readonly Subject[] {
  return originsOf(open, act)
    .map(({ subject }) => subject)
    .filter(({ kind }) => kind === "party" || kind === "asset");
}
