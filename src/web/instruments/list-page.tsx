/** The list of an office's instruments: those it issued, those it was sent, those reported to it. */

import { given } from "../../base/given.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import { type InstrumentRow, type InstrumentStep, instrumentSteps } from "../../service/views.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { readableOffices } from "../../service/reading/supervised.ts";
import { mayRead } from "../../service/streams/reader.ts";
import { More } from "../parts/pager.tsx";
import { instrumentsPath } from "../parts/step-path.ts";
import { dayText, short, wordOf } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext, Visit } from "../frame/visit.ts";
import { instrumentName, statusWords } from "../words/instruments.ts";
import { Table } from "../parts/table.tsx";

const instrumentsOnPage = 100;

const stepTitles: Readonly<Record<InstrumentStep, string>> = {
  unseen: "Văn bản mới, chưa xem",
  replied: "Văn bản có trả lời mới",
  unfinished: "Văn bản chờ ký, tống đạt, kết thúc",
};

export async function listInstruments(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!(await mayRead(reader, "read-instrument", reader.acting.office, host)))
    return showRefusal(c, { code: "not-permitted" });
  const step = instrumentSteps.find((each) => each === c.req.query("step"));
  const after = parseId(c.req.query("after"));
  const rows = await (step === undefined ? instrumentsFor(c.var.visit, after) : waitingFor(step, c.var.visit, after));
  const offices = new Set(rows.flatMap(({ issuer, addressee }) => [issuer, addressee]));
  const names = await namedOffices(
    [...offices].flatMap((id) => parseId<OfficeId>(id) ?? []),
    host,
  );
  return showPage(c, {
    title: step === undefined ? "Văn bản" : stepTitles[step],
    children: (
      <>
        {rows.length === 0 ? <p>Chưa có văn bản nào.</p> : <InstrumentTable rows={rows} names={names} />}
        <More
          path={instrumentsPath}
          query={{ step }}
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

/** waitingFor lists what this office received and has not seen, or what it issued and has to go on with. */
async function waitingFor(
  step: InstrumentStep,
  { reader, host }: Visit,
  after: string | undefined,
): Promise<readonly InstrumentRow[]> {
  const { office } = reader.acting;
  const whose = step === "unseen" ? { addressee: office } : { issuer: office };
  return host.views.instruments({ ...whose, step, limit: instrumentsOnPage, ...given({ after }) });
}

/**
 * instrumentsFor lists what this office issued, drafts included, and what was handed over by, to or about the offices of which the
 * reader may see it. It sorts by key, so that the next page begins after the last key of this one.
 */
async function instrumentsFor({ reader, host }: Visit, after: string | undefined): Promise<readonly InstrumentRow[]> {
  const page = { limit: instrumentsOnPage, ...given({ after }) };
  const offices = await readableOffices("read-instrument", reader, host);
  const issued = await host.views.instruments({ ...page, issuer: reader.acting.office });
  // Only the issuing procuracy sees drafts: everybody else's list begins with instruments that were handed over.
  const others = await host.views.instruments({ ...page, handedOver: true, offices });
  const rows = new Map([...issued, ...others].map((row) => [row.key, row]));
  return [...rows.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, instrumentsOnPage);
}
