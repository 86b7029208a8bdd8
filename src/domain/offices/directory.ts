/**
 * Questions to the directory on a given day: which procuracy supervises an office (computed, not stored: law 106/2025
 * Art.112(1)), and which office succeeded a closed one. A chain that runs in a circle ends where it began.
 */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import { type StreamName, streamName } from "../event.ts";
import { type OfficeState, procuracyOf } from "./office.ts";

/** The part of `States` (command.ts) that these questions look at; an audit has no more (authority/). */
export interface Offices {
  readonly of: (kind: "office", id: string) => OfficeState | undefined;
}

/** successorOf returns the office to which the affairs of `office` belong on that day: itself while it exists, then its successor. */
export function successorOf(states: Offices, office: OfficeId, day: Day): OfficeId {
  const seen = new Set<OfficeId>();
  let at = office;
  while (!seen.has(at)) {
    seen.add(at);
    const state = states.of("office", at);
    if (state?.closedOn === undefined || state.successor === undefined || day < state.closedOn) return at;
    at = state.successor;
  }
  return office;
}

/** competentProcuracies returns the procuracy that supervises the office on that day, then its superiors; none where none was assigned. */
export function competentProcuracies(states: Offices, agency: OfficeId, day: Day): readonly OfficeId[] {
  const office = states.of("office", successorOf(states, agency, day));
  const assigned = office === undefined ? undefined : procuracyOf(office, day);
  if (assigned === undefined) return [];
  const competent = successorOf(states, assigned, day);
  return [competent, ...superiorsOf(states, competent, day)];
}

export function superiorsOf(states: Offices, office: OfficeId, day: Day): readonly OfficeId[] {
  const seen = new Set<OfficeId>([office]);
  let superior = states.of("office", office)?.superior;
  while (superior !== undefined) {
    const at = successorOf(states, superior, day);
    if (seen.has(at)) break;
    seen.add(at);
    superior = states.of("office", at)?.superior;
  }
  seen.delete(office);
  return [...seen];
}

/** officesBehind names every office that the answers above may depend on, as far as the loaded states say. */
export function officesBehind(states: Offices, offices: readonly OfficeId[]): readonly StreamName[] {
  const seen = new Set<OfficeId>(offices);
  for (const at of seen) {
    const state = states.of("office", at);
    if (state !== undefined) for (const next of neighbours(state)) seen.add(next);
  }
  return [...seen].map((each) => streamName("office", each));
}

function neighbours(office: OfficeState): readonly OfficeId[] {
  const named = [office.superior, office.successor, ...office.supervision.map((each) => each.procuracy)];
  return named.filter((each) => each !== undefined);
}
