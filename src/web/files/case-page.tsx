/** A case: its parties and assets, what the law asks of it today, everything done on it. */

import type { Child } from "hono/jsx";
import { type CaseId, parseId } from "../../base/ids.ts";
import { type CaseState, personalFields } from "../../domain/cases/case.ts";
import { casePage, type FilePage } from "../../service/file-page.ts";
import { namedOffices } from "../../service/office-names.ts";
import type { Opened } from "../../service/opened.ts";
import { formatDay } from "../day-text.ts";
import { Pages, pageOf } from "../pager.tsx";
import { type May, mayWith } from "../permitted.ts";
import { textBehind } from "../sealed-text.tsx";
import { showPage, showRefusal } from "../show.tsx";
import type { ConsoleContext } from "../visit.ts";
import { motionWords } from "../words/files.ts";
import { Corrections } from "./corrections.tsx";
import { byUrgency, Limits } from "./limits.tsx";
import { Assets, Parties } from "./parties.tsx";
import { subjectsOfCase } from "./subject.ts";
import { firstDayOf, Timeline } from "./timeline.tsx";

/** What keeps a page under 100 kB: an explanation is about two of them. */
const limitsShown = 20;
const actsShown = 60;

export async function showCase(c: ConsoleContext): Promise<Response> {
  return caseShown(c, undefined);
}

/** names: the personal fields, when their disclosure was just recorded. */
export async function caseShown(c: ConsoleContext, names: Opened | undefined): Promise<Response> {
  const { reader, host } = c.var.visit;
  const id = parseId<CaseId>(c.req.param("id"));
  if (id === undefined) return showRefusal(c, { code: "unknown-case" });
  const read = await casePage(id, reader, host);
  if (!read.ok) return showRefusal(c, read.refusal);
  const may = await mayWith(read.value.state.agency, c.var.visit);
  const agency = (await namedOffices([read.value.state.agency], host)).get(read.value.state.agency);
  return showPage(c, {
    title: `Hồ sơ ${caseName(read.value)}`,
    children: <CaseParts c={c} page={read.value} agency={agency?.name ?? ""} may={may} names={names} />,
  });
}

/** The number of the decision, for who may see it; else the beginning of the id. */
function caseName({ state, opened }: FilePage<CaseState>): string {
  return textBehind(state.acts[0]?.document, opened) ?? state.id.slice(0, 8);
}

interface CaseParts {
  readonly c: ConsoleContext;
  readonly page: FilePage<CaseState>;
  readonly agency: string;
  readonly may: May;
  readonly names: Opened | undefined;
}

function CaseParts({ c, page, agency, may, names }: CaseParts): Child {
  const { state, entries, opened, obligations, findings } = page;
  const subject = subjectsOfCase(state);
  const limits = pageOf(obligations.toSorted(byUrgency), c.req.query("limits"), limitsShown);
  const acts = pageOf(
    state.acts.toSorted((a, b) => firstDayOf(a).localeCompare(firstDayOf(b))),
    c.req.query("acts"),
    actsShown,
  );
  const judged = new Map(
    findings.flatMap((finding) => (finding.deadline === undefined ? [] : [[finding.deadline, finding] as const])),
  );
  const path = `/console/cases/${state.id}`;
  return (
    <>
      <dl>
        <dt>Cơ quan thi hành án</dt>
        <dd>{agency}</dd>
        <dt>Thi hành</dt>
        <dd>
          {motionWords[state.motion]}
          {state.interim ? "; biện pháp khẩn cấp tạm thời" : ""}
        </dd>
        <dt>Thụ lý</dt>
        <dd>
          <a href={`/console/intakes/${state.intake}`}>xem việc thụ lý</a>
        </dd>
        <dt>Mã hồ sơ</dt>
        <dd class="code">{state.id}</dd>
      </dl>
      <h2 id="limits">Thời hạn, tính đến hôm nay {formatDay(c.var.visit.reader.today)}</h2>
      <Limits
        about={{ kind: "case", id: state.id }}
        obligations={limits.rows}
        judged={judged}
        subject={subject}
        today={c.var.visit.reader.today}
        mayJudge={may("confirm-detections")}
      />
      <Pages path={path} name="limits" page={limits.page} pages={limits.pages} what="thời hạn" />
      <h2 id="acts">Diễn biến theo ngày</h2>
      <Timeline acts={acts.rows} entries={entries} opened={opened} subject={subject} />
      <Pages path={path} name="acts" page={acts.page} pages={acts.pages} what="diễn biến" />
      <Corrections state={state} opened={opened} />
      <h2>Đương sự và tài sản</h2>
      <Parties parties={state.parties} names={names} />
      <Assets assets={state.assets} names={names} />
      {names === undefined && may("disclose-personal") && personalFields(state).length > 0 ? (
        <p>
          <a href={`${path}/disclose`}>Mở xem họ tên, mô tả tài sản</a> (mỗi lần mở là một mục nhật ký, có mục đích)
        </p>
      ) : undefined}
    </>
  );
}
