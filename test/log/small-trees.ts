/** Trees on which proofs are tried exhaustively: all trees up to 100 leaves, and trees of any size whose leaves are equal. */

import { emptyRoot, type Hash, nodeHash } from "../../src/log/hash.ts";
import type { HashOf } from "../../src/log/proof.ts";
import { completeParts } from "../../src/log/span.ts";
import { edgeRoot } from "../../src/log/tree.ts";
import { someLeaves, treeRoot } from "./reference-tree.ts";

export const most = 100;
export const leaves = someLeaves(most + 1);
const roots = Array.from({ length: most + 2 }, (_, size) => treeRoot(leaves.slice(0, size)));
const known = new Map<string, Hash>();

export function leaf(index: number): Hash {
  return leaves[index] ?? emptyRoot;
}

export function root(size: number): Hash {
  return roots[size] ?? emptyRoot;
}

/** hashOf returns hashes of complete subtrees and throws on any other span, which a prover must not ask for. */
export const hashOf: HashOf = (start, end) => {
  checkComplete(start, end);
  const hash = known.get(`${start}-${end}`) ?? treeRoot(leaves.slice(start, end));
  known.set(`${start}-${end}`, hash);
  return hash;
};

function checkComplete(start: number, end: number): void {
  const isComplete = Number.isInteger(Math.log2(end - start)) && start % (end - start) === 0;
  if (!isComplete) throw new Error(`[${start}, ${end}) is not a complete subtree`);
}

export function flip(hash: Hash): Hash {
  const flipped = nodeHash(hash, hash);
  flipped.set(hash);
  flipped[31] = (hash[31] ?? 0) ^ 1;
  return flipped;
}

/** areSame compares lists of hashes, a hundred times faster than `toEqual`. */
export function areSame(a: readonly Hash[], b: readonly Hash[]): boolean {
  return Buffer.compare(Buffer.concat(a), Buffer.concat(b)) === 0;
}

/** spoiled returns the proof with each hash changed, each dropped, two neighbours swapped, and one more at either end. */
export function spoiled(proof: readonly Hash[]): (readonly Hash[])[] {
  return [
    ...proof.map((hash, at) => proof.with(at, flip(hash))),
    ...proof.map((_, at) => proof.toSpliced(at, 1)),
    ...proof.slice(1).map((hash, at) => proof.toSpliced(at, 2, hash, proof[at] ?? hash)),
    [...proof, emptyRoot],
    [emptyRoot, ...proof],
  ];
}

/** The root of 2^n leaves that are all `emptyRoot`, by n. */
export const uniformRoots: Hash[] = [emptyRoot];
for (let i = 0; i < 53; i++) uniformRoots.push(nodeHash(uniformRoots[i] ?? emptyRoot, uniformRoots[i] ?? emptyRoot));

/** uniformHashOf needs only the height of a subtree, because all leaves are equal. */
export const uniformHashOf: HashOf = (start, end) => {
  checkComplete(start, end);
  return uniformRoots[Math.log2(end - start)] ?? emptyRoot;
};

export function uniformRoot(size: number): Hash {
  return edgeRoot(completeParts({ start: 0, end: size }).map((part) => uniformHashOf(part.start, part.end)));
}
