/** Recording an act on an intake, a case or a register, alone or as a line of a bulk: one code for both. */

import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Context, NewEvent } from "../command.ts";
import type { Refusal } from "../refusal.ts";
import { type ActDraft, judgeAct } from "./acts.ts";
import type { ActInput } from "./input.ts";
import { inPlace, type Place, type PlaceInput, placeOf, unknownPlace } from "./place.ts";

export interface DecidedAct {
  readonly events: readonly NewEvent[];
  readonly act: ActDraft;
}

export type RecordInput = ActInput & { readonly on: PlaceInput };

export function decideAct(input: RecordInput, context: Context): Outcome<DecidedAct, Refusal> {
  const place = placeOf(input.on, context.states);
  if (place === undefined) return refused(unknownPlace(input.on));
  const act = judgeAct(input, place, context);
  return act.ok ? done({ events: [actRecorded(place, act.value)], act: act.value }) : act;
}

export function actRecorded(place: Place, act: ActDraft): NewEvent {
  return inPlace(place, { type: "act-recorded", data: act });
}
