/** Instruments of one's office: those it issued, those it was sent, those reported to it. */

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

const shown = 100;

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
        <More path="/console/instruments" query={{}} after={rows.length < shown ? undefined : rows.at(-1)?.key} />
      </>
    ),
  });
}

interface TableParts {
  readonly rows: readonly InstrumentRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
}

const heads = ["Văn bản", "Nơi ban hành", "Nơi nhận", "Trạng thái", "Ban hành", "Nhận", "Trả lời", "Đã kiểm chứng"];

function InstrumentTable({ rows, names }: TableParts) {
  return (
    <Table caption="Yêu cầu, kiến nghị, kháng nghị" heads={heads}>
      {rows.map((row) => (
        <tr>
          <th scope="row">
            <a href={`/console/instruments/${row.key}`}>{instrumentName(row)}</a>
          </th>
          <td>{names.get(row.issuer)?.name ?? short(row.issuer)}</td>
          <td>{names.get(row.addressee)?.name ?? short(row.addressee)}</td>
          <td>{wordOf(statusWords, row.status)}</td>
          <td>{dayText(row.issuedOn)}</td>
          <td>{dayText(row.receivedOn)}</td>
          <td>{dayText(row.repliedOn)}</td>
          <td>
            {row.verified}/{row.findings}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** In the order of their keys, so that the next page begins after the last. */
async function instrumentsFor(
  { reader, host }: Visit,
  all: boolean,
  after: string | undefined,
): Promise<readonly InstrumentRow[]> {
  const { office } = reader.acting;
  const page = { limit: shown, ...(after === undefined ? {} : { after }) };
  const issued = await host.views.instruments({ ...page, issuer: office });
  // Drafts are the procuracy's own: everybody else's list begins with what was handed over.
  const sent = await host.views.instruments({ ...page, handedOver: true, ...(all ? {} : { addressee: office }) });
  const reported = await host.views.instruments({ ...page, arbiter: office });
  const rows = new Map([...issued, ...sent, ...reported].map((row) => [row.key, row]));
  return [...rows.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, shown);
}
