/** A deadline: a clock, its due day, what became of it. Late and missed depend on today: `stateOn` alone knows it. */

import { type Day, daysBetween } from "../../base/day.ts";
import type { ActId } from "../../base/ids.ts";
import type { ActType, DaySource, Subject } from "../act.ts";
import type { CarriedDay } from "../act-entry.ts";
import { currentEdition } from "../edition.ts";
import type { LawVersion, Mode } from "../rule.ts";
import type { Series } from "../series.ts";
import type { Owner } from "../owner.ts";
import type { Citation } from "../sources.ts";

/** A reason why a breach is only a hint: the machine does not accuse in doubt (promise 5). */
export type Doubt =
  | "text-in-doubt"
  | "at-once"
  | "no-limit-stated"
  | "period"
  | "condition-not-shown"
  /** What the file does not hold may have been done before it was kept (kept-file.ts). */
  | "file-not-kept"
  | "calendar-provisional"
  | "calendar-unconfirmed"
  | "other-law"
  | "one-law-only"
  | "day-off-moved"
  | "edge-of-tet"
  | "end-moved";

/** The start of a clock. A question from the command line knows only the day. */
export interface Trigger {
  readonly day: Day;
  readonly act?: ActId;
  readonly type?: ActType;
  readonly dayName?: CarriedDay;
  readonly source?: DaySource;
  /** Calendar days between the day and its recording; absent when it was recorded on the day itself. */
  readonly recordedLate?: number;
  /** Present when the clock starts at the end of a period of this series, which the act had started. */
  readonly endOf?: Series;
}

/** A hint becomes a finding only if the procurator cites a text that a person read; a violation needs none (promise 5). */
export type Weight = "violation" | "hint";

export type ObligationState = "open" | "met" | "late" | "missed" | "excused" | "forbidden";

/** The due day, by the law that was not applied, of a clock that runs across the change of law. */
export interface OtherLaw {
  readonly version: LawVersion;
  readonly citation: Citation;
  readonly dueOn: Day | undefined;
}

export interface Deadline {
  /** "<series>/<starting act>/<subject>", which no two deadlines of a file share. */
  readonly key: string;
  readonly rule: Series;
  readonly version: LawVersion;
  readonly mode: Mode;
  readonly citation: Citation;
  readonly owner: Owner;
  readonly weight: Weight;
  readonly doubts: readonly Doubt[];
  readonly subject: Subject;
  readonly startedBy: ActId;
  readonly startedOn: Day;
  readonly trigger: Trigger;
  /** For a ban, the day on which its term is full, if it has one. */
  readonly dueOn: Day | undefined;
  readonly provisional: boolean;
  readonly crossesTransition: boolean;
  readonly otherLaw: OtherLaw | undefined;
  readonly metBy: ActId | undefined;
  readonly metOn: Day | undefined;
  readonly metSource: DaySource | undefined;
  /** Calendar days between the fulfilment and its recording; only an earlier provable moment shows that it was in time. */
  readonly metRecordedLate: number | undefined;
  readonly excusedBy: ActId | undefined;
  /** The day, later than the due day, from which nothing was owed any more while nothing had been done. */
  readonly endedOn: Day | undefined;
  /** True when the act was forbidden on its day; only a ban says so. */
  readonly forbidden: boolean;
}

/** The parts of a deadline that its state depends on, which a row of a read model has too. */
export interface DeadlineDays {
  /** Says in which direction the day was counted; without it the day is the last one. */
  readonly rule?: string | undefined;
  readonly dueOn: Day | undefined;
  readonly metOn?: Day | undefined;
  readonly excusedBy?: ActId | undefined;
  readonly endedOn?: Day | undefined;
  readonly forbidden?: boolean;
}

export function stateOn({ rule, dueOn, metOn, excusedBy, forbidden }: DeadlineDays, today: Day): ObligationState {
  const done = metBy(metOn, today);
  if (forbidden === true && done !== undefined) return "forbidden";
  if (done !== undefined && isInTime({ rule, dueOn }, done)) return "met";
  if (excusedBy !== undefined) return "excused";
  if (done !== undefined) return "late";
  return dueOn === undefined || today <= dueOn ? "open" : "missed";
}

/** Series whose day is the earliest that is fresh enough, and not the last. All versions of a series count alike. */
const earliestDays: ReadonlySet<string> = new Set(
  currentEdition.rules.filter(({ direction }) => direction === "lookback_max").map(({ series }) => series),
);

/** Whether an act on `day` meets the deadline: by its day or, where the rule looks back for something fresh, from it on. */
export function isInTime({ rule, dueOn }: Pick<DeadlineDays, "rule" | "dueOn">, day: Day): boolean {
  if (dueOn === undefined) return true;
  return rule !== undefined && earliestDays.has(rule) ? day >= dueOn : day <= dueOn;
}

/** The day that lists are sorted by: the due day or, for a ban, the day of the forbidden act. */
export function listedDay({ dueOn, metOn, forbidden }: DeadlineDays): Day | undefined {
  return forbidden === true ? metOn : dueOn;
}

/** Calendar days from the due day to the fulfilment or, without one, to the day on which nothing is owed any more. */
export function daysLate(
  days: Pick<DeadlineDays, "dueOn" | "metOn" | "endedOn"> & { readonly startedOn?: Day },
  today: Day,
): number {
  return days.dueOn === undefined ? 0 : Math.max(0, daysBetween(days.dueOn, lateUntil(days, today)));
}

/**
 * The day up to which lateness grows: the fulfilment, the day from which nothing is owed, or today. What had to come before
 * an act grows late only until that act, for afterwards it can no longer be done.
 */
export function lateUntil({ dueOn, metOn, endedOn, startedOn }: Parameters<typeof daysLate>[0], today: Day): Day {
  const prepares = startedOn !== undefined && dueOn !== undefined && startedOn > dueOn;
  return metBy(metOn, today) ?? (prepares ? startedOn : owedUntil(endedOn, today));
}

/** Today, or the day before it from which nothing was owed any more. */
export function owedUntil(endedOn: Day | undefined, today: Day): Day {
  return endedOn !== undefined && endedOn < today ? endedOn : today;
}

/** Ignores a fulfilment later than `today`: as of that day it had not been done. */
function metBy(metOn: Day | undefined, today: Day): Day | undefined {
  return metOn !== undefined && metOn <= today ? metOn : undefined;
}
