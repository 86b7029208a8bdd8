/** Which act fulfils or excuses a clock: on the same subject, or by naming the act that started it (design: act). */

import type { Day } from "../base/day.ts";
import type { Act } from "./act.ts";
import type { Clock } from "./clock.ts";
import {
  actsOf,
  answeredActs,
  comesAfter,
  concerns,
  type CountedDay,
  countedDay,
  type OpenFile,
  sameSubject,
} from "./open-file.ts";
import type { ActDay, RuleVersion } from "./rule.ts";
import type { RuleBook } from "./rule-book.ts";

export interface Fulfilment {
  readonly act: Act;
  readonly counted: CountedDay;
}

/** The earliest act that fulfils the clock. */
export function fulfilmentOf(open: OpenFile, book: RuleBook, clock: Clock): Fulfilment | undefined {
  return earliest(open, clock.rule.metBy, (act, day) => fulfils(open, book, clock, { act, day }));
}

/** The first act between the start and the due day that takes the duty away: one request refused leaves the other owed. */
export function excuseOf(open: OpenFile, clock: Clock): Act | undefined {
  const { due } = clock.count;
  const inTime = (day: Day): boolean => day >= clock.since && (due === undefined || day <= due);
  const isOurs = (act: Act): boolean =>
    act.answers.includes(clock.act.id) || !answeredActs(open, act).some((named) => starts(clock.rule, named));
  return earliest(
    open,
    clock.rule.excusedBy ?? [],
    (act, day) => inTime(day) && concerns(open, act, clock.subject) && isOurs(act),
  )?.act;
}

function starts(rule: RuleVersion, act: Act): boolean {
  return rule.starts.some((start) => !("endOf" in start) && countedDay(act, start) !== undefined);
}

function fulfils(
  open: OpenFile,
  book: RuleBook,
  clock: Clock,
  done: { readonly act: Act; readonly day: Day },
): boolean {
  const { rule, act: started, subject, since } = clock;
  const { act, day } = done;
  if (act.id === started.id) return false;
  const same = sameSubject(act.subject, subject);
  if (rule.perParty !== undefined && !same) return false;
  if (act.answers.includes(started.id)) return true;
  if (!same || answersAnotherStart(open, book, clock, act)) return false;
  return rule.early === true || comesAfter(open, act, { act: started, day: since }, day);
}

/** What names another act that starts the same rule is about that one. */
function answersAnotherStart(open: OpenFile, book: RuleBook, clock: Clock, act: Act): boolean {
  const types = book.startTypes.get(clock.rule.series);
  return act.answers.some((id) => {
    const named = open.byId.get(id);
    return named !== undefined && types?.has(named.type) === true;
  });
}

function earliest(
  open: OpenFile,
  wanted: readonly ActDay[],
  counts: (act: Act, day: Day) => boolean,
): Fulfilment | undefined {
  let first: Fulfilment | undefined;
  for (const one of wanted) {
    for (const act of actsOf(open, one.act)) {
      const counted = countedDay(act, one);
      if (counted === undefined || (first !== undefined && counted.day >= first.counted.day)) continue;
      if (counts(act, counted.day)) first = { act, counted };
    }
  }
  return first;
}
