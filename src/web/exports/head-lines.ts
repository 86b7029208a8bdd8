/** The head of an export for people: each line a name and what it is. */

import { mostCounted } from "../../service/views.ts";
import { formatInstant } from "../parts/day-text.ts";
import { countWords } from "../words/lists.ts";
import type { ExportHead } from "./format.ts";

export function headLines({ title, asOf, filter, total, log }: ExportHead): readonly (readonly [string, string])[] {
  return [
    ["Danh sách", title],
    ["Tính đến", formatInstant(asOf)],
    ["Bộ lọc", filter.length === 0 ? "không lọc" : filterWords(filter)],
    ["Số dòng", countWords(total)],
    ["Nhật ký", logWords(log)],
  ];
}

/** The root stands behind words, because it may begin with a sign that a spreadsheet takes for a formula. */
function logWords({ size, root }: ExportHead["log"]): string {
  const entries = `${size.toLocaleString("vi-VN")} mục`;
  return root === undefined ? entries : `${entries}, gốc ${root}`;
}

export function filterWords(filter: ExportHead["filter"]): string {
  return filter.map(({ label, words }) => `${label}: ${words}`).join("; ");
}

/** exactTotal returns undefined where the count stopped before the end. */
export function exactTotal(total: number): number | undefined {
  return total > mostCounted ? undefined : total;
}
