/** JSON from the one who is being checked: anything, or nothing. */

import { parseUtf8 } from "./bytes.ts";

/** undefined: it is not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(parseUtf8(bytes));
  } catch {
    // undefined is no JSON value: it says so.
    return undefined;
  }
}

export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.entries(value).find(([each]) => each === name)?.[1];
}
