/** Detection folds the acts of a file to what the law required. It is pure, so that an audit can compare results. */

import type { Day } from "../../base/day.ts";
import { forbiddenBy } from "./bans.ts";
import { workingDaysBetween } from "../calendar/counting.ts";
import { type Deadline, daysLate, lateUntil, type ObligationState, owedUntil, stateOn } from "./deadline.ts";
import { currentEdition, type Edition } from "../edition.ts";
import type { EnforcementFile } from "../file.ts";
import { openFile } from "./open-file.ts";
import { openRuleBook, type RuleBook } from "./rule-book.ts";
import { mergedRows } from "./merged-rows.ts";
import { addStarted } from "./started-clocks.ts";
import { windowUsed } from "./used-windows.ts";

/** A deadline as it stands on a given day. */
export interface Obligation extends Deadline {
  readonly state: ObligationState;
  readonly daysLate?: number;
  readonly workingDaysLate?: number;
}

export type Breach = Extract<ObligationState, "late" | "missed" | "forbidden">;

/** Whether a person may confirm it as a finding. A period given to someone, such as the debtor, may pass: that breaches nothing. */
export function isBreached<One extends Pick<Obligation, "state" | "mode">>(
  one: One,
): one is One & { readonly state: Breach } {
  const { state, mode } = one;
  return (state === "late" || state === "missed" || state === "forbidden") && mode !== "period";
}

/** Returns the obligations whose clock has started by today, each with its state today. */
export function assess(
  file: EnforcementFile,
  context: { readonly today: Day; readonly edition?: Edition },
): readonly Obligation[] {
  const { today, edition = currentEdition } = context;
  const book = openRuleBook(edition);
  const found: Obligation[] = [];
  for (const deadline of deadlines(file, edition)) {
    if (deadline.startedOn <= today) found.push(stateToday(deadline, today, book));
  }
  return found;
}

/** Returns every deadline of a file: due days, and the acts that met or excused them. */
export function deadlines(file: EnforcementFile, edition: Edition = currentEdition): readonly Deadline[] {
  const book = openRuleBook(edition);
  const open = openFile(file, book);
  const found: Deadline[] = [];
  for (const act of file.acts) {
    const starts = book.startedBy.get(act.type);
    if (starts !== undefined) for (const start of starts) addStarted(found, open, act, start);
  }
  for (const act of file.acts) {
    if (book.usedBy.has(act.type)) found.push(...windowUsed(open, act));
    if (book.bans.has(act.type)) found.push(...forbiddenBy(open, act));
  }
  return mergedRows(found);
}

function stateToday(deadline: Deadline, today: Day, book: RuleBook): Obligation {
  const state = stateOn(deadline, today);
  if (state !== "late" && state !== "missed") return { ...deadline, state };
  const { dueOn, otherLaw, endedOn } = deadline;
  const worked = dueOn === undefined ? 0 : workingDaysBetween(dueOn, lateUntil(deadline, today), book.calendar);
  const late = { ...deadline, state, daysLate: daysLate(deadline, today), workingDaysLate: worked };
  // While it would still be in time by the law that the policy did not apply, it is no accusation.
  const saved =
    state === "missed" &&
    otherLaw !== undefined &&
    (otherLaw.dueOn === undefined || owedUntil(endedOn, today) <= otherLaw.dueOn);
  return saved ? { ...late, weight: "hint", doubts: [...late.doubts, "other-law"] } : late;
}
