/**
 * Computes proofs about the tree from the hashes that the store keeps. The hashes of one tile are asked for once,
 * however many subtrees of a proof lie in it: c2sp.org/tlog-tiles keeps 256 hashes together for the same reason.
 */

import type { Hash } from "../../log/hash.ts";
import {
  checkInclusion,
  foldSpans,
  type HashOf,
  proveConsistency,
  proveInclusion,
  proveRange,
} from "../../log/proof.ts";
import { consistencySpans, inclusionSpans, rangeSpans, type Span, subtreesOf } from "../../log/span.ts";
import { tileRowsOf, tileWidth } from "../../log/tile.ts";
import { rootOf } from "../../log/tree.ts";
import type { LogReader } from "../ports.ts";

export async function inclusionProof(
  index: number,
  size: number,
  log: Pick<LogReader, "hashes">,
): Promise<readonly Hash[]> {
  return proveInclusion(index, size, await readSubtrees(inclusionSpans(index, size), log));
}

export async function rangeProof(range: Span, size: number, log: Pick<LogReader, "hashes">): Promise<readonly Hash[]> {
  return proveRange(range, size, await readSubtrees(rangeSpans(range, size), log));
}

export async function consistencyProof(
  from: number,
  to: number,
  log: Pick<LogReader, "hashes">,
): Promise<readonly Hash[]> {
  return proveConsistency(from, to, await readSubtrees(consistencySpans(from, to), log));
}

interface Included {
  readonly index: number;
  readonly leaf: Hash;
}

/** Tells whether the leaves stand in the tree of this size and root. */
export async function areIncluded(
  leaves: readonly Included[],
  { size, root }: { readonly size: number; readonly root: Hash | undefined },
  log: Pick<LogReader, "hashes">,
): Promise<boolean> {
  if (root === undefined) return false;
  const hashOf = await readSubtrees(
    leaves.flatMap(({ index }) => inclusionSpans(index, size)),
    log,
  );
  return leaves.every(({ index, leaf }) =>
    checkInclusion({ index, leaf, size, root, proof: proveInclusion(index, size, hashOf) }),
  );
}

/** Computes the tree hash of the first `size` leaves. */
export async function rootAt(size: number, log: Pick<LogReader, "hashes">): Promise<Hash> {
  const whole = [{ start: 0, end: size }];
  const hashOf = await readSubtrees(whole, log);
  const [root] = foldSpans(
    whole,
    subtreesOf(whole).map(({ start, end }) => hashOf(start, end)),
  );
  if (root === undefined) throw new Error(`a tree of ${size} leaves has no root`);
  return root;
}

interface Run {
  readonly level: number;
  start: number;
  end: number;
  hashes: readonly Hash[];
}

/** Reads every hash that the spans are folded from, with one query for each tile that they touch. */
async function readSubtrees(spans: readonly Span[], log: Pick<LogReader, "hashes">): Promise<HashOf> {
  const runs = new Map<string, Run>();
  for (const subtree of subtreesOf(spans)) widen(runs, subtree);
  await Promise.all(
    [...runs.values()].map(async (run) => {
      run.hashes = await log.hashes(run.level, run.start, run.end);
    }),
  );
  return (start, end) => {
    const rows = tileRowsOf({ start, end });
    const run = runs.get(tileOf(rows));
    const hashes = run?.hashes.slice(rows.start - run.start, rows.end - run.start);
    if (hashes?.length !== rows.end - rows.start)
      throw new Error(`hashes of [${start}, ${end}) are missing in the store`);
    return rootOf(hashes);
  };
}

function widen(runs: Map<string, Run>, subtree: Span): void {
  const { level, start, end } = tileRowsOf(subtree);
  const name = tileOf({ level, start });
  const run = runs.get(name);
  if (run === undefined) runs.set(name, { level, start, end, hashes: [] });
  else Object.assign(run, { start: Math.min(run.start, start), end: Math.max(run.end, end) });
}

/** A complete subtree never crosses the border of a tile. */
function tileOf({ level, start }: { readonly level: number; readonly start: number }): string {
  return `${level}/${Math.floor(start / tileWidth)}`;
}
