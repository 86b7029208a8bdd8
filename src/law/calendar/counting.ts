/**
 * Counting a term: Civil Code 2015 Arts.145-148. The first day is not counted (147(2), (3)); a month ends on the
 * corresponding day, else on its last (148(3)); a last day that is a day off moves to the next working day (148(5)); hours run
 * on through days off (147(1)). `walk` lists every day passed over with its reason.
 */

import { addMonths, type Day, dayAt, dayNumber, yearAt } from "../../base/day.ts";
import { type Calendar, type DayOff, dayOffAt } from "./calendar.ts";
import { bansDays, countsBack, type Direction, type Term } from "../term.ts";
import { nthAfter, nthBefore, workedBetween, dayOfNumber } from "./working-days.ts";

export interface SkippedDay {
  readonly day: Day;
  readonly reason: DayOff;
}

export interface Count {
  /** Undefined when the law states no time limit, or a ban instead of one. */
  readonly due: Day | undefined;
  /** The last day before it moved off a day off; equal to `due` when it did not move. */
  readonly lastDay: Day | undefined;
  readonly provisional: boolean;
  readonly unconfirmed: boolean;
}

/** The days that a count went over. Only an explanation needs them, so `due` does not collect them. */
export interface Walk {
  readonly skipped: readonly SkippedDay[];
  /** The years whose calendars the count used. */
  readonly years: readonly number[];
}

/**
 * Returns the last day on which the act is still in time. For `not_before` and `minimum` that is the day on which the term is
 * full, for `lookback_max` the earliest day that is still fresh, for `before` the last day that leaves the whole term free.
 */
export function due(from: Day, term: Term, direction: Direction, calendar: Calendar): Count {
  const span = spanOf(from, term, direction, calendar);
  if (span === undefined) return unlimited;
  const { last, end, asked } = span;
  const lastDay = dayOfNumber(calendar.working, last);
  return {
    due: end === last ? lastDay : dayOfNumber(calendar.working, end),
    lastDay,
    provisional: asked !== undefined && Math.max(asked.from, asked.to) > calendar.lastDay,
    unconfirmed: asked !== undefined && Math.min(asked.from, asked.to) < calendar.firstDay,
  };
}

/** Returns every day off that a count passed over, the earliest first, with its reason. */
export function walk(from: Day, term: Term, direction: Direction, calendar: Calendar): Walk {
  const asked = spanOf(from, term, direction, calendar)?.asked;
  if (asked === undefined) return { skipped: [], years: [] };
  const skipped: SkippedDay[] = [];
  const years = new Set<number>();
  for (let number = Math.min(asked.from, asked.to); number <= Math.max(asked.from, asked.to); number++) {
    years.add(yearAt(number));
    const reason = dayOffAt(calendar, number);
    if (reason !== undefined) skipped.push({ day: dayAt(number), reason });
  }
  return { skipped, years: [...years] };
}

/** Counts the working days after `from`, up to and including `to`; zero when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  return Math.max(0, workedBetween(calendar.working, dayNumber(from), dayNumber(to)));
}

const unlimited: Count = { due: undefined, lastDay: undefined, provisional: false, unconfirmed: false };

/** A count as day numbers: its last day, the day to which that moved, and the days for which it used the calendar. */
interface Span {
  readonly last: number;
  readonly end: number;
  readonly asked: { readonly from: number; readonly to: number } | undefined;
}

function spanOf(from: Day, term: Term, direction: Direction, calendar: Calendar): Span | undefined {
  if (bansDays(direction)) return undefined;
  const [start, back] = [dayNumber(from), countsBack(direction)];
  const last = lastNumber(start, term, back, calendar);
  if (last === undefined) return undefined;
  if (term.unit === "working_day" && last !== start)
    return { last, end: last, asked: { from: back ? start - 1 : start + 1, to: last } };
  if (back || !rolls(term)) return { last, end: last, asked: undefined };
  const end = nthAfter(calendar.working, last - 1, 1);
  return { last, end, asked: { from: last, to: end } };
}

/** Whether Art.148(5) moves the last day off a day off. Hours end at their moment and "at once" is no term, so it moves neither. */
function rolls(term: Term): boolean {
  return term.unit !== "hour" && term.unit !== "immediate";
}

function lastNumber(from: number, term: Term, back: boolean, { working }: Calendar): number | undefined {
  const sign = back ? -1 : 1;
  switch (term.unit) {
    case "calendar_day":
      return from + sign * term.length;
    case "working_day":
      if (term.length === 0) return from;
      return back ? nthBefore(working, from, term.length) : nthAfter(working, from, term.length);
    case "month":
      return dayNumber(addMonths(dayAt(from), sign * term.length));
    case "year":
      // Art.148(4): a year ends as a month does, so one from 29 February ends on 28 February.
      return dayNumber(addMonths(dayAt(from), sign * term.length * 12));
    case "hour":
      // Only the day of the start is known, not its hour, so the term ends on the last day that the hours can reach.
      return from + sign * Math.ceil(term.length / 24);
    case "immediate":
      return from;
    case "no_limit_stated":
    case "time_window":
      return undefined;
  }
}
