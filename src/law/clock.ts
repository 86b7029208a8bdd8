/** One clock of one rule: what started it, until when it runs, and how far the machine may accuse on it. */

import { type Day, daysBetween } from "../base/day.ts";
import type { ActId } from "../base/ids.ts";
import type { Act, Subject } from "./act.ts";
import { holds } from "./condition.ts";
import { type Count, due } from "./counting.ts";
import type { Doubt, Explanation, Trigger } from "./explanation.ts";
import { transitionDay } from "./limits/phrases.ts";
import type { CountedDay, OpenFile } from "./open-file.ts";
import type { RuleVersion } from "./rule.ts";
import type { RuleBook } from "./rule-book.ts";
import type { Series } from "./series.ts";

export interface Clock {
  readonly rule: RuleVersion;
  readonly act: Act;
  readonly subject: Subject;
  /** The day from which fulfilment and excuses count: that of the act, also where the clock itself starts later. */
  readonly since: Day;
  readonly startedOn: Day;
  readonly count: Count;
  readonly trigger: Trigger;
  readonly doubts: readonly Doubt[];
}

export interface ClockStart {
  readonly rule: RuleVersion;
  readonly act: Act;
  readonly subject: Subject;
  readonly counted: CountedDay;
  /** The day the clock runs from, when it is not the day of the act itself. */
  readonly startedOn: Day;
  readonly endOf?: Series;
}

/** Undefined when the rule's condition does not hold. */
export function startClock(open: OpenFile, book: RuleBook, start: ClockStart): Clock | undefined {
  const { rule, act, subject, startedOn, counted } = start;
  const count = due(startedOn, rule.term, rule.direction, book.calendar);
  const around = { open, act, subject, startedOn, dueOn: count.due };
  if (rule.when !== undefined && !holds(rule.when, around)) return undefined;
  const shown = rule.accuses === undefined || holds(rule.accuses, around);
  return {
    rule,
    act,
    subject,
    since: counted.day,
    startedOn,
    count,
    trigger: triggerOf(start),
    doubts: [...doubtsOf(rule, count), ...(shown ? [] : (["condition-not-shown"] as const))],
  };
}

/** The doubts that lie in the rule and in its count. That of an unconfirmed calendar depends on how late the act was. */
export function doubtsOf(rule: RuleVersion, count: Count): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (rule.confidence !== "V") doubts.push("text-in-doubt");
  if (rule.mode === "period") doubts.push("period");
  if (rule.term.unit === "immediate") doubts.push("at-once");
  if (rule.term.unit === "no_limit_stated") doubts.push("no-limit-stated");
  if (count.provisional) doubts.push("calendar-provisional");
  return doubts;
}

/** The law of the starting day is kept across the change of law of 2026-07-01 (106/2025 Art.116 does not say). */
export function crossesTransition(rule: RuleVersion, count: Count): boolean {
  return rule.until === transitionDay && count.due !== undefined && count.due >= transitionDay;
}

export function explanationOf(
  clock: Pick<Clock, "rule" | "count" | "trigger" | "doubts">,
  book: RuleBook,
): Explanation {
  const { rule, count, trigger, doubts } = clock;
  return {
    series: rule.series,
    version: rule.version,
    owner: rule.owner,
    citation: rule.citation,
    confidence: rule.confidence,
    inForce: { from: rule.from, ...(rule.until === undefined ? {} : { until: rule.until }) },
    ...(rule.note === undefined ? {} : { note: rule.note }),
    trigger,
    term: rule.term,
    direction: rule.direction,
    edition: book.edition.number,
    ...(count.lastDay === undefined ? {} : { lastDay: count.lastDay }),
    ...(count.due === undefined ? {} : { dueOn: count.due }),
    skipped: count.skipped,
    calendars: count.years.map((year) => ({ year, ...versionOf(book.calendar.versions.get(year)) })),
    provisional: count.provisional,
    unconfirmed: count.unconfirmed,
    crossesTransition: crossesTransition(rule, count),
    doubts,
  };
}

function versionOf(version: number | undefined): { version?: number } {
  return version === undefined ? {} : { version };
}

function triggerOf({ act, counted, startedOn, endOf }: ClockStart): Trigger {
  const late = daysBetween(counted.day, act.recordedOn);
  const id: ActId = act.id;
  return {
    day: startedOn,
    act: id,
    type: act.type,
    ...(endOf === undefined ? { dayName: counted.name, source: counted.source } : { endOf }),
    ...(late > 0 ? { recordedLate: late } : {}),
  };
}
