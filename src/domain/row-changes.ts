/** The rows of the read models, and what must change in the tables when a stream advances. */

import type { StreamName } from "./event.ts";

export const tables = [
  "login",
  "office",
  "intake",
  "case_file",
  "register",
  "deadline",
  "gone",
  "finding",
  "instrument",
] as const;
export type ViewTable = (typeof tables)[number];

type Column = string | number | boolean | null;
export interface Row {
  readonly key: string;
  readonly stream: StreamName;
  readonly [column: string]: Column;
}

export type Rows = { readonly [Name in ViewTable]?: readonly Row[] };
export interface TableChange {
  /** Keys of the rows that are deleted. */
  readonly taken: readonly string[];
  readonly rows: readonly Row[];
}
export type RowChanges = { readonly [Name in ViewTable]?: TableChange };

/** changes lists the rows to delete and to insert on the way from `before` to `after`; a changed row is in both lists. */
export function changes(before: Rows, after: Rows): RowChanges {
  const changed: { [Name in ViewTable]?: TableChange } = {};
  for (const table of tables) {
    const change = tableChange(before[table] ?? [], after[table] ?? []);
    if (change.taken.length > 0 || change.rows.length > 0) changed[table] = change;
  }
  return changed;
}

function tableChange(before: readonly Row[], after: readonly Row[]): TableChange {
  const was = new Map(before.map((row) => [row.key, row]));
  const is = new Map(after.map((row) => [row.key, row]));
  return {
    taken: before.filter((row) => !sameRow(row, is.get(row.key))).map(({ key }) => key),
    rows: after.filter((row) => !sameRow(row, was.get(row.key))),
  };
}

/** sameRow compares rows of one table, which have the same columns. */
function sameRow(row: Row, other: Row | undefined): boolean {
  if (other === undefined) return false;
  for (const column in row) if (row[column] !== other[column]) return false;
  return true;
}

/** mergeChanges joins the changes of several streams, no two of which have a row in common. */
export function mergeChanges(all: readonly RowChanges[]): RowChanges {
  const merged: { [Name in ViewTable]?: TableChange } = {};
  for (const table of tables) {
    const parts = all.flatMap((each) => each[table] ?? []);
    if (parts.length > 0)
      merged[table] = { taken: parts.flatMap(({ taken }) => taken), rows: parts.flatMap(({ rows }) => rows) };
  }
  return merged;
}
