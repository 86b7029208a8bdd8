/** The clocks of both sides: the addressee's, and the procuracy's own beside them (promise 4). */

import type { Day } from "../../base/day.ts";
import { type InstrumentState, isSent } from "../../domain/instruments/instrument.ts";
import { draftWindow } from "../../domain/instruments/window.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import { ownerWords } from "../../law/series.ts";
import { formatDay } from "../parts/day-text.ts";
import { Mark } from "../parts/mark.tsx";
import { CrossingNote, Due, ObligationMark, RecordedLate, WhyDay, ruleName, Why } from "../parts/obligation.tsx";
import { Table } from "../parts/table.tsx";

interface ClocksParts {
  readonly obligations: readonly Obligation[];
  readonly state: InstrumentState;
  readonly today: Day;
}

/** Where lists lead to for the reason of a date. */
export const limitsId = "limits";

export function Clocks({ obligations, state, today }: ClocksParts) {
  const window = draftWindow(state);
  if (obligations.length === 0 && window === undefined) return undefined;
  const contested = isSent(state) && state.contests.length > 0;
  return (
    <>
      <h2 id={limitsId}>Thời hạn</h2>
      {window === undefined ? undefined : (
        <div>
          {ruleName(window.rule)}:{" "}
          <Due dueOn={window.lastDay} today={today} running={true} provisional={window.provisional} />
          <WhyDay explanation={window.explanation} />
        </div>
      )}
      {contested ? (
        <p>
          <Mark word="Có ngày bị phản đối: xem lý do ở phần diễn biến." tone="wait" />
        </p>
      ) : undefined}
      {obligations.length === 0 ? undefined : (
        <Table caption="Thời hạn của hai bên" heads={["Phải làm", "Bên phải làm", "Hạn cuối", "Đã làm", "Trạng thái"]}>
          {obligations.map((obligation) => (
            <tr>
              <th scope="row">
                {ruleName(obligation.rule)}
                <Why obligation={obligation} />
              </th>
              <td>{ownerWords[obligation.owner].vi}</td>
              <td>
                <Due
                  dueOn={obligation.dueOn}
                  today={today}
                  running={obligation.state === "open" || obligation.state === "missed"}
                  provisional={obligation.provisional}
                />
                <CrossingNote {...obligation} />
                <RecordedLate what="start" source={obligation.trigger.source} late={obligation.trigger.recordedLate} />
              </td>
              <td>
                {obligation.metOn === undefined ? "chưa" : formatDay(obligation.metOn)}
                <RecordedLate what="met" source={obligation.metSource} late={obligation.metRecordedLate} />
              </td>
              <td>
                <ObligationMark {...obligation} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}
