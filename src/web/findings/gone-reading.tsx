/** A detection gone by correction as a screen shows it: how it was read before the correction, how since, and which entry it is. */

import { parseDay } from "../../base/day.ts";
import { daysLate, type ObligationState, type Weight } from "../../law/detection/deadline.ts";
import { EntryLink } from "../parts/entry-link.tsx";
import { ObligationMark } from "../parts/obligation.tsx";
import { dayText } from "../parts/rows.ts";

interface Read {
  readonly state: ObligationState;
  readonly dueOn?: string | undefined;
  readonly metOn?: string | undefined;
}

export interface GoneReading {
  readonly weight: Weight;
  readonly startedOn: string;
  readonly before: Read;
  /** Undefined: there is no such time limit any more. */
  readonly after: Read | undefined;
  readonly correction: { readonly on: string; readonly index: number | undefined };
}

export const goneHeads = ["Trước đính chính", "Sau đính chính", "Đính chính"] as const;

/** Three cells of a row. */
export function GoneCells({ gone }: { readonly gone: GoneReading }) {
  const { before, after, correction } = gone;
  return (
    <>
      <td>
        <Reading read={before} of={gone} />
      </td>
      <td>{after === undefined ? "không còn thời hạn này" : <Reading read={after} of={gone} />}</td>
      <td>
        {dayText(correction.on)}, <EntryLink index={correction.index} />
      </td>
    </>
  );
}

function Reading({ read, of: { weight, startedOn, correction } }: { readonly read: Read; readonly of: GoneReading }) {
  const [dueOn, metOn, on] = [read.dueOn, read.metOn, correction.on].map(parseDay);
  const started = parseDay(startedOn);
  const late = on === undefined ? 0 : daysLate({ dueOn, metOn, ...(started && { startedOn: started }) }, on);
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
