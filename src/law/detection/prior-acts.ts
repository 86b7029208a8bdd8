/** Acts that had to come before another, which starts a clock that counts back from it; later acts do not count. */

import type { Day } from "../../base/day.ts";
import type { Act } from "../act.ts";
import type { Clock } from "./clock.ts";
import { actsOf, answeredActs, dayThatCounts, type OpenFile, sameSubject } from "./open-file.ts";

/**
 * Returns a test of whether an act prepared the one that started the clock. If the starting act names such acts, only those
 * count; else an act on its subject does, unless an earlier start has used it.
 */
export function preparedFor(open: OpenFile, clock: Clock): (act: Act, day: Day) => boolean {
  const { rule, act: started, subject, startedOn, count } = clock;
  const oldest = rule.direction === "lookback_max" ? count.due : undefined;
  const named = answeredActs(open, started).filter((act) =>
    rule.metBy.some((one) => dayThatCounts(act, one) !== undefined),
  );
  const before = rule.direction === "before" ? earlierStart(open, clock) : undefined;
  return (act, day) => {
    if (act.id === started.id || day > startedOn || (oldest !== undefined && day < oldest)) return false;
    const same = sameSubject(act.subject, subject);
    if (!same && !sameSubject(started.subject, subject)) return false;
    if (act.answers.includes(started.id)) return true;
    if (named.length > 0) return named.includes(act);
    return same && (before === undefined || day > before);
  };
}

/** Returns the last earlier day on which the same series started on the same subject, because a notice serves one start. */
function earlierStart(open: OpenFile, { rule, act, startedOn }: Clock): Day | undefined {
  let last: Day | undefined;
  for (const start of rule.starts) {
    if ("endOf" in start) continue;
    for (const other of actsOf(open, start.act)) {
      const day = sameSubject(other.subject, act.subject) ? dayThatCounts(other, start) : undefined;
      if (day !== undefined && day < startedOn && (last === undefined || day > last)) last = day;
    }
  }
  return last;
}
