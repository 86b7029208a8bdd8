/**
 * XLSX: days and numbers are typed, so that a spreadsheet sorts and adds them; a text is a text, whatever it begins with. The rows are
 * compressed as they come, and no more of them than a page is in memory.
 */

import { writeXlsxStream } from "hucre/xlsx";
import { parseDay } from "../../base/day.ts";
import type { Kind, Value } from "./columns.ts";
import { type Contents, type Format, shownColumns } from "./format.ts";
import { headLines } from "./head-lines.ts";

export const xlsx: Format = {
  ending: "xlsx",
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  write: writeXlsx,
};

type Cell = string | number | Date | null;

/** The width of a column in characters, by what it holds: a day needs 10, a name of an office some 30. */
const widths: Readonly<Record<Kind, number>> = { day: 12, number: 10, text: 28 };

async function* writeXlsx(contents: Contents): AsyncGenerator<Uint8Array, void> {
  const shown = shownColumns(contents.columns);
  const bytes = writeXlsxStream(rowsOf(contents), {
    name: "Danh sách",
    columns: shown.map(({ kind }) => ({ width: widths[kind], ...(kind === "day" ? { numFmt: "dd/mm/yyyy" } : {}) })),
    // The heads of the columns stay in sight, and with them what the list is.
    freezePane: { rows: headLines(contents.head).length + 1 },
  }).getReader();
  try {
    for (let piece = await bytes.read(); !piece.done; piece = await bytes.read()) yield piece.value;
  } finally {
    await bytes.cancel();
  }
}

async function* rowsOf({ head, columns, pages }: Contents): AsyncGenerator<Cell[]> {
  const shown = shownColumns(columns);
  for (const line of headLines(head)) yield line.map(escaped);
  yield shown.map((column) => escaped(column.head));
  for await (const page of pages)
    for (const values of page) yield shown.map(({ at, kind }) => cellOf(values[at], kind));
}

function cellOf(value: Value, kind: Kind): Cell {
  if (value === undefined) return null;
  if (typeof value === "number") return value;
  const day = kind === "day" ? parseDay(value) : undefined;
  return day === undefined ? escaped(value) : new Date(`${day}T00:00:00Z`);
}

/** escaped keeps a text that looks like an escape of SpreadsheetML, such as _x0041_, from being read as the sign it stands for. */
function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
