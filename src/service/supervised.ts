/** The offices that a procuracy supervises today: those for which it is competent, or a superior of the competent one. */

import { type OfficeId, parseId } from "../base/ids.ts";
import { officesBehind } from "../domain/offices/directory.ts";
import { relation } from "../domain/offices/jurisdiction.ts";
import { agencyKinds } from "../domain/offices/office.ts";
import { mayDo } from "../domain/permission.ts";
import { gather } from "./gather.ts";
import type { Host } from "./host.ts";
import type { Reader } from "./read.ts";

/** Those that are no more are among them: what they owed belongs to their successors. */
export async function supervisedOffices({ acting, today }: Reader, host: Host): Promise<readonly OfficeId[]> {
  const offices = (await host.views.offices()).flatMap(({ key }) => parseId<OfficeId>(key) ?? []);
  const { states } = await gather((known) => officesBehind(known, offices), host);
  return offices.filter((office) => relation(office, acting.office, { states, day: today }) === "supervised");
}

/** Every agency whose cases this reader may see: one's own, those one supervises or stands above; of an auditor, all. */
export async function readableAgencies({ acting, today }: Reader, host: Host): Promise<readonly OfficeId[]> {
  const offices = (await host.views.offices()).flatMap(({ key }) => parseId<OfficeId>(key) ?? []);
  const { states } = await gather((known) => officesBehind(known, offices), host);
  return offices.filter((office) => {
    const kind = states.of("office", office)?.kind;
    const standing = relation(office, acting.office, { states, day: today });
    return kind !== undefined && agencyKinds.includes(kind) && mayDo(acting.roles, "read-case", standing);
  });
}
