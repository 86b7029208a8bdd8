/**
 * Which days are working days. A known year is data with its sources (calendar-years.ts); its swapped Saturdays are worked.
 * A year whose days off are written from memory is *unconfirmed*, and so is one before them, which has only weekends off. A
 * year after the last known one has weekends and the days off that the law fixes before any notice (unannounced.ts), and is
 * *provisional* until its notice is loaded.
 */

import { type Day, dayNumber, weekdayAt } from "../../base/day.ts";
import { statutoryDay } from "../statutory-day.ts";
import { type CalendarYear, calendarYears, fixedHolidays, type Holiday } from "./calendar-years.ts";
import { hungKingsDays, lunarNewYears } from "./lunar-days.ts";
import { type LunarDays, unannouncedDaysOff } from "./unannounced.ts";
import { countWorkingDays, type WorkingDays } from "./working-days.ts";

export type DayOff = "saturday" | "sunday" | Holiday;

/** A list of years prepared for counting: days off by day number, and the working days counted. */
export interface Calendar {
  /** The day numbers of the first 1 January that was compared with its notice, and of the last known 31 December. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly versions: ReadonlyMap<number, number>;
  readonly holidays: ReadonlyMap<number, Holiday>;
  readonly saturdaysWorked: ReadonlySet<number>;
  readonly working: WorkingDays;
}

/** The last year of a `Day` (base/day.ts). */
const lastWrittenYear = 2199;

const opened = new WeakMap<readonly CalendarYear[], Calendar>();

/**
 * Opens a list of years, which must follow one another without a gap. A list is opened once and kept. Without the days of the moon
 * only the holidays of fixed date are known in the years after the last.
 */
export function openCalendar(years: readonly CalendarYear[], lunar?: LunarDays): Calendar {
  const known = opened.get(years);
  if (known !== undefined) return known;
  const calendar = makeCalendar(years, lunar);
  opened.set(years, calendar);
  return calendar;
}

function makeCalendar(years: readonly CalendarYear[], lunar: LunarDays | undefined): Calendar {
  const holidays = new Map<number, Holiday>();
  const saturdaysWorked = new Set<number>();
  for (const { year, daysOff, saturdaysWorked: worked } of years) {
    for (const [monthDay, holiday] of Object.entries(daysOff)) holidays.set(numberOf(year, monthDay), holiday);
    for (const monthDay of worked) saturdaysWorked.add(numberOf(year, monthDay));
  }
  const compared = years.filter(({ confidence }) => confidence !== "M");
  const firstYear = Math.min(...compared.map(({ year }) => year));
  const lastYear = Math.max(...years.map(({ year }) => year));
  for (let year = lastYear + 1; year <= lastWrittenYear; year++) {
    for (const [number, holiday] of daysOffOfLaw(year, lunar)) holidays.set(number, holiday);
  }
  const days = {
    firstDay: numberOf(firstYear, "01-01"),
    lastDay: numberOf(lastYear, "12-31"),
    versions: new Map(compared.map(({ year, version }) => [year, version])),
    holidays,
    saturdaysWorked,
  };
  return { ...days, working: countWorkingDays((number) => dayOffAt(days, number) === undefined) };
}

function daysOffOfLaw(year: number, lunar: LunarDays | undefined): Iterable<readonly [number, Holiday]> {
  if (lunar !== undefined) return unannouncedDaysOff(year, lunar);
  return fixedHolidays.map(([monthDay, holiday]) => [numberOf(year, monthDay), holiday]);
}

/** Returns why a day is a day off, or undefined for a working day. */
export function dayOff(calendar: Calendar, day: Day): DayOff | undefined {
  return dayOffAt(calendar, dayNumber(day));
}

export function dayOffAt(calendar: Pick<Calendar, "holidays" | "saturdaysWorked">, number: number): DayOff | undefined {
  const weekday = weekdayAt(number);
  if (weekday === 7) return "sunday";
  if (weekday === 6) return calendar.saturdaysWorked.has(number) ? undefined : "saturday";
  return calendar.holidays.get(number);
}

function numberOf(year: number, monthDay: string): number {
  return dayNumber(statutoryDay(`${year}-${monthDay}`));
}

export const knownLunarDays: LunarDays = { newYears: lunarNewYears, hungKings: hungKingsDays };
export const knownCalendar: Calendar = openCalendar(calendarYears, knownLunarDays);
