/** The clocks that an act starts: one for each rule, subject and way in which the rule starts, and what follows them. */

import type { Day } from "../base/day.ts";
import type { Act, Subject } from "./act.ts";
import { type ClockStart, startClock } from "./clock.ts";
import type { Deadline } from "./deadline.ts";
import { subjectsOfEach } from "./each.ts";
import { actsOf, concerns, type CountedDay, countedDay, dayThatCounts, type OpenFile, sameSubject } from "./open-file.ts";
import { inForce, type RuleVersion } from "./rule.ts";
import type { ActStart, RuleStart } from "./rule-book.ts";
import { settle } from "./settlement.ts";

/** Every limit that an act starts under one rule, with those that follow when it is over. */
export function startedBy(open: OpenFile, act: Act, { rule, start }: RuleStart): readonly Deadline[] {
  return clockStarts(open, act, { rule, start }).flatMap((one) => runs(open, one));
}

/** One for each subject; none while what the start needs is not there. */
export function clockStarts(open: OpenFile, act: Act, { rule, start }: RuleStart): readonly ClockStart[] {
  const counted = startDay(open, act, start);
  // The law of the starting act's own day, so that no act starts the same rule under two laws.
  if (counted === undefined || !inForce(rule, counted.day)) return [];
  const startedOn = start.with === undefined ? counted.day : laterDay(open, act, start.with, counted.day);
  if (startedOn === undefined || !inForce(rule, startedOn)) return [];
  return subjectsOf(open, act, { rule, start }, startedOn).map((subject) => ({
    rule,
    act,
    subject,
    counted,
    startedOn,
    endOf: undefined,
  }));
}

function startDay(open: OpenFile, act: Act, start: ActStart): CountedDay | undefined {
  const { unless } = start;
  const told = unless !== undefined && actsOf(open, unless).some((other) => sameSubject(other.subject, act.subject));
  return told ? undefined : countedDay(act, start);
}

/** The day the clock runs from; undefined while the other act that it needs is missing. */
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
  return start.each === undefined ? [act.subject] : subjectsOfEach(open, act, start.each, startedOn);
}

function runs(open: OpenFile, start: ClockStart): readonly Deadline[] {
  const clock = startClock(open, start);
  if (clock === undefined) return [];
  const deadline = settle(open, clock);
  const followers = followersOf(open, clock.rule, deadline);
  if (followers.length === 0) return [deadline];
  const { dueOn: startedOn } = deadline;
  if (startedOn === undefined) return [deadline];
  const endOf = clock.rule.series;
  return [deadline, ...followers.flatMap((rule) => runs(open, { ...start, rule, startedOn, endOf }))];
}

/** What starts when a limit is over, unless what it was given for was done within it. */
function followersOf({ book }: OpenFile, { series }: RuleVersion, { dueOn, metOn }: Deadline): readonly RuleVersion[] {
  if (dueOn === undefined || (metOn !== undefined && metOn <= dueOn)) return [];
  return (book.after.get(series) ?? []).filter((rule) => inForce(rule, dueOn));
}
