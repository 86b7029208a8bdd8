/**
 * Sealed fields: what may not stand in the clear in a leaf stands there as a commitment, and value and salt are kept
 * off the log. The salt of 32 random bytes keeps a short value from being found by guessing; destroying it and the
 * value erases them without touching the log. FORMAT.md, "Sealed fields".
 */

import { concatBytes, equalBytes, utf8 } from "../base/bytes.ts";
import { canonicalJson, type Json } from "../base/canonical-json.ts";
import { digest, formatHash, type Hash, parseHash } from "./hash.ts";

/** What a leaf shows of a sealed field: 64 hexadecimal digits. */
export type Committed = { readonly sealed: string };

/** What opens a commitment. The path names the field inside the event, so that values cannot be moved between fields. */
export type Opening = { readonly salt: Uint8Array; readonly path: string; readonly value: Json };

/** SHA-256("minh-chung/sealed/v1\n" || salt || path || "\n" || RFC 8785 text of the value). */
export function commit({ salt, path, value }: Opening): Hash {
  if (salt.length !== 32) throw new RangeError(`a salt has 32 random bytes, not ${salt.length}`);
  // A path with a newline could be read as a shorter path before a longer value.
  if (path.includes("\n")) throw new RangeError("a field path has no newline");
  return digest(concatBytes(utf8("minh-chung/sealed/v1\n"), salt, utf8(`${path}\n${canonicalJson(value)}`)));
}

export function formatCommitted(commitment: Hash): Committed {
  return { sealed: formatHash(commitment) };
}

/** Whether this value and salt are what was sealed at this path. */
export function checkCommitted(field: Committed, opening: Opening): boolean {
  const stated = parseHash(field.sealed);
  return stated !== undefined && equalBytes(stated, commit(opening));
}
