/** RFC 8785 (JSON Canonicalization Scheme), narrowed: safe integers only, no lone surrogates. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The one text of a value. Throws on a fraction, a number beyond 2^53, a lone surrogate: these never reach the log. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "string") return canonicalString(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  return canonicalObject(value);
}

function isArray(value: readonly Json[] | { readonly [name: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}

function canonicalNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  return String(value === 0 ? 0 : value);
}

/** JSON.stringify escapes exactly as RFC 8785 §3.2.2.2 asks, except lone surrogates, which it hides. */
function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new RangeError("a lone surrogate has no canonical form");
  return JSON.stringify(value);
}

/** Names in the order of their UTF-16 code units (RFC 8785 §3.2.3), which is how JavaScript compares strings. */
function canonicalObject(value: { readonly [name: string]: Json }): string {
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${canonicalString(name)}:${canonicalJson(value[name] ?? null)}`).join(",")}}`;
}
