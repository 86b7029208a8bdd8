/**
 * An edition of the law: every rule and calendar that the system applies, under one number. Its canonical text is what a
 * digest is made of, so that an event that names an edition names exactly this text. An edition is never edited: the next
 * one takes the next number.
 */

import type { Day } from "../base/day.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { type CalendarYear, calendarYears } from "./calendar-years.ts";
import { courtLimits } from "./limits/asking-courts.ts";
import { auctioningLimits } from "./limits/auctioning.ts";
import { coercingLimits } from "./limits/coercing.ts";
import { complainingLimits } from "./limits/complaining.ts";
import { delegatingLimits } from "./limits/delegating.ts";
import { denouncingLimits } from "./limits/denouncing.ts";
import { destroyingLimits } from "./limits/destroying.ts";
import { exemptingLimits } from "./limits/exempting.ts";
import { haltingLimits } from "./limits/halting.ts";
import { intakeLimits } from "./limits/intake.ts";
import { notifyingLimits } from "./limits/notifying.ts";
import { officeLimits } from "./limits/offices.ts";
import { payingLimits } from "./limits/paying.ts";
import { reportingLimits } from "./limits/reporting.ts";
import { securingLimits } from "./limits/securing.ts";
import { sellingLimits } from "./limits/selling.ts";
import { sortingLimits } from "./limits/sorting.ts";
import { supervisionLimits } from "./limits/supervision.ts";
import { verifyingLimits } from "./limits/verifying.ts";
import type { RuleVersion } from "./rule.ts";
import { lunarNewYears } from "./tet.ts";

/** No text says which law governs such a clock (law 106/2025 Art.116), so an edition names its choice. */
export const crossings = ["law-of-the-starting-day", "new-law-from-its-day", "later-of-both"] as const;
export type Crossing = (typeof crossings)[number];

export type Edition = {
  readonly number: number;
  readonly rules: readonly RuleVersion[];
  readonly calendars: readonly CalendarYear[];
  /** The first days of the lunar years, around which forces may not be mobilised. */
  readonly lunarNewYears: readonly Day[];
  /** What governs a clock that runs across the change of law of 2026-07-01 (transition.ts); the file is flagged. */
  readonly crossing: Crossing;
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
