/**
 * What must be looked for and not found, to see that an obligation was missed: every entry of a file has its place in its
 * stream, so "no verification between index a and b" is proved by reading all of them.
 */

import type { ActId } from "../../base/ids.ts";
import type { ActType, Subject } from "../act.ts";
import { countsBack } from "../term.ts";
import type { Obligation } from "./detection.ts";
import { currentEdition, type Edition } from "../edition.ts";
import { openRuleBook, ruleOf } from "./rule-book.ts";

/** Between two acts of a file there is none of these types that is about the subject or names the starting act. */
export interface Absence {
  readonly of: readonly ActType[];
  readonly subject: Subject;
  /** Undefined: from the first entry on, for what was done before the start counts too. */
  readonly after: ActId | undefined;
  /** Undefined: up to the last entry. */
  readonly before: ActId | undefined;
}

/** Of what was missed, and of what came late, until it came. */
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
