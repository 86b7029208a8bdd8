/** The clocks of both sides of an instrument: the addressee's, and the procuracy's own beside them (promise 4). */

import type { Day } from "../../base/day.ts";
import { type InstrumentState, isSent } from "../../domain/instruments/instrument.ts";
import { draftWindow } from "../../domain/instruments/window.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import { ownerWords } from "../../law/owner.ts";
import { Mark } from "../parts/mark.tsx";
import { CrossingNote, Due, MetDay, ObligationMark, RecordedLate, WhyDay, Why } from "../parts/obligation.tsx";
import { ruleName } from "../words/law.ts";
import { limitsId } from "../parts/file-link.tsx";
import { Table } from "../parts/table.tsx";

interface ClocksParts {
  readonly obligations: readonly Obligation[];
  readonly state: InstrumentState;
  readonly today: Day;
}

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
        <Table
          caption="Thời hạn của hai bên"
          rows={obligations}
          columns={[
            { head: "Phải làm", cell: (obligation) => <Duty obligation={obligation} /> },
            { head: "Bên phải làm", cell: ({ owner }) => ownerWords[owner].vi },
            { head: "Hạn cuối", cell: (obligation) => <DueDay obligation={obligation} today={today} /> },
            { head: "Đã làm", cell: (obligation) => <MetDay obligation={obligation} /> },
            { head: "Trạng thái", cell: (obligation) => <ObligationMark {...obligation} /> },
          ]}
        />
      )}
    </>
  );
}

function Duty({ obligation }: { readonly obligation: Obligation }) {
  return (
    <>
      {ruleName(obligation.rule)}
      <Why obligation={obligation} />
    </>
  );
}

function DueDay({ obligation, today }: { readonly obligation: Obligation; readonly today: Day }) {
  const { dueOn, state, provisional, trigger } = obligation;
  return (
    <>
      <Due dueOn={dueOn} today={today} running={state === "open"} provisional={provisional} />
      <CrossingNote {...obligation} />
      <RecordedLate what="start" source={trigger.source} late={trigger.recordedLate} />
    </>
  );
}
