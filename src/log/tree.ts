/** The tree of RFC 6962 §2.1, grown leaf by leaf, for sizes to 2^53 - 1. Only its right edge must be remembered. */

import { concatBytes } from "../base/bytes.ts";
import { emptyRoot, type Hash, nodeHash, parseHashBytes } from "./hash.ts";

/** The roots of the complete subtrees that the leaves divide into, largest first: one for each 1 in the binary size. */
export type Edge = readonly Hash[];

export const emptyEdge: Edge = [];

/** One hash of a tile of level 1 or more: the root of the leaves [index * 256^level, (index + 1) * 256^level). */
export type SubtreeRoot = { readonly level: number; readonly index: number; readonly hash: Hash };

/** A tree after it grew. `roots` are those of the subtrees of 256^level leaves that became full on the way, in order. */
export type Grown = { readonly size: number; readonly edge: Edge; readonly roots: readonly SubtreeRoot[] };

/** A tree that grows in place, and that must therefore have one owner. */
export type GrowingTree = { size: number; readonly edge: Hash[] };

/** growEdge returns the tree of `size` leaves with this edge after the leaves were added. It throws when the edge has another size. */
export function growEdge(size: number, edge: Edge, leaves: readonly Hash[]): Grown {
  if (edge.length !== edgeLength(size))
    throw new RangeError(`an edge of ${edge.length} hashes has not the size ${size}`);
  const tree: GrowingTree = { size, edge: [...edge] };
  const roots: SubtreeRoot[] = [];
  for (const leaf of leaves) growLeaf(tree, leaf, roots);
  return { size: tree.size, edge: tree.edge, roots };
}

/** growLeaf adds a leaf in place, like a carry in binary addition. `roots` receives the roots of completed tiles. */
export function growLeaf(tree: GrowingTree, leaf: Hash, roots: SubtreeRoot[]): void {
  let hash = leaf;
  let index = tree.size;
  for (let height = 1; index % 2 === 1; height++) {
    const left = tree.edge.pop();
    if (left === undefined) throw new Error(`the edge of size ${tree.size} is too short`);
    hash = nodeHash(left, hash);
    index = (index - 1) / 2;
    if (height % 8 === 0) roots.push({ level: height / 8, index, hash });
  }
  tree.edge.push(hash);
  tree.size += 1;
}

/** edgeRoot returns the root of the whole tree: the edge folded from its small end. */
export function edgeRoot(edge: Edge): Hash {
  return edge.length === 0 ? emptyRoot : edge.reduceRight((right, left) => nodeHash(left, right));
}

/** rootOf returns the tree hash MTH of leaf hashes, or of the roots of neighbouring complete subtrees of one size. */
export function rootOf(hashes: readonly Hash[]): Hash {
  return edgeRoot(growEdge(0, emptyEdge, hashes).edge);
}

/** formatEdge concatenates the hashes, as a column of the database holds an edge. */
export function formatEdge(edge: Edge): Uint8Array {
  return concatBytes(...edge);
}

/** parseEdge reads the edge of a tree of this size, and returns undefined if it does not have as many hashes as the bytes hold. */
export function parseEdge(size: number, bytes: Uint8Array): Edge | undefined {
  const hashes = parseHashes(bytes);
  return hashes?.length === edgeLength(size) ? hashes : undefined;
}

/** parseHashes reads concatenated hashes, as an edge or a tile is stored, and returns undefined if the last one is cut. */
export function parseHashes(bytes: Uint8Array): readonly Hash[] | undefined {
  const hashes: Hash[] = [];
  for (let at = 0; at < bytes.length; at += 32) {
    const hash = parseHashBytes(bytes.subarray(at, at + 32));
    if (hash === undefined) return undefined;
    hashes.push(hash);
  }
  return hashes;
}

/** edgeLength returns the number of ones in the binary form of the size. 32-bit operators would cut the size. */
function edgeLength(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
