/** Acting-Office: for which office the person acts. Needed of those who have a role at several. */

import { type OfficeId, parseId } from "../base/ids.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Problem } from "./problem.ts";

export function actingOffice(headers: Headers): Outcome<OfficeId | undefined, Problem> {
  const written = headers.get("acting-office");
  if (written === null) return done(undefined);
  const office = parseId<OfficeId>(written);
  return office === undefined ? refused({ code: "acting-office-malformed" }) : done(office);
}
