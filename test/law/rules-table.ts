/**
 * The project's copy of the lawyers' table of rules: `valid_to` is the last day in force. A rule that differs from its row
 * is wrong until a person has decided which of the two is.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";

const columns = [
  "series",
  "law_version",
  "owner",
  "length",
  "unit",
  "direction",
  "citation",
  "valid_from",
  "valid_to",
  "confidence",
] as const;

export type TableRow = Readonly<Record<(typeof columns)[number], string>>;

/** Parses one line of CSV (RFC 4180) whose cells hold no line breaks. */
export function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

function readTable(): readonly TableRow[] {
  const [header = "", ...lines] = readFileSync(join(import.meta.dirname, "data/rules.csv"), "utf8")
    .trimEnd()
    .split("\n");
  if (header !== columns.join(",")) throw new Error("the table of rules has other columns");
  return lines.map((line) => rowOf(cellsOf(line)));
}

function rowOf(cells: readonly string[]): TableRow {
  if (cells.length !== columns.length) throw new Error(`not a row of the table of rules: ${cells.join(",")}`);
  const [
    series = "",
    law_version = "",
    owner = "",
    length = "",
    unit = "",
    direction = "",
    citation = "",
    valid_from = "",
    valid_to = "",
    confidence = "",
  ] = cells;
  return { series, law_version, owner, length, unit, direction, citation, valid_from, valid_to, confidence };
}

export const rulesTable = readTable();
