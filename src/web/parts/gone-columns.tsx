/** The columns for detections that a correction took away: how each was read before, how since, and the correcting entry. */

import { parseDay } from "../../base/day.ts";
import { daysLate, type ObligationState, type Weight } from "../../law/detection/deadline.ts";
import { EntryLink } from "./entry-link.tsx";
import { ObligationMark } from "./obligation.tsx";
import { dayText } from "./rows.ts";
import type { Column } from "./table.tsx";

interface ReadState {
  readonly state: ObligationState;
  readonly dueOn?: string | undefined;
  readonly metOn?: string | undefined;
}

export interface GoneReading {
  readonly weight: Weight;
  readonly startedOn: string;
  readonly before: ReadState;
  /** Undefined when the correction left no such time limit. */
  readonly after: ReadState | undefined;
  readonly correction: { readonly on: string; readonly index: number | undefined };
}

/** goneColumns returns the three columns that every such list has, whatever its rows are. */
export function goneColumns<Row>(readingOf: (row: Row) => GoneReading): readonly Column<Row>[] {
  return [
    { head: "Trước đính chính", cell: (row) => <Reading read={readingOf(row).before} of={readingOf(row)} /> },
    { head: "Sau đính chính", cell: (row) => <After gone={readingOf(row)} /> },
    { head: "Đính chính", cell: (row) => <Corrected gone={readingOf(row)} /> },
  ];
}

function After({ gone }: { readonly gone: GoneReading }) {
  return gone.after === undefined ? <>không còn thời hạn này</> : <Reading read={gone.after} of={gone} />;
}

function Corrected({ gone: { correction } }: { readonly gone: GoneReading }) {
  return (
    <>
      {dayText(correction.on)}, <EntryLink index={correction.index} />
    </>
  );
}

function Reading({
  read,
  of: { weight, startedOn, correction },
}: {
  readonly read: ReadState;
  readonly of: GoneReading;
}) {
  const [dueOn, metOn, correctedOn] = [read.dueOn, read.metOn, correction.on].map(parseDay);
  const started = parseDay(startedOn);
  const late =
    correctedOn === undefined ? 0 : daysLate({ dueOn, metOn, ...(started && { startedOn: started }) }, correctedOn);
  return (
    <>
      <ObligationMark state={read.state} weight={weight} daysLate={late} dueOn={dueOn} />
      <div class="detail">
        {[
          ...(dueOn === undefined ? [] : [`hạn ${dayText(dueOn)}`]),
          ...(metOn === undefined ? [] : [`làm ngày ${dayText(metOn)}`]),
        ].join("; ")}
      </div>
    </>
  );
}
