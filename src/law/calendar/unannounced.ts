/**
 * The days off that are certain before the year's notice: the holidays of Labour Code Art.112(1), made up when they fall on a weekend
 * (Art.111(3)), under every choice that the Prime Minister has for Tết and National Day (Art.112(3)).
 */

import { type Day, dayNumber, weekdayAt } from "../../base/day.ts";
import { statutoryDay } from "../statutory-day.ts";
import { fixedHolidays, type Holiday } from "./calendar-years.ts";

/** Days that the moon fixes, one for each year. */
export interface LunarDays {
  /** The first day of each lunar year. */
  readonly newYears: readonly Day[];
  /** The tenth day of each third lunar month (giỗ tổ Hùng Vương). */
  readonly hungKings: readonly Day[];
}

type Choice = readonly (readonly [number: number, holiday: Holiday])[];

/** The first of the five days of Tết, counted from the first lunar day: each choice holds its eve and two days of the year. */
const firstsOfTet = [-3, -2, -1];
/** National Day is 2 September and the day before it or the one after. */
const besideNationalDay = [-1, 1];

/** unannouncedDaysOff returns the days off from Monday to Friday by day number; 24 November is not made up (Resolution 28/2026). */
export function unannouncedDaysOff(year: number, { newYears, hungKings }: LunarDays): ReadonlyMap<number, Holiday> {
  const fixed = fixedHolidays.map(([monthDay, holiday]) => [numberOf(year, monthDay), holiday] as const);
  const [newYear, hungKing] = [newYears, hungKings].map((days) => days.find((day) => day.startsWith(`${year}-`)));
  const certain: Choice = [...fixed, ...(hungKing === undefined ? [] : [[dayNumber(hungKing), "hung-kings"] as const])];
  const choices = besideNationalDay.flatMap((beside): readonly Choice[] => {
    const national: Choice = [[numberOf(year, "09-02") + beside, "national-day"]];
    if (newYear === undefined) return [[...certain, ...national]];
    return firstsOfTet.map((first) => [...certain, ...national, ...tetDays(dayNumber(newYear) + first)]);
  });
  return offUnderAll(choices.map(madeUp));
}

/** A day that one choice makes a holiday and another only makes up is made up: what binds less is certain. */
function offUnderAll([one, ...others]: readonly ReadonlyMap<number, Holiday>[]): ReadonlyMap<number, Holiday> {
  const off = new Map<number, Holiday>();
  for (const [number, holiday] of one ?? []) {
    if (!others.every((other) => other.has(number))) continue;
    off.set(number, others.every((other) => other.get(number) === holiday) ? holiday : "made-up");
  }
  return off;
}

function tetDays(first: number): Choice {
  return [0, 1, 2, 3, 4].map((i) => [first + i, "tet"]);
}

/** Gives each holiday on a weekend the next day that is neither a weekend nor a holiday. */
function madeUp(choice: Choice): ReadonlyMap<number, Holiday> {
  const off = new Map(choice.filter(([number]) => weekdayAt(number) < 6));
  for (const [number, holiday] of choice) {
    if (weekdayAt(number) < 6 || holiday === "culture-day") continue;
    let next = number + 1;
    while (weekdayAt(next) > 5 || off.has(next)) next += 1;
    off.set(next, "made-up");
  }
  return off;
}

function numberOf(year: number, monthDay: string): number {
  return dayNumber(statutoryDay(`${year}-${monthDay}`));
}
