/** The rules have no gap or overlap in time, cite texts that exist, and name acts and codes that exist. */

import { describe, expect, test } from "vitest";
import { actEntry, type ActType, actTypes } from "../../src/law/act.ts";
import { plannedDay } from "../../src/law/act-entry.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { cite, citeTogether, citeWhole, legalTexts, writeCitation } from "../../src/law/sources.ts";
import type { Condition, RuleVersion } from "../../src/law/rule.ts";
import type { ActDay } from "../../src/law/act-day.ts";
import { type Series, seriesNames, seriesWords } from "../../src/law/series.ts";
import { ownerWords } from "../../src/law/owner.ts";

const { rules } = currentEdition;

/** Acts of an instrument that start no clock, because only its receipt by the agency does. */
const recordedOnly: readonly ActType[] = ["recommendation-issued", "procuracy-request-issued"];

const startActs = (rule: RuleVersion): readonly ActDay[] =>
  rule.starts.flatMap((start) => ("act" in start ? [start, ...(start.with === undefined ? [] : [start.with])] : []));

describe("the versions of a series", () => {
  const bySeries: readonly (readonly [Series, readonly RuleVersion[]])[] = [
    ...Map.groupBy(rules, ({ series }) => series),
  ];

  test.each(bySeries)("%s: each begins where the one before it ended", (_, versions) => {
    const inOrder = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    expect(inOrder.slice(0, -1).map(({ until }) => until)).toEqual(inOrder.slice(1).map(({ from }) => from));
  });

  test.each(rules)("$series $version is in force for at least a day", ({ from, until }) => {
    expect(until === undefined || from < until).toBe(true);
  });
});

describe("a rule", () => {
  test("that bans something is judged by the act that was done: nothing excuses it, settles it or ends it", () => {
    const excused = rules
      .filter(({ mode }) => mode === "ban")
      .filter((ban) => [ban.excusedBy, ban.settledBy, ban.endedBy].some((acts) => acts !== undefined));
    expect(excused).toEqual([]);
  });

  test.each(rules)("$series $version cites laws that are known", ({ citation }) => {
    const laws = [citation, ...(citation.also ?? [])].map(({ law }) => law);
    expect(Object.keys(legalTexts)).toEqual(expect.arrayContaining(laws));
  });

  test.each(rules)("$series $version names days that its acts carry, and codes of their lists", (rule) => {
    for (const { act, days, where } of [...startActs(rule), ...rule.metBy, ...(rule.excusedBy ?? [])]) {
      const entry = actEntry(act);
      const carried = entry.plans === undefined ? entry.days : [...entry.days, plannedDay];
      expect(carried).toEqual(expect.arrayContaining([...days]));
      for (const [name, codes] of Object.entries(where ?? {})) {
        expect([...(entry.must?.[name] ?? []), ...(entry.may?.[name] ?? [])]).toEqual(
          expect.arrayContaining([...codes]),
        );
      }
    }
  });

  test.each(rules)("$series $version follows no rule that does not exist", ({ starts }) => {
    const followed = starts.flatMap((start) => ("endOf" in start ? [start.endOf] : []));
    expect(followed.filter((series) => !rules.some((rule) => rule.series === series))).toEqual([]);
  });

  test("has a name, an owner and acts with words in both languages", () => {
    const words = [
      ...seriesNames.map(seriesWords),
      ...Object.values(ownerWords),
      ...actTypes.map((type) => actEntry(type)),
    ];
    expect(words.filter(({ vi, en }) => vi === "" || en === "" || vi === en)).toEqual([]);
  });
});

function actsNamed(rule: RuleVersion): readonly ActType[] {
  const { metBy, excusedBy = [], when, accuses, forbids } = rule;
  const conditions = [when, accuses, forbids].flatMap((one) => (one === undefined ? [] : actsOfCondition(one)));
  const started = rule.starts.flatMap((start) => ("act" in start && start.each !== undefined ? [start.each] : []));
  return [...[...startActs(rule), ...started, ...metBy, ...excusedBy].map(({ act }) => act), ...conditions];
}

function actsOfCondition(condition: Condition): readonly ActType[] {
  if ("done" in condition) return [condition.done.act];
  if ("answers" in condition) return [condition.answers.act];
  if ("not" in condition) return actsOfCondition(condition.not);
  if ("all" in condition) return condition.all.flatMap(actsOfCondition);
  return "any" in condition ? condition.any.flatMap(actsOfCondition) : [];
}

test("every act starts, fulfils or excuses a rule or decides whether one applies, except those that are only recorded", () => {
  const named = new Set(rules.flatMap(actsNamed));
  expect(actTypes.filter((type) => !named.has(type))).toEqual(recordedOnly);
});

describe("a citation", () => {
  test("is written in the way of each language", () => {
    const citation = cite("106/2025/QH15", "80(2)(a)");
    expect([citation.text, writeCitation(citation, "vi"), writeCitation(citation, "en")]).toEqual([
      "Art.80(2)(a)",
      "điểm a khoản 2 Điều 80 Luật Thi hành án dân sự 106/2025/QH15",
      "Article 80(2)(a) of Law 106/2025/QH15 on civil judgment enforcement",
    ]);
  });

  test("of several places names each place", () => {
    const citation = citeTogether("Art.38(4); D152/2026 Art.22", ["106/2025/QH15", "38(4)"], ["152/2026/NĐ-CP", "22"]);
    expect([citation.text, writeCitation(citation, "vi"), writeCitation(citation, "en")]).toEqual([
      "Art.38(4); D152/2026 Art.22",
      "khoản 4 Điều 38 Luật Thi hành án dân sự 106/2025/QH15; Điều 22 Nghị định 152/2026/NĐ-CP",
      "Article 38(4) of Law 106/2025/QH15 on civil judgment enforcement; Article 22 of Decree 152/2026/NĐ-CP",
    ]);
  });

  test("of a decree without a known article names the decree alone", () => {
    const citation = citeWhole("13/2023/NĐ-CP");
    expect([citation.text, writeCitation(citation, "en")]).toEqual([
      "Decree 13/2023/ND-CP",
      "Decree 13/2023/NĐ-CP on the protection of personal data",
    ]);
  });

  test("of an article alone has no clause", () => {
    expect(cite("26/2008/QH12", "44a")).toEqual({ law: "26/2008/QH12", article: "44a", text: "Art.44a" });
  });

  test.each(["", "0x", "12(", "12()", "Art.12", "12(a)"])("%j is not a place in a law", (place) => {
    expect(() => cite("26/2008/QH12", place)).toThrow(RangeError);
  });
});
