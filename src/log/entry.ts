/** The leaf wraps an event with index and hash before it, without serialising it a second time (FORMAT.md, "Leaf"). */

import { concatBytes, utf8 } from "../base/bytes.ts";
import { formatHash, type Hash, parseHashBytes } from "./hash.ts";
import { hexDigit, isDigit, readDecimal, skipBytes } from "./json-scanner.ts";

/** An entry of the log. `prev` is the leaf hash of the entry before it, and `noPrev` in entry 0. */
export type Entry = { readonly event: Uint8Array; readonly index: number; readonly prev: Hash };

/** The longest leaf: an entry bundle has 16 bits for its length (c2sp.org/tlog-tiles). */
export const maxLeafBytes = 65_535;

/** The longest event: what a leaf has left for it when the index has all of its 16 digits. */
export const maxEventBytes = 65_426;

/** The hash that entry 0 names as that of the entry before it: 32 zero bytes. */
export const noPrev: Hash = zeroHash();

const before = utf8('{"event":');
const beforeIndex = utf8(',"index":');
const beforePrev = utf8(',"prev":"');
const after = utf8('"}');

/** wrapEvent returns the bytes of the leaf. It throws on an event that is too long, which recording must have refused. */
export function wrapEvent({ event, index, prev }: Entry): Uint8Array {
  if (event.length > maxEventBytes) throw new RangeError(`an event of ${event.length} bytes cannot be sealed`);
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`not an index: ${index}`);
  return concatBytes(before, event, beforeIndex, utf8(String(index)), beforePrev, utf8(formatHash(prev)), after);
}

/**
 * parseEntry returns the entry that wrapEvent makes into exactly these bytes, or undefined if there is none. It reads
 * from the end, where every length is known, so that nothing inside the event can pass for the index.
 */
export function parseEntry(leaf: Uint8Array): Entry | undefined {
  const prevAt = leaf.length - after.length - 64;
  const indexEnd = prevAt - beforePrev.length;
  const indexAt = digitsBefore(leaf, indexEnd);
  const eventEnd = indexAt - beforeIndex.length;
  const isWrapped =
    skipBytes(leaf, 0, before) >= 0 &&
    skipBytes(leaf, eventEnd, beforeIndex) === indexAt &&
    skipBytes(leaf, indexEnd, beforePrev) === prevAt &&
    skipBytes(leaf, prevAt + 64, after) === leaf.length;
  const index = readDecimal(leaf, indexAt, indexEnd);
  const prev = parsePrev(leaf, prevAt);
  const eventBytes = eventEnd - before.length;
  if (!isWrapped || index < 0 || prev === undefined || eventBytes < 0 || eventBytes > maxEventBytes) return undefined;
  return { event: leaf.subarray(before.length, eventEnd), index, prev };
}

function zeroHash(): Hash {
  const hash = parseHashBytes(new Uint8Array(32));
  if (hash === undefined) throw new Error("a hash has 32 bytes");
  return hash;
}

function digitsBefore(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > 0 && isDigit(bytes[at - 1] ?? 0)) at--;
  return at;
}

function parsePrev(bytes: Uint8Array, at: number): Hash | undefined {
  const prev = new Uint8Array(32);
  for (let i = 0; i < 32; i++) {
    const high = hexDigit(bytes[at + 2 * i] ?? 0);
    const low = hexDigit(bytes[at + 2 * i + 1] ?? 0);
    if (high < 0 || low < 0) return undefined;
    prev[i] = high * 16 + low;
  }
  return parseHashBytes(prev);
}
