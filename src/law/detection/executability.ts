/**
 * Whether a party's case is not yet executable (law 26/2008 Arts.44, 44a; law 106/2025 Art.38): it is from the decision that
 * says so until enforcement resumes or ends. The last verification before that decision starts the clock of the next one.
 */

import type { Day } from "../../base/day.ts";
import type { Act, Subject } from "../act.ts";
import { actsOf, answeredActs, concerns, countedDay, type OpenFile } from "./open-file.ts";
import { decided, happened } from "../act-day.ts";

const verification = happened("conditions-verified");
const classification = decided("not-yet-executable");
const takenBack = decided("withdrawal", "annulment");
const liftings = [decided("resumption", "termination"), happened("case-ended")];

/** Whether the case is not yet executable on `verifiedOn`, or becomes so by `dueOn`, unverified in between. */
export function isNotYetExecutable(open: OpenFile, subject: Subject, verifiedOn: Day, dueOn: Day | undefined): boolean {
  return actsOf(open, "decision-issued").some((decision) => {
    const from = countedDay(decision, classification)?.day;
    if (from === undefined || !concerns(open, decision, subject)) return false;
    if (from > verifiedOn)
      return (dueOn === undefined || from <= dueOn) && lastBefore(open, subject, from) === verifiedOn;
    return !isLifted(open, decision, from, verifiedOn);
  });
}

function lastBefore(open: OpenFile, subject: Subject, decidedOn: Day): Day | undefined {
  const days = actsOf(open, "conditions-verified")
    .filter((act) => concerns(open, act, subject))
    .flatMap((act) => countedDay(act, verification)?.day ?? [])
    .filter((day) => day <= decidedOn);
  return days.toSorted().at(-1);
}

function isLifted(open: OpenFile, decision: Act, from: Day, on: Day): boolean {
  return open.file.acts.some((act) => {
    const named = act.answers.includes(decision.id);
    const day = named ? (countedDay(act, takenBack)?.day ?? liftedOn(act)) : liftedOn(act);
    if (day === undefined || day < from || day > on) return false;
    return named || !answeredActs(open, act).some((other) => countedDay(other, classification) !== undefined);
  });
}

function liftedOn(act: Act): Day | undefined {
  for (const lifting of liftings) {
    const day = countedDay(act, lifting)?.day;
    if (day !== undefined) return day;
  }
  return undefined;
}
