/** The absence that proves a breach: every entry has its place in its stream, so what is not there is shown. */

import type { ActId } from "../../base/ids.ts";
import type { ActType, Subject } from "../act.ts";
import { countsBack } from "../term.ts";
import type { Obligation } from "./detection.ts";
import { currentEdition, type Edition } from "../edition.ts";
import { openRuleBook, ruleOf } from "./rule-book.ts";

/** The claim that no act of these types, about the subject or naming the starting act, stands between two acts of a file. */
export interface Absence {
  readonly of: readonly ActType[];
  readonly subject: Subject;
  /** Undefined means from the first entry on, because acts before the start count too. */
  readonly after: ActId | undefined;
  /** Undefined means up to the last entry. */
  readonly before: ActId | undefined;
}

/** Returns the absence behind a missed obligation, or behind a late one until the act came; other states have none. */
export function absenceOf(obligation: Obligation, edition: Edition = currentEdition): Absence | undefined {
  const { state, subject, startedBy, metBy } = obligation;
  if (state !== "missed" && state !== "late") return undefined;
  const rule = ruleOf(openRuleBook(edition), obligation.rule, obligation.version);
  const fromFirst = rule.early === true || countsBack(rule.direction);
  return {
    of: [...new Set(rule.metBy.map(({ act }) => act))],
    subject,
    after: fromFirst ? undefined : startedBy,
    before: countsBack(rule.direction) ? startedBy : state === "late" ? metBy : undefined,
  };
}
