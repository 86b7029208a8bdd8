/** Texts of the read models, which hold days, ids and codes as text, written for people. */

import { parseDay } from "../../base/day.ts";
import { formatDay } from "./day-text.ts";

export function dayText(text: string | undefined): string {
  const day = parseDay(text);
  return day === undefined ? (text ?? "") : formatDay(day);
}

/** wordOf returns the code itself when it has no words. */
export function wordOf(words: Readonly<Record<string, string>>, code: string | undefined): string {
  if (code === undefined) return "";
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** The first 8 digits of an id tell two apart on one page. */
export function short(id: string): string {
  return id.slice(0, 8);
}
