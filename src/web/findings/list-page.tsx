/** Findings: what procurators confirmed or dismissed. Confirmed ones are assessed, and put together into an instrument. */

import type { OfficeId } from "../../base/ids.ts";
import { parseId } from "../../base/ids.ts";
import { parseStreamName } from "../../domain/event.ts";
import { mayDo } from "../../domain/permission.ts";
import { type FileNumbers, numbersOf } from "../../service/reading/file-numbers.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import type { FindingRow } from "../../service/views.ts";
import { FileLink, fileLabel } from "../parts/file-link.tsx";
import { ruleName } from "../parts/obligation.tsx";
import { More } from "../parts/pager.tsx";
import { dayText, short, wordOf } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { findingStatusWords, seriousnessWords } from "../words/findings.ts";
import { Table } from "../parts/table.tsx";

const heads = ["Vi phạm", "Hồ sơ", "Cơ quan", "Ngày xác nhận", "Mức độ", "Văn bản"];
const shown = 100;
const statuses = ["confirmed", "in-instrument", "merged", "dismissed"] as const;

export async function listFindings(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const { office, roles } = reader.acting;
  if (!mayDo(roles, "read-findings", "own")) return showRefusal(c, { code: "not-permitted" });
  const status = statuses.find((known) => known === c.req.query("status")) ?? "confirmed";
  const after = parseId(c.req.query("after"));
  // Whoever has drafts of their own drafts from their own findings.
  const drafts = mayDo(roles, "discard-draft", "own");
  const whose = drafts ? { procuracy: office } : { office };
  const rows = await host.views.findings({ ...whose, status, limit: shown, ...(after === undefined ? {} : { after }) });
  const offices = [...new Set(rows.flatMap((row) => parseId<OfficeId>(row.office) ?? []))];
  const names = await namedOffices(offices, host);
  const files = rows.map(({ about }) => parseStreamName(about));
  const numbers = await numbersOf(files, reader, host);
  return showPage(c, {
    title: `Vi phạm: ${findingStatusWords[status]}`,
    children: (
      <>
        <ul>
          {statuses.map((each) => (
            <li>
              <a href={`/console/findings?status=${each}`}>{findingStatusWords[each]}</a>
            </li>
          ))}
        </ul>
        <FindingTable rows={rows} names={names} numbers={numbers} choosing={drafts && status === "confirmed"} />
        <More path="/console/findings" query={{ status }} after={rows.length < shown ? undefined : rows.at(-1)?.key} />
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
      <Table caption="Vi phạm" heads={choosing ? ["Chọn", ...heads] : heads}>
        {rows.map((row) => (
          <tr>
            {choosing ? (
              <td>
                <input
                  type="checkbox"
                  name="findings"
                  value={row.key}
                  aria-label={`Chọn ${ruleName(row.rule)}, ${fileLabel(parseStreamName(row.about), numbers)} (${short(row.key)})`}
                />
              </td>
            ) : undefined}
            <th scope="row">
              <a href={`/console/findings/${row.key}`}>{ruleName(row.rule)}</a>{" "}
              <span class="code">
                ({row.rule} {row.version})
              </span>
            </th>
            <td>
              <FileLink file={parseStreamName(row.about)} numbers={numbers} />
            </td>
            <td>{names.get(row.office)?.name ?? short(row.office)}</td>
            <td>{dayText(row.madeOn)}</td>
            <td>{row.seriousness === undefined ? "chưa đánh giá" : wordOf(seriousnessWords, row.seriousness)}</td>
            <td>{row.instrument === undefined ? "" : <a href={`/console/instruments/${row.instrument}`}>xem</a>}</td>
          </tr>
        ))}
      </Table>
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
