/** Phải trả lời, phải khắc phục: what an agency or a court owes on the instruments it was sent, by due date, each with why. */

import type { Day } from "../../base/day.ts";
import { mayDo } from "../../domain/permission.ts";
import type { Series } from "../../law/series.ts";
import { inboxOf, type Owed } from "../../service/inbox.ts";
import { Due, ObligationMark, ruleName, Why } from "../obligation.tsx";
import { showPage, showRefusal } from "../show.tsx";
import type { ConsoleContext } from "../visit.ts";
import { instrumentName } from "../words/instruments.ts";
import { Table } from "../table.tsx";

/** What is done, not said. */
const correcting: readonly Series[] = ["PROTEST_COMPLY", "RECOMMENDATION_COMPLY", "REQUEST_COMPLY"];

export async function showInbox(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "receive-instrument", "own")) return showRefusal(c, { code: "not-permitted" });
  const { unseen, owed } = await inboxOf(reader, host);
  const isCorrecting = ({ obligation }: Owed): boolean => correcting.includes(obligation.rule);
  return showPage(c, {
    title: "Phải trả lời",
    children: (
      <>
        <h2>Văn bản mới, chưa xem</h2>
        {unseen.length === 0 ? <p>Không có.</p> : undefined}
        <ul>
          {unseen.map((row) => (
            <li>
              <a href={`/console/instruments/${row.key}`}>{instrumentName(row)}</a> (mở ra là đã nhận qua hệ thống)
            </li>
          ))}
        </ul>
        <h2>Phải trả lời</h2>
        <OwedTable
          rows={owed.filter((one) => !isCorrecting(one))}
          today={reader.today}
          caption="Phải trả lời, theo hạn"
        />
        <h2>Phải khắc phục</h2>
        <OwedTable rows={owed.filter(isCorrecting)} today={reader.today} caption="Phải khắc phục, theo hạn" />
      </>
    ),
  });
}

/** With an explanation in each row, more would pass 100 kB. */
const shown = 25;

function OwedTable({
  rows,
  today,
  caption,
}: {
  readonly rows: readonly Owed[];
  readonly today: Day;
  readonly caption: string;
}) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <>
      <Table caption={caption} heads={["Văn bản", "Phải làm", "Hạn cuối", "Trạng thái"]}>
        {rows.slice(0, shown).map(({ instrument, obligation }) => (
          <tr>
            <th scope="row">
              <a href={`/console/instruments/${instrument.key}`}>{instrumentName(instrument)}</a>
            </th>
            <td>
              {ruleName(obligation.rule)}
              <Why obligation={obligation} />
            </td>
            <td>
              <Due dueOn={obligation.dueOn} today={today} running={true} provisional={obligation.provisional} />
            </td>
            <td>
              <ObligationMark {...obligation} />
            </td>
          </tr>
        ))}
      </Table>
      {rows.length > shown ? <p>Còn {rows.length - shown} việc nữa, hạn sau các việc trên.</p> : undefined}
    </>
  );
}
