/** Receipts of what was sealed together, made from the batch alone: the same batch always gives the same bytes. */

import { parseUtf8 } from "../base/bytes.ts";
import { wrapEvent } from "./entry.ts";
import { type Hash, nodeHash } from "./hash.ts";
import { type HashOf, proveInclusion, proveRange } from "./proof.ts";
import { formatProofFile, formatRangeFile } from "./proof-file.ts";
import { completeParts } from "./span.ts";

export interface PlacedEvent {
  readonly index: number;
  readonly prev: Hash;
  readonly body: Uint8Array;
}

/** The events of one recording in the log, with what their receipts need: the batch that sealed them. */
export interface Placement {
  readonly entries: readonly PlacedEvent[];
  readonly start: number;
  readonly size: number;
  readonly edgeBefore: readonly Hash[];
  /** The hashes of all leaves [start, size) of the batch. */
  readonly leaves: readonly Hash[];
  readonly note: Uint8Array;
}

export interface EntryReceipt {
  readonly leaf: Uint8Array;
  readonly hash: Hash;
  /** The text of a proof file. */
  readonly receipt: string;
}

/** Makes a receipt for each entry. */
export function entryReceipts(placement: Placement): readonly EntryReceipt[] {
  const hashOf = hashesOf(placement);
  const checkpoint = parseUtf8(placement.note);
  return placement.entries.map(({ body, index, prev }) => ({
    leaf: wrapEvent({ event: body, index, prev }),
    hash: leafOf(placement, index),
    receipt: formatProofFile({ index, proof: proveInclusion(index, placement.size, hashOf), checkpoint }),
  }));
}

export interface RangeReceipt {
  readonly start: number;
  readonly end: number;
  /** The hash of the entry before: with it, the events alone make every leaf of the range. */
  readonly prev: Hash;
  /** The text of a range proof file. */
  readonly receipt: string;
}

/** Makes one receipt for all entries: what one command recorded is sealed as one run of entries. */
export function rangeReceipt(placement: Placement): RangeReceipt {
  const [first] = placement.entries;
  if (first === undefined) throw new Error("a recording has at least one entry");
  const range = { start: first.index, end: first.index + placement.entries.length };
  if (placement.entries.at(-1)?.index !== range.end - 1) throw new Error("the entries of one command are not one run");
  const proof = proveRange(range, placement.size, hashesOf(placement));
  const receipt = formatRangeFile({ ...range, proof, checkpoint: parseUtf8(placement.note) });
  return { ...range, prev: first.prev, receipt };
}

function leafOf({ leaves, start }: Placement, index: number): Hash {
  const hash = leaves[index - start];
  if (hash === undefined) throw new RangeError(`leaf ${index} is not in the batch that began at ${start}`);
  return hash;
}

/**
 * Computes the hashes that a proof of a leaf of this batch asks for. A subtree to the left of the batch is always a
 * root of the edge: its neighbour holds a leaf of the batch, so nothing larger is complete.
 */
function hashesOf(placement: Placement): HashOf {
  const known = hashesByBatch.get(placement.leaves) ?? makeHashes(placement);
  hashesByBatch.set(placement.leaves, known);
  return known;
}

const hashesByBatch = new WeakMap<readonly Hash[], HashOf>();

function makeHashes({ start, edgeBefore, leaves }: Placement): HashOf {
  const known = edgeSpans(start, edgeBefore);
  const hashOf: HashOf = (from, to) => {
    const name = `${from}-${to}`;
    const hash = known.get(name) ?? compute(from, to);
    known.set(name, hash);
    return hash;
  };
  const compute = (from: number, to: number): Hash => {
    const leaf = to - from === 1 ? leaves[from - start] : undefined;
    if (leaf !== undefined) return leaf;
    if (to <= start || to - from <= 1)
      throw new RangeError(`[${from}, ${to}) is not on the edge of a tree of ${start}`);
    const middle = from + (to - from) / 2;
    return nodeHash(hashOf(from, middle), hashOf(middle, to));
  };
  return hashOf;
}

function edgeSpans(size: number, edge: readonly Hash[]): Map<string, Hash | undefined> {
  const parts = completeParts({ start: 0, end: size });
  return new Map(parts.map(({ start, end }, i) => [`${start}-${end}`, edge[i]]));
}
