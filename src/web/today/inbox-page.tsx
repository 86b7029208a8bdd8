/** The inbox (phải trả lời, phải khắc phục): what is owed on instruments and disputes, by due day, with why. */

import { type Day, parseDay } from "../../base/day.ts";
import { mayDo } from "../../domain/permission.ts";
import { streamId } from "../../domain/event.ts";
import { writeCitation } from "../../law/sources.ts";
import { inboxOf } from "../../service/reading/inbox.ts";
import type { RunningClock } from "../../service/reading/running-clocks.ts";
import { Due, WhyDay, ObligationMark } from "../parts/obligation.tsx";
import { ruleTitle } from "../words/law.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { instrumentLabel, instrumentName } from "../words/instruments.ts";
import { stepPath } from "../parts/step-path.ts";
import { clocksPath } from "./clocks-page.tsx";
import { CutNote } from "./cut-note.tsx";
import { Downloads } from "../frame/downloads.tsx";
import { byDueDay, Table } from "../parts/table.tsx";

/** With an explanation in each row, 25 rows keep the page under 100 kB. */
const rowsListed = 25;

export async function showInbox(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const { roles } = reader.acting;
  const mayAnswer = mayDo(roles, "receive-instrument", "own") || mayDo(roles, "give-binding-answer", "own");
  if (!mayAnswer) return showRefusal(c, { code: "not-permitted" });
  const { unseen, answers, remedies } = await inboxOf(reader, host, rowsListed);
  return showPage(c, {
    title: "Phải trả lời",
    children: (
      <>
        <h2>Văn bản mới, chưa xem</h2>
        {unseen.rows.length === 0 ? <p>Không có.</p> : undefined}
        <ul>
          {unseen.rows.map((row) => (
            <li>
              <a href={`/console/instruments/${row.key}`}>{instrumentName(row)}</a> (mở ra là đã nhận qua hệ thống)
            </li>
          ))}
        </ul>
        <Downloads list="instruments" query={{ step: "unseen" }} total={unseen.total} what="văn bản chưa xem" />
        <CutNote list={unseen} what="văn bản chưa xem" whole={stepPath("unseen")} />
        <h2>Phải trả lời</h2>
        <OwedTable rows={answers.rows} today={reader.today} caption="Phải trả lời, theo hạn" />
        <Downloads list="clocks" query={{ list: "answers" }} total={answers.total} what="việc phải trả lời" />
        <CutNote list={answers} what="việc phải trả lời" whole={clocksPath("answers")} />
        <h2>Phải khắc phục</h2>
        <OwedTable rows={remedies.rows} today={reader.today} caption="Phải khắc phục, theo hạn" />
        <Downloads list="clocks" query={{ list: "remedies" }} total={remedies.total} what="việc phải khắc phục" />
        <CutNote list={remedies} what="việc phải khắc phục" whole={clocksPath("remedies")} />
      </>
    ),
  });
}

interface OwedParts {
  readonly rows: readonly RunningClock[];
  readonly today: Day;
  readonly caption: string;
}

function OwedTable({ rows, today, caption }: OwedParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        { head: "Văn bản", cell: (clock) => <InstrumentLink clock={clock} /> },
        { head: "Phải làm", cell: (clock) => <Duty clock={clock} /> },
        {
          head: "Hạn cuối",
          sorting: byDueDay,
          cell: ({ row: { dueOn, provisional }, obligation }) => (
            <Due
              dueOn={parseDay(dueOn)}
              today={today}
              running={obligation === undefined || obligation.state === "open"}
              provisional={provisional}
            />
          ),
        },
        { head: "Trạng thái", cell: ({ obligation }) => obligation && <ObligationMark {...obligation} /> },
      ]}
    />
  );
}

function InstrumentLink({ clock: { row, instrument } }: { readonly clock: RunningClock }) {
  return <a href={`/console/instruments/${streamId(row.stream)}`}>{instrument && instrumentLabel(instrument)}</a>;
}

function Duty({ clock: { row, explanation } }: { readonly clock: RunningClock }) {
  return (
    <>
      {ruleTitle(row.rule)}
      <WhyDay explanation={explanation} />
      <div class="detail">{writeCitation(explanation.citation, "vi")}</div>
    </>
  );
}
