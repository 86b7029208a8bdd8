/**
 * The system names administrators (src/service/recording/founding.ts): in one recording, while fewer than two persons
 * administer and go on to. It opens the office that operates the log where there is none, registers each, gives the role,
 * and ends with `administrators-named`.
 */

import type { OfficeId, PersonId } from "../../base/ids.ts";
import { lastingAdministrators } from "../offices/changes/administrators.ts";
import type { AuthorityReason } from "./reasons.ts";
import { isBySystem, type Place } from "./rule.ts";

/** Two, so that each has another who adopts what they propose (src/README.md#two-administrators). */
const administratorsNeeded = 2;

/** How the events of one founding name one another. */
export const foundingName = "founding";
export const foundingLeads = { owed: ["administrators-named"], possible: [foundingName] };

function underWay({ known: { founding, recording }, index, states, day }: Place): KnownFounding {
  const isSame = founding !== undefined && founding.at === index - 1 && recording?.possible.has(foundingName) === true;
  return isSame ? founding : { at: index, administrators: lastingAdministrators(states, day).length };
}

type KnownFounding = NonNullable<Place["known"]["founding"]>;

/** foundingReason refuses the system a founding where two administrators are left. */
export function foundingReason(place: Place): AuthorityReason | undefined {
  return underWay(place).administrators < administratorsNeeded ? undefined : "system-may-not";
}

/** openingReason lets the system open one office in a founding. */
export function openingReason(place: Place): AuthorityReason | undefined {
  return foundingReason(place) ?? (underWay(place).office === undefined ? undefined : "system-may-not");
}

/** registeringReason lets the system register only the person whose login it just linked. */
export function registeringReason(person: string, place: Place): AuthorityReason | undefined {
  return foundingReason(place) ?? (underWay(place).person === person ? undefined : "system-may-not");
}

/** grantingReason lets the system give the role at the office that it opened, else at one where it is held. */
export function grantingReason(office: OfficeId, place: Place): AuthorityReason | undefined {
  const founding = underWay(place);
  const isThere = founding.office === undefined ? place.known.offices.has(office) : founding.office === office;
  return foundingReason(place) ?? (isThere ? undefined : "system-may-not");
}

interface Step {
  readonly office?: OfficeId;
  readonly person?: PersonId;
  readonly granted?: true;
}

/** foundOn notes what an event of the system did in a founding. */
export function foundOn({ granted, ...step }: Step, place: Place): void {
  if (!isBySystem(place)) return;
  const before = underWay(place);
  const administrators = before.administrators + (granted === true ? 1 : 0);
  place.known.founding = { ...before, ...step, at: place.index, administrators };
}
