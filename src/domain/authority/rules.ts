/** The table: every type of event that the log may hold has its row. The compiler refuses a type without one, and a row without a type. */

import { type StreamKind, streamKinds } from "../event.ts";
import type { EventOf } from "../events.ts";
import { answerRules } from "./rows/answers.ts";
import { directoryRules } from "./rows/changes.ts";
import { loginRules, officeRules, personRules } from "./rows/directory.ts";
import { caseRules, intakeRules, registerRules } from "./rows/files.ts";
import { findingRules } from "./rows/findings.ts";
import { issuerRules, numberingRules } from "./rows/instruments.ts";
import { deadlineRules, editionRules, logRules, originRules, supersedingRules, sweepRules } from "./rows/law.ts";
import type { Rule } from "./rule.ts";

export const rules = {
  log: logRules,
  origin: originRules,
  person: personRules,
  login: loginRules,
  edition: editionRules,
  superseding: supersedingRules,
  office: officeRules,
  directory: directoryRules,
  intake: intakeRules,
  case: caseRules,
  register: registerRules,
  deadline: deadlineRules,
  sweep: sweepRules,
  finding: findingRules,
  instrument: { ...issuerRules, ...answerRules },
  numbering: numberingRules,
} as const satisfies { readonly [Kind in StreamKind]: Readonly<Record<EventOf<Kind>["type"], Rule>> };

const byName: ReadonlyMap<string, Rule> = new Map(
  streamKinds.flatMap((kind) =>
    Object.entries<Rule>(rules[kind]).map(([type, rule]): [string, Rule] => [`${kind} ${type}`, rule]),
  ),
);

export function eventRule(kind: string, type: string): Rule | undefined {
  return byName.get(`${kind} ${type}`);
}
