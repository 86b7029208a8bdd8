/** The rules as a table: as the lawyers wrote it, without a gap or an overlap in time, citing texts that exist. */

import { describe, expect, test } from "vitest";
import { actEntry, actTypes } from "../../src/law/act.ts";
import type { Term } from "../../src/law/counting.ts";
import { addDays } from "../../src/base/day.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { cite, legalTexts, writeCitation } from "../../src/law/sources.ts";
import type { ActDay, RuleVersion } from "../../src/law/rule.ts";
import { type Owner, ownerWords, type Series, seriesWords } from "../../src/law/series.ts";
import { rulesTable } from "./rules-table.ts";

const { rules } = currentEdition;

const owners: Readonly<Record<Owner, string>> = {
  court: "court",
  agency: "THADS agency",
  "agency-head": "THADS head",
  "agency-or-office-head": "THADS head / office head",
  enforcer: "enforcer",
  debtor: "debtor",
  party: "party",
  procuracy: "procuracy",
  "superior-procuracy": "superior procuracy",
  "area-or-provincial-procuracy": "area / provincial / military-region procuracy",
  "supreme-procuracy": "Supreme / Central Military procuracy",
  "superior-agency-head": "superior THADS head",
  "management-agency": "THADS management agency (MOJ/MND)",
  minister: "Minister",
};

function row(rule: RuleVersion): string {
  const { series, version, term, direction, owner, citation, from, until, confidence } = rule;
  const lastDay = until === undefined ? "" : addDays(until, -1);
  return [
    series,
    version,
    lengthOf(term),
    term.unit,
    direction,
    owners[owner],
    citation.text,
    from,
    lastDay,
    confidence,
  ].join(",");
}

function lengthOf(term: Term): string {
  if ("length" in term) return String(term.length);
  return term.unit === "immediate" ? "0" : "";
}

const startActs = (rule: RuleVersion): readonly ActDay[] =>
  rule.starts.flatMap((start) => ("act" in start ? [start, ...(start.with === undefined ? [] : [start.with])] : []));

describe("the table of rules", () => {
  const [, ...rows] = rulesTable.split("\n");

  test.each(rows)("%s", (written) => {
    const [series, version] = written.split(",");
    const rule = rules.find((one) => one.series === series && one.version === version);
    expect(rule && row(rule)).toBe(written);
  });

  test("holds every rule of the edition, once", () => {
    expect(rules.map(row).toSorted()).toEqual(rows.toSorted());
  });

  test.each(Object.keys(seriesWords))("%s has a version", (series) => {
    expect(rules.some((rule) => rule.series === series)).toBe(true);
  });
});

describe("the versions of a series", () => {
  const bySeries: readonly (readonly [Series, readonly RuleVersion[]])[] = [
    ...Map.groupBy(rules, ({ series }) => series),
  ];

  test.each(bySeries)("%s: each begins where the one before it ended", (_, versions) => {
    const inOrder = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    expect(inOrder.slice(0, -1).map(({ until }) => until)).toEqual(inOrder.slice(1).map(({ from }) => from));
  });

  test.each(rules)("$series.$version is in force for at least a day", ({ from, until }) => {
    expect(until === undefined || from < until).toBe(true);
  });
});

describe("a rule", () => {
  test.each(rules)("$series.$version cites a law that is known", ({ citation }) => {
    expect(Object.keys(legalTexts)).toContain(citation.law);
  });

  test.each(rules)("$series.$version names days that its acts carry, and codes of their lists", (rule) => {
    for (const { act, days, where } of [...startActs(rule), ...rule.metBy, ...(rule.excusedBy ?? [])]) {
      const entry = actEntry(act);
      expect(entry.days).toEqual(expect.arrayContaining([...days]));
      for (const [name, codes] of Object.entries(where ?? {})) {
        expect([...(entry.must?.[name] ?? []), ...(entry.may?.[name] ?? [])]).toEqual(
          expect.arrayContaining([...codes]),
        );
      }
    }
  });

  test.each(rules)("$series.$version that follows a period follows one that exists", ({ starts }) => {
    const periods = rules.filter(({ mode }) => mode === "period").map(({ series }) => series);
    expect(
      starts.flatMap((start) => ("endOf" in start ? [start.endOf] : [])).filter((series) => !periods.includes(series)),
    ).toEqual([]);
  });

  test("names itself and its owner in both languages", () => {
    const words = [
      ...Object.values(seriesWords),
      ...Object.values(ownerWords),
      ...actTypes.map((type) => actEntry(type)),
    ];
    expect(words.filter(({ vi, en }) => vi === "" || en === "" || vi === en)).toEqual([]);
  });
});

describe("a citation", () => {
  test("is written as each language writes it", () => {
    const citation = cite("106/2025/QH15", "80(2)(a)");
    expect([citation.text, writeCitation(citation, "vi"), writeCitation(citation, "en")]).toEqual([
      "Art.80(2)(a)",
      "điểm a khoản 2 Điều 80 Luật Thi hành án dân sự 106/2025/QH15",
      "Article 80(2)(a) of Law 106/2025/QH15 on civil judgment enforcement",
    ]);
  });

  test("of an article alone has no clause", () => {
    expect(cite("26/2008/QH12", "44a")).toEqual({ law: "26/2008/QH12", article: "44a", text: "Art.44a" });
  });

  test.each(["", "0x", "12(", "12()", "Art.12", "12(a)"])("%j is not a place in a law", (place) => {
    expect(() => cite("26/2008/QH12", place)).toThrow(RangeError);
  });
});
