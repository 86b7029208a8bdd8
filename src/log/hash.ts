/** The hashes of the log: SHA-256 with the prefixes of RFC 6962 §2.1, so that no leaf can be read as a node. */

import { sha256 } from "#sha256";
import type { Brand } from "../base/brand.ts";
import { bytesToBase64, bytesToHex, parseBase64, parseHex } from "../base/bytes.ts";

export type Hash = Brand<Uint8Array, "hash">;

/** parseHashBytes takes the 32 bytes that a column or a tile holds, and returns undefined for any other length. */
export function parseHashBytes(bytes: Uint8Array): Hash | undefined {
  return isHash(bytes) ? bytes : undefined;
}

function isHash(bytes: Uint8Array): bytes is Hash {
  return bytes.length === 32;
}

/** digest returns the plain SHA-256 of bytes. The caller separates its uses by a label at the beginning of the bytes. */
export function digest(data: Uint8Array): Hash {
  const hash = sha256(data);
  if (!isHash(hash)) throw new Error(`SHA-256 gave ${hash.length} bytes`);
  return hash;
}

// Hashing is synchronous, so one scratch area serves every call. A new array for each leaf would cost more than its hash.
const leafScratch = new Uint8Array(65_536);
const nodeScratch = new Uint8Array(65);
nodeScratch[0] = 1;

/** leafHash returns SHA-256(0x00 || leaf), MTH of one leaf in RFC 6962 §2.1. */
export function leafHash(leaf: Uint8Array): Hash {
  const whole = leaf.length < leafScratch.length ? leafScratch : new Uint8Array(leaf.length + 1);
  whole.set(leaf, 1);
  return digest(whole.subarray(0, leaf.length + 1));
}

/** nodeHash returns SHA-256(0x01 || left || right), RFC 6962 §2.1. */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeScratch.set(left, 1);
  nodeScratch.set(right, 33);
  return digest(nodeScratch);
}

/** The root of the tree of no leaves: the SHA-256 of no bytes (RFC 6962 §2.1). */
export const emptyRoot: Hash = digest(new Uint8Array(0));

export function formatHash(hash: Hash): string {
  return bytesToHex(hash);
}

/** parseHash reads 64 lowercase hexadecimal digits, and returns undefined for any other text. */
export function parseHash(text: string): Hash | undefined {
  const bytes = parseHex(text);
  return bytes && parseHashBytes(bytes);
}

export function formatHashBase64(hash: Hash): string {
  return bytesToBase64(hash);
}

/** parseHashBase64 reads 44 characters of canonical base64, and returns undefined for any other text. */
export function parseHashBase64(text: string): Hash | undefined {
  const bytes = parseBase64(text);
  return bytes && parseHashBytes(bytes);
}
