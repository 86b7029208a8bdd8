/** Which roles an office of a kind can give: a procurator sits in a procuracy, an agency head in an agency. */

import type { Role } from "../event.ts";
import type { OfficeKind } from "./events.ts";
import { agencyKinds, procuracyKinds } from "./office.ts";

const where: Readonly<Partial<Record<Role, readonly OfficeKind[]>>> = {
  procurator: procuracyKinds,
  "chief-procurator": procuracyKinds,
  "agency-officer": agencyKinds,
  "agency-head": agencyKinds,
  "court-officer": ["court"],
  "management-agency": ["management-agency"],
};

/** A role that is not named here may be held at any office. */
export function fitsOffice(role: Role, kind: OfficeKind): boolean {
  return where[role]?.includes(kind) ?? true;
}
