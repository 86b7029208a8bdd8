/** An intake: the judgment or request that was received, what is owed before a decision exists, the cases that came of it. */

import { type IntakeId, parseId } from "../../base/ids.ts";
import { intakePage } from "../../service/file-page.ts";
import { namedOffices } from "../../service/office-names.ts";
import { formatDay } from "../day-text.ts";
import { Pages, pageOf } from "../pager.tsx";
import { mayWith } from "../permitted.ts";
import { SealedText } from "../sealed-text.tsx";
import { showPage, showRefusal } from "../show.tsx";
import type { ConsoleContext } from "../visit.ts";
import { motionWords } from "../words/files.ts";
import { Corrections } from "./corrections.tsx";
import { byUrgency, Limits } from "./limits.tsx";
import { subjectName } from "./subject.ts";
import { Timeline } from "./timeline.tsx";

export async function showIntake(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const id = parseId<IntakeId>(c.req.param("id"));
  if (id === undefined) return showRefusal(c, { code: "unknown-intake" });
  const read = await intakePage(id, reader, host);
  if (!read.ok) return showRefusal(c, read.refusal);
  const { state, entries, opened, obligations, findings } = read.value;
  const may = await mayWith(state.agency, c.var.visit);
  const names = await namedOffices(state.court === undefined ? [state.agency] : [state.agency, state.court], host);
  const limits = pageOf(obligations.toSorted(byUrgency), c.req.query("limits"), 20);
  const judged = new Map(
    findings.flatMap((finding) => (finding.deadline === undefined ? [] : [[finding.deadline, finding] as const])),
  );
  return showPage(c, {
    title: "Việc thụ lý",
    children: (
      <>
        <dl>
          <dt>Cơ quan thi hành án</dt>
          <dd>{names.get(state.agency)?.name}</dd>
          <dt>Tòa án</dt>
          <dd>{state.court === undefined ? "không ghi" : names.get(state.court)?.name}</dd>
          <dt>Bản án, quyết định</dt>
          <dd>
            <SealedText field={state.judgment} opened={opened} />
          </dd>
          <dt>Thi hành</dt>
          <dd>{motionWords[state.motion]}</dd>
          <dt>Ngày thụ lý</dt>
          <dd>{formatDay(state.openedOn)}</dd>
        </dl>
        <h2>Hồ sơ đã lập</h2>
        <ul>
          {state.decisions.map((decision) => (
            <li>
              <a href={`/console/cases/${decision.case}`}>quyết định ngày {formatDay(decision.on.day)}</a>
            </li>
          ))}
        </ul>
        {state.decisions.length === 0 ? <p>Chưa có quyết định thi hành án.</p> : undefined}
        <h2 id="limits">Thời hạn, tính đến hôm nay {formatDay(reader.today)}</h2>
        <Limits
          about={{ kind: "intake", id: state.id }}
          obligations={limits.rows}
          judged={judged}
          subject={subjectName}
          today={reader.today}
          mayJudge={may("confirm-detections")}
        />
        <Pages
          path={`/console/intakes/${state.id}`}
          name="limits"
          page={limits.page}
          pages={limits.pages}
          what="thời hạn"
        />
        <h2>Diễn biến</h2>
        <Timeline acts={state.acts} entries={entries} opened={opened} subject={subjectName} />
        <Corrections state={state} opened={opened} />
      </>
    ),
  });
}
