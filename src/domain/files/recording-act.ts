/** Recording an act on a file; the single command and a line of a bulk share this code. */

import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Context, NewEvent } from "../command.ts";
import type { Refusal } from "../refusal.ts";
import { type ActDraft, judgeAct } from "./acts.ts";
import type { ActInput } from "./input.ts";
import { onFile, type ActFile, type ActFileRef, actFileOf, unknownFile } from "./act-file.ts";

export interface DecidedAct {
  readonly events: readonly NewEvent[];
  readonly act: ActDraft;
}

export type RecordInput = ActInput & { readonly on: ActFileRef };

export function decideAct(input: RecordInput, context: Context): Outcome<DecidedAct, Refusal> {
  const file = actFileOf(input.on, context.states);
  if (file === undefined) return refused(unknownFile(input.on));
  const act = judgeAct(input, file, context);
  return act.ok ? done({ events: [actRecorded(file, act.value)], act: act.value }) : act;
}

export function actRecorded(file: ActFile, act: ActDraft): NewEvent {
  return onFile(file, { type: "act-recorded", data: act });
}
