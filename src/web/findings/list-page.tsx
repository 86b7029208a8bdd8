/** The list of findings that procurators confirmed or dismissed. Confirmed ones can be ticked for an instrument or to be merged. */

import { given } from "../../base/given.ts";
import type { OfficeId } from "../../base/ids.ts";
import { parseId } from "../../base/ids.ts";
import { parseStreamName } from "../../domain/event.ts";
import { mayDo } from "../../domain/permission.ts";
import { sighted } from "../../service/reading/sight.ts";
import { type FileNumbers, numbersOf } from "../../service/reading/file-numbers.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { readableOffices } from "../../service/reading/supervised.ts";
import type { FindingRow } from "../../service/views.ts";
import { FileLink, fileLabel } from "../parts/file-link.tsx";
import { ruleName } from "../words/law.ts";
import { More } from "../parts/pager.tsx";
import { dayText, short, wordOf } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { findingStatusWords, seriousnessWords } from "../words/findings.ts";
import { type Column, Table } from "../parts/table.tsx";

const findingsOnPage = 100;
const statuses = ["confirmed", "in-instrument", "merged", "dismissed"] as const;

export async function listFindings(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const { office, roles } = reader.acting;
  if (!mayDo(roles, "read-findings", "own")) return showRefusal(c, { code: "not-permitted" });
  const status = statuses.find((known) => known === c.req.query("status")) ?? "confirmed";
  const after = parseId(c.req.query("after"));
  // An office that drafts instruments sees the findings that it drafts from; any other reader sees those that it may see.
  const drafts = mayDo(roles, "discard-draft", "own");
  const whose = drafts
    ? { procuracy: office }
    : await sighted(await readableOffices("read-findings", reader, host), reader, host);
  const rows = await host.views.findings({ ...whose, status, limit: findingsOnPage, ...given({ after }) });
  const offices = [...new Set(rows.flatMap((row) => parseId<OfficeId>(row.office) ?? []))];
  const names = await namedOffices(offices, host);
  const files = rows.map(({ about }) => parseStreamName(about));
  const numbers = await numbersOf(files, reader, host);
  return showPage(c, {
    title: `Vi phạm: ${findingStatusWords[status]}`,
    children: (
      <>
        <ul>
          {statuses.map((choice) => (
            <li>
              <a href={`/console/findings?status=${choice}`}>{findingStatusWords[choice]}</a>
            </li>
          ))}
        </ul>
        <FindingTable rows={rows} names={names} numbers={numbers} choosing={drafts && status === "confirmed"} />
        <More
          path="/console/findings"
          query={{ status }}
          after={rows.length < findingsOnPage ? undefined : rows.at(-1)?.key}
        />
      </>
    ),
  });
}

interface TableParts {
  readonly rows: readonly FindingRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly numbers: FileNumbers;
  readonly choosing: boolean;
}

function FindingTable({ rows, names, numbers, choosing }: TableParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <form method="post" action="/console/instruments/draft">
      <Table
        caption="Vi phạm"
        rows={rows}
        nameAt={choosing ? 1 : 0}
        columns={[...(choosing ? [tickColumn(numbers)] : []), ...columnsOf(names, numbers)]}
      />
      {choosing ? (
        <p class="actions">
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

function tickColumn(numbers: FileNumbers): Column<FindingRow> {
  return {
    head: "Chọn",
    cell: ({ key, rule, about }) => (
      <input
        type="checkbox"
        name="findings"
        value={key}
        aria-label={`Chọn ${ruleName(rule)}, ${fileLabel(parseStreamName(about), numbers)} (${short(key)})`}
      />
    ),
  };
}

function columnsOf(names: TableParts["names"], numbers: FileNumbers): readonly Column<FindingRow>[] {
  return [
    { head: "Vi phạm", cell: (row) => <Name row={row} /> },
    { head: "Hồ sơ", cell: ({ about }) => <FileLink file={parseStreamName(about)} numbers={numbers} /> },
    { head: "Cơ quan", cell: ({ office }) => names.get(office)?.name ?? short(office) },
    { head: "Ngày xác nhận", cell: ({ madeOn }) => dayText(madeOn) },
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
