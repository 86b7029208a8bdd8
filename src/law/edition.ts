/**
 * An edition of the law: every rule and calendar that the system applies, under one number. The digest of its canonical text
 * is adopted with it, so an event that names an edition names exactly this text. An edition is never edited: a change makes
 * the next number.
 */

import type { Day } from "../base/day.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { type Calendar, openCalendar } from "./calendar/calendar.ts";
import { type CalendarYear, calendarYears } from "./calendar/calendar-years.ts";
import { rulesBefore, yearsBefore } from "./editions/changes.ts";
import { changesOfSecond } from "./editions/first-edition.ts";
import { stages } from "./stages/stages.ts";
import { stageLimits } from "./stages/limits.ts";
import type { RuleVersion } from "./rule.ts";
import { hungKingsDays, lunarNewYears } from "./calendar/lunar-days.ts";

/** The laws that may govern a clock across the change of 2026-07-01. Law 106/2025 Art.116 does not say, so an edition chooses. */
export const crossings = ["law-of-the-starting-day", "new-law-from-its-day", "later-of-both"] as const;
export type CrossingPolicy = (typeof crossings)[number];

export type Edition = {
  readonly number: number;
  readonly rules: readonly RuleVersion[];
  readonly calendars: readonly CalendarYear[];
  /** The first day of each lunar year; around it forces may not be mobilised (calendar/tet.ts). */
  readonly lunarNewYears: readonly Day[];
  /** Each tenth day of the third lunar month; edition 1 did not have them. */
  readonly hungKings?: readonly Day[];
  /** The policy for clocks that run across the change of law of 2026-07-01 (detection/transition.ts). */
  readonly crossing: CrossingPolicy;
};

export const currentEdition: Edition = {
  number: 2,
  rules: stages.flatMap(({ name }) => stageLimits[name]),
  calendars: calendarYears,
  lunarNewYears,
  hungKings: hungKingsDays,
  crossing: "law-of-the-starting-day",
};

/** The edition before the current one. */
export const firstEdition: Edition = {
  number: 1,
  rules: rulesBefore(currentEdition.rules, changesOfSecond),
  calendars: yearsBefore(currentEdition.calendars, changesOfSecond),
  lunarNewYears: lunarNewYears.filter((day) => day < "2031-01-01"),
  crossing: currentEdition.crossing,
};

/** Every edition that this program holds in full. The sweep needs the old and the new one to tell which due days change. */
export const editions: readonly Edition[] = [firstEdition, currentEdition];

/** Returns the canonical JSON of an edition. */
export function editionText(edition: Edition): string {
  return canonicalJson(edition);
}

/** calendarOf opens the calendar of an edition. */
export function calendarOf({ calendars, lunarNewYears: newYears, hungKings }: Edition): Calendar {
  return openCalendar(calendars, hungKings && { newYears, hungKings });
}
