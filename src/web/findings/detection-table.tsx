/** Detections as rows that can be ticked and confirmed together; each links to its file, which explains the due day. */

import { type Day, parseDay } from "../../base/day.ts";
import { streamId, streamKind } from "../../domain/event.ts";
import { listedState } from "../../domain/deadlines/list-state.ts";
import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import type { DeadlineRow } from "../../service/views.ts";
import { formatDay } from "../parts/day-text.ts";
import { FileLink, fileLabel } from "../parts/file-link.tsx";
import { Barred, ObligationMark, RecordedLate } from "../parts/obligation.tsx";
import { citationIn, ruleName, ruleTitle } from "../words/law.ts";
import { dayText, short } from "../parts/rows.ts";
import { detectionValue } from "../parts/detection-value.ts";
import type { Called } from "../parts/finding-name.ts";
import { byDueDay, type Column, Table } from "../parts/table.tsx";
import type { NamedSubject } from "../parts/subjects-in.ts";
import { toldApart } from "../parts/told-apart.ts";

interface TableParts {
  readonly rows: readonly DeadlineRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly numbers: FileNumbers;
  readonly subjects: NamedSubject;
  readonly today: Day;
  readonly caption: string;
  /** The reader may confirm them, so each can be ticked. */
  readonly choosing: boolean;
}

export function DetectionTable(parts: TableParts) {
  if (parts.rows.length === 0) return <p>Không có.</p>;
  if (!parts.choosing) return <Detections {...parts} />;
  return (
    <form method="post" action="/console/judge/confirm">
      <Detections {...parts} />
      <p class="actions stick">
        <button class="act" type="submit" name="step" value="choose">
          Xác nhận vi phạm các mục đã chọn
        </button>
      </p>
    </form>
  );
}

function Detections({ rows, names, numbers, subjects, today, caption, choosing }: TableParts) {
  const detections = rows.map((row) => detectionIn(row, today));
  const spoken = toldApart(detections.map((detection) => spokenName(detection, { numbers, subjects })));
  const tick: Column<Detection> = {
    head: "Chọn",
    class: "pick",
    cell: ({ row }, i) => <Tick row={row} name={spoken[i] ?? ""} />,
  };
  return (
    <Table
      caption={caption}
      rows={detections}
      nameAt={choosing ? 1 : 0}
      columns={[
        ...(choosing ? [tick] : []),
        {
          head: "Việc phải làm, căn cứ",
          cell: ({ row }) => (
            <>
              {ruleTitle(row.rule)}
              <div class="detail">{citationIn(row.rule, row.version)}</div>
            </>
          ),
        },
        {
          head: "Hồ sơ, đối tượng",
          cell: ({ row }) => (
            <>
              <About row={row} numbers={numbers} subjects={subjects} />
              <div class="detail">{names.get(row.office)?.name ?? short(row.office)}</div>
            </>
          ),
        },
        { head: "Hạn, còn hay quá", sorting: byDueDay, cell: (detection) => <State detection={detection} /> },
      ]}
    />
  );
}

/** A row of the read model, and its state as of today. */
interface Detection {
  readonly row: DeadlineRow;
  readonly listed: ReturnType<typeof listedState>;
  readonly due: Day | undefined;
  readonly met: Day | undefined;
}

function detectionIn(row: DeadlineRow, today: Day): Detection {
  return { row, listed: listedState(row, today), due: parseDay(row.dueOn), met: parseDay(row.metOn) };
}

function isForbidden({ listed }: Detection): boolean {
  return listed.state === "forbidden";
}

function Tick({ row, name }: { readonly row: DeadlineRow; readonly name: string }) {
  const about = { kind: streamKind(row.stream), id: streamId(row.stream) };
  return <input type="checkbox" name="detections" value={detectionValue(about, row.key)} aria-label={`Chọn ${name}`} />;
}

/** What a screen reader says of a row's box, which it reads without the rest of the row. */
function spokenName(detection: Detection, { numbers, subjects }: Called): string {
  const { row, due, met } = detection;
  const when = isForbidden(detection) ? `việc bị cấm, làm ngày ${dayWords(met)}` : `hạn ${dayWords(due)}`;
  const whose = subjects(row.stream, row.subject) ?? "cả hồ sơ";
  // Today's page has violations and hints in two tables, and the same duty of two files of one number may stand in both.
  const doubt = row.weight === "hint" ? ", gợi ý" : "";
  return `${ruleName(row.rule)}, ${when}, ${fileLabel(row.stream, numbers)}, ${whose}, tính từ ${dayText(row.startedOn)}${doubt}`;
}

function State({ detection }: { readonly detection: Detection }) {
  const { row, listed, due, met } = detection;
  return (
    <>
      {isForbidden(detection) ? <Barred until={due} rule={row.rule} /> : dayWords(due)}
      <div>
        <ObligationMark {...listed} weight={row.weight === "violation" ? "violation" : "hint"} dueOn={due} />
      </div>
      {isForbidden(detection) ? <div class="detail">làm ngày {dayWords(met)}</div> : undefined}
      <RecordedLate what="start" source={row.startSource} late={row.startRecordedLate} />
      <RecordedLate what="met" source={row.metSource} late={row.metRecordedLate} />
    </>
  );
}

interface AboutParts extends Pick<TableParts, "numbers" | "subjects"> {
  readonly row: DeadlineRow;
}

function About({ row: { stream, subject }, numbers, subjects }: AboutParts) {
  const named = subjects(stream, subject);
  return (
    <>
      <FileLink file={stream} numbers={numbers} />
      {named === undefined ? undefined : `, ${named}`}
    </>
  );
}

function dayWords(day: Day | undefined): string {
  return day === undefined ? "" : formatDay(day);
}
