/**
 * The rules that no file can reach. A clock needs its start, and what meets it, in the same file; a rule that nothing can
 * start or meet would find nothing, and its silence would look like innocence.
 */

import { actEntry, type ActType, actTypes } from "../../src/law/act.ts";
import type { SubjectKind } from "../../src/law/act-entry.ts";
import { mayAnswer } from "../../src/law/answering.ts";
import type { Condition, RuleVersion, Start } from "../../src/law/rule.ts";
import type { ActDay } from "../../src/law/act-day.ts";
import type { ActStart } from "../../src/law/detection/rule-book.ts";
import type { Series } from "../../src/law/series.ts";
import { subjectsHeld } from "../../src/domain/files/act-file.ts";
import { instrumentActs } from "../../src/domain/instruments/instrument-act.ts";

export type Reach = "unstarted" | "unmet";

/** The acts that one kind of file can hold. */
interface Holding {
  readonly subjects: readonly SubjectKind[];
  readonly holds: (wanted: ActDay) => boolean;
}

const files: readonly Holding[] = [
  { subjects: ["intake"], holds: inIntake },
  holding(subjectsHeld.case),
  holding(subjectsHeld.register),
  { subjects: ["instrument"], holds: ({ act }) => instrumentActs.some((type) => type === act) },
];

function holding(subjects: readonly SubjectKind[]): Holding {
  return { subjects, holds: ({ act }) => actEntry(act).subjects.some((kind) => subjects.includes(kind)) };
}

/** The decision that opens a case stands in its intake too; no other does. */
function inIntake({ act, where }: ActDay): boolean {
  if (act !== "decision-issued") return actEntry(act).subjects.includes("intake");
  return where?.["decision"]?.includes("enforcement") ?? true;
}

/** The series that nothing can start, or that something starts and nothing can meet, under any of their versions. */
export function unreached(rules: readonly RuleVersion[]): ReadonlyMap<Series, Reach> {
  const found = new Map<Series, Reach>();
  for (const [series, versions] of Map.groupBy(rules, (rule) => rule.series)) {
    const started = versions.filter((rule) => files.some((file) => runsOf(rule, file, rules).length > 0));
    if (started.length === 0) found.set(series, "unstarted");
    else if (!started.some((rule) => files.some((file) => isMet(rule, file, rules)))) found.set(series, "unmet");
  }
  return found;
}

/** unrecorded returns the types of act that no file can hold. */
export function unrecorded(): readonly ActType[] {
  return actTypes.filter((act) => !files.some(({ holds }) => holds({ act, days: [] })));
}

/** The acts from which its clock can run in such a file, whether at once or when another limit is over. */
function runsOf(rule: RuleVersion, file: Holding, rules: readonly RuleVersion[]): readonly ActStart[] {
  if (rule.perParty !== undefined && !file.subjects.includes("party")) return [];
  if (rule.when !== undefined && !canHold(rule.when, file)) return [];
  return rule.starts.flatMap((start) => startsIn(start, file, rules));
}

function startsIn(start: Start, file: Holding, rules: readonly RuleVersion[]): readonly ActStart[] {
  if ("endOf" in start)
    return rules.filter(({ series }) => series === start.endOf).flatMap((rule) => runsOf(rule, file, rules));
  const needed = [start, start.with, start.each].filter((one) => one !== undefined);
  return needed.every((one) => file.holds(one)) ? [start] : [];
}

function isMet(rule: RuleVersion, file: Holding, rules: readonly RuleVersion[]): boolean {
  const { metBy, metByAll } = rule;
  if (metBy.length === 0) return true;
  return runsOf(rule, file, rules).some((start) => {
    const meets = (one: ActDay): boolean => file.holds(one) && canMeet(one, start, rule);
    return metByAll === true ? metBy.every(meets) : metBy.some(meets);
  });
}

/** On the same subject, or by naming the act that started the clock where both are about the same. */
function canMeet({ act }: ActDay, start: ActStart, { perParty }: RuleVersion): boolean {
  const own = perParty === undefined ? actEntry((start.each ?? start).act).subjects : (["party"] as const);
  if (actEntry(act).subjects.some((kind) => own.some((one) => one === kind))) return true;
  return perParty === undefined && start.each === undefined && mayAnswer(act, start.act);
}

function canHold(condition: Condition, file: Holding): boolean {
  if ("answers" in condition) return file.holds(condition.answers);
  if ("done" in condition) return file.holds(condition.done);
  if ("since" in condition) return file.holds(condition.since);
  if ("all" in condition) return condition.all.every((one) => canHold(one, file));
  if ("any" in condition) return condition.any.some((one) => canHold(one, file));
  return true;
}
