/**
 * An edition of the law: every rule and calendar that the system applies, under one number. Its canonical text is what a
 * digest is made of, so that an event that names an edition names exactly this text. An edition is never edited: the next
 * one takes the next number.
 */

import type { Day } from "../base/day.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { type CalendarYear, calendarYears } from "./calendar/calendar-years.ts";
import { courtLimits } from "./stages/courts/limits.ts";
import { auctioningLimits } from "./stages/auctioning/limits.ts";
import { coercingLimits } from "./stages/coercing/limits.ts";
import { complainingLimits } from "./stages/complaining/limits.ts";
import { delegatingLimits } from "./stages/delegating/limits.ts";
import { denouncingLimits } from "./stages/denouncing/limits.ts";
import { destroyingLimits } from "./stages/destroying/limits.ts";
import { exemptingLimits } from "./stages/exempting/limits.ts";
import { haltingLimits } from "./stages/halting/limits.ts";
import { intakeLimits } from "./stages/intake/limits.ts";
import { notifyingLimits } from "./stages/deciding/limits.ts";
import { officeLimits } from "./stages/offices/limits.ts";
import { payingLimits } from "./stages/paying/limits.ts";
import { reportingLimits } from "./stages/reporting/limits.ts";
import { securingLimits } from "./stages/securing/limits.ts";
import { sellingLimits } from "./stages/selling/limits.ts";
import { sortingLimits } from "./stages/sorting/limits.ts";
import { supervisionLimits } from "./stages/supervising/limits.ts";
import { verifyingLimits } from "./stages/verifying/limits.ts";
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
  rules: [
    ...intakeLimits,
    ...officeLimits,
    ...notifyingLimits,
    ...verifyingLimits,
    ...sortingLimits,
    ...haltingLimits,
    ...delegatingLimits,
    ...securingLimits,
    ...coercingLimits,
    ...sellingLimits,
    ...auctioningLimits,
    ...payingLimits,
    ...destroyingLimits,
    ...courtLimits,
    ...exemptingLimits,
    ...complainingLimits,
    ...denouncingLimits,
    ...supervisionLimits,
    ...reportingLimits,
  ],
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
