/** An intake, a case and a register as the file of acts that detection folds (law/file.ts). Each follows from its own stream alone, so its rows do too. */

import type { ActId } from "../../base/ids.ts";
import type { Act } from "../../law/act.ts";
import type { EnforcementFile } from "../../law/file.ts";
import type { IntakeDecision, IntakeState } from "./intake.ts";
import type { RegisterState } from "./register.ts";
import type { CaseState } from "./case.ts";

export function caseFile(state: CaseState): EnforcementFile {
  const { motion, interim, acts, parties, assets } = state;
  return { kind: motion, interim, acts, parties, assets };
}

/** intakeFile counts the enforcement decision as an act elsewhere: it fulfils what the intake started, and what it starts runs in the case. */
export function intakeFile(state: IntakeState): EnforcementFile {
  const { motion, interim, acts } = state;
  return { kind: motion, interim, acts, elsewhere: state.decisions.map(decisionAct), parties: [], assets: [] };
}

export function registerFile({ acts }: RegisterState): EnforcementFile {
  return { kind: "own-motion", interim: false, acts, parties: [], assets: [] };
}

function decisionAct({ act, decision, on, answers, recordedOn }: IntakeDecision): Act {
  return {
    id: act,
    type: "decision-issued",
    subject: { kind: "decision", id: decision },
    answers,
    days: { happenedOn: on },
    traits: { decision: "enforcement" },
    recordedOn,
  };
}

/** undecided returns the judgments and requests that no decision and no refusal has answered yet. */
export function undecided({ acts, decisions }: IntakeState): readonly ActId[] {
  const answered = new Set([...acts, ...decisions].flatMap((each) => each.answers));
  return acts.filter((act) => owed.includes(act.type) && !answered.has(act.id)).map((act) => act.id);
}

const owed: readonly Act["type"][] = [
  "judgment-received",
  "judgment-transferred",
  "enforcement-condition-known",
  "request-received",
  "request-renewed",
  "delegation-received",
  "service-contract-signed",
  "office-file-received",
];
