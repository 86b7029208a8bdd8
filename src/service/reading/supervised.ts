/** The offices that a procuracy supervises today (it is competent for them, or superior to the competent one); those it may read. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { officesBehind } from "../../domain/offices/directory.ts";
import { type Relation, relation } from "../../domain/offices/jurisdiction.ts";
import { agencyKinds, type OfficeState } from "../../domain/offices/office.ts";
import { mayDo, type ReadName } from "../../domain/permission.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import type { Reader } from "../streams/reader.ts";

/** Those that are no more are among them: what they owed belongs to their successors. */
export async function supervisedOffices(reader: Reader, host: Host): Promise<readonly OfficeId[]> {
  return officesWhere((_, standing) => standing === "supervised", reader, host);
}

/** Every agency whose cases this reader may see: one's own, those one supervises or stands above; of an auditor, all. */
export async function readableAgencies(reader: Reader, host: Host): Promise<readonly OfficeId[]> {
  const { roles } = reader.acting;
  return officesWhere(
    ({ kind }, standing) => agencyKinds.includes(kind) && mayDo(roles, "read-case", standing),
    reader,
    host,
  );
}

/** Every office of which this reader may see so much: for a list that names none. */
export async function readableOffices(what: ReadName, reader: Reader, host: Host): Promise<readonly OfficeId[]> {
  const { roles } = reader.acting;
  return officesWhere((_, standing) => mayDo(roles, what, standing), reader, host);
}

async function officesWhere(
  is: (office: OfficeState, standing: Relation) => boolean,
  { acting, today }: Reader,
  host: Host,
): Promise<readonly OfficeId[]> {
  const offices = (await host.views.offices()).flatMap(({ key }) => parseId<OfficeId>(key) ?? []);
  const { states } = await loadStates((known) => officesBehind(known, offices), host);
  return offices.filter((id) => {
    const office = states.of("office", id);
    return office !== undefined && is(office, relation(id, acting.office, { states, day: today }));
  });
}
