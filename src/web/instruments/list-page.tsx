/** The list of an office's instruments: those it issued, those it was sent, those reported to it. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { type InstrumentRow, instrumentSteps } from "../../service/views.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { instrumentList } from "../../service/listing/instruments.ts";
import { Downloads } from "../frame/downloads.tsx";
import { More } from "../parts/pager.tsx";
import { instrumentsPath } from "../parts/step-path.ts";
import { dayText, short, wordOf } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { instrumentName, statusWords } from "../words/instruments.ts";
import { stepTitles } from "../words/lists.ts";
import { Table } from "../parts/table.tsx";

const instrumentsOnPage = 100;

export async function listInstruments(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const step = instrumentSteps.find((each) => each === c.req.query("step"));
  const list = await instrumentList(step)(reader, host);
  if (!list.ok) return showRefusal(c, list.refusal);
  const { rows, next } = await list.value.page(parseId(c.req.query("after")), instrumentsOnPage);
  const offices = new Set(rows.flatMap(({ issuer, addressee }) => [issuer, addressee]));
  const names = await namedOffices(
    [...offices].flatMap((id) => parseId<OfficeId>(id) ?? []),
    host,
  );
  return showPage(c, {
    title: step === undefined ? "Văn bản" : stepTitles[step],
    children: (
      <>
        <Downloads list="instruments" query={{ step }} total={await list.value.total()} />
        {rows.length === 0 ? <p>Chưa có văn bản nào.</p> : <InstrumentTable rows={rows} names={names} />}
        <More path={instrumentsPath} query={{ step }} after={next} />
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
