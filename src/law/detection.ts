/**
 * What the law required in a file and what became of it: the acts of an intake, a case or an instrument, folded to
 * obligations. Pure: the same acts, edition and day give the same answer anywhere, which is how an audit compares.
 */

import { type Day, daysBetween } from "../base/day.ts";
import type { Act, Subject } from "./act.ts";
import { type Clock, crossesTransition, explanationOf, startClock } from "./clock.ts";
import { workingDaysBetween } from "./counting.ts";
import { type Deadline, daysLate, type ObligationState, stateOn } from "./deadline.ts";
import { currentEdition, type Edition } from "./edition.ts";
import type { Doubt } from "./explanation.ts";
import type { EnforcementFile } from "./file.ts";
import { excuseOf, type Fulfilment, fulfilmentOf } from "./fulfilment.ts";
import {
  actsOf,
  answeredActs,
  type CountedDay,
  countedDay,
  firstDay,
  type OpenFile,
  openFile,
  sameSubject,
} from "./open-file.ts";
import { inForce, type RuleVersion } from "./rule.ts";
import { type ActStart, openRuleBook, type RuleBook, type RuleStart } from "./rule-book.ts";
import { governs, opensOn } from "./windows.ts";

export interface Obligation extends Deadline {
  readonly state: ObligationState;
  readonly daysLate?: number;
  readonly workingDaysLate?: number;
}

/** The obligations whose clock has started by today, each with its state today. */
export function assess(
  file: EnforcementFile,
  context: { readonly today: Day; readonly edition?: Edition },
): readonly Obligation[] {
  const edition = context.edition ?? currentEdition;
  return deadlines(file, edition)
    .filter(({ startedOn }) => startedOn <= context.today)
    .map((deadline) => judge(deadline, context.today, openRuleBook(edition)));
}

/** Every time limit of a file, without today: due days, and what met or excused them. */
export function deadlines(file: EnforcementFile, edition: Edition = currentEdition): readonly Deadline[] {
  const open = openFile(file);
  const book = openRuleBook(edition);
  const found: Deadline[] = [];
  for (const act of file.acts) {
    for (const start of book.startedBy.get(act.type) ?? []) found.push(...clocksOf(open, book, act, start));
  }
  return [...found, ...usedWindows(open, book)];
}

function judge(deadline: Deadline, today: Day, book: RuleBook): Obligation {
  const state = stateOn(deadline, today);
  if (state !== "late" && state !== "missed") return { ...deadline, state };
  const { dueOn, metOn } = deadline;
  const end = state === "late" && metOn !== undefined ? metOn : today;
  const worked = dueOn === undefined ? 0 : workingDaysBetween(dueOn, end, book.calendar);
  return { ...deadline, state, daysLate: daysLate(deadline, today), workingDaysLate: worked };
}

function clocksOf(open: OpenFile, book: RuleBook, act: Act, { rule, start }: RuleStart): readonly Deadline[] {
  const counted = startDay(open, act, start);
  // The law of the starting act's own day, so that no act starts the same rule under two laws.
  if (counted === undefined || !inForce(rule, counted.day)) return [];
  const startedOn = laterDay(open, act, start, counted);
  if (startedOn === undefined || !inForce(rule, startedOn)) return [];
  return subjectsOf(open, rule, act).flatMap((subject) => {
    const clock = startClock(open, book, { rule, act, subject, counted, startedOn });
    if (clock === undefined) return [];
    const deadline = settle(open, book, clock);
    return [deadline, ...followers(open, book, { clock, counted, deadline })];
  });
}

function startDay(open: OpenFile, act: Act, start: ActStart): CountedDay | undefined {
  const { unless } = start;
  const told = unless !== undefined && actsOf(open, unless).some((other) => sameSubject(other.subject, act.subject));
  return told ? undefined : countedDay(act, start);
}

/** The day the clock runs from; undefined while the other act that it needs is missing. */
function laterDay(open: OpenFile, act: Act, start: ActStart, counted: CountedDay): Day | undefined {
  const needed = start.with;
  if (needed === undefined) return counted.day;
  const days = actsOf(open, needed.act)
    .filter((other) => sameSubject(other.subject, act.subject))
    .flatMap((other) => countedDay(other, needed)?.day ?? []);
  const first = days.toSorted()[0];
  if (first === undefined) return undefined;
  return first > counted.day ? first : counted.day;
}

function subjectsOf(open: OpenFile, rule: RuleVersion, act: Act): readonly Subject[] {
  const { perParty } = rule;
  if (perParty === undefined) return [act.subject];
  return open.file.parties.filter(({ side }) => perParty.includes(side)).map(({ id }) => ({ kind: "party", id }));
}

/** The clocks that start when a period is over, unless what it was given for was done within it. */
function followers(
  open: OpenFile,
  book: RuleBook,
  period: { readonly clock: Clock; readonly counted: CountedDay; readonly deadline: Deadline },
): readonly Deadline[] {
  const { clock, counted, deadline } = period;
  const { dueOn, metOn } = deadline;
  if (dueOn === undefined || (metOn !== undefined && metOn <= dueOn)) return [];
  return (book.after.get(clock.rule.series) ?? [])
    .filter((rule) => inForce(rule, dueOn))
    .flatMap((rule) => {
      const { act, subject } = clock;
      const next = startClock(open, book, { rule, act, subject, counted, startedOn: dueOn, endOf: clock.rule.series });
      return next === undefined ? [] : [settle(open, book, next)];
    });
}

function settle(open: OpenFile, book: RuleBook, clock: Clock): Deadline {
  const met = fulfilmentOf(open, book, clock);
  const excuse = excuseOf(open, clock);
  return { ...deadlineOf(book, clock, met), ...(excuse === undefined ? {} : { excusedBy: excuse.id }) };
}

function deadlineOf(book: RuleBook, clock: Clock, met: Fulfilment | undefined): Deadline {
  const { rule, act, subject, startedOn, count } = clock;
  const doubts = [...clock.doubts, ...doubtOfLateness(count.unconfirmed, count.due, met?.counted.day)];
  return {
    key: `${rule.series}/${act.id}/${subject.id}`,
    rule: rule.series,
    version: rule.version,
    mode: rule.mode,
    citation: rule.citation,
    owner: rule.owner,
    weight: doubts.length === 0 ? "violation" : "hint",
    subject,
    startedBy: act.id,
    startedOn,
    dueOn: count.due,
    provisional: count.provisional,
    crossesTransition: crossesTransition(rule, count),
    ...(met === undefined ? {} : fulfilmentPart(met)),
    explanation: explanationOf({ ...clock, doubts }, book),
  };
}

function fulfilmentPart({ act, counted }: Fulfilment): Partial<Deadline> {
  const late = daysBetween(counted.day, act.recordedOn);
  return {
    metBy: act.id,
    metOn: counted.day,
    metSource: counted.source,
    ...(late > 0 ? { metRecordedLate: late } : {}),
  };
}

/**
 * In an unconfirmed year only weekends are known as days off, so an act that seems late by a few days may have been in
 * time. No limit moves further than this: the longest run of days off, Tết with two weekends, has nine days.
 */
const longestBreak = 14;

function doubtOfLateness(unconfirmed: boolean, due: Day | undefined, metOn: Day | undefined): readonly Doubt[] {
  if (!unconfirmed || due === undefined || metOn === undefined) return [];
  const late = daysBetween(due, metOn);
  return late > 0 && late <= longestBreak ? ["calendar-unconfirmed"] : [];
}

/** One for each act that used a right or power: the window that closes last, so that any open one saves it. */
function usedWindows(open: OpenFile, book: RuleBook): readonly Deadline[] {
  const types = new Set(book.windows.flatMap(({ rule }) => rule.metBy.map(({ act }) => act)));
  return [...types].flatMap((type) =>
    actsOf(open, type).flatMap((used) => {
      const windows = book.windows.flatMap((window) => windowUsed(open, book, used, window));
      const [widest] = windows.toSorted((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? 1 : -1));
      return widest === undefined ? [] : [widest];
    }),
  );
}

function windowUsed(open: OpenFile, book: RuleBook, used: Act, { rule, start }: RuleStart): readonly Deadline[] {
  const usedOn = firstDay(used, rule.metBy);
  if (usedOn === undefined) return [];
  const named = answeredActs(open, used);
  const own = actsOf(open, start.act).filter((act) => sameSubject(act.subject, used.subject));
  return [...new Set([...named, ...own])].flatMap((act) => {
    const counted = countedDay(act, start);
    if (counted === undefined || !governs(rule, counted.day) || usedOn.day < opensOn(rule, counted.day)) return [];
    const clock = startClock(open, book, { rule, act, subject: used.subject, counted, startedOn: counted.day });
    return clock === undefined ? [] : [deadlineOf(book, clock, { act: used, counted: usedOn })];
  });
}
