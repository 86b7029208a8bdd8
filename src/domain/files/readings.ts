/**
 * A file as it was read just before and just after each of its corrections: what was recorded later is left out, and what
 * was corrected later stands as it stood. So what a correction changed can be told at any time, under any edition of the law.
 */

import type { EnforcementFile } from "../../law/file.ts";
import type { IntakeDecision, IntakeState } from "./intake.ts";
import type { RegisterState } from "./register.ts";
import type { CaseState } from "./case.ts";
import { caseFile, intakeFile, registerFile } from "./file.ts";
import { type Correction, restored } from "./recorded.ts";

export interface Reading {
  readonly correction: Correction;
  readonly before: EnforcementFile;
  readonly after: EnforcementFile;
}

export function readingsOfCase(state: CaseState): readonly Reading[] {
  return state.corrections.map((correction, i) => {
    const { acts, parties, assets } = correction.stood;
    const stood = { parties: state.parties.slice(0, parties), assets: state.assets.slice(0, assets) };
    const [now, later] = undoing(state.corrections, i);
    const at = (undone: readonly Correction[]): EnforcementFile =>
      caseFile({ ...state, ...stood, acts: state.acts.slice(0, acts).map((act) => undone.reduce(restored, act)) });
    return { correction, before: at(now), after: at(later) };
  });
}

export function readingsOfIntake(state: IntakeState): readonly Reading[] {
  return state.corrections.map((correction, i) => {
    const { acts, decisions } = correction.stood;
    const [now, later] = undoing(state.corrections, i);
    const at = (undone: readonly Correction[]): EnforcementFile =>
      intakeFile({
        ...state,
        acts: state.acts.slice(0, acts).map((act) => undone.reduce(restored, act)),
        decisions: state.decisions.slice(0, decisions).map((decision) => undone.reduce(restoredDecision, decision)),
      });
    return { correction, before: at(now), after: at(later) };
  });
}

export function readingsOfRegister(state: RegisterState): readonly Reading[] {
  return state.corrections.map((correction, i) => {
    const [now, later] = undoing(state.corrections, i);
    const stood = state.acts.slice(0, correction.stood.acts);
    const at = (undone: readonly Correction[]): EnforcementFile =>
      registerFile({ ...state, acts: stood.map((act) => undone.reduce(restored, act)) });
    return { correction, before: at(now), after: at(later) };
  });
}

/** Which corrections are taken back, the last first: this one and those after it; or only those. */
function undoing(
  corrections: readonly Correction[],
  i: number,
): readonly [readonly Correction[], readonly Correction[]] {
  const [now, later] = [corrections.slice(i), corrections.slice(i + 1)];
  return [now.toReversed(), later.toReversed()];
}

/** Its day and what it answers are all that is corrected of it here (intakes/intake.ts). */
function restoredDecision(decision: IntakeDecision, correction: Correction): IntakeDecision {
  if (decision.act !== correction.act) return decision;
  if (correction.field === "answers") return { ...decision, answers: correction.before };
  return correction.field === "happenedOn" && correction.before !== undefined
    ? { ...decision, on: correction.before, recordedOn: correction.knownOn }
    : decision;
}
