/** The common part of the pages of an intake, a case and a register: time limits as of today, acts, corrections. */

import type { Day } from "../../base/day.ts";
import type { Role } from "../../domain/event.ts";
import type { Acts } from "../../domain/files/recorded.ts";
import type { FilePage } from "../../service/reading/file-page.ts";
import { formatDay } from "../parts/day-text.ts";
import { limitsId } from "../parts/file-link.tsx";
import { Pages, pageOf } from "../parts/pager.tsx";
import { Corrections } from "./corrections.tsx";
import type { AboutName } from "../parts/detection-value.ts";
import { Gone } from "./gone.tsx";
import { byUrgency, Limits } from "./time-limits.tsx";
import type { SubjectName } from "../parts/subject-name.ts";
import { firstDayOf, Timeline } from "./timeline.tsx";

/** A page stays under 100 kB: a time limit with its explanation takes about 2 kB. */
const limitsOnPage = 20;
const actsOnPage = 60;
const goneOnPage = 20;

interface FilePartsParts {
  readonly about: AboutName;
  readonly page: FilePage<Acts>;
  readonly subject: SubjectName;
  readonly today: Day;
  readonly mayJudge: boolean;
  readonly recording: readonly Role[];
  /** The number of the page that the address asks for, of each list. */
  readonly asked: Readonly<Record<"limits" | "acts" | "gone", string | undefined>>;
}

export function FileParts({ about, page, subject, today, mayJudge, recording, asked }: FilePartsParts) {
  const { state, entries, opened, obligations } = page;
  const limits = pageOf(obligations.toSorted(byUrgency), asked.limits, limitsOnPage);
  const inOrder = state.acts.toSorted((a, b) => firstDayOf(a).localeCompare(firstDayOf(b)));
  const acts = pageOf(inOrder, asked.acts, actsOnPage);
  const gone = pageOf(page.gone, asked.gone, goneOnPage);
  const path = `/console/${about.kind}s/${about.id}`;
  return (
    <>
      <h2 id={limitsId}>Thời hạn, tính đến hôm nay {formatDay(today)}</h2>
      {limits.rows.length === 0 ? (
        <p>Chưa có thời hạn nào.</p>
      ) : (
        <Limits
          about={about}
          obligations={limits.rows}
          moves={page.moves}
          judged={judgedOf(page)}
          subject={subject}
          today={today}
          mayJudge={mayJudge}
          recording={recording}
        />
      )}
      <Pages path={path} name="limits" page={limits.page} pages={limits.pages} what="thời hạn" />
      <h2 id="acts">Diễn biến theo ngày</h2>
      {acts.rows.length === 0 ? (
        <p>Chưa ghi hành vi nào.</p>
      ) : (
        <Timeline acts={acts.rows} entries={entries} opened={opened} subject={subject} />
      )}
      <Pages path={path} name="acts" page={acts.page} pages={acts.pages} what="diễn biến" />
      <Corrections state={state} opened={opened} subject={subject} />
      {page.gone.length === 0 ? undefined : (
        <>
          <h2 id="gone">Phát hiện hết do đính chính</h2>
          <Gone gone={gone.rows} entries={entries} judged={judgedOf(page)} subject={subject} />
          <Pages path={path} name="gone" page={gone.page} pages={gone.pages} what="phát hiện hết do đính chính" />
        </>
      )}
    </>
  );
}

/** judgedOf returns the findings by the key of the time limit that was judged. */
function judgedOf({ findings }: Pick<FilePage<Acts>, "findings">) {
  return new Map(
    findings.flatMap((finding) => (finding.deadline === undefined ? [] : [[finding.deadline, finding] as const])),
  );
}
