/** The versions of the rules equal the lawyers' table, and `law rules` prints them so that anyone can compare. */

import { describe, expect, test } from "vitest";
import { answerTo } from "../../scripts/law.ts";
import { currentEdition } from "../../src/law/edition.ts";
import type { RuleVersion } from "../../src/law/rule.ts";
import { formatRuleTable } from "../../src/law/rule-table.ts";
import { seriesNames } from "../../src/law/series.ts";
import { type Owner, ownerWords } from "../../src/law/owner.ts";
import { cite } from "../../src/law/sources.ts";
import { day } from "./given.ts";
import { cellsOf, rulesTable, type TableRow } from "./rules-table.ts";

const [header = "", ...printed] = formatRuleTable(currentEdition);
const { rules } = currentEdition;

/** The owners by their names in the table. */
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
  "protest-holder": "person with the power to protest",
  "supreme-procuracy": "Supreme / Central Military procuracy",
  "superior-agency-head": "superior THADS head",
  "management-agency": "THADS management agency (MOJ/MND)",
  minister: "Minister",
  "office-head": "office head",
  "enforcement-office": "enforcement office",
  "third-party": "third party",
  police: "police",
  "auction-body": "auction body",
  buyer: "buyer",
  "co-owner": "co-owner",
  "destruction-council": "destruction council",
  complainant: "complainant",
  "complaint-resolver": "complaint resolver",
  "denunciation-resolver": "denunciation resolver",
  "agency-and-procuracy": "THADS / procuracy",
  "provincial-agency-and-procuracy": "provincial THADS / procuracy",
  "cooperating-body": "cooperating body",
  "data-controller": "data controller",
};

function nameOf(row: Pick<TableRow, "series" | "law_version">): string {
  return `${row.series}.${row.law_version}`;
}

/** Parses a printed line by the names of its columns. */
function printedRow(name: string): Readonly<Record<string, string>> | undefined {
  const line = printed.find((one) => cellsOf(one).slice(0, 2).join(".") === name);
  if (line === undefined) return undefined;
  const cells = cellsOf(line);
  return Object.fromEntries(header.split(",").map((column, i) => [column, cells[i] ?? ""]));
}

describe("the table of rules", () => {
  test.each(rulesTable.map((row) => [nameOf(row), row] as const))("%s", (name, { owner, ...written }) => {
    const rule = rules.find(({ series, version }) => `${series}.${version}` === name);
    expect([printedRow(name), rule && owners[rule.owner]]).toEqual([written, owner]);
  });

  test("has 336 versions of 194 rules, and the edition holds them and no other, each once", () => {
    expect(rules.map(({ series, version }) => `${series}.${version}`).toSorted()).toEqual(
      rulesTable.map(nameOf).toSorted(),
    );
    expect([rules.length, new Set(rules.map(({ series }) => series)).size]).toEqual([336, 194]);
  });

  test("names the same rules as the stages do", () => {
    expect(seriesNames.toSorted()).toEqual([...new Set(rulesTable.map(({ series }) => series))].toSorted());
  });

  test("names every owner that owner.ts lists", () => {
    const named = new Set(rulesTable.map(({ owner }) => owner));
    expect(Object.keys(ownerWords).filter((owner) => !named.has(owners[owner as Owner]))).toEqual([]);
  });
});

describe("law rules", () => {
  test("prints the columns of the table and a line for every version", () => {
    const answer = answerTo(["rules"]);
    expect(answer).toEqual({ ok: true, value: [header, ...printed] });
    expect(header).toBe("series,law_version,length,unit,direction,citation,valid_from,valid_to,confidence");
  });

  test("takes no further argument", () => {
    expect(answerTo(["rules", "PAY_OUT"])).toMatchObject({ ok: false });
  });

  test("prints the last day in force, and an empty length where the law states no number", () => {
    const rule: RuleVersion = {
      series: "RECOMMENDATION_REPLY",
      version: "L2008",
      mode: "duty",
      owner: "agency",
      starts: [],
      metBy: [],
      term: { unit: "no_limit_stated" },
      direction: "after",
      citation: cite("63/2014/QH13", "5(2)"),
      from: day("2015-06-01"),
      until: day("2026-07-01"),
      confidence: "V",
    };
    const [, line] = formatRuleTable({ ...currentEdition, rules: [rule] });
    expect(line).toBe(
      "RECOMMENDATION_REPLY,L2008,,no_limit_stated,after,VKSND Law 2014 Art.5(2),2015-06-01,2026-06-30,V",
    );
  });

  test("quotes a citation with a comma or a quotation mark", () => {
    const [rule] = rules;
    if (rule === undefined) throw new Error("an edition without rules");
    const citation = { ...rule.citation, text: 'Art.1(1),(2) "original"' };
    const [, line = ""] = formatRuleTable({ ...currentEdition, rules: [{ ...rule, citation }] });
    expect([line.includes('"Art.1(1),(2) ""original"""'), cellsOf(line)[5]]).toEqual([true, 'Art.1(1),(2) "original"']);
  });
});
