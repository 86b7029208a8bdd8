/**
 * Why a date is the date (promise 3): the act that started the clock, the rule and its article, each day passed over
 * and why, the calendars used, and every reason for doubt. An explanation is a value; sentences.ts writes it for people.
 */

import type { Day } from "../../base/day.ts";
import type { DayOff } from "../calendar/calendar.ts";
import type { SkippedDay } from "../calendar/counting.ts";
import type { Doubt, Trigger } from "../detection/deadline.ts";
import type { CrossingPolicy } from "../edition.ts";
import type { Words } from "../language.ts";
import type { Owner } from "../owner.ts";
import type { Confidence, LawVersion } from "../rule.ts";
import type { Series } from "../series.ts";
import type { Citation } from "../sources.ts";
import type { Direction, Term } from "../term.ts";

export interface Explanation {
  readonly series: Series;
  readonly version: LawVersion;
  readonly owner: Owner;
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly inForce: { readonly from: Day; readonly until?: Day };
  readonly note?: Words;
  readonly trigger: Trigger;
  readonly term: Term;
  readonly direction: Direction;
  readonly edition: number;
  /** The last day before it moved off a day off. */
  readonly lastDay?: Day;
  readonly dueOn?: Day;
  readonly skipped: readonly SkippedDay[];
  readonly calendars: readonly { readonly year: number; readonly version?: number }[];
  readonly provisional: boolean;
  readonly unconfirmed: boolean;
  /** For a forbidden act, the day off on which it was done, or the days within which it is forbidden. */
  readonly closed?: { readonly reason?: DayOff; readonly from?: Day; readonly to?: Day };
  /** The day, after the due day, on which the instrument was withdrawn: lateness stops there by policy, for no text says so. */
  readonly endedOn?: Day;
  readonly crossesTransition: boolean;
  /** For a clock that runs across the change of law, the policy by which this law governs, and what the other law says. */
  readonly crossing?: CrossingPolicy;
  readonly otherLaw?: { readonly version: LawVersion; readonly citation: Citation; readonly dueOn?: Day };
  readonly doubts: readonly Doubt[];
}
