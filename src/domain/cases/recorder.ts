/** Whose acts a person may record and correct: each office its own, and the agency, which keeps the file, the court's too. */

import type { ActType } from "../../law/act.ts";
import type { Acting, Context, States } from "../command.ts";
import type { StreamName } from "../event.ts";
import { relation, relationReads } from "../offices/jurisdiction.ts";
import type { Place } from "./place.ts";

const courtActs: readonly ActType[] = ["judgment-issued", "judgment-effective", "judgment-transferred"];
/** Both start the procuracy's own clock (law 106/2025 Art.112(2)); of a notice, the agency has the receipt as well. */
const procuracyActs: readonly ActType[] = ["violation-discovered", "end-notice-received"];
const procuracyAlone: ActType = "violation-discovered";

export function mayRecord(type: ActType, place: Place, context: Context): boolean {
  return context.acting.roles.some((role) => {
    switch (role) {
      case "importer":
        return true;
      case "agency-officer":
      case "agency-head":
        return type !== procuracyAlone;
      case "procurator":
      case "chief-procurator":
        return procuracyActs.includes(type);
      case "court-officer":
        return courtActs.includes(type) && isCourtOf(place, context);
      default:
        return false;
    }
  });
}

function isCourtOf(place: Place, { acting, states, today }: Context): boolean {
  const court = courtOf(place);
  return court !== undefined && relation(court, acting.office, { states, day: today }) === "own";
}

/** The offices that `mayRecord` looks at. */
export function recorderReads(place: Place | undefined, states: States, acting: Acting): readonly StreamName[] {
  const court = courtOf(place);
  return court === undefined ? [] : relationReads(court, acting.office, states);
}

function courtOf(place: Place | undefined) {
  return place?.kind === "intake" ? place.state.court : undefined;
}
