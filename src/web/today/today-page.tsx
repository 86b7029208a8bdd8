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
import { type ListCount, CountStrip } from "./count-strip.tsx";
import { CutNote } from "./cut-note.tsx";
import { OwedList } from "./owed-list.tsx";

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
        <CountStrip counts={countsOf(desk)} />
        <div class="aside">
          <div>
            <h2 id="own">Thời hạn của Viện kiểm sát</h2>
            <ClockTable {...lists} rows={desk.own.rows} caption="Thời hạn của chính Viện kiểm sát" />
            <CutNote list={desk.own} what="thời hạn" whole={clocksPath("own")} />
            {desk.awaited.rows.length === 0 ? undefined : (
              <>
                <h2>Đang chờ Bộ trưởng trả lời</h2>
                <ClockTable {...lists} rows={desk.awaited.rows} caption="Đang chờ trả lời" who="Bộ trưởng" />
                <CutNote list={desk.awaited} what="thời hạn" whole={clocksPath("awaited")} />
              </>
            )}
            <h2 id="violations">Vi phạm do máy phát hiện, chưa xem xét</h2>
            <DetectionTable
              {...detections}
              rows={desk.violations.rows}
              caption="Máy phát hiện; Kiểm sát viên kết luận"
            />
            <CutNote list={desk.violations} what="phát hiện" whole={allDetections} />
          </div>
          <div>
            <h2 id="others">Cơ quan phải trả lời, khắc phục</h2>
            <OwedList rows={desk.others.rows} names={names} today={today} />
            <CutNote list={desk.others} what="thời hạn" whole={clocksPath("others")} />
            <h2 id="replies">Trả lời mới</h2>
            <Replies rows={desk.replies.rows} names={names} />
            <CutNote list={desk.replies} what="văn bản có trả lời mới" whole={stepPath("replied")} />
            <h2 id="unfinished">Văn bản chờ ký, tống đạt, kết thúc</h2>
            <Unfinished rows={desk.unfinished.rows} names={names} />
            <CutNote list={desk.unfinished} what="văn bản chờ việc tiếp theo" whole={stepPath("unfinished")} />
          </div>
        </div>
        <h2 id="hints">Gợi ý, chưa xem xét</h2>
        <DetectionTable
          {...detections}
          rows={desk.hints.rows}
          caption="Quy tắc hoặc hồ sơ còn điều chưa chắc, nên máy chỉ hỏi"
        />
        <CutNote list={desk.hints} what="gợi ý" whole={allHints} />
      </>
    ),
  });
}

function countsOf(desk: Desk): readonly ListCount[] {
  return [
    { total: desk.own.total, words: "thời hạn của Viện", list: "own", tone: "wait" },
    { total: desk.violations.total, words: "phát hiện chưa xem xét", list: "violations", tone: "bad" },
    { total: desk.others.total, words: "việc cơ quan phải làm", list: "others" },
    { total: desk.replies.total, words: "trả lời mới", list: "replies" },
    { total: desk.unfinished.total, words: "chờ ký, tống đạt, kết thúc", list: "unfinished" },
    { total: desk.hints.total, words: "gợi ý: còn điều chưa chắc", list: "hints" },
  ];
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
    <ul class="lines">
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
    <ul class="lines">
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
