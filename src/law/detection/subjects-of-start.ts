/**
 * The subjects of a start that owes something for each of several, such as each exhibit listed or each decision published.
 * One file may hold those of two debtors, so an act that plainly belongs to another debtor is left out.
 */

import type { Day } from "../../base/day.ts";
import type { Act, Subject } from "../act.ts";
import { actsOf, answeredActs, dayThatCounts, type OpenFile, originsOf, sameSubject } from "./open-file.ts";
import type { ActStart } from "./rule-book.ts";

export function subjectsOfStart(
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

/**
 * Whether `other` may belong to the start `act`. It does not if `act` names a different subject of the same kind, nor if
 * both go back to parties or assets and share none.
 */
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
