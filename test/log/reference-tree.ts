/** RFC 6962 §2.1 word for word over node:crypto. It is slow, and src/log/tree.ts and proof.ts are compared with it. */

import { hash } from "node:crypto";
import { type Hash, parseHashBytes } from "../../src/log/hash.ts";

export type Leaves = readonly Hash[];

/** n different leaf hashes. */
export function someLeaves(n: number): Leaves {
  return Array.from({ length: n }, (_, i) => hashed(0, Buffer.from(`leaf ${i}`)));
}

/** MTH(D[n]) over leaf hashes. */
export function treeRoot(leaves: Leaves): Hash {
  const [first] = leaves;
  if (first === undefined) return known(Buffer.from(hash("sha256", "", "hex"), "hex"));
  if (leaves.length === 1) return first;
  const k = split(leaves.length);
  return hashed(1, treeRoot(leaves.slice(0, k)), treeRoot(leaves.slice(k)));
}

/** PATH(m, D[n]). */
export function path(m: number, leaves: Leaves): Leaves {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...path(m, left), treeRoot(right)] : [...path(m - k, right), treeRoot(left)];
}

/** PROOF(m, D[n]), 0 < m <= n. */
export function consistency(m: number, leaves: Leaves): Leaves {
  return subproof(m, leaves, true);
}

function subproof(m: number, leaves: Leaves, b: boolean): Leaves {
  if (m === leaves.length) return b ? [] : [treeRoot(leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  if (m <= k) return [...subproof(m, left, b), treeRoot(right)];
  return [...subproof(m - k, right, false), treeRoot(left)];
}

function split(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}

function hashed(prefix: number, ...parts: readonly Uint8Array[]): Hash {
  return known(Buffer.from(hash("sha256", Buffer.concat([Uint8Array.of(prefix), ...parts]), "binary"), "binary"));
}

function known(bytes: Uint8Array): Hash {
  const parsed = parseHashBytes(new Uint8Array(bytes));
  if (parsed === undefined) throw new Error("a hash has 32 bytes");
  return parsed;
}
