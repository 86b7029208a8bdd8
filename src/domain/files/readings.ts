/**
 * A file as it was read just before and just after each of its corrections. What was recorded later is left out, and what
 * was corrected later stands as it stood then, so what a correction changed can be told at any time and under any edition
 * of the law.
 */

import type { EnforcementFile } from "../../law/file.ts";
import type { CaseState } from "./case.ts";
import type { IntakeDecision, IntakeState } from "./intake.ts";
import { type Acts, type Correction, restored, type Stood } from "./recorded.ts";
import type { RegisterState } from "./register.ts";

export interface Reading {
  readonly correction: Correction;
  readonly before: EnforcementFile;
  readonly after: EnforcementFile;
}

/** Returns the state with what stood at a correction, and with the corrections of `undone` taken back in that order. */
type Rewind<State> = (state: State, stood: Stood, undone: readonly Correction[]) => State;

interface HowToRead<State> {
  readonly rewind: Rewind<State>;
  readonly read: (state: State) => EnforcementFile;
}

/** readingsOf takes corrections back, the last first: this one and all later ones, then only the later ones. */
export function readingsOf<State extends Acts>(state: State, { rewind, read }: HowToRead<State>): readonly Reading[] {
  const { corrections } = state;
  return corrections.map((correction, i) => {
    const at = (first: number): EnforcementFile =>
      read(rewind(state, correction.stood, corrections.slice(first).toReversed()));
    return { correction, before: at(i), after: at(i + 1) };
  });
}

export const rewindIntake: Rewind<IntakeState> = (state, stood, undone) => ({
  ...rewindActs(state, stood, undone),
  decisions: state.decisions.slice(0, stood.decisions).map((decision) => undone.reduce(restoredDecision, decision)),
});

export const rewindCase: Rewind<CaseState> = (state, stood, undone) => ({
  ...rewindActs(state, stood, undone),
  parties: state.parties.slice(0, stood.parties),
  assets: state.assets.slice(0, stood.assets),
});

export const rewindRegister: Rewind<RegisterState> = rewindActs;

function rewindActs<State extends Acts>(state: State, stood: Stood, undone: readonly Correction[]): State {
  return { ...state, acts: state.acts.slice(0, stood.acts).map((act) => undone.reduce(restored, act)) };
}

/** A decision is corrected in its case; only its day and what it answers are corrected in the intake (files/intake.ts). */
function restoredDecision(decision: IntakeDecision, correction: Correction): IntakeDecision {
  if (decision.act !== correction.act) return decision;
  if (correction.field === "answers") return { ...decision, answers: correction.before };
  return correction.field === "happenedOn" && correction.before !== undefined
    ? { ...decision, on: correction.before, recordedOn: correction.knownOn }
    : decision;
}
