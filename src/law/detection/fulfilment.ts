/** Which act fulfils or excuses a clock: one on the same subject, or one that names the act that started the clock. */

import type { Day } from "../../base/day.ts";
import type { Act, Subject } from "../act.ts";
import type { Clock } from "./clock.ts";
import { due } from "../calendar/counting.ts";
import { countsBack } from "../term.ts";
import {
  actsOf,
  answeredActs,
  comesAfter,
  concerns,
  countedDay,
  type CountedDay,
  dayThatCounts,
  type OpenFile,
  sameSubject,
} from "./open-file.ts";
import { preparedFor } from "./prior-acts.ts";
import type { RuleVersion } from "../rule.ts";
import { assetOfSum } from "./sale-prices.ts";
import type { ActDay } from "../act-day.ts";

export interface Fulfilment {
  readonly act: Act;
  readonly counted: CountedDay;
}

/** Returns the earliest act that fulfils the clock. When the rule needs several acts (`metByAll`), it is the last of them. */
export function fulfilmentOf(open: OpenFile, clock: Clock): Fulfilment | undefined {
  const { metBy, metByAll } = clock.rule;
  if (metByAll !== true) return firstOf(open, clock, metBy);
  return lastOf(metBy.map((one) => firstOf(open, clock, [one])));
}

function firstOf(open: OpenFile, clock: Clock, wanted: readonly ActDay[]): Fulfilment | undefined {
  if (!countsBack(clock.rule.direction)) return earliest(open, wanted, clock, fulfils);
  const counts = preparedFor(open, clock);
  // `lookback_max` wants the latest act, the freshest verification; `before` wants the earliest, the first notice.
  const isBetter = clock.rule.direction === "lookback_max" ? isLater : isEarlier;
  return bestOf(open, wanted, clock, { counts: (_open, _clock, act, day) => counts(act, day), isBetter });
}

/** Returns the latest of the fulfilments, or undefined while one is missing. */
function lastOf(found: readonly (Fulfilment | undefined)[]): Fulfilment | undefined {
  let last: Fulfilment | undefined;
  for (const one of found) {
    if (one === undefined) return undefined;
    if (last === undefined || one.counted.day > last.counted.day) last = one;
  }
  return last;
}

/**
 * Returns the first act between the start and the due day that takes the duty away. An act that answers another start of the
 * rule does not: when one of two requests is refused, a decision is still owed on the other.
 */
export function excuseOf(open: OpenFile, clock: Clock): Act | undefined {
  const { excusedBy } = clock.rule;
  const excused = excusedBy === undefined ? undefined : earliest(open, excusedBy, clock, excuses)?.act;
  return excused ?? settledBy(open, clock);
}

/** Returns the act that settles the duty: the creditor was called by the due day, and did not come while the term ran. */
function settledBy(open: OpenFile, clock: Clock): Act | undefined {
  for (const { act, called, term } of clock.rule.settledBy ?? []) {
    const call = earliest(open, [called], clock, excuses);
    const full = call && due(call.counted.day, term, "not_before", open.book.calendar).due;
    if (full === undefined) continue;
    const settled = earliest(
      open,
      [act],
      clock,
      (_open, { subject }, one, day) => day >= full && touches(open, one, subject),
    );
    if (settled !== undefined) return settled.act;
  }
  return undefined;
}

function excuses(open: OpenFile, { rule, act: started, subject, counted, count }: Clock, act: Act, day: Day): boolean {
  if (
    act.id === started.id ||
    day < counted.day ||
    (count.due !== undefined && day > count.due) ||
    !touches(open, act, subject)
  )
    return false;
  if (act.answers.includes(started.id)) return true;
  if (day === counted.day && wentBefore(open, act, started)) return false;
  return !answeredActs(open, act).some((named) => starts(rule, named));
}

/** Whether `act` was recorded first. Only an instrument's steps are recorded in the order in which they happened. */
function wentBefore({ file: { acts } }: OpenFile, act: Act, other: Act): boolean {
  return act.subject.kind === "instrument" && acts.indexOf(act) < acts.indexOf(other);
}

/** Returns the first act after the due day from which nothing is owed any more; lateness stops growing there. */
export function endOf(open: OpenFile, clock: Clock): Fulfilment | undefined {
  const { endedBy } = clock.rule;
  return endedBy === undefined ? undefined : earliest(open, endedBy, clock, ends);
}

function ends(open: OpenFile, { subject, count }: Clock, act: Act, day: Day): boolean {
  return count.due !== undefined && day > count.due && concerns(open, act, subject);
}

function starts(rule: RuleVersion, act: Act): boolean {
  return rule.starts.some((start) => !("endOf" in start) && dayThatCounts(act, start) !== undefined);
}

function fulfils(open: OpenFile, clock: Clock, act: Act, day: Day): boolean {
  const { rule, act: started, subject, counted } = clock;
  if (act.id === started.id) return false;
  if (isPriceOf(open, act, subject)) return true;
  const same = sameSubject(act.subject, subject);
  // One act that names the common start of several clocks (one for each party or exhibit) meets only its own subject's.
  if (!same && !sameSubject(started.subject, subject)) return false;
  if (act.answers.includes(started.id)) return true;
  if ((!same && !namesDecision(open, clock, act)) || answersAnotherStart(open, clock, act)) return false;
  return rule.early === true || comesAfter(open, act, { act: started, day: counted.day }, day);
}

/** Whether the act is about the price of the asset; if it was paid out before the delivery, nothing is left to be paid. */
function isPriceOf(open: OpenFile, { subject: sum }: Act, subject: Subject): boolean {
  return subject.kind === "asset" && sum.kind === "sum" && assetOfSum(open, sum) === subject.id;
}

/** Whether an act touches the clock's subject; one about the price of another asset does not. */
function touches(open: OpenFile, act: Act, subject: Subject): boolean {
  if (subject.kind !== "asset" || act.subject.kind !== "sum") return concerns(open, act, subject);
  const asset = assetOfSum(open, act.subject);
  return asset === undefined ? concerns(open, act, subject) : asset === subject.id;
}

/** Whether the act answers any act on the clock's decision, which makes it an act about that decision. */
function namesDecision(open: OpenFile, { subject }: Clock, act: Act): boolean {
  if (subject.kind !== "decision" || act.answers.length === 0) return false;
  return answeredActs(open, act).some((named) => sameSubject(named.subject, subject));
}

/** Whether the act names another act that starts the same rule, which makes it an act about that other start. */
function answersAnotherStart({ book, byId }: OpenFile, { rule }: Clock, { answers }: Act): boolean {
  if (answers.length === 0) return false;
  const types = book.startTypes.get(rule.series);
  return answers.some((id) => {
    const named = byId.get(id);
    return named !== undefined && types?.has(named.type) === true;
  });
}

type Counts = (open: OpenFile, clock: Clock, act: Act, day: Day) => boolean;
type IsBetter = (day: Day, best: Day) => boolean;

const isEarlier: IsBetter = (day, best) => day < best;
const isLater: IsBetter = (day, best) => day > best;

/** Returns the earliest fulfilment; of several on one day, the first recorded. */
function earliest(open: OpenFile, wanted: readonly ActDay[], clock: Clock, counts: Counts): Fulfilment | undefined {
  return bestOf(open, wanted, clock, { counts, isBetter: isEarlier });
}

function bestOf(
  open: OpenFile,
  wanted: readonly ActDay[],
  clock: Clock,
  { counts, isBetter }: { readonly counts: Counts; readonly isBetter: IsBetter },
): Fulfilment | undefined {
  let best: Fulfilment | undefined;
  for (const one of wanted) {
    for (const act of actsOf(open, one.act)) {
      const day = dayThatCounts(act, one);
      if (day === undefined || (best !== undefined && !isBetter(day, best.counted.day))) continue;
      if (counts(open, clock, act, day)) best = fulfilment(act, one) ?? best;
    }
  }
  return best;
}

function fulfilment(act: Act, one: ActDay): Fulfilment | undefined {
  const counted = countedDay(act, one);
  return counted && { act, counted };
}
