/** JSON values of unknown shape, such as those of the party that is being checked: parse, look up a member, compare. */

import { parseUtf8 } from "./bytes.ts";

/** parseJson returns undefined, which is no JSON value, when the bytes are not JSON in UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(parseUtf8(bytes));
  } catch {
    return undefined;
  }
}

/** fieldOf returns the member of this name, or undefined when the value is no object or has no such member of its own. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.entries(value).find(([each]) => each === name)?.[1];
}

/** isSameJson compares two JSON values; the order of names within an object does not matter. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [inA, inB] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return inA.size === inB.size && [...inA].every(([name, value]) => inB.has(name) && isSameJson(value, inB.get(name)));
}
