/** Windows: rights and powers, judged by the act that used them, such as a protest, a refusal or a request for enforcement. */

import type { Act } from "../act.ts";
import { startClock } from "./clock.ts";
import type { Deadline } from "./deadline.ts";
import { actsOf, answeredActs, countedDay, dayThatCounts, firstDay, type OpenFile, sameSubject } from "./open-file.ts";
import type { RuleStart } from "./rule-book.ts";
import { deadlineOf } from "./outcome.ts";
import { governs, opensOn } from "../rule.ts";

/** The window that closes last, so that any open one puts the act in time; of those that the act names, if any. */
export function windowUsed(open: OpenFile, used: Act): readonly Deadline[] {
  const windows = open.book.usedBy.get(used.type);
  if (windows === undefined) return [];
  const named = answeredActs(open, used).filter((act) =>
    windows.some(({ start }) => dayThatCounts(act, start) !== undefined),
  );
  const opened = windows.flatMap((window) => openedBy(open, used, window, named));
  const [widest] = opened.toSorted((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? 1 : -1));
  return widest === undefined ? [] : [widest];
}

function openedBy(open: OpenFile, used: Act, { rule, start }: RuleStart, named: readonly Act[]): readonly Deadline[] {
  const usedOn = firstDay(used, rule.metBy);
  if (usedOn === undefined) return [];
  const own = actsOf(open, start.act).filter((act) => sameSubject(act.subject, used.subject));
  return (named.length > 0 ? named : own).flatMap((act) => {
    const counted = countedDay(act, start);
    if (counted === undefined || !governs(rule, counted.day) || usedOn.day < opensOn(rule, counted.day)) return [];
    const startedOn = counted.day;
    const clock = startClock(open, { rule, act, subject: used.subject, counted, startedOn, endOf: undefined });
    return clock === undefined ? [] : [deadlineOf(clock, { met: { act: used, counted: usedOn } })];
  });
}
