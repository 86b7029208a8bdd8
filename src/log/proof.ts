/**
 * Inclusion, consistency and range proofs over the tree of RFC 6962 §2.1, for sizes to 2^53 - 1. A range proof shows
 * that a run of leaves stands in the tree; the range proof of one leaf is its inclusion proof. A proof is a list of
 * subtree roots (span.ts). A check descends the tree along the same subtrees, takes the next hash of the proof wherever
 * the prover had to supply one, and hashes upwards. The party being checked supplies its input, so it never throws.
 */

import { equalBytes } from "../base/bytes.ts";
import { emptyRoot, type Hash, nodeHash } from "./hash.ts";
import {
  areApart,
  completeParts,
  consistencySpans,
  halves,
  inclusionSpans,
  isOrder,
  isRange,
  rangeSpans,
  type Span,
  subtreesOf,
} from "./span.ts";
import { edgeRoot } from "./tree.ts";

/** A HashOf returns the hash of the complete subtree of the leaves [start, end). */
export type HashOf = (start: number, end: number) => Hash;

type Claim = { readonly size: number; readonly proof: readonly Hash[]; readonly root: Hash };
export type InclusionClaim = Claim & { readonly index: number; readonly leaf: Hash };
export type RangeClaim = Claim & { readonly start: number; readonly leaves: readonly Hash[] };

export type ConsistencyClaim = {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Hash;
  readonly newRoot: Hash;
  readonly proof: readonly Hash[];
};

/** proveInclusion returns the proof that the tree of `size` leaves contains leaf `index`: PATH(index, D[size]), RFC 6962 §2.1.1. */
export function proveInclusion(index: number, size: number, hashOf: HashOf): readonly Hash[] {
  return hashesOf(inclusionSpans(index, size), hashOf);
}

/** proveRange returns the proof that the tree of `size` leaves contains the leaves of the range: RANGE in FORMAT.md, "Tree". */
export function proveRange(range: Span, size: number, hashOf: HashOf): readonly Hash[] {
  return hashesOf(rangeSpans(range, size), hashOf);
}

/** proveConsistency proves that the new tree begins with the old one: PROOF(oldSize, D[newSize]), RFC 6962 §2.1.2. */
export function proveConsistency(oldSize: number, newSize: number, hashOf: HashOf): readonly Hash[] {
  return hashesOf(consistencySpans(oldSize, newSize), hashOf);
}

/** foldSpans returns the proof made of `spans`, given the hashes of `subtreesOf(spans)` in that order. */
export function foldSpans(spans: readonly Span[], hashes: readonly Hash[]): readonly Hash[] {
  const source = hashes.values();
  const proof = spans.map((span) => edgeRoot(completeParts(span).map(() => take(source))));
  if (source.next().done !== true) throw new RangeError("more hashes than the proof has subtrees");
  return proof;
}

/** checkInclusion returns whether the proof shows that the tree with this size and root has the hash `leaf` at `index`. */
export function checkInclusion({ index, leaf, ...claim }: InclusionClaim): boolean {
  return checkRange({ start: index, leaves: [leaf], ...claim });
}

/** checkRange returns whether the proof shows that the tree with this size and root has the hashes `leaves` from `start` on. */
export function checkRange({ start, size, leaves, proof, root }: RangeClaim): boolean {
  const range = { start, end: start + leaves.length };
  if (!isRange(range, size) || rangeSpans(range, size).length !== proof.length) return false;
  const rebuilt = rebuildRange({ range, leaves, source: proof.values() }, { start: 0, end: size });
  return equalBytes(rebuilt, root);
}

/** checkConsistency returns whether the proof shows that the new tree begins with the leaves of the old tree. */
export function checkConsistency({ oldSize, newSize, oldRoot, newRoot, proof }: ConsistencyClaim): boolean {
  if (!isOrder(oldSize, newSize) || consistencySpans(oldSize, newSize).length !== proof.length) return false;
  if (newSize === 0 && !equalBytes(newRoot, emptyRoot)) return false;
  // Every tree extends the tree of no leaves: there is nothing to rebuild.
  if (oldSize === 0) return equalBytes(oldRoot, emptyRoot);
  const rebuilt = rebuildBoth({ oldSize, oldRoot, source: proof.values() }, { start: 0, end: newSize }, true);
  return equalBytes(rebuilt.old, oldRoot) && equalBytes(rebuilt.new, newRoot);
}

/** take returns the next hash of the proof. The checks count the hashes beforehand, so running out of them is a fault of ours. */
function take(source: Iterator<Hash>): Hash {
  const next = source.next();
  if (next.done === true) throw new RangeError("fewer hashes than the proof has parts");
  return next.value;
}

function hashesOf(spans: readonly Span[], hashOf: HashOf): readonly Hash[] {
  const hashes = subtreesOf(spans).map(({ start, end }) => hashOf(start, end));
  return foldSpans(spans, hashes);
}

type RangeParts = { readonly range: Span; readonly leaves: readonly Hash[]; readonly source: Iterator<Hash> };

/** rebuildRange rebuilds the half with leaves of the range first, as the proof lists the deepest subtrees first. */
function rebuildRange(parts: RangeParts, tree: Span): Hash {
  if (tree.end - tree.start === 1) return leafAt(parts, tree.start);
  const [left, right] = halves(tree);
  if (areApart(parts.range, right)) return nodeHash(rebuildRange(parts, left), take(parts.source));
  if (!areApart(parts.range, left)) return nodeHash(rebuildRange(parts, left), rebuildRange(parts, right));
  const rightRoot = rebuildRange(parts, right);
  return nodeHash(take(parts.source), rightRoot);
}

function leafAt({ range, leaves }: RangeParts, index: number): Hash {
  const leaf = leaves[index - range.start];
  if (leaf === undefined) throw new RangeError(`no leaf ${index} in the range`);
  return leaf;
}

type Roots = { readonly old: Hash; readonly new: Hash };
type ConsistencyParts = { readonly oldSize: number; readonly oldRoot: Hash; readonly source: Iterator<Hash> };

/**
 * rebuildBoth returns the old and the new root of a subtree in which the old tree ends, as SUBPROOF of RFC 6962 §2.1.2
 * descends. Where the old tree ends with the subtree both roots are one: the old root if `known`, else the next hash.
 */
function rebuildBoth(parts: ConsistencyParts, tree: Span, known: boolean): Roots {
  if (parts.oldSize === tree.end) {
    const same = known ? parts.oldRoot : take(parts.source);
    return { old: same, new: same };
  }
  const [left, right] = halves(tree);
  if (parts.oldSize <= left.end) {
    const roots = rebuildBoth(parts, left, known);
    return { old: roots.old, new: nodeHash(roots.new, take(parts.source)) };
  }
  const roots = rebuildBoth(parts, right, false);
  const leftRoot = take(parts.source);
  return { old: nodeHash(leftRoot, roots.old), new: nodeHash(leftRoot, roots.new) };
}
