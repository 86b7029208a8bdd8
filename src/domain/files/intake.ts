/** An intake (thụ lý): a judgment or a request that was received. What is owed before a decision exists is assessed on it. */

import type { Day } from "../../base/day.ts";
import type { ActId, CaseId, DecisionId, IntakeId, OfficeId } from "../../base/ids.ts";
import type { DatedDay } from "../../law/act.ts";
import type { EnforcementFile } from "../../law/file.ts";
import { type Acts, corrected, withAct, withCorrection } from "./recorded.ts";
import type { EventOf } from "../events.ts";
import type { CommittedField } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";

type Corrected = Extract<EventOf<"intake">, { type: "act-corrected" }>["data"];

/** An enforcement decision on this intake; it is an act of the case that it opened. */
export interface IntakeDecision {
  readonly case: CaseId;
  readonly act: ActId;
  readonly decision: DecisionId;
  readonly on: DatedDay;
  readonly answers: readonly ActId[];
  readonly recordedOn: Day;
}

export interface IntakeState extends Acts {
  readonly id: IntakeId;
  readonly agency: OfficeId;
  readonly court?: OfficeId;
  readonly motion: EnforcementFile["kind"];
  readonly interim: boolean;
  readonly openedOn: Day;
  readonly judgment?: CommittedField;
  readonly decisions: readonly IntakeDecision[];
}

export function evolveIntake(
  state: IntakeState | undefined,
  event: EventOf<"intake">,
  { recordedOn }: { readonly recordedOn: Day },
): IntakeState {
  if (event.type === "intake-opened") {
    if (state !== undefined) throw new ImpossibleEvent(event.type, "the intake exists");
    const { intake, ...rest } = event.data;
    return { id: intake, ...rest, acts: [], corrections: [], decisions: [], version: 1 };
  }
  if (state === undefined) throw new ImpossibleEvent(event.type, "no such intake");
  return { ...next(state, event, recordedOn), version: state.version + 1 };
}

function next(
  state: IntakeState,
  event: Exclude<EventOf<"intake">, { type: "intake-opened" }>,
  recordedOn: Day,
): IntakeState {
  switch (event.type) {
    case "act-recorded":
      return { ...state, acts: withAct(state.acts, event.data, recordedOn) };
    case "intake-decided":
      return { ...state, decisions: [...state.decisions, { ...event.data, recordedOn }] };
    case "act-corrected":
      return correctedIntake(state, event.data, recordedOn);
  }
}

/** correctedIntake corrects an act, or of a decision its day and what it answers; the rest of a decision is corrected in its case. */
function correctedIntake(state: IntakeState, correction: Corrected, recordedOn: Day): IntakeState {
  const decision = state.decisions.find((each) => each.act === correction.act);
  const stood = { acts: state.acts.length, decisions: state.decisions.length };
  const correcting = { recordedOn, version: state.version + 1, stood };
  if (decision === undefined) return { ...state, ...withCorrection(state, correction, correcting) };
  const after = correctedDecision(decision, correction, recordedOn);
  return {
    ...state,
    decisions: state.decisions.map((each) => (each === decision ? after : each)),
    corrections: [...state.corrections, corrected(correction, decision.recordedOn, correcting)],
  };
}

function correctedDecision(decision: IntakeDecision, correction: Corrected, recordedOn: Day): IntakeDecision {
  if (correction.field === "happenedOn" && correction.after !== undefined)
    return { ...decision, on: correction.after, recordedOn };
  if (correction.field === "answers") return { ...decision, answers: correction.after };
  throw new ImpossibleEvent(
    "act-corrected",
    `the ${correction.field} of an enforcement decision is corrected in its case`,
  );
}
