/** The time limits of a file, each with its due day and why. Who may judge ticks breaches not judged yet. */

import type { Day } from "../../base/day.ts";
import type { Role } from "../../domain/event.ts";
import { isBreached, type Obligation } from "../../law/detection/detection.ts";
import { ownerWords } from "../../law/owner.ts";
import { writeCitation } from "../../law/sources.ts";
import type { DueDayChange } from "../../service/reading/due-day-changes.ts";
import type { FindingRow } from "../../service/views.ts";
import { formatDay } from "../parts/day-text.ts";
import { type AboutName, detectionValue } from "../parts/detection-value.ts";
import { Barred, CrossingNote, Due, MetDay, ObligationMark, RecordedLate, Why } from "../parts/obligation.tsx";
import { ruleName, ruleTitle } from "../words/law.ts";
import { findingStatusWords } from "../words/findings.ts";
import type { SubjectName } from "../parts/subject-name.ts";
import { Table } from "../parts/table.tsx";
import { FulfilLink } from "./file-ways.tsx";
import { toldApart } from "../parts/told-apart.ts";

interface LimitsParts {
  readonly about: AboutName;
  readonly obligations: readonly Obligation[];
  readonly moves: readonly DueDayChange[];
  /** The findings, by the key of the time limit. */
  readonly judged: ReadonlyMap<string, FindingRow>;
  readonly subject: SubjectName;
  readonly today: Day;
  /** Whether this person may confirm and dismiss. */
  readonly mayJudge: boolean;
  /** The roles in which this person may record acts on the file; none for others. */
  readonly recording: readonly Role[];
}

export function Limits(parts: LimitsParts) {
  const { obligations, judged, mayJudge } = parts;
  const open = mayJudge && obligations.some((obligation) => isBreached(obligation) && !judged.has(obligation.key));
  const spoken = spokenNames(parts);
  return (
    <form method="post" action="/console/judge/confirm">
      <Table
        caption="Thời hạn"
        rows={obligations}
        columns={[
          { head: "Phải làm", cell: (obligation) => <Duty obligation={obligation} /> },
          { head: "Đối tượng", cell: ({ subject }) => parts.subject(subject) },
          { head: "Hạn cuối", cell: (obligation) => <DueDay obligation={obligation} parts={parts} /> },
          {
            head: "Đã làm",
            cell: (obligation) => (
              <>
                <MetDay obligation={obligation} />
                <FulfilLink about={parts.about} obligation={obligation} roles={parts.recording} />
              </>
            ),
          },
          { head: "Trạng thái", cell: (obligation) => <ObligationMark {...obligation} /> },
          { head: "Vi phạm", cell: (obligation) => <Judgment obligation={obligation} parts={parts} spoken={spoken} /> },
        ]}
      />
      {open ? (
        <p class="actions stick">
          <button class="act" type="submit" name="step" value="choose">
            Xác nhận vi phạm các mục đã chọn
          </button>
        </p>
      ) : undefined}
    </form>
  );
}

function Duty({ obligation }: { readonly obligation: Obligation }) {
  const { rule, owner, citation } = obligation;
  return (
    <>
      {ruleTitle(rule)}
      <div class="detail">
        {ownerWords[owner].vi}; {writeCitation(citation, "vi")}
        <Why obligation={obligation} />
      </div>
    </>
  );
}

function DueDay({ obligation, parts }: { readonly obligation: Obligation; readonly parts: LimitsParts }) {
  const { trigger, dueOn, state, mode, provisional } = obligation;
  return (
    <>
      {mode === "ban" ? (
        <Barred until={dueOn} rule={obligation.rule} />
      ) : (
        <Due dueOn={dueOn} today={parts.today} running={state === "open"} provisional={provisional} />
      )}
      <CrossingNote {...obligation} />
      <RecordedLate what="start" source={trigger.source} late={trigger.recordedLate} />
      {parts.moves.filter(({ key }) => key === obligation.key).map(movedWords)}
    </>
  );
}

/** movedWords says what a due day was under the earlier edition, so that no due day changes without a word. */
function movedWords({ supersedes, edition, adoptedOn, before }: DueDayChange) {
  const earlier = before === undefined ? "không có thời hạn này" : dayWords(before.dueOn);
  return (
    <div class="detail">
      Theo bộ quy tắc số {supersedes}: {earlier}. Bộ quy tắc số {edition} được thông qua ngày {formatDay(adoptedOn)}.
    </div>
  );
}

function dayWords(day: Day | undefined): string {
  return day === undefined ? "luật không quy định ngày" : formatDay(day);
}

interface JudgmentParts {
  readonly obligation: Obligation;
  readonly parts: LimitsParts;
  readonly spoken: ReadonlyMap<string, string>;
}

function Judgment({ obligation, parts, spoken }: JudgmentParts) {
  const finding = parts.judged.get(obligation.key);
  if (finding !== undefined)
    return <a href={`/console/findings/${finding.key}`}>{findingStatusWords[finding.status] ?? finding.status}</a>;
  if (!isBreached(obligation)) return <>–</>;
  if (!parts.mayJudge) return <>chưa xem xét</>;
  const value = detectionValue(parts.about, obligation.key);
  const words = spoken.get(obligation.key) ?? "";
  return (
    <>
      <label class="box">
        <input type="checkbox" name="detections" value={value} aria-label={`Chọn: ${words}`} /> chọn
      </label>
      <a href={`/console/judge/dismiss?detection=${encodeURIComponent(value)}`} aria-label={`Bác phát hiện: ${words}`}>
        bác phát hiện này
      </a>
    </>
  );
}

/** What a screen reader says of the box and the link of each breach, which it reads without the rest of the row. */
function spokenNames({ obligations, subject }: LimitsParts): ReadonlyMap<string, string> {
  const names = toldApart(
    obligations.map((each) => `${ruleName(each.rule)}, ${subject(each.subject)}, tính từ ${formatDay(each.startedOn)}`),
  );
  return new Map(obligations.map(({ key }, i) => [key, names[i] ?? ""]));
}

/** byUrgency sorts breaches first, then open time limits by due day, then those that are done. */
export function byUrgency(a: Obligation, b: Obligation): number {
  return rank(a) - rank(b) || (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || a.key.localeCompare(b.key);
}

function rank(obligation: Obligation): number {
  if (isBreached(obligation)) return obligation.weight === "violation" ? 0 : 1;
  return obligation.state === "open" ? 2 : 3;
}
