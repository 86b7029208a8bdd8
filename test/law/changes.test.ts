/** What an edition changed of another: each version of a rule and each calendar year, and nothing that is the same. */

import { describe, expect, test } from "vitest";
import { answerTo } from "../../scripts/law.ts";
import { currentEdition, type Edition } from "../../src/law/edition.ts";
import { changesBetween } from "../../src/law/editions/compare.ts";

const [rule, ...rules] = currentEdition.rules;
const [year, ...years] = currentEdition.calendars;
if (rule === undefined || year === undefined) throw new Error("an empty edition");

const told = (before: Edition, after: Edition) => {
  const { rules: changed, years: moved } = changesBetween(before, after);
  return [
    ...changed.map(({ kind, rule: { series }, members }) => [kind, series, ...members]),
    ...moved.map((each) => [each.kind, each.year]),
  ];
};

describe("the changes between two editions", () => {
  test("are none between an edition and its copy under another number", () => {
    expect(told(currentEdition, { ...currentEdition, number: 9 })).toEqual([]);
  });

  test("name a version that is new, gone, or says something else, with the members that differ", () => {
    const without = { ...currentEdition, rules };
    expect(told(without, currentEdition)).toEqual([["added", rule.series]]);
    expect(told(currentEdition, without)).toEqual([["removed", rule.series]]);
    const other = { ...rule, owner: "buyer", note: { vi: "x", en: "x" } } as const;
    const changed = { ...currentEdition, rules: [other, ...rules] };
    expect(told(currentEdition, changed)).toEqual([["changed", rule.series, "note", "owner"]]);
  });

  test("name a calendar year that is new, gone, or has other days", () => {
    const without = { ...currentEdition, calendars: years };
    expect(told(without, currentEdition)).toEqual([["added", year.year]]);
    expect(told(currentEdition, without)).toEqual([["removed", year.year]]);
    const changed = { ...currentEdition, calendars: [{ ...year, version: year.version + 1 }, ...years] };
    expect(told(currentEdition, changed)).toEqual([["changed", year.year]]);
  });

  test("are printed by `law changes` for each edition that the program has", () => {
    const printed = answerTo(["changes"]);
    const lines = printed.ok ? printed.value : [];
    expect(lines[0]).toContain("edition 2 against 1");
    expect(lines.find((line) => line.includes("PAY_OUT L2008"))).toContain("changed");
    expect(lines.find((line) => line.includes("AUCTION_DELIVER_DIFFICULT D33-2020"))).toContain("new");
  });
});
