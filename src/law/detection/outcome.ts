/** The outcome of a clock: the act that met or excused it, and the doubts that make a breach a hint. */

import { daysBetween } from "../../base/day.ts";
import { type Clock, triggerOf } from "./clock.ts";
import { type Deadline, type Doubt, isInTime, type OtherLaw } from "./deadline.ts";
import { endOf, excuseOf, type Fulfilment, fulfilmentOf } from "./fulfilment.ts";
import { isBeforeRecords } from "./kept-file.ts";
import { mayBeMet } from "./doubts/loose-acts.ts";
import type { OpenFile } from "./open-file.ts";
import { crossed } from "./transition.ts";

export function outcomeOf(open: OpenFile, started: Clock): Deadline {
  const met = fulfilmentOf(open, started);
  const crossing = crossed(open, started, met?.counted.day);
  if (crossing === undefined) {
    const how = { met, excusedBy: excuseOf(open, started)?.id, ended: endOf(open, started) };
    return deadlineOf(withDoubtsOfRecords(open, started, how), how);
  }
  const { clock, otherLaw } = crossing;
  const now = clock === started ? met : fulfilmentOf(open, clock);
  const how = { met: now, excusedBy: excuseOf(open, clock)?.id, ended: endOf(open, clock) };
  return deadlineOf(withDoubtsOfRecords(open, clock, how), { ...how, crossed: { otherLaw } });
}

/** Adds the doubt that the duty was done in time and the file does not show it: a link is missing, or the record of that time. */
function withDoubtsOfRecords(open: OpenFile, clock: Clock, { met, excusedBy }: ClockOutcome): Clock {
  const { due } = clock.count;
  if (due === undefined || excusedBy !== undefined || clock.doubts.includes("condition-not-shown")) return clock;
  const unrecorded = met === undefined && isBeforeRecords(open, due);
  if (!unrecorded && !mayBeMet(open, clock, met)) return clock;
  return { ...clock, doubts: [...clock.doubts, "condition-not-shown"] };
}

const none: readonly never[] = [];

export interface ClockOutcome {
  readonly met: Fulfilment | undefined;
  readonly excusedBy?: Deadline["excusedBy"];
  readonly ended?: Fulfilment | undefined;
  readonly crossed?: { readonly otherLaw: OtherLaw | undefined } | undefined;
  readonly forbidden?: boolean;
}

export function deadlineOf(clock: Clock, outcome: ClockOutcome): Deadline {
  const { met, excusedBy, ended, crossed: crossing, forbidden = false } = outcome;
  const { rule, act, subject, startedOn, count } = clock;
  const clear = crossing === undefined && !count.unconfirmed;
  const doubts = clear
    ? clock.doubts
    : [...clock.doubts, ...doubtsOfCrossing(crossing), ...doubtsOfLateness(clock, crossing?.otherLaw, met)];
  const recordedLate = met === undefined ? 0 : lateness(met);
  return {
    key: `${rule.series}/${act.id}/${subject.id}`,
    rule: rule.series,
    version: rule.version,
    mode: rule.mode,
    citation: rule.citation,
    owner: rule.owner,
    weight: doubts.length === 0 ? "violation" : "hint",
    doubts,
    subject,
    startedBy: act.id,
    startedOn,
    trigger: triggerOf(clock),
    dueOn: count.due,
    provisional: count.provisional,
    crossesTransition: crossing !== undefined,
    otherLaw: crossing?.otherLaw,
    metBy: met?.act.id,
    metOn: met?.counted.day,
    metSource: met?.counted.source,
    metRecordedLate: recordedLate > 0 ? recordedLate : undefined,
    excusedBy,
    endedOn: met === undefined && excusedBy === undefined ? ended?.counted.day : undefined,
    forbidden,
  };
}

function lateness({ act, counted }: Fulfilment): number {
  return act.recordedOn === counted.day ? 0 : daysBetween(counted.day, act.recordedOn);
}

/**
 * Calendar days by which an act in an unconfirmed year may seem late and still have been in time, because only the weekends
 * of such a year are known. The longest run of days off, Tết with two weekends, has nine, so fourteen are more than enough.
 */
const longestBreak = 14;

/** The doubts that an act after its due day was in time after all: by a day off that is not known, or by the other law. */
function doubtsOfLateness(
  { rule, count: { due, unconfirmed } }: Clock,
  other: OtherLaw | undefined,
  met: Fulfilment | undefined,
): readonly Doubt[] {
  const metOn = met?.counted.day;
  if (due === undefined || metOn === undefined || isInTime({ rule: rule.series, dueOn: due }, metOn)) return none;
  const found: Doubt[] = [];
  if (unconfirmed && daysBetween(due, metOn) <= longestBreak) found.push("calendar-unconfirmed");
  if (other !== undefined && isInTime({ rule: rule.series, dueOn: other.dueOn }, metOn)) found.push("other-law");
  return found;
}

/** Art.116(3) puts what has not ended under the new law, so a time limit that the new law lacks accuses no one after its day. */
function doubtsOfCrossing(crossing: ClockOutcome["crossed"]): readonly Doubt[] {
  return crossing !== undefined && crossing.otherLaw === undefined ? ["one-law-only"] : none;
}
