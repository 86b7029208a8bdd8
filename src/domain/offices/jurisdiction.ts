/** The relation of the acting office to the office whose affair it is, on a given day (law 106/2025 Art.112(1)). */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { StreamName } from "../event.ts";
import { competentProcuracies, type Offices, officesBehind, successorOf, superiorsOf } from "./directory.ts";

/**
 * The acting office is … own: that office or its successor. supervised: the competent procuracy or a superior of it.
 * superior: a superior of that office. operated: the operator of this system, which imports for others.
 */
export type Relation = "own" | "supervised" | "superior" | "operated" | "other";

export function relation(
  about: OfficeId,
  acting: OfficeId,
  { states, day }: { readonly states: Offices; readonly day: Day },
): Relation {
  // A closed office no longer acts; its successor does, if it has one.
  if (isClosed(states, acting, day)) return "other";
  const owner = successorOf(states, about, day);
  if (acting === owner) return "own";
  if (competentProcuracies(states, owner, day).includes(acting)) return "supervised";
  if (superiorsOf(states, owner, day).includes(acting)) return "superior";
  return states.of("office", acting)?.kind === "operator" ? "operated" : "other";
}

export function isClosed(states: Offices, office: OfficeId, day: Day): boolean {
  const closedOn = states.of("office", office)?.closedOn;
  return closedOn !== undefined && closedOn <= day;
}

/** relationReads names the streams that `relation` looks at, as far as the loaded states say. */
export function relationReads(about: OfficeId, acting: OfficeId, states: Offices): readonly StreamName[] {
  return officesBehind(states, [about, acting]);
}
