/**
 * The hashes of the log: SHA-256 with the prefixes of RFC 6962 §2.1, which keep a leaf from being read as a node.
 * A `Hash` is 32 bytes; it is written in hexadecimal in leaves and in base64 in checkpoints and proof files.
 */

import { sha256 } from "#sha256";
import type { Brand } from "../base/brand.ts";
import { bytesToBase64, bytesToHex, parseBase64, parseHex } from "../base/bytes.ts";

export type Hash = Brand<Uint8Array, "hash">;

/** 32 raw bytes, as a column or a tile holds them; undefined for any other length. */
export function parseHashBytes(bytes: Uint8Array): Hash | undefined {
  return isHash(bytes) ? bytes : undefined;
}

function isHash(bytes: Uint8Array): bytes is Hash {
  return bytes.length === 32;
}

/** The plain SHA-256 of some bytes. Whoever calls it separates domains with a label of their own. */
export function digest(data: Uint8Array): Hash {
  const hash = sha256(data);
  if (!isHash(hash)) throw new Error(`SHA-256 gave ${hash.length} bytes`);
  return hash;
}

// Hashing is synchronous, so that one scratch area serves every call: a new array for each leaf costs more than its hash.
const leafScratch = new Uint8Array(65_536);
const nodeScratch = new Uint8Array(65);
nodeScratch[0] = 1;

/** SHA-256(0x00 || leaf). */
export function leafHash(leaf: Uint8Array): Hash {
  const whole = leaf.length < leafScratch.length ? leafScratch : new Uint8Array(leaf.length + 1);
  whole.set(leaf, 1);
  return digest(whole.subarray(0, leaf.length + 1));
}

/** SHA-256(0x01 || left || right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeScratch.set(left, 1);
  nodeScratch.set(right, 33);
  return digest(nodeScratch);
}

/** The root of the tree of no leaves: SHA-256 of nothing. */
export const emptyRoot: Hash = digest(new Uint8Array(0));

export function formatHash(hash: Hash): string {
  return bytesToHex(hash);
}

/** 64 lowercase hexadecimal digits; undefined for anything else. */
export function parseHash(text: string): Hash | undefined {
  const bytes = parseHex(text);
  return bytes && parseHashBytes(bytes);
}

export function formatHashBase64(hash: Hash): string {
  return bytesToBase64(hash);
}

/** 44 characters of canonical base64; undefined for anything else. */
export function parseHashBase64(text: string): Hash | undefined {
  const bytes = parseBase64(text);
  return bytes && parseHashBytes(bytes);
}
