/** Acts as a file keeps them, with corrections folded in; what was corrected stays readable beside them. */

import type { Day } from "../../base/day.ts";
import type { Act, ActDays } from "../../law/act.ts";
import type { CarriedDay } from "../../law/act-entry.ts";
import type { EventOf } from "../events.ts";
import type { CommittedField } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";

type Recorded = Extract<EventOf<"case">, { type: "act-recorded" }>["data"];
type Corrected = Extract<EventOf<"case">, { type: "act-corrected" }>["data"];

export interface RecordedAct extends Act {
  readonly subject: Recorded["subject"];
  readonly traits: Recorded["traits"];
  /** Absent where the agency recorded it. */
  readonly by?: Recorded["by"];
  readonly document?: CommittedField;
  readonly amount?: CommittedField;
  readonly note?: CommittedField;
}

/** The number of each that stood in the file when an entry was corrected. */
export interface Stood {
  readonly acts: number;
  readonly parties?: number;
  readonly assets?: number;
  readonly decisions?: number;
}

/** The circumstances of a correction. version: its version in the stream. */
export interface Correcting {
  readonly recordedOn: Day;
  readonly version: number;
  readonly stood: Stood;
}

/** A correction with what it takes to read the file as it was then (readings.ts). knownOn: the day on which the old value was recorded. */
export type Correction = Corrected & {
  readonly correctedOn: Day;
  readonly knownOn: Day;
  readonly version: number;
  readonly stood: Stood;
};

export interface Acts {
  /** The number of events in the stream. */
  readonly version: number;
  /** In the order in which they were recorded. */
  readonly acts: readonly RecordedAct[];
  readonly corrections: readonly Correction[];
}

export function withAct(
  acts: readonly RecordedAct[],
  { act, ...rest }: Recorded,
  recordedOn: Day,
): readonly RecordedAct[] {
  return [...acts, { id: act, ...rest, recordedOn }];
}

export function withCorrection(
  { acts, corrections }: Acts,
  correction: Corrected,
  correcting: Correcting,
): Pick<Acts, "acts" | "corrections"> {
  const was = acts.find((act) => act.id === correction.act);
  if (was === undefined) throw new ImpossibleEvent("act-corrected", `no act ${correction.act} here`);
  const is = { ...changed(was, correction), ...learnt(correction, correcting.recordedOn) };
  return {
    acts: acts.map((act) => (act === was ? is : act)),
    corrections: [...corrections, corrected(correction, was.recordedOn, correcting)],
  };
}

export function corrected(correction: Corrected, knownOn: Day, { recordedOn, ...at }: Correcting): Correction {
  return { ...correction, correctedOn: recordedOn, knownOn, ...at };
}

/** restored returns the act as it was before the correction, and any other act unchanged. */
export function restored(act: RecordedAct, correction: Correction): RecordedAct {
  if (act.id !== correction.act) return act;
  const { knownOn: recordedOn } = correction;
  switch (correction.field) {
    case "subject":
      return { ...act, subject: correction.before };
    case "answers":
      return { ...act, answers: correction.before };
    case "traits":
      return { ...act, traits: correction.before };
    default: {
      const { field, before } = correction;
      const change = { field, ...(before === undefined ? {} : { after: before }) };
      return { ...act, days: changedDays(act.days, change), recordedOn };
    }
  }
}

/** learnt dates a corrected day from its correction, because it was not known before: so it is recorded late by that many days. */
function learnt({ field }: Corrected, recordedOn: Day): { readonly recordedOn?: Day } {
  return field === "subject" || field === "answers" || field === "traits" ? {} : { recordedOn };
}

type WhatChanges<C> = C extends unknown ? Omit<C, "act" | "reason"> : never;
export type Change = WhatChanges<Corrected>;

export function changed(act: RecordedAct, change: Change): RecordedAct {
  switch (change.field) {
    case "subject":
      return { ...act, subject: change.after };
    case "answers":
      return { ...act, answers: change.after };
    case "traits":
      return { ...act, traits: change.after };
    default:
      return { ...act, days: changedDays(act.days, change) };
  }
}

type DayChange = Pick<Extract<Change, { field: CarriedDay }>, "field" | "after">;

function changedDays(days: ActDays, { field, after }: DayChange): ActDays {
  const { [field]: _before, ...others } = days;
  return after === undefined ? others : { ...others, [field]: after };
}
