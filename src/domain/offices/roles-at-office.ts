/** The roles that an office of each kind can give: a procurator sits in a procuracy, an agency head in an agency. */

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

/** fitsOffice is true at any office for a role that `where` does not name. */
export function fitsOffice(role: Role, kind: OfficeKind): boolean {
  return where[role]?.includes(kind) ?? true;
}
