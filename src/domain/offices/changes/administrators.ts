/** Who can administer the directory: at least two persons, after every command (src/README.md#two-administrators). */

import type { Day } from "../../../base/day.ts";
import type { PersonId } from "../../../base/ids.ts";
import type { States } from "../../command.ts";
import { type StreamName, streamName } from "../../event.ts";
import type { Refusal } from "../../refusal.ts";
import type { DirectoryStates } from "../directory-states.ts";
import { type Grant, isHeld, type PersonState } from "../person.ts";
import { directoryId, directoryStream } from "./directory-state.ts";

/** Two: with one, nobody could adopt what that person proposes, and nobody could be given the role any more. */
const fewest = 2;

/** A grant of the role that a command would take away. */
type Lost = (administrator: PersonId, grant: Grant) => boolean;
const nothingLost: Lost = () => false;

/** lastingAdministrators returns who holds the role on that day and keeps it. */
export function lastingAdministrators(states: DirectoryStates, day: Day, lost = nothingLost): readonly PersonId[] {
  const known = states.of("directory", directoryId)?.administrators ?? [];
  return known.filter((id) => lastingGrant(states.of("person", id), { states, day, lost }) !== undefined);
}

/**
 * lastingGrant returns the grant by which a person administers on that day and goes on: a role that will end, or an office
 * that will close, would leave too few without a command.
 */
export function lastingGrant(
  person: PersonState | undefined,
  { states, day, lost = nothingLost }: { readonly states: DirectoryStates; readonly day: Day; readonly lost?: Lost },
): Grant | undefined {
  if (person === undefined) return undefined;
  const lasts = (grant: Grant): boolean => isHeld(grant, day) && isLasting(grant, states) && !lost(person.id, grant);
  return person.grants.find((grant) => isAdministration(grant) && lasts(grant));
}

function isLasting({ until, endedOn, office }: Grant, states: DirectoryStates): boolean {
  const isOver = until !== undefined || endedOn !== undefined;
  return !isOver && states.of("office", office)?.closedOn === undefined;
}

function isAdministration({ role }: Grant): boolean {
  return role === "directory-administrator";
}

/** administrates is true of a person who may give the commands of an administrator on that day, at whatever office. */
export function administrates(person: PersonState | undefined, day: Day): boolean {
  return person?.grants.some((grant) => isAdministration(grant) && isHeld(grant, day)) === true;
}

/** administratorReads names every stream that the answers above depend on. */
export function administratorReads(states: States): readonly StreamName[] {
  const known = states.of("directory", directoryId)?.administrators ?? [];
  const grants = known.flatMap((id) => states.of("person", id)?.grants.filter(isAdministration) ?? []);
  return [
    directoryStream,
    ...known.map((id) => streamName("person", id)),
    ...grants.map(({ office }) => streamName("office", office)),
  ];
}

/** tooFewWithout refuses what takes the role from an administrator while no two others keep it. */
export function tooFewWithout(states: DirectoryStates, day: Day, lost: Lost): Refusal | undefined {
  const before = lastingAdministrators(states, day).length;
  const after = lastingAdministrators(states, day, lost).length;
  if (after === before || after >= fewest) return undefined;
  return { code: "too-few-administrators", detail: { administrators: after } };
}
