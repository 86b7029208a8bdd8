/** The page of a finding: what was detected, who judged it, how serious it was found, its status. */

import { type FindingId, parseId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import { deadlineKeyOf, type FindingState, seriousnessOf } from "../../domain/findings/finding.ts";
import { proposedInstrument } from "../../domain/instruments/proposal.ts";
import { findingPage } from "../../service/reading/finding-page.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import type { Opened } from "../../service/reading/opened.ts";
import type { SealedEntry } from "../../service/reading/sealed-entries.ts";
import { formatDay } from "../parts/day-text.ts";
import { EntryLink } from "../parts/entry-link.tsx";
import { calledIn } from "../parts/finding-name.ts";
import { filePath } from "../parts/file-link.tsx";
import { ruleName } from "../words/law.ts";
import { mayWith } from "../frame/permitted.ts";
import { dayText } from "../parts/rows.ts";
import { CommittedText } from "../parts/committed-text.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { eventWords, isEventType } from "../words/events.ts";
import { breachWords, dismissalWords, findingStatusWords, seriousnessWords } from "../words/findings.ts";
import { kindWords } from "../words/instruments.ts";
import { DetectionLine } from "./detection-line.tsx";
import { detectionValue } from "../parts/detection-value.ts";
import { type MergedNames, nameMerged } from "./merged-names.ts";

export async function showFinding(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const id = parseId<FindingId>(c.req.param("id"));
  if (id === undefined) return showRefusal(c, { code: "unknown-finding" });
  const page = await findingPage(id, reader, host);
  if (!page.ok) return showRefusal(c, page.refusal);
  const { state, opened, entries } = page.value;
  const file = streamName(state.about.kind, state.about.id);
  const called = await calledIn([file], { reader, host });
  const merged = await nameMerged(state, { reader, host });
  const names = await namedOffices([state.office, state.procuracy], host);
  const may = await mayWith(state.procuracy, c.var.visit);
  const [gone] = await host.views.gone({ office: state.office, key: deadlineKeyOf(state), limit: 1 });
  return showPage(c, {
    title: `Vi phạm: ${ruleName(state.rule)}`,
    children: (
      <>
        <dl>
          <dt>Phát hiện</dt>
          <dd>
            <DetectionLine value={detectionValue(state.about, deadlineKeyOf(state))} called={called} />
          </dd>
          <dt>Cơ quan</dt>
          <dd>{names.get(state.office)?.name}</dd>
          <dt>Viện kiểm sát</dt>
          <dd>{names.get(state.procuracy)?.name}</dd>
          <dt>Trạng thái</dt>
          <dd>{findingStatusWords[state.status]}</dd>
          <dt>Khi xem xét</dt>
          <dd>{asJudged(state)}</dd>
          {gone === undefined ? undefined : (
            <>
              <dt>Sau đính chính</dt>
              <dd>
                Phát hiện này hết do đính chính ngày {dayText(gone.correction.on)},{" "}
                <EntryLink index={gone.correction.index} />:{" "}
                <a href={`${filePath(file)}#gone`}>cách đọc trước và sau</a>
              </dd>
            </>
          )}
          <Made state={state} opened={opened} merged={merged} />
        </dl>
        {(state.status === "confirmed" || state.status === "in-instrument") && may("assess-seriousness") ? (
          <p>
            <a href={`/console/findings/${id}/assess`}>Đánh giá mức độ nghiêm trọng</a>
          </p>
        ) : undefined}
        <History entries={entries} />
      </>
    ),
  });
}

/** asJudged says what the machine had detected when a procurator judged it. */
function asJudged({ state, weight, dueOn, metOn }: FindingState): string {
  const days = [
    ...(dueOn === undefined ? [] : [`hạn cuối ${formatDay(dueOn)}`]),
    ...(metOn === undefined ? [] : [`làm ngày ${formatDay(metOn)}`]),
  ];
  return [`${breachWords[state]}${weight === "hint" ? " (gợi ý)" : ""}`, ...days].join("; ");
}

interface MadeParts {
  readonly state: FindingState;
  readonly opened: Opened;
  readonly merged: MergedNames;
}

function Made({ state, opened, merged }: MadeParts) {
  if (state.status === "dismissed") {
    return (
      <>
        <dt>Lý do bác</dt>
        <dd>
          {dismissalWords[state.reason]} (ngày {formatDay(state.on)}){" "}
          <CommittedText field={state.note} opened={opened} />
        </dd>
      </>
    );
  }
  const seriousness = seriousnessOf(state);
  return (
    <>
      <dt>Xác nhận</dt>
      <dd>
        {formatDay(state.on)}. <CommittedText field={state.cited} opened={opened} />{" "}
        <CommittedText field={state.note} opened={opened} />
      </dd>
      <dt>Mức độ</dt>
      <dd>
        {seriousness === undefined
          ? "chưa đánh giá"
          : `${seriousnessWords[seriousness]}: đề xuất ${kindWords[proposedInstrument(seriousness)].toLowerCase()}`}
        {state.assessments.length > 1 ? ` (đã đánh giá ${state.assessments.length} lần)` : ""}
      </dd>
      {state.status === "merged" ? (
        <>
          <dt>Gộp vào</dt>
          <dd>
            <FindingLink finding={state.into} names={merged} />
          </dd>
        </>
      ) : undefined}
      {state.merged.length > 0 ? (
        <>
          <dt>Các vi phạm đã gộp vào đây</dt>
          {state.merged.map((finding) => (
            <dd>
              <FindingLink finding={finding} names={merged} />
            </dd>
          ))}
        </>
      ) : undefined}
      {state.status === "in-instrument" ? (
        <>
          <dt>Văn bản</dt>
          <dd>
            <a href={`/console/instruments/${state.instrument}`}>xem văn bản</a>
          </dd>
        </>
      ) : undefined}
    </>
  );
}

function FindingLink({ finding, names }: { readonly finding: FindingId; readonly names: MergedNames }) {
  return <a href={`/console/findings/${finding}`}>{names.get(finding) ?? "vi phạm khác"}</a>;
}

/** The log entries of the finding's stream, which anybody can check. */
function History({ entries }: { readonly entries: readonly SealedEntry[] }) {
  return (
    <details>
      <summary>Trong nhật ký ({entries.length} mục)</summary>
      <ol>
        {entries.map((entry) => (
          <li>
            {isEventType(entry.type) ? eventWords[entry.type] : entry.type}: <EntryLink index={entry.index} />
          </li>
        ))}
      </ol>
    </details>
  );
}
