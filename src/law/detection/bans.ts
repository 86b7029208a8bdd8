/**
 * Bans: an act may not be done on a day off or by night, around Tết, before a term is full, or out of order. A ban is judged
 * only by the act that was done; it cannot be missed. When the last day of a term is a day off, the term ends on the next working day
 * (Civil Code Art.148(5)); the texts do not say whether a ban lasts until then too, so an act between the two is a hint.
 */

import { type Day, dayNumber } from "../../base/day.ts";
import type { Act } from "../act.ts";
import { dayOff, type DayOff } from "../calendar/calendar.ts";
import { type Clock, startClock } from "./clock.ts";
import { holds } from "./condition.ts";
import { bansDays } from "../term.ts";
import type { Deadline, Doubt, OtherLaw } from "./deadline.ts";
import { fulfilmentOf } from "./fulfilment.ts";
import { actsOf, dayThatCounts, type OpenFile, sameSubject } from "./open-file.ts";
import { due } from "../calendar/counting.ts";
import type { RuleVersion } from "../rule.ts";
import type { RuleBook } from "./rule-book.ts";
import { type ClockOutcome, deadlineOf } from "./outcome.ts";
import { clockStarts } from "./started-clocks.ts";
import { tetWindow } from "../calendar/tet.ts";
import { crossed } from "./transition.ts";

/** A day closed for an act: a day off with its reason, or a day within a window. */
export interface ClosedDay {
  readonly reason?: DayOff;
  readonly from?: Day;
  readonly to?: Day;
  readonly doubts: readonly Doubt[];
}

/** Returns one deadline for each ban started by `act` that this act itself, or a later one, broke. */
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

/** A term ends with the end of its last day (Art.148(6)), but an act done on that day itself is left alone. */
function tooEarly(open: OpenFile, started: Clock): Deadline | undefined {
  const met = fulfilmentOf(open, started);
  if (met === undefined) return undefined;
  const { day } = met.counted;
  const crossing = crossed(open, started, day);
  const clock = crossing?.clock ?? started;
  const { due: full, lastDay } = clock.count;
  if (full === undefined || lastDay === undefined || day >= full) return undefined;
  const doubts: Doubt[] = day >= lastDay ? ["end-moved"] : [];
  if (wasFullBefore(open, clock, day)) doubts.push("condition-not-shown");
  return offence(clock, [...doubts, ...doubtOfOtherLaw(crossing?.otherLaw, day)], { met, crossed: crossing });
}

/** Whether another start for the subject, an earlier one then, was full: no text says that a second notice makes the first void. */
function wasFullBefore(open: OpenFile, { rule, subject }: Clock, day: Day): boolean {
  return rule.starts.some(
    (start) =>
      "act" in start &&
      actsOf(open, start.act).some((act) => {
        const from = dayThatCounts(act, start);
        if (from === undefined || !sameSubject(act.subject, subject)) return false;
        const full = due(from, rule.term, rule.direction, open.book.calendar).due;
        return full !== undefined && day >= full;
      }),
  );
}

/** The doubt that the term was full already by the law that the policy did not apply. */
function doubtOfOtherLaw(other: OtherLaw | undefined, day: Day): readonly Doubt[] {
  return other !== undefined && (other.dueOn === undefined || day >= other.dueOn) ? ["other-law"] : [];
}

function offence(clock: Clock, doubts: readonly Doubt[], outcome: ClockOutcome): Deadline {
  return deadlineOf({ ...clock, doubts: [...clock.doubts, ...doubts] }, { ...outcome, forbidden: true });
}

/** Returns why a rule closes a day, or undefined when it leaves the day open. */
export function closedOn(book: RuleBook, { direction, term }: RuleVersion, day: Day): ClosedDay | undefined {
  const { calendar, edition } = book;
  if (direction === "forbidden_window" && "length" in term) {
    const window = tetWindow(day, term.length, { calendar, lunarNewYears: edition.lunarNewYears });
    return window && { from: window.from, to: window.to, doubts: window.edge ? ["edge-of-tet"] : [] };
  }
  const reason = direction === "forbidden" ? dayOff(calendar, day) : undefined;
  return reason && { reason, doubts: doubtsOfDayOff(book, day, reason) };
}

/** Days off that the notice of a year fixes or takes away: a Saturday may be worked, the days of Tết are chosen. */
const movable: ReadonlySet<DayOff> = new Set(["saturday", "tet", "hung-kings"]);

/**
 * No text says whether a day off that a notice moved is a rest day for enforcement bodies; and a day of a year
 * whose notices are not known may have been a working day.
 */
function doubtsOfDayOff({ calendar }: RuleBook, day: Day, reason: DayOff): readonly Doubt[] {
  const number = dayNumber(day);
  if (reason === "swapped" || reason === "made-up") return ["day-off-moved"];
  if (number < calendar.firstDay && movable.has(reason)) return ["calendar-unconfirmed"];
  return reason === "saturday" && number > calendar.lastDay ? ["calendar-provisional"] : [];
}
