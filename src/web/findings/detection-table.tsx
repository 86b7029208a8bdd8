/** Detections as rows that can be ticked and confirmed together; each leads to its file, where the date is explained. */

import { type Day, parseDay } from "../../base/day.ts";
import { streamId, streamKind } from "../../domain/event.ts";
import { listedState } from "../../service/reading/detections.ts";
import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import type { DeadlineRow } from "../../service/views.ts";
import { formatDay } from "../parts/day-text.ts";
import { FileLink, fileLabel } from "../parts/file-link.tsx";
import { Barred, ObligationMark, RecordedLate, ruleName } from "../parts/obligation.tsx";
import { short } from "../parts/rows.ts";
import { detectionValue } from "./detection-value.ts";
import { Table } from "../parts/table.tsx";

interface TableParts {
  readonly rows: readonly DeadlineRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly numbers: FileNumbers;
  readonly today: Day;
  readonly caption: string;
}

export function DetectionTable({ rows, names, numbers, today, caption }: TableParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <form method="post" action="/console/judge/confirm">
      <Table caption={caption} heads={["Chọn", "Phải làm", "Cơ quan", "Hạn cuối", "Trạng thái", "Hồ sơ, đối tượng"]}>
        {rows.map((row) => (
          <DetectionRow
            row={row}
            office={names.get(row.office)?.name ?? short(row.office)}
            numbers={numbers}
            today={today}
          />
        ))}
      </Table>
      <p class="actions">
        <button class="act" type="submit" name="step" value="choose">
          Xác nhận vi phạm các mục đã chọn
        </button>
      </p>
    </form>
  );
}

interface RowParts extends Pick<TableParts, "numbers" | "today"> {
  readonly row: DeadlineRow;
  readonly office: string;
}

function DetectionRow({ row, office, numbers, today }: RowParts) {
  const kind = streamKind(row.stream);
  const id = streamId(row.stream);
  const [due, met] = [parseDay(row.dueOn), parseDay(row.metOn)];
  const standing = listedState(row, today);
  const forbidden = standing.state === "forbidden";
  const when = forbidden ? `việc bị cấm, làm ngày ${dayWords(met)}` : `hạn ${dayWords(due)}`;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          name="detections"
          value={detectionValue({ kind, id }, row.key)}
          aria-label={`Chọn ${ruleName(row.rule)}, ${when}, ${fileLabel(row.stream, numbers)}, đối tượng ${short(row.subject)}, từ hành vi ${short(row.startedBy)}`}
        />
      </td>
      <th scope="row">
        {ruleName(row.rule)} <span class="code">({row.rule})</span>
      </th>
      <td>{office}</td>
      <td>
        {forbidden ? <Barred until={due} /> : dayWords(due)}
        <RecordedLate what="start" source={row.startSource} late={row.startRecordedLate} />
      </td>
      <td>
        <ObligationMark {...standing} weight={row.weight === "violation" ? "violation" : "hint"} dueOn={due} />
        {forbidden ? <div class="detail">làm ngày {dayWords(met)}</div> : undefined}
        <RecordedLate what="met" source={row.metSource} late={row.metRecordedLate} />
      </td>
      <td>
        <FileLink file={row.stream} numbers={numbers} />
        {row.subject === id ? undefined : (
          <>
            , đối tượng <span class="code">{short(row.subject)}</span>
          </>
        )}
      </td>
    </tr>
  );
}

function dayWords(day: Day | undefined): string {
  return day === undefined ? "" : formatDay(day);
}
