/** Rows of the read models name days, ids and codes as texts; the screens write them for people. */

import { parseDay } from "../../base/day.ts";
import { formatDay } from "./day-text.ts";

export function dayText(text: string | undefined): string {
  const day = parseDay(text);
  return day === undefined ? (text ?? "") : formatDay(day);
}

/** A code of a row in words; a code without words is shown as it is. */
export function wordOf(words: Readonly<Record<string, string>>, code: string | undefined): string {
  if (code === undefined) return "";
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** Enough of an id to tell two apart on one page. */
export function short(id: string): string {
  return id.slice(0, 8);
}
