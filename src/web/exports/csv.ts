/**
 * CSV as RFC 4180 says, with a byte order mark so that a spreadsheet takes it for UTF-8. Every row has as many fields as there are
 * columns. A text that a spreadsheet would run as a formula is guarded, for a number of a file or of a document is what somebody typed.
 */

import { parseDay } from "../../base/day.ts";
import { formatDay } from "../parts/day-text.ts";
import type { Kind, Value } from "./columns.ts";
import { type Contents, type Format, shownColumns } from "./format.ts";
import { headLines } from "./head-lines.ts";

export const csv: Format = { ending: "csv", type: "text/csv; charset=utf-8", write: writeCsv };

async function* writeCsv({ head, columns, pages }: Contents): AsyncGenerator<string> {
  const shown = shownColumns(columns);
  const padded = (fields: readonly string[]) => shown.map((_, i) => fields[i] ?? "");
  const heading = [...headLines(head).map(padded), padded([]), shown.map((column) => column.head)];
  yield `\uFEFF${csvRows(heading)}`;
  for await (const page of pages) {
    yield csvRows(page.map((values) => shown.map(({ at, kind }) => fieldText(values[at], kind))));
  }
}

function fieldText(value: Value, kind: Kind): string {
  if (value === undefined) return "";
  const day = kind === "day" ? parseDay(String(value)) : undefined;
  return day === undefined ? String(value) : formatDay(day);
}

/** csvRows ends each row, the last one too, with CRLF. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return rows.map((fields) => `${fields.map((field) => quoted(guarded(field))).join(",")}\r\n`).join("");
}

/**
 * The signs with which a cell begins to be a formula (OWASP, CSV Injection), a tab and the ends of line, which some programs
 * skip before they look, and the full-width signs, which some take for the others.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** guarded puts an apostrophe before what would be a formula: spreadsheets then show it as the text that it is. */
export function guarded(field: string): string {
  return formula.test(field) ? `'${field}` : field;
}

/** quoted also quotes a field that begins or ends with a blank, which some programs cut off. */
function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
