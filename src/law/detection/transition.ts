/**
 * Clocks that run across 1 July 2026, when law 106/2025 replaced law 26/2008. Its Art.116 says that what has not ended goes
 * on under the new law (116(3)) and that steps already done stand (116(4)); it does not say which law governs a time limit
 * that began before and ends after. So an edition names a policy, both due days are shown, and the file is flagged.
 */

import type { Day } from "../../base/day.ts";
import { type Clock, startClock } from "./clock.ts";
import { type Count, due } from "../calendar/counting.ts";
import type { Deadline, Doubt, OtherLaw } from "./deadline.ts";
import { type RuleVersion, transitionDay } from "../rule.ts";
import type { OpenFile } from "./open-file.ts";
import type { RuleBook } from "./rule-book.ts";

export interface Crossed {
  /** The clock under the law that the policy applies. */
  readonly clock: Clock;
  /** Undefined when the other law has no such time limit. */
  readonly otherLaw: OtherLaw | undefined;
}

/** Returns undefined when the clock does not run across the change of law: it was over, or met, before that day. */
export function crossed(open: OpenFile, old: Clock, doneOn: Day | undefined): Crossed | undefined {
  if (old.rule.until !== transitionDay || (doneOn !== undefined && doneOn < transitionDay)) return undefined;
  if (old.count.due !== undefined && old.count.due < transitionDay) return undefined;
  const next = newClock(open, old);
  if (!runsAcross(old.count, next?.count)) return undefined;
  if (next === undefined) return { clock: old, otherLaw: undefined };
  // The old law set no number, so the new one's day is asked about; nobody is accused by it (Art.116(3)).
  if (old.count.due === undefined) return { clock: withDoubts(next, ["no-limit-stated"]), otherLaw: saidBy(old) };
  // Under another name the new law may have other conditions, and what they leave in doubt is in doubt here too.
  if (next.rule.series !== old.rule.series) return { clock: withDoubts(old, next.doubts), otherLaw: saidBy(next) };
  return takesNew(open, old, next) ? { clock: next, otherLaw: saidBy(old) } : { clock: old, otherLaw: saidBy(next) };
}

/** crossedFrom is `crossed` without a file: it cannot ask whether the new law's condition holds. */
export function crossedFrom(
  book: RuleBook,
  rule: RuleVersion,
  from: Day,
): Pick<Deadline, "crossesTransition" | "otherLaw"> {
  const next = book.successors.get(rule);
  const count = due(from, rule.term, rule.direction, book.calendar);
  const other = next?.mode === rule.mode ? { rule: next, count: newCount(book, next, from) } : undefined;
  const crossesTransition = rule.until === transitionDay && runsAcross(count, other?.count);
  return { crossesTransition, otherLaw: crossesTransition && other !== undefined ? saidBy(other) : undefined };
}

/** A duty without a number that was not done before the change runs across if the new law has a number (Art.116(3)). */
function runsAcross(old: Count, next: Count | undefined): boolean {
  if (old.due !== undefined) return old.due >= transitionDay;
  return next?.due !== undefined;
}

function withDoubts(clock: Clock, doubts: readonly Doubt[]): Clock {
  return { ...clock, doubts: [...new Set([...clock.doubts, ...doubts])] };
}

function takesNew({ book }: OpenFile, old: Clock, next: Clock): boolean {
  switch (book.edition.crossing) {
    case "law-of-the-starting-day":
      return false;
    case "new-law-from-its-day":
      return true;
    case "later-of-both":
      return old.count.due !== undefined && (next.count.due === undefined || next.count.due > old.count.due);
  }
}

function saidBy({ rule, count }: Pick<Clock, "rule" | "count">): OtherLaw {
  return { version: rule.version, citation: rule.citation, dueOn: count.due };
}

/** Returns the clock under the new law, if the same act starts it there. */
function newClock(open: OpenFile, old: Clock): Clock | undefined {
  const rule = open.book.successors.get(old.rule);
  if (rule === undefined || !startsAlike(rule, old)) return undefined;
  const { act, subject, counted, startedOn, endOf } = old;
  const clock = startClock(open, { rule, act, subject, counted, startedOn, endOf });
  return clock && { ...clock, count: newCount(open.book, rule, startedOn) };
}

/** A due day under the new law is never before the day on which that law began. */
function newCount({ calendar }: RuleBook, { term, direction }: RuleVersion, from: Day): Count {
  const count = due(from, term, direction, calendar);
  return count.due === undefined || count.due >= transitionDay ? count : { ...count, due: transitionDay };
}

function startsAlike({ mode, starts }: RuleVersion, { rule, act, endOf }: Clock): boolean {
  if (mode !== rule.mode) return false;
  return starts.some((start) =>
    "endOf" in start
      ? start.endOf === endOf
      : start.act === act.type && start.with === undefined && endOf === undefined,
  );
}
