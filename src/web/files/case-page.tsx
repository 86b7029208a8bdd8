/** The page of a case: its parties and assets, what the law asks of it today, everything done on it. */

import type { Child } from "hono/jsx";
import { type CaseState, personalFields } from "../../domain/files/case.ts";
import type { FilePage } from "../../service/reading/file-page.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { type May, mayWith } from "../frame/permitted.ts";
import { textBehind } from "../parts/committed-text.tsx";
import { Facts } from "../parts/facts.tsx";
import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { motionWords } from "../words/files.ts";
import { askedFile } from "./asked-file.ts";
import { FileParts } from "./file-parts.tsx";
import { RecordLink } from "./file-ways.tsx";
import { Assets, Parties } from "./parties.tsx";
import { subjectsOfCase } from "../parts/subject-name.ts";

export async function showCase(c: ConsoleContext): Promise<Response> {
  return caseShown(c, undefined);
}

/** caseShown shows `names`, the personal fields, when their disclosure was just recorded. */
export async function caseShown(c: ConsoleContext, names: Opened | undefined): Promise<Response> {
  const { host } = c.var.visit;
  const read = await askedFile(c, "case");
  if (!read.ok) return read.refusal;
  const may = await mayWith(read.value.state.agency, c.var.visit);
  const agency = (await namedOffices([read.value.state.agency], host)).get(read.value.state.agency);
  return showPage(c, {
    title: `Hồ sơ ${caseName(read.value)}`,
    children: <CaseParts c={c} page={read.value} agency={agency?.name ?? ""} may={may} names={names} />,
  });
}

/** caseName is the number of the decision for a person who may see it. */
function caseName({ state, opened }: FilePage<CaseState>): string {
  return textBehind(state.acts[0]?.document, opened) ?? "không hiện số";
}

interface CaseParts {
  readonly c: ConsoleContext;
  readonly page: FilePage<CaseState>;
  readonly agency: string;
  readonly may: May;
  readonly names: Opened | undefined;
}

function CaseParts({ c, page, agency, may, names }: CaseParts): Child {
  const { state } = page;
  return (
    <>
      <About state={state} agency={agency} />
      <RecordLink path={`/console/cases/${state.id}`} may={may} />
      <FileParts
        about={{ kind: "case", id: state.id }}
        page={page}
        subject={subjectsOfCase(state)}
        today={c.var.visit.reader.today}
        mayJudge={may("confirm-detections")}
        recording={may("record-act") ? c.var.visit.reader.acting.roles : []}
        asked={{ limits: c.req.query("limits"), acts: c.req.query("acts"), gone: c.req.query("gone") }}
      />
      <h2 id="parties">Đương sự và tài sản</h2>
      <Parties parties={state.parties} names={names} />
      <Assets assets={state.assets} names={names} />
      <Adding path={`/console/cases/${state.id}`} may={may} />
      {names === undefined && may("disclose-personal") && personalFields(state).length > 0 ? (
        <p>
          <a href={`/console/cases/${state.id}/disclose`}>Mở xem họ tên, mô tả tài sản</a> (mỗi lần mở là một mục nhật
          ký, có mục đích)
        </p>
      ) : undefined}
    </>
  );
}

function Adding({ path, may }: { readonly path: string; readonly may: May }) {
  if (!may("add-party") || !may("add-asset")) return undefined;
  return (
    <p>
      <a href={`${path}/add-party`}>Thêm đương sự</a> · <a href={`${path}/add-asset`}>Thêm tài sản</a>
    </p>
  );
}

function About({ state, agency }: { readonly state: CaseState; readonly agency: string }) {
  return (
    <>
      <Facts
        facts={[
          { term: "Cơ quan thi hành án", value: agency },
          {
            term: "Thi hành",
            value: `${motionWords[state.motion]}${state.interim ? "; biện pháp khẩn cấp tạm thời" : ""}`,
          },
          { term: "Thụ lý", value: <a href={`/console/intakes/${state.intake}`}>xem việc thụ lý</a> },
        ]}
      />
      <details>
        <summary>Mã hồ sơ</summary>
        <p class="code">{state.id}</p>
      </details>
    </>
  );
}
