/** Which act fulfils or excuses a clock: on the same subject, or by naming the act that started it (design: act). */

import type { Day } from "../base/day.ts";
import type { Act } from "./act.ts";
import type { Clock } from "./clock.ts";
import { countsBack } from "./counting.ts";
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
import { preparedFor } from "./preparation.ts";
import type { ActDay, RuleVersion } from "./rule.ts";

export interface Fulfilment {
  readonly act: Act;
  readonly counted: CountedDay;
}

/** The earliest act that fulfils the clock; where a rule asks for several, the last of them. */
export function fulfilmentOf(open: OpenFile, clock: Clock): Fulfilment | undefined {
  const { metBy, metByAll, direction } = clock.rule;
  const counts = countsBack(direction)
    ? preparedFor(open, clock)
    : (act: Act, day: Day): boolean => fulfils(open, clock, act, day);
  const choose = direction === "lookback_max" ? latest : earliest;
  if (metByAll !== true) return choose(open, metBy, counts);
  return lastOf(metBy.map((one) => choose(open, [one], counts)));
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
  const { rule, counted, count, subject } = clock;
  if (rule.excusedBy === undefined) return undefined;
  const inTime = (day: Day): boolean => day >= counted.day && (count.due === undefined || day <= count.due);
  const isOurs = (act: Act): boolean =>
    act.answers.includes(clock.act.id) || !answeredActs(open, act).some((named) => starts(rule, named));
  return earliest(open, rule.excusedBy, (act, day) => inTime(day) && concerns(open, act, subject) && isOurs(act))?.act;
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
  if (!same || answersAnotherStart(open, clock, act)) return false;
  return rule.early === true || comesAfter(open, act, { act: started, day: counted.day }, day);
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

type Counts = (act: Act, day: Day) => boolean;

function earliest(open: OpenFile, wanted: readonly ActDay[], counts: Counts): Fulfilment | undefined {
  return extreme(open, wanted, counts, (day, first) => day < first);
}

function latest(open: OpenFile, wanted: readonly ActDay[], counts: Counts): Fulfilment | undefined {
  return extreme(open, wanted, counts, (day, last) => day > last);
}

/** Of several on the best day the first in the order of recording. */
function extreme(
  open: OpenFile,
  wanted: readonly ActDay[],
  counts: Counts,
  better: (day: Day, best: Day) => boolean,
): Fulfilment | undefined {
  let best: { readonly act: Act; readonly day: Day; readonly one: ActDay } | undefined;
  for (const one of wanted) {
    for (const act of actsOf(open, one.act)) {
      const day = dayThatCounts(act, one);
      if (day === undefined || (best !== undefined && !better(day, best.day))) continue;
      if (counts(act, day)) best = { act, day, one };
    }
  }
  const counted = best && countedDay(best.act, best.one);
  return best === undefined || counted === undefined ? undefined : { act: best.act, counted };
}
