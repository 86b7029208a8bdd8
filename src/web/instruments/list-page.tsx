/** The list of an office's instruments: those it issued, those it was sent, those reported to it. */

import { given } from "../../base/given.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import type { InstrumentRow } from "../../service/views.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { mayRead } from "../../service/streams/reader.ts";
import { More } from "../parts/pager.tsx";
import { dayText, short, wordOf } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext, Visit } from "../frame/visit.ts";
import { instrumentName, statusWords } from "../words/instruments.ts";
import { Table } from "../parts/table.tsx";

const instrumentsOnPage = 100;

export async function listInstruments(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const { office } = reader.acting;
  if (!(await mayRead(reader, "read-instrument", office, host))) return showRefusal(c, { code: "not-permitted" });
  const all = await mayRead(reader, "read-instrument", undefined, host);
  const rows = await instrumentsFor(c.var.visit, all, parseId(c.req.query("after")));
  const offices = new Set(rows.flatMap(({ issuer, addressee }) => [issuer, addressee]));
  const names = await namedOffices(
    [...offices].flatMap((id) => parseId<OfficeId>(id) ?? []),
    host,
  );
  return showPage(c, {
    title: "Văn bản",
    children: (
      <>
        {rows.length === 0 ? <p>Chưa có văn bản nào.</p> : <InstrumentTable rows={rows} names={names} />}
        <More
          path="/console/instruments"
          query={{}}
          after={rows.length < instrumentsOnPage ? undefined : rows.at(-1)?.key}
        />
      </>
    ),
  });
}

interface TableParts {
  readonly rows: readonly InstrumentRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
}

function InstrumentTable({ rows, names }: TableParts) {
  const nameOf = (office: string): string => names.get(office)?.name ?? short(office);
  return (
    <Table
      caption="Yêu cầu, kiến nghị, kháng nghị"
      rows={rows}
      columns={[
        { head: "Văn bản", cell: (row) => <a href={`/console/instruments/${row.key}`}>{instrumentName(row)}</a> },
        { head: "Nơi ban hành", cell: ({ issuer }) => nameOf(issuer) },
        { head: "Nơi nhận", cell: ({ addressee }) => nameOf(addressee) },
        { head: "Trạng thái", cell: ({ status }) => wordOf(statusWords, status) },
        { head: "Ban hành", cell: ({ issuedOn }) => dayText(issuedOn) },
        { head: "Nhận", cell: ({ receivedOn }) => dayText(receivedOn) },
        { head: "Trả lời", cell: ({ repliedOn }) => dayText(repliedOn) },
        { head: "Đã kiểm chứng", cell: ({ verified, findings }) => `${verified}/${findings}` },
      ]}
    />
  );
}

/** instrumentsFor sorts by key, so that the next page begins after the last key of this one. */
async function instrumentsFor(
  { reader, host }: Visit,
  all: boolean,
  after: string | undefined,
): Promise<readonly InstrumentRow[]> {
  const { office } = reader.acting;
  const page = { limit: instrumentsOnPage, ...given({ after }) };
  const issued = await host.views.instruments({ ...page, issuer: office });
  // Only the issuing procuracy sees drafts: everybody else's list begins with instruments that were handed over.
  const sent = await host.views.instruments({ ...page, handedOver: true, ...(all ? {} : { addressee: office }) });
  const reported = await host.views.instruments({ ...page, arbiter: office });
  const rows = new Map([...issued, ...sent, ...reported].map((row) => [row.key, row]));
  return [...rows.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, instrumentsOnPage);
}
