/**
 * What may not be done: on a day off or by night, around Tết, or before a time is full. A ban is judged only by the act that
 * was done; nobody misses it. Whether the day to which a last day off moves (Civil Code Art.148(5)) is itself still
 * closed is open, so an act between the two is a hint.
 */

import type { Day } from "../base/day.ts";
import { dayNumber } from "../base/day.ts";
import type { Act } from "./act.ts";
import { dayOff, type DayOff } from "./calendar.ts";
import { type Clock, startClock } from "./clock.ts";
import { holds } from "./condition.ts";
import { bansDays } from "./counting.ts";
import type { Deadline } from "./deadline.ts";
import type { Doubt } from "./explanation.ts";
import { excuseOf, type Fulfilment, fulfilmentOf } from "./fulfilment.ts";
import type { OpenFile } from "./open-file.ts";
import type { RuleVersion } from "./rule.ts";
import type { RuleBook } from "./rule-book.ts";
import { deadlineOf } from "./settlement.ts";
import { clockStarts } from "./started-clocks.ts";
import { tetWindow } from "./tet.ts";

/** Why a day is closed for an act: it is a day off, or lies in a window of days. */
export interface ClosedDay {
  readonly reason?: DayOff;
  readonly from?: Day;
  readonly to?: Day;
  readonly doubts: readonly Doubt[];
}

/** One for each ban that what this act did, or what was done after it, offended. */
export function forbiddenBy(open: OpenFile, act: Act): readonly Deadline[] {
  return (open.book.bans.get(act.type) ?? []).flatMap((ban) =>
    clockStarts(open, act, ban).flatMap((start) => {
      const clock = startClock(open, start);
      const offence = clock && (bansDays(clock.rule.direction) ? onItsDay(open, clock) : tooEarly(open, clock));
      if (clock === undefined || offence === undefined) return [];
      const doubts = [...clock.doubts, ...offence.doubts];
      return [deadlineOf({ ...clock, doubts }, { met: offence.done, forbidden: true })];
    }),
  );
}

interface Offence {
  readonly done: Fulfilment;
  readonly doubts: readonly Doubt[];
}

function onItsDay(open: OpenFile, clock: Clock): Offence | undefined {
  const { rule, act, subject, counted, startedOn } = clock;
  const done = { act, counted };
  const around = { open, act, subject, startedOn, dueOn: undefined };
  if (rule.forbids !== undefined && holds(rule.forbids, around)) return { done, doubts: [] };
  const closed = closedOn(open.book, rule, counted.day);
  return closed && { done, doubts: closed.doubts };
}

/** Undefined where the rule leaves the day open. */
export function closedOn(book: RuleBook, { direction, term }: RuleVersion, day: Day): ClosedDay | undefined {
  const { calendar, edition } = book;
  if (direction === "forbidden_window" && "length" in term) {
    const window = tetWindow(day, term.length, { calendar, lunarNewYears: edition.lunarNewYears });
    return window && { from: window.from, to: window.to, doubts: window.edge ? ["edge-of-tet"] : [] };
  }
  const reason = direction === "forbidden" ? dayOff(calendar, day) : undefined;
  return reason && { reason, doubts: doubtsOfDayOff(book, day, reason) };
}

/** Whether a day that a notice moved is a rest day for these bodies is open; a Saturday may have been worked for one. */
function doubtsOfDayOff({ calendar }: RuleBook, day: Day, reason: DayOff): readonly Doubt[] {
  const number = dayNumber(day);
  if (reason === "swapped" || reason === "made-up") return ["day-off-moved"];
  if (reason === "saturday" && number < calendar.firstDay) return ["calendar-unconfirmed"];
  return reason === "saturday" && number > calendar.lastDay ? ["calendar-provisional"] : [];
}

/** The end of the last day ends the term (Art.148(6)): what was done on that day itself is left alone. */
function tooEarly(open: OpenFile, clock: Clock): Offence | undefined {
  const { due, lastDay } = clock.count;
  const done = fulfilmentOf(open, clock);
  if (due === undefined || lastDay === undefined || done === undefined || done.counted.day >= due) return undefined;
  const excuse = excuseOf(open, clock);
  if (excuse !== undefined) return undefined;
  return { done, doubts: done.counted.day >= lastDay ? ["end-moved"] : [] };
}
