/** Which act fulfils or excuses a clock: on the same subject, or by naming the act that started it (design: act). */

import type { Day } from "../../base/day.ts";
import type { Act } from "../act.ts";
import type { Clock } from "./clock.ts";
import { countsBack } from "../term.ts";
import {
  actsOf,
  answeredActs,
  comesAfter,
  concerns,
  type CountedDay,
  countedDay,
  dayThatCounts,
  type OpenFile,
  sameSubject,
} from "./open-file.ts";
import { preparedFor } from "./prior-acts.ts";
import type { ActDay, RuleVersion } from "../rule.ts";

export interface Fulfilment {
  readonly act: Act;
  readonly counted: CountedDay;
}

/** The earliest act that fulfils the clock; where a rule asks for several, the last of them. */
export function fulfilmentOf(open: OpenFile, clock: Clock): Fulfilment | undefined {
  const { metBy, metByAll } = clock.rule;
  if (metByAll !== true) return firstOf(open, clock, metBy);
  return lastOf(metBy.map((one) => firstOf(open, clock, [one])));
}

function firstOf(open: OpenFile, clock: Clock, wanted: readonly ActDay[]): Fulfilment | undefined {
  if (!countsBack(clock.rule.direction)) return earliest(open, wanted, clock, fulfils);
  const counts = preparedFor(open, clock);
  // The freshest verification is the one that may not be too old; of notices the first is the earliest.
  const choose = clock.rule.direction === "lookback_max" ? latest : earliest;
  return choose(open, wanted, clock, (_open, _clock, act, day) => counts(act, day));
}

/** Undefined while one is missing. */
function lastOf(found: readonly (Fulfilment | undefined)[]): Fulfilment | undefined {
  let last: Fulfilment | undefined;
  for (const one of found) {
    if (one === undefined) return undefined;
    if (last === undefined || one.counted.day > last.counted.day) last = one;
  }
  return last;
}

/** The first act between the start and the due day that takes the duty away: one request refused leaves the other owed. */
export function excuseOf(open: OpenFile, clock: Clock): Act | undefined {
  const { excusedBy } = clock.rule;
  return excusedBy === undefined ? undefined : earliest(open, excusedBy, clock, excuses)?.act;
}

function excuses(open: OpenFile, { rule, act: started, subject, counted, count }: Clock, act: Act, day: Day): boolean {
  if (day < counted.day || (count.due !== undefined && day > count.due) || !concerns(open, act, subject)) return false;
  if (act.answers.includes(started.id)) return true;
  if (day === counted.day && wentBefore(open, act, started)) return false;
  return !answeredActs(open, act).some((named) => starts(rule, named));
}

/** The steps of an instrument follow each other in the log as they did in the world; the acts of a case need not. */
function wentBefore({ file: { acts } }: OpenFile, act: Act, other: Act): boolean {
  return act.subject.kind === "instrument" && acts.indexOf(act) < acts.indexOf(other);
}

/** The first act after the due day from which nothing is owed any more: what was missed is missed until then. */
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
  const same = sameSubject(act.subject, subject);
  // A clock for each party or exhibit is not met for all of them by one act that names their common start.
  if (!same && !sameSubject(started.subject, subject)) return false;
  if (act.answers.includes(started.id)) return true;
  if ((!same && !namesDecision(open, clock, act)) || answersAnotherStart(open, clock, act)) return false;
  return rule.early === true || comesAfter(open, act, { act: started, day: counted.day }, day);
}

/** What answers any act on a decision is about that decision. */
function namesDecision(open: OpenFile, { subject }: Clock, act: Act): boolean {
  if (subject.kind !== "decision" || act.answers.length === 0) return false;
  return answeredActs(open, act).some((named) => sameSubject(named.subject, subject));
}

/** What names another act that starts the same rule is about that one. */
function answersAnotherStart({ book, byId }: OpenFile, { rule }: Clock, { answers }: Act): boolean {
  if (answers.length === 0) return false;
  const types = book.startTypes.get(rule.series);
  return answers.some((id) => {
    const named = byId.get(id);
    return named !== undefined && types?.has(named.type) === true;
  });
}

type Counts = (open: OpenFile, clock: Clock, act: Act, day: Day) => boolean;

/** Of several on one day the first in the order of recording. */
function earliest(open: OpenFile, wanted: readonly ActDay[], clock: Clock, counts: Counts): Fulfilment | undefined {
  let best: Fulfilment | undefined;
  for (const one of wanted) {
    for (const act of actsOf(open, one.act)) {
      const day = dayThatCounts(act, one);
      if (day === undefined || (best !== undefined && day >= best.counted.day) || !counts(open, clock, act, day))
        continue;
      best = fulfilment(act, one) ?? best;
    }
  }
  return best;
}

function latest(open: OpenFile, wanted: readonly ActDay[], clock: Clock, counts: Counts): Fulfilment | undefined {
  let best: Fulfilment | undefined;
  for (const one of wanted) {
    for (const act of actsOf(open, one.act)) {
      const day = dayThatCounts(act, one);
      if (day === undefined || (best !== undefined && day <= best.counted.day) || !counts(open, clock, act, day))
        continue;
      best = fulfilment(act, one) ?? best;
    }
  }
  return best;
}

function fulfilment(act: Act, one: ActDay): Fulfilment | undefined {
  const counted = countedDay(act, one);
  return counted && { act, counted };
}
