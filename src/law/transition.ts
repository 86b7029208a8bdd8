/**
 * Clocks that run across 1 July 2026, when law 106/2025 replaced law 26/2008. Its Art.116 says that what has not ended goes
 * on under the new law (116(3)) and that steps already done stand (116(4)); of a limit that began before and ends after, it
 * says nothing. So it is a policy with a name: an edition chooses one, both dates are shown, the file is flagged.
 */

import type { Day } from "../base/day.ts";
import { type Clock, startClock } from "./clock.ts";
import type { OtherLaw } from "./deadline.ts";
import { transitionDay } from "./limits/phrases.ts";
import type { OpenFile } from "./open-file.ts";
import type { RuleVersion } from "./rule.ts";

export interface Crossed {
  /** The clock by the law that the policy applies. */
  readonly clock: Clock;
  /** Undefined when the other law has no such limit. */
  readonly otherLaw: OtherLaw | undefined;
}

/** Undefined when the clock does not run across the change of law: it was over, or what it asks was done, before. */
export function crossed(open: OpenFile, old: Clock, doneOn: Day | undefined): Crossed | undefined {
  if (old.rule.until !== transitionDay || (doneOn !== undefined && doneOn < transitionDay)) return undefined;
  if (old.count.due !== undefined && old.count.due < transitionDay) return undefined;
  const next = newClock(open, old);
  if (old.count.due === undefined && !runsOn(next)) return undefined;
  if (next === undefined) return { clock: old, otherLaw: undefined };
  return takesNew(open, old, next) ? { clock: next, otherLaw: saidBy(old) } : { clock: old, otherLaw: saidBy(next) };
}

/** A duty without a number runs across when the number of the new law had not run out before that law began. */
function runsOn(next: Clock | undefined): boolean {
  return next?.count.lastDay !== undefined && next.count.lastDay >= transitionDay;
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

function saidBy({ rule, count }: Clock): OtherLaw {
  return { version: rule.version, citation: rule.citation, dueOn: count.due };
}

/** The same clock under the new law, when the same act starts it there; it does not end before that law began. */
function newClock(open: OpenFile, old: Clock): Clock | undefined {
  const rule = open.book.successors.get(old.rule);
  if (rule === undefined || !startsAlike(rule, old)) return undefined;
  const { act, subject, counted, startedOn, endOf } = old;
  const clock = startClock(open, { rule, act, subject, counted, startedOn, endOf });
  const due = clock?.count.due;
  if (clock === undefined || due === undefined || due >= transitionDay) return clock;
  return { ...clock, count: { ...clock.count, due: transitionDay } };
}

function startsAlike({ mode, starts }: RuleVersion, { rule, act, endOf }: Clock): boolean {
  if (mode !== rule.mode) return false;
  return starts.some((start) =>
    "endOf" in start
      ? start.endOf === endOf
      : start.act === act.type && start.with === undefined && endOf === undefined,
  );
}
