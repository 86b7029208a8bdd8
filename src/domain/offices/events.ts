/** The events of the directory: offices, supervision, people with their logins, roles and keys. All of it is in the log. */

import { z } from "zod";
import { roles } from "../event.ts";
import { code, day, id, publicKey, committed } from "../field.ts";

export const officeKinds = [
  "supreme-procuracy",
  "provincial-procuracy",
  "area-procuracy",
  "district-procuracy",
  "enforcement-agency",
  "enforcement-sub-department",
  "area-enforcement-room",
  "enforcement-office",
  "court",
  "peoples-council",
  "steering-committee",
  "management-agency",
  "operator",
] as const;
export type OfficeKind = (typeof officeKinds)[number];

/**
 * by: the administrator who recorded it; absent where the system did, at a founding. proposedBy: the other administrator, who
 * had proposed it (changes/change.ts).
 */
const givenBy = { by: z.exactOptional(id<"person">()), proposedBy: z.exactOptional(id<"person">()) };

export const officeEvents = {
  "office-opened": z.strictObject({
    office: id<"office">(),
    code,
    kind: z.enum(officeKinds),
    name: committed,
    superior: id<"office">().optional(),
    openedOn: day,
  }),
  "office-closed": z.strictObject({ closedOn: day, successor: id<"office">().optional(), ...givenBy }),
  "supervision-assigned": z.strictObject({ procuracy: id<"office">(), from: day, until: day.optional(), ...givenBy }),
} as const;

export const personEvents = {
  "person-registered": z.strictObject({ person: id<"person">(), name: committed, login: id<"login">() }),
  "role-granted": z.strictObject({
    office: id<"office">(),
    role: z.enum(roles),
    from: day,
    until: day.optional(),
    ...givenBy,
  }),
  "role-ended": z.strictObject({ office: id<"office">(), role: z.enum(roles), endedOn: day }),
  "key-registered": z.strictObject({ key: id<"key">(), publicKey, from: day, ...givenBy }),
  "key-revoked": z.strictObject({ key: id<"key">(), revokedOn: day }),
} as const;

/** A login is a keyed pseudonym of the token's issuer and subject; it belongs to one person. */
export const loginEvents = { "login-linked": z.strictObject({ person: id<"person">() }) } as const;
