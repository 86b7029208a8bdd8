/**
 * The tree of RFC 6962 §2.1, grown leaf by leaf. All that must be remembered is its right edge: the roots of the complete
 * subtrees that the leaves divide into, largest first, one for each 1 in the binary form of the size. Sizes to 2^53 - 1.
 */

import { concatBytes } from "../base/bytes.ts";
import { emptyRoot, type Hash, nodeHash, parseHashBytes } from "./hash.ts";

export type Edge = readonly Hash[];

export const emptyEdge: Edge = [];

/** The root of the leaves [index * 256^level, (index + 1) * 256^level), level 1 or more: one hash of a tile of that level. */
export type SubtreeRoot = { readonly level: number; readonly index: number; readonly hash: Hash };

/** A tree after it grew, and the roots of the 256-ary subtrees that became full on the way, in order. */
export type Grown = { readonly size: number; readonly edge: Edge; readonly roots: readonly SubtreeRoot[] };

/** A tree that grows in place: whoever holds one holds it alone. */
export type GrowingTree = { size: number; readonly edge: Hash[] };

export function growEdge(size: number, edge: Edge, leaves: readonly Hash[]): Grown {
  if (edge.length !== edgeLength(size))
    throw new RangeError(`an edge of ${edge.length} hashes has not the size ${size}`);
  const tree: GrowingTree = { size, edge: [...edge] };
  const roots: SubtreeRoot[] = [];
  for (const leaf of leaves) growLeaf(tree, leaf, roots);
  return { size: tree.size, edge: tree.edge, roots };
}

/** Adds one leaf in place, and to `roots` what became full with it. One new node per leaf on average. */
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

/** The root of the whole tree: the edge folded from its small end. */
export function edgeRoot(edge: Edge): Hash {
  return edge.length === 0 ? emptyRoot : edge.reduceRight((right, left) => nodeHash(left, right));
}

/** The tree hash of leaves, or of the roots of neighbouring subtrees of one size. */
export function rootOf(hashes: readonly Hash[]): Hash {
  return edgeRoot(growEdge(0, emptyEdge, hashes).edge);
}

export function formatEdge(edge: Edge): Uint8Array {
  return concatBytes(...edge);
}

/** The edge of a tree of this size from its concatenated hashes; undefined if they are not as many as it has. */
export function parseEdge(size: number, bytes: Uint8Array): Edge | undefined {
  const hashes = parseHashes(bytes);
  return hashes?.length === edgeLength(size) ? hashes : undefined;
}

/** Concatenated hashes, as an edge or a tile is stored; undefined if the last one is cut. */
export function parseHashes(bytes: Uint8Array): readonly Hash[] | undefined {
  const hashes: Hash[] = [];
  for (let at = 0; at < bytes.length; at += 32) {
    const hash = parseHashBytes(bytes.subarray(at, at + 32));
    if (hash === undefined) return undefined;
    hashes.push(hash);
  }
  return hashes;
}

/** How many ones the binary form of the size has; no 32-bit operators, which would cut it. */
function edgeLength(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
