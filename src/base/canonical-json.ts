/** RFC 8785 (JSON Canonicalization Scheme), narrowed to safe integers and to strings without lone surrogates. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** canonicalJson throws on a fraction, a number beyond 2^53 and a lone surrogate, which programs write differently. */
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

/** canonicalString refuses lone surrogates, which JSON.stringify escapes; all else it writes as RFC 8785 §3.2.2.2 asks. */
function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new RangeError("a lone surrogate has no canonical form");
  return JSON.stringify(value);
}

/** canonicalObject sorts names by their UTF-16 code units (RFC 8785 §3.2.3), which is how JavaScript compares strings. */
function canonicalObject(value: { readonly [name: string]: Json }): string {
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${canonicalString(name)}:${canonicalJson(value[name] ?? null)}`).join(",")}}`;
}
