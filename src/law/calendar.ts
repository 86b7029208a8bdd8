/**
 * Which days count as working days. A year is data with its sources (calendar-years.ts); Saturdays that were swapped are
 * worked. A year before the first known one has weekends only and is *unconfirmed*; a year after the last has the
 * holidays of fixed date and is *provisional* until its notice is loaded.
 */

import { type Day, dayAt, dayNumber, parseDay, weekdayAt } from "../base/day.ts";
import { type CalendarYear, calendarYears, fixedHolidays, type Holiday } from "./calendar-years.ts";

export type DayOff = "saturday" | "sunday" | Holiday;

/** Years made ready for counting: days off by their day number. */
export interface Calendar {
  readonly firstYear: number;
  readonly lastYear: number;
  /** The day number of its 31 December. */
  readonly lastDay: number;
  readonly versions: ReadonlyMap<number, number>;
  readonly holidays: ReadonlyMap<number, Holiday>;
  readonly saturdaysWorked: ReadonlySet<number>;
}

/** How far a year's days off are known. */
export type Certainty = "confirmed" | "unconfirmed" | "provisional";

/** Years must follow one another without a gap. */
export function openCalendar(years: readonly CalendarYear[]): Calendar {
  const holidays = new Map<number, Holiday>();
  const saturdaysWorked = new Set<number>();
  for (const { year, daysOff, saturdaysWorked: worked } of years) {
    for (const [monthDay, holiday] of Object.entries(daysOff)) holidays.set(numberOf(year, monthDay), holiday);
    for (const monthDay of worked) saturdaysWorked.add(numberOf(year, monthDay));
  }
  const known = years.map(({ year }) => year);
  return {
    firstYear: Math.min(...known),
    lastYear: Math.max(...known),
    lastDay: numberOf(Math.max(...known), "12-31"),
    versions: new Map(years.map(({ year, version }) => [year, version])),
    holidays,
    saturdaysWorked,
  };
}

/** Why a day is no working day; undefined when it is one. */
export function dayOff(calendar: Calendar, day: Day): DayOff | undefined {
  return dayOffAt(calendar, dayNumber(day));
}

/** The same for a day number: counting asks this for every day that it passes. */
export function dayOffAt(calendar: Calendar, number: number): DayOff | undefined {
  const holiday = calendar.holidays.get(number);
  if (holiday !== undefined) return holiday;
  const weekday = weekdayAt(number);
  if (weekday === 7) return "sunday";
  if (weekday === 6) return calendar.saturdaysWorked.has(number) ? undefined : "saturday";
  return number > calendar.lastDay ? fixedHoliday(number) : undefined;
}

export function certainty(calendar: Calendar, year: number): Certainty {
  if (year < calendar.firstYear) return "unconfirmed";
  return year > calendar.lastYear ? "provisional" : "confirmed";
}

function fixedHoliday(number: number): Holiday | undefined {
  const day = dayAt(number);
  return fixedHolidays.find(([monthDay]) => day.endsWith(monthDay))?.[1];
}

function numberOf(year: number, monthDay: string): number {
  const day = parseDay(`${year}-${monthDay}`);
  if (day === undefined) throw new RangeError(`${year} has no ${monthDay}`);
  return dayNumber(day);
}

export const knownCalendar: Calendar = openCalendar(calendarYears);
