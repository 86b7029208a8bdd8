/** Việc hôm nay: the procuracy's own clocks first, new replies, what the machine found, what the addressees owe by now. */

import { type Day, parseDay } from "../../base/day.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import { streamId, streamKind } from "../../domain/event.ts";
import { mayDo } from "../../domain/permission.ts";
import { deskOf } from "../../service/desk.ts";
import { type NamedOffice, namedOffices } from "../../service/office-names.ts";
import type { DeadlineRow, InstrumentRow } from "../../service/views.ts";
import { DetectionTable } from "../findings/detection-table.tsx";
import { Due, ruleName } from "../obligation.tsx";
import { dayText, short } from "../rows.ts";
import { showPage, showRefusal } from "../show.tsx";
import type { ConsoleContext } from "../visit.ts";
import { instrumentName } from "../words/instruments.ts";
import { Table } from "../table.tsx";

const shown = 20;

type Names = ReadonlyMap<string, NamedOffice>;

export async function showToday(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "confirm-detections", "own")) return showRefusal(c, { code: "not-permitted" });
  const desk = await deskOf(reader, host, shown);
  const offices = [...desk.own, ...desk.violations, ...desk.hints, ...desk.overdue].map(({ office }) => office);
  const names: Names = await namedOffices(toIds([...offices, ...desk.replies.map(({ addressee }) => addressee)]), host);
  return showPage(c, {
    title: "Việc hôm nay",
    children: (
      <>
        <h2>Thời hạn của Viện kiểm sát</h2>
        <Running rows={desk.own} names={names} today={reader.today} caption="Thời hạn của chính Viện kiểm sát" />
        <h2>Trả lời mới</h2>
        <Replies rows={desk.replies} names={names} />
        <h2>Vi phạm do máy phát hiện, chưa xem xét</h2>
        <DetectionTable rows={desk.violations} names={names} today={reader.today} caption="Vi phạm do máy phát hiện" />
        <p>
          <a href="/console/detections">Tất cả phát hiện</a>
        </p>
        <h2>Gợi ý, chưa xem xét</h2>
        <DetectionTable rows={desk.hints} names={names} today={reader.today} caption="Gợi ý: văn bản quy tắc còn ngờ" />
        <p>
          <a href="/console/detections?weight=hint">Tất cả gợi ý</a>
        </p>
        <h2>Quá hạn trả lời, khắc phục</h2>
        <Running rows={desk.overdue} names={names} today={reader.today} caption="Quá hạn đối với văn bản đã gửi" />
      </>
    ),
  });
}

function toIds(texts: readonly string[]): readonly OfficeId[] {
  return [...new Set(texts)].flatMap((text) => parseId<OfficeId>(text) ?? []);
}

interface RunningParts {
  readonly rows: readonly DeadlineRow[];
  readonly names: Names;
  readonly today: Day;
  readonly caption: string;
}

function Running({ rows, names, today, caption }: RunningParts) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <Table caption={caption} heads={["Phải làm", "Bên phải làm", "Hạn cuối", "Xem"]}>
      {rows.map((row) => (
        <tr>
          <th scope="row">{ruleName(row.rule)}</th>
          <td>{names.get(row.office)?.name ?? short(row.office)}</td>
          <td>
            <Due dueOn={parseDay(row.dueOn)} today={today} running={true} provisional={row.provisional} />
          </td>
          <td>
            <a
              href={`/console/${streamKind(row.stream)}s/${streamId(row.stream)}`}
              aria-label={`Xem: ${ruleName(row.rule)}, ${short(streamId(row.stream))}`}
            >
              {short(streamId(row.stream))}
            </a>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Replies({ rows, names }: { readonly rows: readonly InstrumentRow[]; readonly names: Names }) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li>
          <a href={`/console/instruments/${row.key}`}>{instrumentName(row)}</a>:{" "}
          {names.get(row.addressee)?.name ?? short(row.addressee)} trả lời ngày {dayText(row.repliedOn)}; {row.verified}
          /{row.findings} đã kiểm chứng
        </li>
      ))}
    </ul>
  );
}
