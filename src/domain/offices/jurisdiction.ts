/** How the office that acts stands to the office whose affairs these are, on a given day (law 106/2025 Art.112(1)). */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { States } from "../command.ts";
import type { StreamName } from "../event.ts";
import { competentProcuracies, officesBehind, successorOf, superiorsOf } from "./directory.ts";

/**
 * own: it is that office, or follows it. supervised: it is the competent procuracy or a superior of it. superior: it is a
 * superior of that office. operated: it runs this system and imports for others.
 */
export type Relation = "own" | "supervised" | "superior" | "operated" | "other";

export function relation(
  about: OfficeId,
  acting: OfficeId,
  { states, day }: { readonly states: States; readonly day: Day },
): Relation {
  // Who follows a closed office acts for the office that followed it; where none did, nobody acts.
  if (isClosed(states, acting, day)) return "other";
  const owner = successorOf(states, about, day);
  if (acting === owner) return "own";
  if (competentProcuracies(states, owner, day).includes(acting)) return "supervised";
  if (superiorsOf(states, owner, day).includes(acting)) return "superior";
  return states.of("office", acting)?.kind === "operator" ? "operated" : "other";
}

function isClosed(states: States, office: OfficeId, day: Day): boolean {
  const closedOn = states.of("office", office)?.closedOn;
  return closedOn !== undefined && closedOn <= day;
}

/** The streams that `relation` looks at, as far as they are known from what is loaded. */
export function relationReads(about: OfficeId, acting: OfficeId, states: States): readonly StreamName[] {
  return officesBehind(states, [about, acting]);
}
