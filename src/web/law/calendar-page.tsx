/** The calendars of the edition in force, to read: each day off of a year with its reason, worked Saturdays, and the sources. */

import { type Day, dayAt, parseDay, weekday, yearAt, dayNumber } from "../../base/day.ts";
import { type DayOff, dayOff } from "../../law/calendar/calendar.ts";
import type { CalendarYear } from "../../law/calendar/calendar-years.ts";
import { calendarOf, currentEdition } from "../../law/edition.ts";
import { confidenceWords, dayOffWords, weekdayWords } from "../../law/telling/words.ts";
import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { calendarYearsShown, formatDay } from "../parts/day-text.ts";
import { Facts } from "../parts/facts.tsx";
import { withQuery } from "../parts/pager.tsx";
import { Table } from "../parts/table.tsx";

const path = "/console/law/calendars";
const calendar = calendarOf(currentEdition);
const known: readonly CalendarYear[] = currentEdition.calendars;
const lastKnown = known.at(-1)?.year ?? 0;
export async function showCalendars(c: ConsoleContext): Promise<Response> {
  const { today } = c.var.visit.reader;
  const asked = Number(c.req.query("year"));
  const year = calendarYearsShown.includes(asked) ? asked : yearAt(dayNumber(today));
  const written = known.find((each) => each.year === year);
  return showPage(c, {
    title: `Lịch ngày nghỉ năm ${year}`,
    children: (
      <>
        <Years current={year} />
        <NextYear today={today} />
        <About written={written} />
        <Table
          caption="Ngày nghỉ từ thứ Hai đến thứ Sáu"
          rows={daysOffOf(year)}
          columns={[
            { head: "Ngày", cell: ({ day }) => formatDay(day) },
            { head: "Thứ", cell: ({ day }) => weekdayOf(day) },
            { head: "Lý do", cell: ({ reason }) => dayOffWords[reason].vi },
          ]}
        />
        {written === undefined || written.saturdaysWorked.length === 0 ? undefined : (
          <p>Thứ Bảy làm việc bù: {written.saturdaysWorked.map((monthDay) => workedDay(year, monthDay)).join(", ")}.</p>
        )}
      </>
    ),
  });
}

function Years({ current }: { readonly current: number }) {
  return (
    <nav aria-label="Năm">
      <ul>
        {calendarYearsShown.map((year) => (
          <li>
            <a href={withQuery(path, { year: String(year) })} {...(year === current ? { "aria-current": "page" } : {})}>
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The month from which the notice of the next year is asked for; the notices of 2025 and 2026 came in December and October. */
const askedFrom = "-11-01";

function NextYear({ today }: { readonly today: Day }) {
  const next = yearAt(dayNumber(today)) + 1;
  if (next <= lastKnown || today < `${next - 1}${askedFrom}`) return undefined;
  return (
    <p class="notice" role="status">
      Chưa có lịch năm {next} trong bộ quy tắc số {currentEdition.number}. Hạn rơi vào năm {next} là tạm tính và không
      bị kết luận là vi phạm. Khi có thông báo nghỉ lễ, Tết, người giữ quy tắc đề nghị bộ quy tắc kế tiếp.
    </p>
  );
}

function About({ written }: { readonly written: CalendarYear | undefined }) {
  if (written === undefined)
    return (
      <p>
        Năm này chưa có thông báo: lịch chỉ có ngày cuối tuần và những ngày mà luật đã định (ngày lễ cố định, tết Âm
        lịch, Giỗ Tổ Hùng Vương, nghỉ bù theo khoản 3 Điều 111 Bộ luật Lao động).
      </p>
    );
  return (
    <Facts
      facts={[
        { term: "Bản", value: String(written.version) },
        { term: "Đã đọc", value: confidenceWords[written.confidence].vi },
        { term: "Nguồn", value: written.sources.join("; "), wide: true },
        { term: "Ghi chú", value: written.note, wide: true },
      ]}
    />
  );
}

interface OffDay {
  readonly day: Day;
  readonly reason: DayOff;
}

const daysInYear = 366;

function daysOffOf(year: number): readonly OffDay[] {
  const first = parseDay(`${year}-01-01`);
  if (first === undefined) return [];
  const start = dayNumber(first);
  return Array.from({ length: daysInYear }, (_, i) => dayAt(start + i)).flatMap((day) => {
    const reason = yearAt(dayNumber(day)) === year ? dayOff(calendar, day) : undefined;
    return reason === undefined || reason === "saturday" || reason === "sunday" ? [] : [{ day, reason }];
  });
}

function weekdayOf(day: Day): string {
  return weekdayWords.vi[weekday(day) - 1] ?? "";
}

function workedDay(year: number, monthDay: string): string {
  const day = parseDay(`${year}-${monthDay}`);
  return day === undefined ? monthDay : formatDay(day);
}
