/**
 * The roles that one administrator alone cannot give (src/README.md#two-administrators): each of them reaches beyond one
 * office, or speaks for one with a signature. The others act in the affairs of their own office, and who supervises it sees that.
 */

import type { Day } from "../../base/day.ts";
import type { Role } from "../event.ts";

const strongRoles = [
  // Signs for a procuracy.
  "chief-procurator",
  // Decides, with another, what the law says.
  "law-keeper",
  // Decides who may do what.
  "directory-administrator",
  // Records for every office, and the past.
  "importer",
  // Reads the whole log.
  "auditor",
] as const satisfies readonly Role[];

export function isStrong(role: Role): boolean {
  return strongRoles.some((each) => each === role);
}

interface Held {
  readonly role: Role;
  readonly until?: Day | undefined;
  readonly endedOn?: Day | undefined;
}

/** holdsStrong is true from the grant on, also before its first day, because a key or a login given until then would serve it. */
export function holdsStrong(grants: readonly Held[], today: Day): boolean {
  return grants.some(({ role, until, endedOn }) => isStrong(role) && !isPast(until, today) && !isPast(endedOn, today));
}

function isPast(end: Day | undefined, today: Day): boolean {
  return end !== undefined && end <= today;
}
