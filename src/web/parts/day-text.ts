/** Days as read here: dd/mm/yyyy, hours of Vietnam, working days on the calendars of the edition in force. */

import { type Day, dayOf, daysBetween, type Instant, parseDay } from "../../base/day.ts";
import { workingDaysBetween } from "../../law/calendar/counting.ts";
import { calendarOf, currentEdition } from "../../law/edition.ts";

const calendar = calendarOf(currentEdition);

const known = currentEdition.calendars.map(({ year }) => year);
/** Years after the last known one that are shown: the moon's days are computed that far, and files plan no further. */
const yearsAhead = 3;
/** The years of which a calendar is shown. */
export const calendarYearsShown: readonly number[] = [
  ...known,
  ...Array.from({ length: yearsAhead }, (_, i) => (known.at(-1) ?? 0) + i + 1),
];

export function formatDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** parseTypedDay is the pair of formatDay: 9/3/2026 and 09/03/2026 are the same day. */
export function parseTypedDay(text: string): Day | undefined {
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (date === undefined || month === undefined || year === undefined) return undefined;
  return parseDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

/** Formats an instant as "23/11/2026 15:04" in the time of Vietnam (UTC+7). */
export function formatInstant(instant: Instant): string {
  const hour = (Number(instant.slice(11, 13)) + 7) % 24;
  return `${formatDay(dayOf(instant))} ${String(hour).padStart(2, "0")}:${instant.slice(14, 16)}`;
}

/** distance says how far the due day is off. It is overdue from the day after, however late in the evening. */
export function distance(dueOn: Day, today: Day): string {
  if (dueOn === today) return "đến hạn hôm nay";
  if (dueOn > today) return `còn ${workingDaysTo(today, dueOn)} ngày làm việc`;
  const working = workingDaysTo(dueOn, today);
  return working > 0 ? `quá ${working} ngày làm việc` : `quá ${daysBetween(dueOn, today)} ngày`;
}

/** Working days after `from`, up to and with `to`. */
export function workingDaysTo(from: Day, to: Day): number {
  return workingDaysBetween(from, to, calendar);
}
