/** A role is given by another person, at an office that can give it, and never from a day that has passed. */

import type { Day } from "../../base/day.ts";
import type { OfficeId, PersonId } from "../../base/ids.ts";
import type { NewEvent } from "../command.ts";
import { type Role, type StreamName, streamName } from "../event.ts";
import type { Refusal } from "../refusal.ts";
import type { ByWhom } from "./by-whom.ts";
import type { Administering } from "./directory-states.ts";
import { isOpen } from "./office.ts";
import { isHeld, type PersonState } from "./person.ts";
import { fitsOffice } from "./roles-at-office.ts";

export interface RoleGrant {
  readonly person: PersonId;
  readonly office: OfficeId;
  readonly role: Role;
  readonly from: Day;
  readonly until?: Day | undefined;
}

export function grantReads({ person, office }: Pick<RoleGrant, "person" | "office">): readonly StreamName[] {
  return [streamName("person", person), streamName("office", office)];
}

export function grantRefusal(grant: RoleGrant, { states, today, acting }: Administering): Refusal | undefined {
  const state = states.of("person", grant.person);
  const office = states.of("office", grant.office);
  if (state === undefined) return { code: "unknown-person", at: "/person" };
  if (grant.person === acting.person) return { code: "given-to-oneself", at: "/person" };
  if (office === undefined) return { code: "unknown-office", at: "/office" };
  if (!isOpen(office, grant.from)) return { code: "office-closed", at: "/office" };
  if (!fitsOffice(grant.role, office.kind)) return { code: "role-not-taken", at: "/role" };
  if (grant.until !== undefined && grant.until <= grant.from) return { code: "days-contradict", at: "/until" };
  // A role from a past day would permit what was done before anybody could see that it was permitted.
  if (grant.from < today) return { code: "day-in-past", at: "/from", detail: { day: grant.from, today } };
  return holds(state, grant) ? { code: "already-exists", at: "/role" } : undefined;
}

export function roleGranted({ person, ...data }: RoleGrant, given: ByWhom): NewEvent {
  return { kind: "person", id: person, event: { type: "role-granted", data: { ...data, ...given } } };
}

function holds({ grants }: PersonState, { office, role, from }: RoleGrant): boolean {
  return grants.some((each) => each.office === office && each.role === role && isHeld(each, from));
}
