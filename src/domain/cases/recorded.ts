/** Acts as an intake or a case keeps them, corrections folded in; what was corrected stays readable beside them. */

import type { Day } from "../../base/day.ts";
import type { Act, ActDays } from "../../law/act.ts";
import type { EventOf } from "../events.ts";
import type { Sealed } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";

type Recorded = Extract<EventOf<"case">, { type: "act-recorded" }>["data"];
type Corrected = Extract<EventOf<"case">, { type: "act-corrected" }>["data"];

export interface RecordedAct extends Act {
  readonly document?: Sealed;
  readonly amount?: Sealed;
  readonly note?: Sealed;
}

/** Đính chính. */
export type Correction = Corrected & { readonly correctedOn: Day };

export interface Acts {
  /** In the order in which they were recorded. */
  readonly acts: readonly RecordedAct[];
  readonly corrections: readonly Correction[];
}

export function withAct(acts: readonly RecordedAct[], data: Recorded, recordedOn: Day): readonly RecordedAct[] {
  const { act, ...rest } = data;
  return [...acts, { id: act, ...rest, recordedOn }];
}

export function withCorrection({ acts, corrections }: Acts, correction: Corrected, recordedOn: Day): Acts {
  if (!acts.some((act) => act.id === correction.act)) throw new ImpossibleEvent("act-corrected", `no act ${correction.act} here`);
  return {
    acts: acts.map((act) => (act.id === correction.act ? correctedAct(act, correction, recordedOn) : act)),
    corrections: [...corrections, { ...correction, correctedOn: recordedOn }],
  };
}

/** What a correction changes, without its reason. */
export type Change = Pick<Corrected, "field" | "before" | "after">;

/** A corrected day is the word of the day of the correction: nobody knew it before (design: recorded late by n days). */
export function correctedAct<A extends Act>(act: A, change: Corrected, recordedOn: Day): A {
  switch (change.field) {
    case "subject":
      return { ...act, subject: change.after };
    case "answers":
      return { ...act, answers: change.after };
    case "traits":
      return { ...act, traits: change.after };
    default:
      return { ...act, days: correctedDays(act.days, change), recordedOn };
  }
}

type DayCorrection = Extract<Corrected, { field: "happenedOn" | "sentOn" | "receivedOn" }>;

export function correctedDays(days: ActDays, { field, after }: Pick<DayCorrection, "field" | "after">): ActDays {
  const { [field]: _before, ...others } = days;
  return after === undefined ? others : { ...others, [field]: after };
}
