/** An obligation on a screen: its state in words, how far its due day is off, and why the day is that day. */

import { addDays, type Day } from "../../base/day.ts";
import type { ObligationState, Weight } from "../../law/detection/deadline.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import type { Explanation } from "../../law/telling/explanation.ts";
import { explain } from "../../law/telling/sentences.ts";
import { explanationOf } from "../../law/telling/explain-deadline.ts";
import type { Mode } from "../../law/rule.ts";
import { distance, formatDay, workingDaysTo } from "./day-text.ts";
import { Mark, type Marking } from "./mark.tsx";

interface Judged {
  readonly state: ObligationState;
  readonly weight: Weight;
  readonly daysLate?: number;
  /** An obligation without a due day can never be late. */
  readonly dueOn?: Day | undefined;
  readonly mode?: Mode;
}

/** The mark of a hint calls it a hint, because the machine does not accuse in doubt (promise 5). */
export function ObligationMark(judged: Judged) {
  return <Mark {...markingOf(judged)} />;
}

/** obligationWord says the state without its mark, where a word alone can stand. */
export function obligationWord(judged: Judged): string {
  return markingOf(judged).word;
}

function markingOf({ state, weight, daysLate = 0, dueOn, mode }: Judged): Marking {
  // A period is one's own to use: letting it pass breaches nothing (law/rule.ts, mode).
  if (mode === "period" && state === "missed") return { word: "đã hết thời gian", tone: "plain" };
  const hint = weight === "hint" ? " (gợi ý)" : "";
  switch (state) {
    case "open":
      return dueOn === undefined ? { word: "chưa làm", tone: "plain" } : { word: "đang trong hạn", tone: "clock" };
    case "met":
      return { word: "đúng hạn", tone: "good" };
    case "late":
      return { word: `chậm ${lateness(dueOn, daysLate)}${hint}`, tone: hint === "" ? "bad" : "hint" };
    case "missed":
      return { word: `quá ${lateness(dueOn, daysLate)}${hint}`, tone: hint === "" ? "bad" : "hint" };
    case "excused":
      return { word: "được loại trừ", tone: "plain" };
    case "forbidden":
      return { word: `việc bị cấm${hint}`, tone: hint === "" ? "bad" : "hint" };
  }
}

/** Lateness is told in working days, by which people reckon; where it began and ended on days off, in calendar days. */
function lateness(dueOn: Day | undefined, daysLate: number): string {
  const working = dueOn === undefined ? 0 : workingDaysTo(dueOn, addDays(dueOn, daysLate));
  return working > 0 ? `${working} ngày làm việc` : `${daysLate} ngày`;
}

/** Working days before a due day from which it is marked as near. */
const near = 3;

function dueMark(dueOn: Day, today: Day): Marking {
  if (dueOn < today) return { word: distance(dueOn, today), tone: "bad" };
  return { word: distance(dueOn, today), tone: workingDaysTo(today, dueOn) <= near ? "wait" : "clock" };
}

export function Due({
  dueOn,
  today,
  running,
  provisional = false,
}: {
  readonly dueOn: Day | undefined;
  readonly today: Day;
  readonly running: boolean;
  readonly provisional?: boolean;
}) {
  if (dueOn === undefined) return <>luật không quy định ngày</>;
  return (
    <>
      {formatDay(dueOn)}
      {provisional ? " (tạm tính)" : ""}
      {running ? (
        <div>
          <Mark {...dueMark(dueOn, today)} />
        </div>
      ) : undefined}
    </>
  );
}

/** A clock that runs across 1 July 2026 shows both due days, because law 106/2025 Art.116 does not say which law governs it. */
export function CrossingNote({ crossesTransition, version, otherLaw }: Obligation) {
  if (!crossesTransition) return undefined;
  const other =
    otherLaw === undefined
      ? "luật kia không có thời hạn này"
      : `theo bản ${otherLaw.version}: ${otherLaw.dueOn === undefined ? "không quy định ngày" : formatDay(otherLaw.dueOn)}`;
  return (
    <div class="detail">
      <Mark word="vắt qua 01/07/2026" tone="wait" /> tính theo bản {version}; {other}
    </div>
  );
}

interface StatedDay {
  readonly what: "start" | "met";
  readonly source: string | undefined;
  readonly late: number | undefined;
}

/** A day recorded late is a statement until its source proves it; an import is always late, so it says nothing. */
export function RecordedLate({ what, source, late }: StatedDay) {
  if (late === undefined || source === "import") return undefined;
  return (
    <div class="detail">
      {what === "start" ? "mốc tính" : "ngày làm"} ghi muộn {late} ngày
    </div>
  );
}

export function MetDay({ obligation: { metOn, metSource, metRecordedLate } }: { readonly obligation: Obligation }) {
  return (
    <>
      {metOn === undefined ? "chưa" : formatDay(metOn)}
      <RecordedLate what="met" source={metSource} late={metRecordedLate} />
    </>
  );
}

/** The day until which, or on which, an act is forbidden. An order rule knows no day: another act had to come first. */
export function Barred({ until, rule }: { readonly until: Day | undefined; readonly rule: string }) {
  if (until !== undefined) return <>không trước khi hết ngày {formatDay(until)}</>;
  return <>{rule.startsWith("ORD_") ? "trái trình tự" : "ngày, giờ bị cấm"}</>;
}

export function Why({ obligation }: { readonly obligation: Obligation }) {
  return <WhyDay explanation={explanationOf(obligation)} />;
}

export function WhyDay({ explanation }: { readonly explanation: Explanation }) {
  return (
    <details>
      <summary>Vì sao?</summary>
      <ul>
        {explain(explanation, "vi").map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </details>
  );
}
