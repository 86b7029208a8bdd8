/**
 * The tree of an audit. It grows like any tree (tree.ts), and goes on where a leaf hash is unknown or in doubt, so that a
 * fault in one leaf is not counted again at every root above it.
 */

import { equalBytes } from "../base/bytes.ts";
import type { Hash } from "./hash.ts";
import { type Edge, edgeRoot, type GrowingTree, growLeaf, type SubtreeRoot } from "./tree.ts";
import { noPrev } from "./entry.ts";

export type AuditTree = GrowingTree & {
  /** `levels[l - 1]` holds the subtree roots of level l; undefined where a leaf below has an unknown hash. */
  readonly levels: (Hash | undefined)[][];
  /** The last leaf whose hash is unknown since the edge was known; -1 if there is none. */
  hole: number;
  /** The last leaf, while it is open which of two hashes it has. */
  doubt: Doubt | undefined;
};

type Doubt = {
  /** The hash that the leaf has if the one in the tree is wrong. */
  readonly other: Hash;
  /** The edge before the leaf, and the levels whose last root came with it. */
  readonly edge: Edge;
  readonly levels: readonly number[];
};

export function openAuditTree(): AuditTree {
  return { size: 0, edge: [], levels: [], hole: -1, doubt: undefined };
}

/** addLeaf adds a leaf. With `other` the leaf is in doubt: its hash is `hash` unless `other` is shown to be right. */
export function addLeaf(tree: AuditTree, hash: Hash, other?: Hash): void {
  const before = other && [...tree.edge];
  const roots: SubtreeRoot[] = [];
  growLeaf(tree, hash, roots);
  for (const { level, index, hash: root } of roots) {
    tree.levels[level - 1] ??= [];
    tree.levels[level - 1]?.push(tree.hole >= index * 256 ** level ? undefined : root);
  }
  tree.doubt = other && before && { other, edge: before, levels: roots.map(({ level }) => level) };
}

/** addUnknown adds a leaf whose hash nobody knows. */
export function addUnknown(tree: AuditTree): void {
  tree.hole = tree.size;
  addLeaf(tree, noPrev);
}

/** settleDoubt takes the other hash of the last leaf. */
export function settleDoubt(tree: AuditTree): void {
  if (tree.doubt === undefined) return;
  const { other, edge, levels } = tree.doubt;
  for (const level of levels) tree.levels[level - 1]?.pop();
  tree.edge.splice(0, tree.edge.length, ...edge);
  tree.size -= 1;
  addLeaf(tree, other);
}

/** knowsRoot returns whether the root of the tree is known. */
export function knowsRoot({ hole }: AuditTree): boolean {
  return hole < 0;
}

/** hasRoot compares the root, and settles a doubt by it: a signed root says which of two leaf hashes was signed. */
export function hasRoot(tree: AuditTree, root: Hash): boolean {
  if (equalBytes(edgeRoot(tree.edge), root)) return true;
  if (tree.doubt === undefined) return false;
  const { other, edge } = tree.doubt;
  const settled: GrowingTree = { size: tree.size - 1, edge: [...edge] };
  growLeaf(settled, other, []);
  if (!equalBytes(edgeRoot(settled.edge), root)) return false;
  settleDoubt(tree);
  return true;
}

/** resumeAt goes on from an edge of this size whose root was signed, whatever was wrong or unknown below it. */
export function resumeAt(tree: AuditTree, edge: Edge): void {
  tree.edge.splice(0, tree.edge.length, ...edge);
  tree.hole = -1;
  tree.doubt = undefined;
}
