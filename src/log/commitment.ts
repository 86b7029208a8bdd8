/**
 * Committed fields (FORMAT.md, "Committed fields"). A value that must not stand in the clear stands in the leaf as a commitment,
 * and value and salt are kept off the log. The salt of 32 random bytes prevents a short value from being found by trying all of
 * them. Destroying salt and value erases the value and leaves the log as it is.
 */

import { concatBytes, equalBytes, utf8 } from "../base/bytes.ts";
import { canonicalJson, type Json } from "../base/canonical-json.ts";
import { digest, formatHash, type Hash, parseHash } from "./hash.ts";

/** A committed field as it stands in a leaf: the commitment in 64 hexadecimal digits. */
export type Committed = { readonly sealed: string };

/** Everything that opens a commitment. `path` names the field within the event, so that a value cannot pass for that of another. */
export type Opening = { readonly salt: Uint8Array; readonly path: string; readonly value: Json };

/** commit returns SHA-256("minh-chung/sealed/v1\n" || salt || path || "\n" || RFC 8785 text of the value). */
export function commit({ salt, path, value }: Opening): Hash {
  if (salt.length !== 32) throw new RangeError(`a salt has 32 random bytes, not ${salt.length}`);
  // A path with a newline could be read as a shorter path before a longer value.
  if (path.includes("\n")) throw new RangeError("a field path has no newline");
  return digest(concatBytes(utf8("minh-chung/sealed/v1\n"), salt, utf8(`${path}\n${canonicalJson(value)}`)));
}

export function formatCommitted(commitment: Hash): Committed {
  return { sealed: formatHash(commitment) };
}

/** checkCommitted returns whether the opening has the value, salt and path to which the field commits. */
export function checkCommitted(field: Committed, opening: Opening): boolean {
  const stated = parseHash(field.sealed);
  return stated !== undefined && equalBytes(stated, commit(opening));
}
