/**
 * A time limit and what became of it, without today: what a read model can keep. Late and missed are computed from
 * today when asked (design: the law); `stateOn` is the only place that does.
 */

import { type Day, daysBetween } from "../../base/day.ts";
import type { ActId } from "../../base/ids.ts";
import type { ActType, DaySource, Subject } from "../act.ts";
import type { DayName } from "../act-entry.ts";
import type { LawVersion, Mode } from "../rule.ts";
import type { Series } from "../series.ts";
import type { Owner } from "../owner.ts";
import type { Citation } from "../sources.ts";

/** Why a breach of the limit is only a hint: the machine does not accuse in doubt (promise 5). */
export type Doubt =
  | "text-in-doubt"
  | "at-once"
  | "no-limit-stated"
  | "period"
  | "condition-not-shown"
  | "calendar-provisional"
  | "calendar-unconfirmed"
  | "other-law"
  | "one-law-only"
  | "day-off-moved"
  | "edge-of-tet"
  | "end-moved";

/** What started the clock. From the command line only the day is known. */
export interface Trigger {
  readonly day: Day;
  readonly act?: ActId;
  readonly type?: ActType;
  readonly dayName?: DayName;
  readonly source?: DaySource;
  /** Calendar days between the day and its recording, when it was not recorded on the day itself. */
  readonly recordedLate?: number;
  /** The clock starts when the period of this series is over, which the act had started. */
  readonly endOf?: Series;
}

/** Only a violation may become a finding without citing a text that a person read (promise 5). */
export type Weight = "violation" | "hint";

export type ObligationState = "open" | "met" | "late" | "missed" | "excused" | "forbidden";

/** What the law says that was not applied, of a clock that runs across a change of law. */
export interface OtherLaw {
  readonly version: LawVersion;
  readonly citation: Citation;
  readonly dueOn: Day | undefined;
}

export interface Deadline {
  /** "<series>/<starting act>/<subject>": one obligation each. */
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
  /** Of a ban: the day on which its term is full, if it has one. */
  readonly dueOn: Day | undefined;
  readonly provisional: boolean;
  readonly crossesTransition: boolean;
  readonly otherLaw: OtherLaw | undefined;
  readonly metBy: ActId | undefined;
  readonly metOn: Day | undefined;
  readonly metSource: DaySource | undefined;
  /** Calendar days between the day of fulfilment and its recording: in time only by an earlier provable moment. */
  readonly metRecordedLate: number | undefined;
  readonly excusedBy: ActId | undefined;
  /** From then on nothing was owed any more, and nothing had been done. */
  readonly endedOn: Day | undefined;
  /** What was done was forbidden on its day; only a ban says so. */
  readonly forbidden: boolean;
}

/** The parts of a deadline that its state depends on; a row of a read model has them. */
export interface DeadlineDays {
  readonly dueOn: Day | undefined;
  readonly metOn?: Day | undefined;
  readonly excusedBy?: ActId | undefined;
  readonly endedOn?: Day | undefined;
  readonly forbidden?: boolean;
}

export function stateOn({ dueOn, metOn, excusedBy, forbidden }: DeadlineDays, today: Day): ObligationState {
  const done = metBy(metOn, today);
  if (forbidden === true && done !== undefined) return "forbidden";
  if (done !== undefined && (dueOn === undefined || done <= dueOn)) return "met";
  if (excusedBy !== undefined) return "excused";
  if (done !== undefined) return "late";
  return dueOn === undefined || today <= dueOn ? "open" : "missed";
}

/** The day by which lists go: that on which it is due, or on which the forbidden act was done; none where the law states none. */
export function listedDay({ dueOn, metOn, forbidden }: DeadlineDays): Day | undefined {
  return forbidden === true ? metOn : dueOn;
}

/** Calendar days from the due day to the fulfilment, or for as long as there is none. */
export function daysLate(
  days: Pick<DeadlineDays, "dueOn" | "metOn" | "endedOn"> & { readonly startedOn?: Day },
  today: Day,
): number {
  return days.dueOn === undefined ? 0 : Math.max(0, daysBetween(days.dueOn, lateUntil(days, today)));
}

/**
 * Until it was done or owed no more, or today; what had to come before an act, until that act: afterwards it is not late
 * but too late.
 */
export function lateUntil({ dueOn, metOn, endedOn, startedOn }: Parameters<typeof daysLate>[0], today: Day): Day {
  const prepares = startedOn !== undefined && dueOn !== undefined && startedOn > dueOn;
  return metBy(metOn, today) ?? (prepares ? startedOn : owedUntil(endedOn, today));
}

/** The last day on which it could still be done. */
export function owedUntil(endedOn: Day | undefined, today: Day): Day {
  return endedOn !== undefined && endedOn < today ? endedOn : today;
}

/** As of an earlier day, what was done later was not done yet. */
function metBy(metOn: Day | undefined, today: Day): Day | undefined {
  return metOn !== undefined && metOn <= today ? metOn : undefined;
}
