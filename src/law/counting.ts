/**
 * Counting a time limit: Civil Code 2015 Arts.145-148. The first day is not counted (147(2), (3)); a month ends on the
 * corresponding day, else on its last (148(3)); a last day off moves to the next working day (148(5)); hours run on
 * through days off (147(1)). Every day passed over is told with its reason.
 */

import { addMonths, type Day, dayAt, dayNumber, yearAt } from "../base/day.ts";
import { type Calendar, certainty, type DayOff, dayOffAt } from "./calendar.ts";

export type Term =
  | { readonly unit: "calendar_day" | "working_day" | "month" | "year" | "hour"; readonly length: number }
  /** At once (ngay): the day of the event itself, and never a violation by itself. */
  | { readonly unit: "immediate" }
  | { readonly unit: "no_limit_stated" }
  /** Hours of the day in which an act is forbidden; no due day comes of it. */
  | { readonly unit: "time_window" };

export type Direction =
  | "after"
  | "before"
  | "maximum"
  | "minimum"
  | "not_before"
  | "lookback_max"
  | "forbidden"
  | "forbidden_window";

export interface SkippedDay {
  readonly day: Day;
  readonly reason: DayOff;
}

/** A day and how it was counted. */
export interface Count {
  /** Undefined when the law states no limit, or a ban instead of one. */
  readonly due: Day | undefined;
  /** The last day before it moved off a day off; the same as `due` when it did not move. */
  readonly lastDay: Day | undefined;
  readonly skipped: readonly SkippedDay[];
  /** The years whose calendars were asked. */
  readonly years: readonly number[];
  readonly provisional: boolean;
  readonly unconfirmed: boolean;
}

/**
 * The last day on which the act is still in time: for `not_before` and `minimum` the day on which the term is full, for
 * `lookback_max` the earliest day that is still fresh, for `before` the last day that leaves the whole term free.
 */
export function due(from: Day, term: Term, direction: Direction, calendar: Calendar): Count {
  const walk: Walk = { calendar, skipped: [], years: [] };
  const back = direction === "before" || direction === "lookback_max";
  const banned = direction === "forbidden" || direction === "forbidden_window";
  const lastDay = banned ? undefined : rawLastDay(from, term, back, walk);
  if (lastDay === undefined) return counted(walk, undefined, undefined);
  return counted(walk, lastDay, back || !rolls(term) ? lastDay : nextWorkingDay(lastDay, walk));
}

/** Working days after `from`, up to and including `to`; zero when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const last = dayNumber(to);
  let worked = 0;
  for (let number = dayNumber(from) + 1; number <= last; number++) {
    if (dayOffAt(calendar, number) === undefined) worked += 1;
  }
  return worked;
}

/** Hours end at their moment and "at once" is no term: Art.148(5) moves neither. */
function rolls(term: Term): boolean {
  return term.unit !== "hour" && term.unit !== "immediate";
}

function rawLastDay(from: Day, term: Term, back: boolean, walk: Walk): Day | undefined {
  const sign: 1 | -1 = back ? -1 : 1;
  switch (term.unit) {
    case "calendar_day":
      return dayAt(dayNumber(from) + sign * term.length);
    case "working_day":
      return afterWorkingDays(from, term.length, sign, walk);
    case "month":
      return addMonths(from, sign * term.length);
    case "year":
      // Art.148(4): a year ends as a month does, so 29 February ends on 28 February.
      return addMonths(from, sign * term.length * 12);
    case "hour":
      // The moment is not known, only its day: the limit ends on the day that the hours can reach.
      return dayAt(dayNumber(from) + sign * Math.ceil(term.length / 24));
    case "immediate":
      return from;
    case "no_limit_stated":
    case "time_window":
      return undefined;
  }
}

/** A walk over the calendar, which remembers what it passed over and which years it asked. */
interface Walk {
  readonly calendar: Calendar;
  readonly skipped: SkippedDay[];
  readonly years: number[];
}

function works(walk: Walk, number: number): boolean {
  const year = yearAt(number);
  if (!walk.years.includes(year)) walk.years.push(year);
  const reason = dayOffAt(walk.calendar, number);
  if (reason !== undefined) walk.skipped.push({ day: dayAt(number), reason });
  return reason === undefined;
}

function afterWorkingDays(from: Day, length: number, sign: 1 | -1, walk: Walk): Day {
  let number = dayNumber(from);
  for (let left = length; left > 0; ) {
    number += sign;
    if (works(walk, number)) left -= 1;
  }
  return dayAt(number);
}

function nextWorkingDay(day: Day, walk: Walk): Day {
  let number = dayNumber(day);
  while (!works(walk, number)) number += 1;
  return dayAt(number);
}

function counted(walk: Walk, lastDay: Day | undefined, dueDay: Day | undefined): Count {
  const certainties = walk.years.map((year) => certainty(walk.calendar, year));
  return {
    due: dueDay,
    lastDay,
    skipped: walk.skipped,
    years: walk.years,
    provisional: certainties.includes("provisional"),
    unconfirmed: certainties.includes("unconfirmed"),
  };
}
