/** The list of findings that procurators confirmed or dismissed. Confirmed ones can be ticked for an instrument or to be merged. */

import type { OfficeId } from "../../base/ids.ts";
import { parseId } from "../../base/ids.ts";
import { parseStreamName } from "../../domain/event.ts";
import { mayDo } from "../../domain/permission.ts";
import { findingList, findingStatuses } from "../../service/listing/findings.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import type { FindingRow } from "../../service/views.ts";
import { FileLink, fileLabel } from "../parts/file-link.tsx";
import { type Called, calledIn } from "../parts/finding-name.ts";
import { ruleName } from "../words/law.ts";
import { Downloads } from "../frame/downloads.tsx";
import { orderIn, orderQuery, placeIn, sortingBy } from "../frame/list-place.ts";
import { idKey, More } from "../parts/pager.tsx";
import { dayText, short, wordOf } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { findingStatusWords, seriousnessWords } from "../words/findings.ts";
import { type Column, type Sorting, Table } from "../parts/table.tsx";
import { toldApart } from "../parts/told-apart.ts";

const findingsOnPage = 100;

export async function listFindings(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const status = findingStatuses.find((known) => known === c.req.query("status")) ?? "confirmed";
  const order = orderIn(c);
  const list = await findingList(status, order)(reader, host);
  if (!list.ok) return showRefusal(c, list.refusal);
  const place = placeIn(c, idKey);
  const { rows, next } = await list.value.page(place.after, findingsOnPage);
  const query = { status, ...orderQuery(order) };
  const drafts = mayDo(reader.acting.roles, "discard-draft", "own");
  const offices = [...new Set(rows.flatMap((row) => parseId<OfficeId>(row.office) ?? []))];
  const names = await namedOffices(offices, host);
  const files = rows.map(({ about }) => parseStreamName(about));
  const called = await calledIn(files, { reader, host });
  return showPage(c, {
    title: `Vi phạm: ${findingStatusWords[status]}`,
    children: (
      <>
        <ul>
          {findingStatuses.map((choice) => (
            <li>
              <a href={`/console/findings?status=${choice}`}>{findingStatusWords[choice]}</a>
            </li>
          ))}
        </ul>
        <Downloads list="findings" query={query} total={await list.value.total()} />
        <FindingTable
          rows={rows}
          names={names}
          called={called}
          sorting={sortingBy(order, "/console/findings", { status })}
          choosing={drafts && status === "confirmed"}
        />
        <More path="/console/findings" query={query} after={next} place={place} />
      </>
    ),
  });
}

interface TableParts {
  readonly rows: readonly FindingRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly called: Called;
  readonly sorting: Sorting;
  readonly choosing: boolean;
}

function FindingTable({ rows, names, called, sorting, choosing }: TableParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  const spoken = toldApart(rows.map((row) => spokenName(row, called)));
  return (
    <form method="post" action="/console/instruments/draft">
      <Table
        caption="Vi phạm"
        rows={rows}
        nameAt={choosing ? 1 : 0}
        columns={[...(choosing ? [tickColumn(spoken)] : []), ...columnsOf({ names, called, sorting })]}
      />
      {choosing ? (
        <p class="actions stick">
          <button class="act" type="submit" name="step" value="choose">
            Soạn văn bản từ các vi phạm đã chọn
          </button>
          <button type="submit" name="step" value="choose" formaction="/console/judge/merge">
            Gộp các vi phạm đã chọn làm một
          </button>
        </p>
      ) : undefined}
    </form>
  );
}

function tickColumn(spoken: readonly string[]): Column<FindingRow> {
  return {
    head: "Chọn",
    class: "pick",
    cell: ({ key }, i) => <input type="checkbox" name="findings" value={key} aria-label={`Chọn ${spoken[i] ?? ""}`} />,
  };
}

/** What a screen reader says of a row's box, which it reads without the rest of the row. */
function spokenName(row: FindingRow, called: Called): string {
  const whose = subjectOf(row, called);
  const parts = [
    ruleName(row.rule),
    fileLabel(parseStreamName(row.about), called.numbers),
    ...(whose === undefined ? [] : [whose]),
  ];
  return [...parts, `xác nhận ngày ${dayText(row.madeOn)}`].join(", ");
}

function subjectOf({ about, deadline }: FindingRow, { subjects }: Called): string | undefined {
  const [, , subject = ""] = deadline.split("/");
  return subjects(parseStreamName(about), subject);
}

function columnsOf({
  names,
  called,
  sorting,
}: Pick<TableParts, "names" | "called" | "sorting">): readonly Column<FindingRow>[] {
  return [
    { head: "Vi phạm", cell: (row) => <Name row={row} /> },
    { head: "Hồ sơ, đối tượng", cell: (row) => <About row={row} called={called} /> },
    { head: "Cơ quan", cell: ({ office }) => names.get(office)?.name ?? short(office) },
    { head: "Ngày xác nhận", sorting, cell: ({ madeOn }) => dayText(madeOn) },
    {
      head: "Mức độ",
      cell: ({ seriousness }) => (seriousness === undefined ? "chưa đánh giá" : wordOf(seriousnessWords, seriousness)),
    },
    {
      head: "Văn bản",
      cell: ({ instrument }) =>
        instrument === undefined ? "" : <a href={`/console/instruments/${instrument}`}>xem</a>,
    },
  ];
}

function About({ row, called }: { readonly row: FindingRow; readonly called: Called }) {
  const whose = subjectOf(row, called);
  return (
    <>
      <FileLink file={parseStreamName(row.about)} numbers={called.numbers} />
      {whose === undefined ? undefined : `, ${whose}`}
    </>
  );
}

function Name({ row: { key, rule, version } }: { readonly row: FindingRow }) {
  return (
    <>
      <a href={`/console/findings/${key}`}>{ruleName(rule)}</a>{" "}
      <span class="code">
        ({rule} {version})
      </span>
    </>
  );
}
