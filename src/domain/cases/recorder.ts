/** Whose acts a person may record: an agency and an importer all, a court and the procuracy those of their own. */

import type { Context } from "../command.ts";
import type { Role, StreamName } from "../event.ts";
import { relation, relationReads } from "../offices/jurisdiction.ts";
import type { Place } from "./place.ts";
import type { ActType } from "../../law/act.ts";
import type { Acting, States } from "../command.ts";

const keepers: readonly Role[] = ["agency-officer", "agency-head", "importer"];
const courtActs: readonly ActType[] = ["judgment-issued", "judgment-effective", "judgment-transferred"];
const procuracyActs: readonly ActType[] = ["violation-discovered", "end-notice-received"];

export function mayRecord(type: ActType, place: Place, { acting, states, today }: Context): boolean {
  if (acting.roles.some((role) => keepers.includes(role))) return true;
  if (!acting.roles.includes("court-officer")) return procuracyActs.includes(type);
  const court = place.kind === "intake" ? place.state.court : undefined;
  if (court === undefined || !courtActs.includes(type)) return false;
  return relation(court, acting.office, { states, day: today }) === "own";
}

/** The offices that `mayRecord` looks at. */
export function recorderReads(place: Place | undefined, states: States, acting: Acting): readonly StreamName[] {
  const court = place?.kind === "intake" ? place.state.court : undefined;
  return court === undefined ? [] : relationReads(court, acting.office, states);
}
