/** The offices that a reader's office supervises today, and those whose affairs the reader may see. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { officesBehind } from "../../domain/offices/directory.ts";
import { type Relation, relation } from "../../domain/offices/jurisdiction.ts";
import { agencyKinds, type OfficeState } from "../../domain/offices/office.ts";
import { mayDo, type ReadName } from "../../domain/permission.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import type { Reader } from "../streams/reader.ts";

/** The offices under this procuracy or one below it, closed ones too: their successors owe their duties. */
export async function supervisedOffices(reader: Reader, host: Host): Promise<readonly OfficeId[]> {
  return officesWhere((_, standing) => standing === "supervised", reader, host);
}

/** The agencies whose cases the reader may see: own, supervised or below; all, for an auditor. */
export async function readableAgencies(reader: Reader, host: Host): Promise<readonly OfficeId[]> {
  const { roles } = reader.acting;
  return officesWhere(
    ({ kind }, standing) => agencyKinds.includes(kind) && mayDo(roles, "read-case", standing),
    reader,
    host,
  );
}

/** Lists the offices of which the reader may see so much, for a list that names no office. */
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
