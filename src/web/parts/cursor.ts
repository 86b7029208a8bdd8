/** Cursors of lists that are sorted by day: "<day>~<key>" of the last row shown, from which the list is read on. */

import { parseDay } from "../../base/day.ts";

/** cursorIn returns undefined for a text that is no cursor of ours: anybody can write a link (frame/asked-query.tsx refuses it). */
export function cursorIn(text: string | undefined, key: RegExp): string | undefined {
  const [day, at, more] = text?.split("~") ?? [];
  return parseDay(day) !== undefined && at !== undefined && key.test(at) && more === undefined ? text : undefined;
}

export const idKey = /^[0-9a-f]{32}$/;
/** The key of a time limit: rule, starting act, subject. */
export const deadlineKey = /^[A-Z0-9_]+\/[0-9a-f]{32}\/[0-9a-f]{32}$/;
