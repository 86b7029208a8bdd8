/** The page of an intake: the judgment or request received, what is owed before a decision exists, the cases opened on it. */

import { streamName } from "../../domain/event.ts";
import type { IntakeState } from "../../domain/files/intake.ts";
import { type FileNumbers, numbersOf } from "../../service/reading/file-numbers.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { formatDay } from "../parts/day-text.ts";
import { Facts } from "../parts/facts.tsx";
import { FileLink } from "../parts/file-link.tsx";
import { Pages, pageOf } from "../parts/pager.tsx";
import { type May, mayWith } from "../frame/permitted.ts";
import { CommittedText, textBehind } from "../parts/committed-text.tsx";
import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { motionWords } from "../words/files.ts";
import { askedFile } from "./asked-file.ts";
import { FileParts } from "./file-parts.tsx";
import { RecordLink } from "./file-ways.tsx";
import { subjectsOfActs } from "../parts/subject-name.ts";

const casesOnPage = 100;

export async function showIntake(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const read = await askedFile(c, "intake");
  if (!read.ok) return read.refusal;
  const { state, opened } = read.value;
  const may = await mayWith(state.agency, c.var.visit);
  const names = await namedOffices(state.court === undefined ? [state.agency] : [state.agency, state.court], host);
  const nameOf = (office: IntakeState["court"]): string | undefined => office && names.get(office)?.name;
  const decided = pageOf(state.decisions, c.req.query("cases"), casesOnPage);
  const files = decided.rows.map((decision) => streamName("case", decision.case));
  const numbers = await numbersOf(files, reader, host);
  return showPage(c, {
    title: ["Việc thụ lý", textBehind(state.judgment, opened) ?? []].flat().join(" "),
    children: (
      <>
        <About state={state} agency={nameOf(state.agency)} court={nameOf(state.court)} opened={opened} />
        <RecordLink path={`/console/intakes/${state.id}`} may={may} />
        <Cases state={state} decided={decided} numbers={numbers} may={may} />
        <FileParts
          about={{ kind: "intake", id: state.id }}
          page={read.value}
          subject={subjectsOfActs(state)}
          today={reader.today}
          mayJudge={may("confirm-detections")}
          recording={may("record-act") ? reader.acting.roles : []}
          asked={{ limits: c.req.query("limits"), acts: c.req.query("acts"), gone: c.req.query("gone") }}
        />
      </>
    ),
  });
}

interface AboutParts {
  readonly state: IntakeState;
  readonly agency: string | undefined;
  readonly court: string | undefined;
  readonly opened: Opened;
}

function About({ state, agency, court, opened }: AboutParts) {
  return (
    <Facts
      facts={[
        { term: "Cơ quan thi hành án", value: agency },
        { term: "Tòa án", value: court ?? "không ghi" },
        {
          term: "Bản án, quyết định",
          value: state.judgment === undefined ? "không ghi" : <CommittedText field={state.judgment} opened={opened} />,
        },
        { term: "Thi hành", value: motionWords[state.motion] },
        { term: "Ngày thụ lý", value: formatDay(state.openedOn) },
      ]}
    />
  );
}

interface CasesParts {
  readonly state: IntakeState;
  /** One page of the intake's decisions. */
  readonly decided: {
    readonly rows: IntakeState["decisions"];
    readonly page: number;
    readonly pages: number;
  };
  readonly numbers: FileNumbers;
  readonly may: May;
}

function Cases({ state, decided: { rows, page, pages }, numbers, may }: CasesParts) {
  return (
    <>
      <h2 id="cases">Hồ sơ đã lập</h2>
      <ul>
        {rows.map((decision) => (
          <li>
            <FileLink file={streamName("case", decision.case)} numbers={numbers} />, quyết định ngày{" "}
            {formatDay(decision.on.day)}
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <p>Chưa có quyết định thi hành án.</p> : undefined}
      {may("open-case") ? (
        <p>
          <a href={`/console/intakes/${state.id}/open-case`}>Lập hồ sơ thi hành án</a>
        </p>
      ) : undefined}
      <Pages path={`/console/intakes/${state.id}`} name="cases" page={page} pages={pages} what="hồ sơ" />
    </>
  );
}
