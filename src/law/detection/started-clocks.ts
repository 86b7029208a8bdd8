/** The clocks that an act starts: one for each rule, subject and way in which the rule starts, and what follows them. */

import type { Day } from "../../base/day.ts";
import { due } from "../calendar/counting.ts";
import type { Act, Subject } from "../act.ts";
import { type ClockStart, startClock } from "./clock.ts";
import { type Deadline, isInTime } from "./deadline.ts";
import { subjectsOfStart } from "./subjects-of-start.ts";
import { actsOf, concerns, countedDay, dayThatCounts, firstKnown, type OpenFile, sameSubject } from "./open-file.ts";
import { inForce, type RuleVersion } from "../rule.ts";
import type { ActStart, RuleStart } from "./rule-book.ts";
import type { Series } from "../series.ts";
import { outcomeOf } from "./outcome.ts";

/** Adds to `found` the deadlines that an act starts under one rule, and those that follow when these are over. */
export function addStarted(found: Deadline[], open: OpenFile, act: Act, start: RuleStart): void {
  for (const one of clockStarts(open, act, start)) addClockAndFollowers(found, open, one);
}

const none: readonly never[] = [];

/** Returns one start for each subject, and none while an act that the start needs is missing. */
export function clockStarts(open: OpenFile, act: Act, { rule, start }: RuleStart): readonly ClockStart[] {
  // The law of the starting act's own day governs, so that no act starts the same rule under two laws. This comes first
  // because it rejects half of all versions, those of the other law.
  const day = firstKnown(act, start.days);
  if (day === undefined || !(inForce(rule, day) || carriesOver(open, rule, day))) return none;
  const counted = countedDay(act, start);
  if (counted === undefined || (start.unless !== undefined && isTold(open, act, start.unless))) return none;
  const startedOn = start.with === undefined ? day : laterDay(open, act, start.with, day);
  if (startedOn === undefined || !(inForce(rule, startedOn) || carriesOver(open, rule, startedOn))) return none;
  const alone = { rule, act, subject: act.subject, counted, startedOn, endOf: undefined };
  if (rule.perParty === undefined && start.each === undefined) return [alone];
  return subjectsOf(open, act, { rule, start }, startedOn).map((subject) => ({ ...alone, subject }));
}

/** Whether the new law governs what started before it and had not run out by its number (Art.116(3)). */
function carriesOver({ book }: OpenFile, rule: RuleVersion, day: Day): boolean {
  if (rule.carriesOver !== true || day >= rule.from) return false;
  const { due: dueOn } = due(day, rule.term, rule.direction, book.calendar);
  return dueOn !== undefined && dueOn >= rule.from;
}

/** Whether a record of type `unless` tells of the same event. */
function isTold(open: OpenFile, act: Act, unless: NonNullable<ActStart["unless"]>): boolean {
  return actsOf(open, unless).some((other) => sameSubject(other.subject, act.subject));
}

/** Returns the later of the act's own day and that of the act it needs, or undefined while that act is missing. */
function laterDay(open: OpenFile, act: Act, needed: NonNullable<ActStart["with"]>, own: Day): Day | undefined {
  let first: Day | undefined;
  for (const other of actsOf(open, needed.act)) {
    const day = dayThatCounts(other, needed);
    if (day === undefined || (first !== undefined && day >= first) || !concerns(open, other, act.subject)) continue;
    first = day;
  }
  if (first === undefined) return undefined;
  return first > own ? first : own;
}

function subjectsOf(open: OpenFile, act: Act, { rule, start }: RuleStart, startedOn: Day): readonly Subject[] {
  const { perParty } = rule;
  if (perParty !== undefined)
    return open.file.parties.filter(({ side }) => perParty.includes(side)).map(({ id }) => ({ kind: "party", id }));
  return start.each === undefined ? [act.subject] : subjectsOfStart(open, act, start.each, startedOn);
}

function addClockAndFollowers(found: Deadline[], open: OpenFile, start: ClockStart): void {
  const clock = startClock(open, start);
  if (clock === undefined) return;
  const deadline = outcomeOf(open, clock);
  found.push(deadline);
  const { dueOn: startedOn } = deadline;
  const endOf = clock.rule.series;
  if (startedOn === undefined) return;
  for (const rule of followersOf(open, endOf, deadline))
    addClockAndFollowers(found, open, { ...start, rule, startedOn, endOf });
}

/** Returns the rules that start at the end of a deadline; if it was met in time, those alone that run from its end even so. */
function followersOf(
  { book }: OpenFile,
  series: Series,
  { rule: met, dueOn, metOn }: Deadline,
): readonly RuleVersion[] {
  const after = book.after.get(series);
  if (after === undefined || dueOn === undefined) return none;
  const used = metOn !== undefined && isInTime({ rule: met, dueOn }, metOn);
  return after.filter((rule) => inForce(rule, dueOn) && (!used || runsWhenUsed(rule, series)));
}

function runsWhenUsed({ starts }: RuleVersion, series: Series): boolean {
  return starts.some((start) => "endOf" in start && start.endOf === series && start.used === true);
}
