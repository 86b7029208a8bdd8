/** The list of an office's instruments: those it issued, those it was sent, those reported to it. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { type InstrumentRow, instrumentSteps } from "../../service/views.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { instrumentList } from "../../service/listing/instruments.ts";
import { Downloads } from "../frame/downloads.tsx";
import { orderIn, orderQuery, placeIn, sortingBy } from "../frame/list-place.ts";
import { idKey, More } from "../parts/pager.tsx";
import { instrumentsPath } from "../parts/step-path.ts";
import { dayText, short, wordOf } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { instrumentName, statusWords } from "../words/instruments.ts";
import { stepTitles } from "../words/lists.ts";
import { type Sorting, Table } from "../parts/table.tsx";

const instrumentsOnPage = 100;

export async function listInstruments(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const step = instrumentSteps.find((each) => each === c.req.query("step"));
  const order = orderIn(c);
  const list = await instrumentList(step, order)(reader, host);
  if (!list.ok) return showRefusal(c, list.refusal);
  const place = placeIn(c, idKey);
  const { rows, next } = await list.value.page(place.after, instrumentsOnPage);
  const query = { step, ...orderQuery(order) };
  const offices = new Set(rows.flatMap(({ issuer, addressee }) => [issuer, addressee]));
  const names = await namedOffices(
    [...offices].flatMap((id) => parseId<OfficeId>(id) ?? []),
    host,
  );
  return showPage(c, {
    title: step === undefined ? "Văn bản" : stepTitles[step],
    children: (
      <>
        <Downloads list="instruments" query={query} total={await list.value.total()} />
        {rows.length === 0 ? (
          <p>Chưa có văn bản nào.</p>
        ) : (
          <InstrumentTable rows={rows} names={names} sorting={sortingBy(order, instrumentsPath, { step })} />
        )}
        <More path={instrumentsPath} query={query} after={next} place={place} />
      </>
    ),
  });
}

interface TableParts {
  readonly rows: readonly InstrumentRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly sorting: Sorting;
}

function InstrumentTable({ rows, names, sorting }: TableParts) {
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
        { head: "Ban hành", sorting, cell: ({ issuedOn }) => dayText(issuedOn) },
        { head: "Nhận", cell: ({ receivedOn }) => dayText(receivedOn) },
        { head: "Trả lời", cell: ({ repliedOn }) => dayText(repliedOn) },
        { head: "Đã kiểm chứng", cell: ({ verified, findings }) => `${verified}/${findings}` },
      ]}
    />
  );
}
