/** Today's work (việc hôm nay): the procuracy's own clocks, what addressees owe, replies, drafts, detections. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { mayDo } from "../../domain/permission.ts";
import { type Desk, deskOf } from "../../service/reading/desk.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import type { Host } from "../../service/host.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import type { InstrumentRow } from "../../service/views.ts";
import { DetectionTable } from "../findings/detection-table.tsx";
import { subjectsIn } from "../parts/subjects-in.ts";
import { dayText, short, wordOf } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { stepPath } from "../parts/step-path.ts";
import { instrumentName } from "../words/instruments.ts";
import { ClockTable } from "./clock-table.tsx";
import { clocksPath } from "./clocks-page.tsx";
import { CutNote } from "./cut-note.tsx";

/** With 20 rows in each of its seven lists the page stays under 100 kB. */
const rowsListed = 20;
const allDetections = "/console/detections";
const allHints = "/console/detections?weight=hint";

type Names = ReadonlyMap<string, NamedOffice>;

export async function showToday(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "confirm-detections", "own")) return showRefusal(c, { code: "not-permitted" });
  const desk = await deskOf(reader, host, rowsListed);
  const { today } = reader;
  const clocks = [...desk.own.rows, ...desk.awaited.rows, ...desk.others.rows];
  const names = await namesIn(desk, host);
  const files = [
    ...clocks.flatMap(({ file }) => file ?? []),
    ...[...desk.violations.rows, ...desk.hints.rows].map(({ stream }) => stream),
  ];
  const lists = { names, numbers: await numbersOf(files, reader, host), today };
  const detections = { ...lists, subjects: await subjectsIn(files, host), choosing: true };
  return showPage(c, {
    title: "Việc hôm nay",
    children: (
      <>
        <h2>Thời hạn của Viện kiểm sát</h2>
        <ClockTable {...lists} rows={desk.own.rows} caption="Thời hạn của chính Viện kiểm sát" />
        <CutNote list={desk.own} what="thời hạn" whole={clocksPath("own")} />
        {desk.awaited.rows.length === 0 ? undefined : (
          <>
            <h2>Đang chờ Bộ trưởng trả lời</h2>
            <ClockTable {...lists} rows={desk.awaited.rows} caption="Đang chờ trả lời" who="Bộ trưởng" />
            <CutNote list={desk.awaited} what="thời hạn" whole={clocksPath("awaited")} />
          </>
        )}
        <h2>Thời hạn của cơ quan đối với văn bản đã gửi</h2>
        <ClockTable {...lists} rows={desk.others.rows} caption="Phải trả lời, khắc phục, theo hạn" />
        <CutNote list={desk.others} what="thời hạn" whole={clocksPath("others")} />
        <h2>Trả lời mới</h2>
        <Replies rows={desk.replies.rows} names={names} />
        <CutNote list={desk.replies} what="văn bản có trả lời mới" whole={stepPath("replied")} />
        <h2>Văn bản chờ ký, tống đạt, kết thúc</h2>
        <Unfinished rows={desk.unfinished.rows} names={names} />
        <CutNote list={desk.unfinished} what="văn bản chờ việc tiếp theo" whole={stepPath("unfinished")} />
        <h2>Vi phạm do máy phát hiện, chưa xem xét</h2>
        <DetectionTable {...detections} rows={desk.violations.rows} caption="Vi phạm do máy phát hiện" />
        <CutNote list={desk.violations} what="phát hiện" whole={allDetections} />
        <h2>Gợi ý, chưa xem xét</h2>
        <DetectionTable {...detections} rows={desk.hints.rows} caption="Gợi ý: văn bản quy tắc còn ngờ" />
        <CutNote list={desk.hints} what="gợi ý" whole={allHints} />
      </>
    ),
  });
}

async function namesIn(desk: Desk, host: Host): Promise<Names> {
  const clocks = [...desk.own.rows, ...desk.awaited.rows, ...desk.others.rows].map(({ row }) => row);
  const owners = [...clocks, ...desk.violations.rows, ...desk.hints.rows].map(({ office }) => office);
  const addressees = [...desk.replies.rows, ...desk.unfinished.rows].map(({ addressee }) => addressee);
  return namedOffices(toIds([...owners, ...addressees]), host);
}

function toIds(texts: readonly string[]): readonly OfficeId[] {
  return [...new Set(texts)].flatMap((text) => parseId<OfficeId>(text) ?? []);
}

function Unfinished({ rows, names }: { readonly rows: readonly InstrumentRow[]; readonly names: Names }) {
  if (rows.length === 0) return <p>Không có.</p>;
  return (
    <ul>
      {rows.map((row) => (
        <li>
          <a href={`/console/instruments/${row.key}`}>{instrumentName(row)}</a>:{" "}
          {names.get(row.addressee)?.name ?? short(row.addressee)}; {wordOf(unfinishedWords, row.status)}
        </li>
      ))}
    </ul>
  );
}

const unfinishedWords = {
  drafted: "chờ ký, ban hành",
  issued: "chờ tống đạt",
  received: "đã kiểm chứng hết, chờ kết thúc theo dõi",
};

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
