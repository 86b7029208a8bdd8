/**
 * An edition of the law: every rule and calendar that the system applies, under one number. Its canonical text is what a
 * digest is made of, so that an event that names an edition names exactly this text. An edition is never edited: the next
 * one takes the next number.
 */

import { canonicalJson } from "../base/canonical-json.ts";
import { type CalendarYear, calendarYears } from "./calendar-years.ts";
import { intakeLimits } from "./limits/intake.ts";
import { payingLimits } from "./limits/paying.ts";
import { reliefLimits } from "./limits/relief.ts";
import { sellingLimits } from "./limits/selling.ts";
import { supervisionLimits } from "./limits/supervision.ts";
import { verifyingLimits } from "./limits/verifying.ts";
import type { RuleVersion } from "./rule.ts";

export type Edition = {
  readonly number: number;
  readonly rules: readonly RuleVersion[];
  readonly calendars: readonly CalendarYear[];
  /** A clock that runs across a change of law keeps the law of the day that started it; the case is flagged. */
  readonly crossing: "law-of-the-starting-day";
};

export const currentEdition: Edition = {
  number: 1,
  rules: [
    ...intakeLimits,
    ...verifyingLimits,
    ...reliefLimits,
    ...sellingLimits,
    ...payingLimits,
    ...supervisionLimits,
  ],
  calendars: calendarYears,
  crossing: "law-of-the-starting-day",
};

/** The canonical JSON of an edition. */
export function editionText(edition: Edition): string {
  return canonicalJson(edition);
}
