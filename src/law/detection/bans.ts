/**
 * What may not be done: on a day off or by night, around Tết, or before a time is full. A ban is judged only by the act that
 * was done; nobody misses it. Whether the day to which a last day off moves (Civil Code Art.148(5)) is itself still
 * closed is open, so an act between the two is a hint.
 */

import { type Day, dayNumber } from "../../base/day.ts";
import type { Act } from "../act.ts";
import { dayOff, type DayOff } from "../calendar/calendar.ts";
import { type Clock, startClock } from "./clock.ts";
import { holds } from "./condition.ts";
import { bansDays } from "../term.ts";
import type { Deadline, Doubt, OtherLaw } from "./deadline.ts";
import { excuseOf, fulfilmentOf } from "./fulfilment.ts";
import type { OpenFile } from "./open-file.ts";
import type { RuleVersion } from "../rule.ts";
import type { RuleBook } from "./rule-book.ts";
import { type ClockOutcome, deadlineOf } from "./outcome.ts";
import { clockStarts } from "./started-clocks.ts";
import { tetWindow } from "../calendar/tet.ts";
import { crossed } from "./transition.ts";

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
      if (clock === undefined) return [];
      return (bansDays(clock.rule.direction) ? onItsDay(open, clock) : tooEarly(open, clock)) ?? [];
    }),
  );
}

function onItsDay(open: OpenFile, clock: Clock): Deadline | undefined {
  const { rule, act, subject, counted, startedOn } = clock;
  const met = { act, counted };
  const around = { open, act, subject, startedOn, dueOn: undefined };
  if (rule.forbids !== undefined && holds(rule.forbids, around)) return deadlineOf(clock, { met, forbidden: true });
  const closed = closedOn(open.book, rule, counted.day);
  return closed && offence(clock, closed.doubts, { met });
}

/** The end of the last day ends the term (Art.148(6)): what was done on that day itself is left alone. */
function tooEarly(open: OpenFile, started: Clock): Deadline | undefined {
  const met = fulfilmentOf(open, started);
  if (met === undefined || excuseOf(open, started) !== undefined) return undefined;
  const { day } = met.counted;
  const over = crossed(open, started, day);
  const clock = over?.clock ?? started;
  const { due, lastDay } = clock.count;
  if (due === undefined || lastDay === undefined || day >= due) return undefined;
  const doubts: readonly Doubt[] = day >= lastDay ? ["end-moved"] : [];
  return offence(clock, [...doubts, ...doubtOfOtherLaw(over?.otherLaw, day)], { met, crossed: over });
}

/** By the other law the term was full already. */
function doubtOfOtherLaw(other: OtherLaw | undefined, day: Day): readonly Doubt[] {
  return other !== undefined && (other.dueOn === undefined || day >= other.dueOn) ? ["other-law"] : [];
}

function offence(clock: Clock, doubts: readonly Doubt[], settled: ClockOutcome): Deadline {
  return deadlineOf({ ...clock, doubts: [...clock.doubts, ...doubts] }, { ...settled, forbidden: true });
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
