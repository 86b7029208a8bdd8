/**
 * The answer to a command: its sealed entries, each with a proof file (C2SP tlog-proof) that a foreign program can check.
 * Built from the log alone, so a repeat of the request gives the same bytes, after a crash and from another instance.
 */

import { parseUtf8 } from "../../base/bytes.ts";
import { formatProofFile, formatRangeFile } from "../../log/proof-file.ts";
import { wrapEvent } from "../../log/entry.ts";
import { formatHash, type Hash, nodeHash } from "../../log/hash.ts";
import { type HashOf, proveInclusion, proveRange } from "../../log/proof.ts";
import type { PlacedEvent, Placement } from "../ports.ts";

/** Above this many entries an answer is one range with one proof. */
const single = 64;

/** The answer's JSON text. An entry stands in it verbatim, as the log holds it. */
export function formatAnswer(placement: Placement): string {
  const { entries } = placement;
  return entries.length <= single ? formatEntries(placement) : formatRange(placement);
}

function formatEntries(placement: Placement): string {
  const hashOf = hashesOf(placement);
  const entries = placement.entries.map((entry) => {
    const proof = proveInclusion(entry.index, placement.size, hashOf);
    const receipt = formatProofFile({ index: entry.index, proof, checkpoint: parseUtf8(placement.note) });
    const hash = leafOf(placement, entry.index);
    return `{"entry":${parseUtf8(leafBytes(entry))},"leafHash":"${formatHash(hash)}","receipt":${JSON.stringify(receipt)}}`;
  });
  return `{"entries":[${entries.join(",")}]}`;
}

/** What one command recorded is sealed as one run of entries (seal.ts), so one proof covers it. */
function formatRange(placement: Placement): string {
  const [first] = placement.entries;
  if (first === undefined) throw new Error("an answer has an entry");
  const range = { start: first.index, end: first.index + placement.entries.length };
  if (placement.entries.at(-1)?.index !== range.end - 1) throw new Error("the entries of one command are not one run");
  const proof = proveRange(range, placement.size, hashesOf(placement));
  const receipt = formatRangeFile({ ...range, proof, checkpoint: parseUtf8(placement.note) });
  const events = placement.entries.map((entry) => parseUtf8(entry.body));
  // With the hash of the entry before, whoever holds the answer alone can make every leaf of it.
  return `{"range":{"start":${range.start},"end":${range.end}},"prev":"${formatHash(first.prev)}","receipt":${JSON.stringify(receipt)},"events":[${events.join(",")}]}`;
}

function leafBytes({ body, index, prev }: PlacedEvent): Uint8Array {
  return wrapEvent({ event: body, index, prev });
}

function leafOf({ leaves, start }: Placement, index: number): Hash {
  const hash = leaves[index - start];
  if (hash === undefined) throw new RangeError(`leaf ${index} is not in the batch that began at ${start}`);
  return hash;
}

/**
 * Hashes of complete subtrees that a proof of a leaf of this batch asks for. What lies left of the batch is always one of
 * the roots of the edge: its neighbour holds a leaf of the batch, so nothing larger is complete. All who were sealed by one
 * batch ask for the same ones.
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

function edgeSpans(size: number, edge: readonly Hash[]): Map<string, Hash> {
  const spans = new Map<string, Hash>();
  let from = 0;
  for (const hash of edge) {
    let leaves = 1;
    while (leaves * 2 <= size - from) leaves *= 2;
    spans.set(`${from}-${from + leaves}`, hash);
    from += leaves;
  }
  return spans;
}
