/** What became of a clock: which act met it, which excused it, and how far the machine may accuse. */

import { type Day, daysBetween } from "../base/day.ts";
import { type Clock, triggerOf } from "./clock.ts";
import type { Deadline, OtherLaw } from "./deadline.ts";
import type { Doubt } from "./explanation.ts";
import { excuseOf, type Fulfilment, fulfilmentOf } from "./fulfilment.ts";
import type { OpenFile } from "./open-file.ts";
import { crossed } from "./transition.ts";

export function settle(open: OpenFile, started: Clock): Deadline {
  const met = fulfilmentOf(open, started);
  const over = crossed(open, started, met?.counted.day);
  if (over === undefined) return deadlineOf(started, { met, excusedBy: excuseOf(open, started)?.id });
  const { clock, otherLaw } = over;
  const now = clock === started ? met : fulfilmentOf(open, clock);
  return deadlineOf(clock, { met: now, excusedBy: excuseOf(open, clock)?.id, crossed: { otherLaw } });
}

export interface Settlement {
  readonly met: Fulfilment | undefined;
  readonly excusedBy?: Deadline["excusedBy"];
  readonly crossed?: { readonly otherLaw: OtherLaw | undefined };
  readonly forbidden?: boolean;
}

export function deadlineOf(clock: Clock, { met, excusedBy, crossed: over, forbidden = false }: Settlement): Deadline {
  const { rule, act, subject, startedOn, count } = clock;
  const doubts = met === undefined ? clock.doubts : withLateness(clock, over?.otherLaw, met.counted.day);
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
    crossesTransition: over !== undefined,
    otherLaw: over?.otherLaw,
    metBy: met?.act.id,
    metOn: met?.counted.day,
    metSource: met?.counted.source,
    metRecordedLate: recordedLate > 0 ? recordedLate : undefined,
    excusedBy,
    forbidden,
  };
}

function lateness({ act, counted }: Fulfilment): number {
  return act.recordedOn === counted.day ? 0 : daysBetween(counted.day, act.recordedOn);
}

/**
 * In an unconfirmed year only weekends are known as days off, so an act that seems late by a few days may have been in
 * time. No limit moves further than this: the longest run of days off, Tết with two weekends, has nine days.
 */
const longestBreak = 14;

/** An act that comes after its due day may have been in time after all: by a day off not known, or by the other law. */
function withLateness({ count, doubts }: Clock, other: OtherLaw | undefined, metOn: Day): readonly Doubt[] {
  const { due, unconfirmed } = count;
  if (due === undefined || metOn <= due) return doubts;
  const found: Doubt[] = [];
  if (unconfirmed && daysBetween(due, metOn) <= longestBreak) found.push("calendar-unconfirmed");
  if (other !== undefined && (other.dueOn === undefined || metOn <= other.dueOn)) found.push("other-law");
  return found.length === 0 ? doubts : [...doubts, ...found];
}
