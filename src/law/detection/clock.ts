/** A clock: one time limit that an act started for one subject, with its count and the doubts that forbid an accusation. */

import { type Day, daysBetween } from "../../base/day.ts";
import type { Act, Subject } from "../act.ts";
import { holds } from "./condition.ts";
import { type Count, due } from "../calendar/counting.ts";
import type { Doubt, Trigger } from "./deadline.ts";
import type { CountedDay, OpenFile } from "./open-file.ts";
import { isKept } from "./kept-file.ts";
import type { Condition, RuleVersion } from "../rule.ts";
import type { Series } from "../series.ts";

export interface ClockStart {
  readonly rule: RuleVersion;
  readonly act: Act;
  readonly subject: Subject;
  /** The starting act's own day. Fulfilment and excuses count from it, even when the clock itself starts later. */
  readonly counted: CountedDay;
  /** The day that the clock runs from. */
  readonly startedOn: Day;
  /** Set when the clock starts at the end of a period of this series, which the act had started. */
  readonly endOf: Series | undefined;
}

export interface Clock extends ClockStart {
  readonly count: Count;
  readonly doubts: readonly Doubt[];
}

/** Returns the running clock, or undefined when the rule's condition does not hold. */
export function startClock(open: OpenFile, start: ClockStart): Clock | undefined {
  const { rule, act, subject, counted, startedOn, endOf } = start;
  const count = due(startedOn, rule.term, rule.direction, open.book.calendar);
  const sure = doubtsOf(rule, count);
  const doubts: readonly Doubt[] =
    rule.carriesOver === true && startedOn < rule.from ? [...sure, "one-law-only"] : sure;
  if (rule.when === undefined && rule.accuses === undefined)
    return { rule, act, subject, counted, startedOn, endOf, count, doubts };
  const around = { open, act, subject, startedOn, dueOn: count.due };
  if (rule.when !== undefined && !holds(rule.when, around)) return undefined;
  const shown = rule.accuses === undefined || holds(rule.accuses, around);
  const all: readonly Doubt[] = shown ? doubts : [...doubts, doubtOfAccusing(rule.accuses, open)];
  return { rule, act, subject, counted, startedOn, endOf, count, doubts: all };
}

/** Why a rule does not accuse: the file may lack what was done, or it does not show an exception. */
function doubtOfAccusing(accuses: Condition | undefined, open: OpenFile): Doubt {
  return accuses !== undefined && restsOnKeeping(accuses) && !isKept(open) ? "file-not-kept" : "condition-not-shown";
}

function restsOnKeeping(condition: Condition): boolean {
  if ("all" in condition) return condition.all.some(restsOnKeeping);
  return "fact" in condition && condition.fact === "kept-from-beginning";
}

const noDoubts: readonly Doubt[] = [];

/** The doubts of the rule and its count; an unconfirmed calendar's depends on the lateness (outcome.ts). */
export function doubtsOf(rule: RuleVersion, count: Pick<Count, "provisional">): readonly Doubt[] {
  const { unit } = rule.term;
  const plain = rule.confidence === "V" && rule.mode !== "period" && unit !== "immediate" && unit !== "no_limit_stated";
  if (plain && !count.provisional) return noDoubts;
  const doubts: Doubt[] = [];
  if (rule.confidence !== "V") doubts.push("text-in-doubt");
  if (rule.mode === "period") doubts.push("period");
  if (unit === "immediate") doubts.push("at-once");
  if (unit === "no_limit_stated") doubts.push("no-limit-stated");
  if (count.provisional) doubts.push("calendar-provisional");
  return doubts;
}

export function triggerOf({ act, counted, startedOn, endOf }: ClockStart): Trigger {
  const { id, type, recordedOn } = act;
  const late = recordedOn > counted.day ? { recordedLate: daysBetween(counted.day, recordedOn) } : undefined;
  if (endOf !== undefined) return { day: startedOn, act: id, type, endOf, ...late };
  return { day: startedOn, act: id, type, dayName: counted.name, source: counted.source, ...late };
}
