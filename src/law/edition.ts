/**
 * An edition of the law: every rule and calendar that the system applies, under one number. Its canonical text is what a
 * digest is made of, so that an event that names an edition names exactly this text. An edition is never edited: the next
 * one takes the next number.
 */

import type { Day } from "../base/day.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { type CalendarYear, calendarYears } from "./calendar/calendar-years.ts";
import { stages } from "./stages/stages.ts";
import { stageLimits } from "./stages/limits.ts";
import type { RuleVersion } from "./rule.ts";
import { lunarNewYears } from "./calendar/tet.ts";

/** No text says which law governs such a clock (law 106/2025 Art.116), so an edition names its choice. */
export const crossings = ["law-of-the-starting-day", "new-law-from-its-day", "later-of-both"] as const;
export type CrossingPolicy = (typeof crossings)[number];

export type Edition = {
  readonly number: number;
  readonly rules: readonly RuleVersion[];
  readonly calendars: readonly CalendarYear[];
  /** The first days of the lunar years, around which forces may not be mobilised. */
  readonly lunarNewYears: readonly Day[];
  /** What governs a clock that runs across the change of law of 2026-07-01 (transition.ts); the file is flagged. */
  readonly crossing: CrossingPolicy;
};

export const currentEdition: Edition = {
  number: 1,
  rules: stages.flatMap(({ name }) => stageLimits[name]),
  calendars: calendarYears,
  lunarNewYears,
  crossing: "law-of-the-starting-day",
};

/** Every edition that this program has word for word: what the next one moves is told by both. */
export const editions: readonly Edition[] = [currentEdition];

/** The canonical JSON of an edition. */
export function editionText(edition: Edition): string {
  return canonicalJson(edition);
}
