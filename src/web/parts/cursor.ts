/** Where a list that goes by days is read on: "<day>~<key>" of its last row. */

import { parseDay } from "../../base/day.ts";

export function cursorOf(row: { readonly day: string; readonly key: string } | undefined): string | undefined {
  return row && `${row.day}~${row.key}`;
}

/** Whoever made the link chose it: what is no cursor of ours begins the list anew. */
export function cursorIn(text: string | undefined, key: RegExp): string | undefined {
  const [day, at, more] = text?.split("~") ?? [];
  return parseDay(day) !== undefined && at !== undefined && key.test(at) && more === undefined ? text : undefined;
}

export const idKey = /^[0-9a-f]{32}$/;
/** Of a time limit: rule, starting act, subject. */
export const deadlineKey = /^[A-Z0-9_]+\/[0-9a-f]{32}\/[0-9a-f]{32}$/;
