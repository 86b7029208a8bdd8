/** The inbox (phải trả lời, phải khắc phục): what is owed on instruments and disputes, by due day, with why. */

import { type Day, parseDay } from "../../base/day.ts";
import { mayDo } from "../../domain/permission.ts";
import type { Series } from "../../law/series.ts";
import { streamId } from "../../domain/event.ts";
import { writeCitation } from "../../law/sources.ts";
import { inboxOf } from "../../service/reading/inbox.ts";
import type { RunningClock } from "../../service/reading/running-clocks.ts";
import { Due, WhyDay, ObligationMark } from "../parts/obligation.tsx";
import { ruleName } from "../words/law.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { instrumentLabel, instrumentName } from "../words/instruments.ts";
import { allInstruments, CutNote } from "./cut-note.tsx";
import { Table } from "../parts/table.tsx";

/** The time limits for remedying a violation, as opposed to replying. */
const remedies: readonly Series[] = ["PROTEST_COMPLY", "RECOMMENDATION_COMPLY", "REQUEST_COMPLY"];

export async function showInbox(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const { roles } = reader.acting;
  const answers = mayDo(roles, "receive-instrument", "own") || mayDo(roles, "give-binding-answer", "own");
  if (!answers) return showRefusal(c, { code: "not-permitted" });
  const { unseen, owed } = await inboxOf(reader, host);
  const isRemedy = ({ explanation }: RunningClock): boolean => remedies.includes(explanation.series);
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
        <CutNote list={unseen} what="văn bản" whole={allInstruments} />
        <h2>Phải trả lời</h2>
        <OwedTable
          rows={owed.rows.filter((clock) => !isRemedy(clock))}
          today={reader.today}
          caption="Phải trả lời, theo hạn"
        />
        <h2>Phải khắc phục</h2>
        <OwedTable rows={owed.rows.filter(isRemedy)} today={reader.today} caption="Phải khắc phục, theo hạn" />
        <CutNote list={owed} what="việc phải trả lời, phải khắc phục" whole={allInstruments} />
      </>
    ),
  });
}

/** With an explanation in each row, 25 rows keep the page under 100 kB. */
const clocksListed = 25;

function OwedTable({
  rows,
  today,
  caption,
}: {
  readonly rows: readonly RunningClock[];
  readonly today: Day;
  readonly caption: string;
}) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <>
      <Table
        caption={caption}
        rows={rows.slice(0, clocksListed)}
        columns={[
          { head: "Văn bản", cell: (clock) => <InstrumentLink clock={clock} /> },
          { head: "Phải làm", cell: (clock) => <Duty clock={clock} /> },
          {
            head: "Hạn cuối",
            cell: ({ row: { dueOn, provisional } }) => (
              <Due dueOn={parseDay(dueOn)} today={today} running={true} provisional={provisional} />
            ),
          },
          { head: "Trạng thái", cell: ({ obligation }) => obligation && <ObligationMark {...obligation} /> },
        ]}
      />
      {rows.length > clocksListed ? (
        <p>Còn {rows.length - clocksListed} việc nữa, hạn sau các việc trên.</p>
      ) : undefined}
    </>
  );
}

function InstrumentLink({ clock: { row, instrument } }: { readonly clock: RunningClock }) {
  return <a href={`/console/instruments/${streamId(row.stream)}`}>{instrument && instrumentLabel(instrument)}</a>;
}

function Duty({ clock: { row, explanation } }: { readonly clock: RunningClock }) {
  return (
    <>
      {ruleName(row.rule)}
      <WhyDay explanation={explanation} />
      <div class="detail">{writeCitation(explanation.citation, "vi")}</div>
    </>
  );
}
