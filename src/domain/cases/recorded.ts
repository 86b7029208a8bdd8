/** Acts as an intake or a case keeps them, corrections folded in; what was corrected stays readable beside them. */

import type { Day } from "../../base/day.ts";
import type { Act, ActDays } from "../../law/act.ts";
import type { CarriedDay } from "../../law/acts/entry.ts";
import type { EventOf } from "../events.ts";
import type { Sealed } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";

type Recorded = Extract<EventOf<"case">, { type: "act-recorded" }>["data"];
type Corrected = Extract<EventOf<"case">, { type: "act-corrected" }>["data"];

export interface RecordedAct extends Act {
  readonly subject: Recorded["subject"];
  readonly traits: Recorded["traits"];
  /** Left out: the agency. */
  readonly by?: Recorded["by"];
  readonly document?: Sealed;
  readonly amount?: Sealed;
  readonly note?: Sealed;
}

/** Đính chính. */
type Correction = Corrected & { readonly correctedOn: Day };

export interface Acts {
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

export function withCorrection({ acts, corrections }: Acts, correction: Corrected, recordedOn: Day): Acts {
  if (!acts.some((act) => act.id === correction.act))
    throw new ImpossibleEvent("act-corrected", `no act ${correction.act} here`);
  return {
    acts: acts.map((act) =>
      act.id === correction.act ? { ...changed(act, correction), ...learnt(correction, recordedOn) } : act,
    ),
    corrections: [...corrections, { ...correction, correctedOn: recordedOn }],
  };
}

/** A corrected day was not known before the correction (design: recorded late by n days). */
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

type DayChange = Extract<Change, { field: CarriedDay }>;

function changedDays(days: ActDays, { field, after }: DayChange): ActDays {
  const { [field]: _before, ...others } = days;
  return after === undefined ? others : { ...others, [field]: after };
}
