/** An act can answer every act for which a rule looks, and no unrelated one. */

import { expect, test } from "vitest";
import { type ActType, actTypes } from "../../src/law/act.ts";
import { answerable, mayAnswer } from "../../src/law/answering.ts";
import { countsBack } from "../../src/law/term.ts";
import { currentEdition } from "../../src/law/edition.ts";
import type { Condition, RuleVersion } from "../../src/law/rule.ts";

const { rules } = currentEdition;

/** The acts that start a rule, directly or by the end of another rule's time limit. */
function startsOf({ starts }: RuleVersion): readonly ActType[] {
  return starts.flatMap((start) => {
    if ("endOf" in start) return rules.filter(({ series }) => series === start.endOf).flatMap(startsOf);
    return [start.act, ...(start.with === undefined ? [] : [start.with.act])];
  });
}

function answeredIn(condition: Condition | undefined): readonly ActType[] {
  if (condition === undefined) return [];
  if ("answers" in condition) return [condition.answers.act];
  if ("not" in condition) return answeredIn(condition.not);
  if ("all" in condition) return condition.all.flatMap(answeredIn);
  return "any" in condition ? condition.any.flatMap(answeredIn) : [];
}

/** Pairs of acts for which detection asks whether the first answers the second. */
function looksFor(rule: RuleVersion): readonly (readonly [ActType, ActType])[] {
  const { metBy, direction, when, accuses, forbids } = rule;
  // Any step shows that a case does not lie still, and most steps are no answer to a verification.
  const excusedBy = rule.series === "ORD_INACTIVE" ? [] : (rule.excusedBy ?? []);
  const starts = startsOf(rule);
  const fulfilled = [...metBy, ...excusedBy].flatMap(({ act }) => starts.map((start) => [act, start] as const));
  const prepared = countsBack(direction) ? fulfilled.map(([act, start]) => [start, act] as const) : [];
  const conditions = [when, accuses, forbids].flatMap(answeredIn);
  return [...fulfilled, ...prepared, ...starts.flatMap((start) => conditions.map((act) => [start, act] as const))];
}

test.each(rules)("$series $version: an act may answer the acts that it fulfils, excuses or follows", (rule) => {
  expect(looksFor(rule).filter(([act, answered]) => act !== answered && !mayAnswer(act, answered))).toEqual([]);
});

test("only acts that decide, suspend, notify, object, judge or end may answer any act", () => {
  expect(actTypes.filter((type) => answerable[type] === "any")).toEqual([
    "decision-issued",
    "party-notified",
    "case-ended",
    "ground-established",
    "cassation-suspension-received",
    "complaint-ground-known",
    "complaint-lodged",
    "denunciation-accepted",
    "violation-discovered",
  ]);
});

test("no list of answerable acts names an act twice", () => {
  const twice = actTypes.filter((type) => {
    const list = answerable[type];
    return list !== "any" && new Set(list).size !== list.length;
  });
  expect(twice).toEqual([]);
});
