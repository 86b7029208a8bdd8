/** An edition as rows of the lawyers' table of rules (CSV, RFC 4180). `valid_to` is the last day in force. */

import { addDays } from "../base/day.ts";
import type { Term } from "./term.ts";
import type { Edition } from "./edition.ts";
import type { RuleVersion } from "./rule.ts";

const columns = [
  "series",
  "law_version",
  "length",
  "unit",
  "direction",
  "citation",
  "valid_from",
  "valid_to",
  "confidence",
] as const;

type RuleRow = Readonly<Record<(typeof columns)[number], string>>;

/** Returns the header and one line for each version of a rule. */
export function formatRuleTable({ rules }: Edition): readonly string[] {
  return [columns.join(","), ...rules.map((rule) => formatLine(rowOf(rule)))];
}

function rowOf({ series, version, term, direction, citation, from, until, confidence }: RuleVersion): RuleRow {
  return {
    series,
    law_version: version,
    length: lengthOf(term),
    unit: term.unit,
    direction,
    citation: citation.text,
    valid_from: from,
    valid_to: until === undefined ? "" : addDays(until, -1),
    confidence,
  };
}

function lengthOf(term: Term): string {
  if ("length" in term) return String(term.length);
  return term.unit === "immediate" ? "0" : "";
}

function formatLine(row: RuleRow): string {
  return columns.map((column) => formatCell(row[column])).join(",");
}

function formatCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
