/**
 * Receipts as files that can be checked offline: c2sp.org/tlog-proof@v1 for one entry, and the same shape for a range of
 * entries, which has no C2SP text (FORMAT.md, "Receipts"). Both end in a checkpoint of the log.
 */

import { bytesToBase64, parseBase64 } from "../base/bytes.ts";
import { type Outcome, refused } from "../base/outcome.ts";
import { type Checkpoint, type CheckpointRefusal, openCheckpoint } from "./checkpoint.ts";
import { formatHashBase64, type Hash, parseHashBase64 } from "./hash.ts";
import type { Verifier } from "./note.ts";
import { checkRange } from "./proof.ts";

/** One entry. `extra` is carried along and proves nothing; the checkpoint is the whole note. */
export type ProofFile = {
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
};

/** The entries [start, end). */
export type RangeFile = {
  readonly start: number;
  readonly end: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
};

export type ReceiptRefusal = CheckpointRefusal | "proof-wrong";

const proofHeader = "c2sp.org/tlog-proof@v1";
const rangeHeader = "minh-chung/range-proof@v1";

export function formatProofFile({ extra, index, proof, checkpoint }: ProofFile): string {
  const extraLine = extra === undefined ? "" : `extra ${bytesToBase64(extra)}\n`;
  return `${proofHeader}\n${extraLine}index ${index}\n${formatTail(proof, checkpoint)}`;
}

/** Strict by lines, the checkpoint unread; undefined for anything that formatting does not write. */
export function parseProofFile(text: string): ProofFile | undefined {
  const head = /^c2sp\.org\/tlog-proof@v1\n(?:extra ([^\n]*)\n)?index (0|[1-9]\d{0,15})\n/.exec(text);
  if (head === null) return undefined;
  const [whole, encoded, digits] = head;
  const tail = parseTail(text.slice(whole.length));
  const index = Number(digits);
  if (tail === undefined || !Number.isSafeInteger(index)) return undefined;
  if (encoded === undefined) return { index, ...tail };
  const extra = parseBase64(encoded);
  return extra && { extra, index, ...tail };
}

export function formatRangeFile({ start, end, proof, checkpoint }: RangeFile): string {
  return `${rangeHeader}\nrange ${start} ${end}\n${formatTail(proof, checkpoint)}`;
}

/** Strict by lines, the checkpoint unread; undefined for anything that formatting does not write. */
export function parseRangeFile(text: string): RangeFile | undefined {
  const head = /^minh-chung\/range-proof@v1\nrange (0|[1-9]\d{0,15}) ([1-9]\d{0,15})\n/.exec(text);
  if (head === null) return undefined;
  const tail = parseTail(text.slice(head[0].length));
  const [start, end] = [Number(head[1]), Number(head[2])];
  if (tail === undefined || !Number.isSafeInteger(end) || start >= end) return undefined;
  return { start, end, ...tail };
}

/** The checkpoint under which this leaf hash stands at the index of the file. */
export async function checkProofFile(
  { index, proof, checkpoint }: ProofFile,
  leaf: Hash,
  verifier: Verifier,
): Promise<Outcome<Checkpoint, ReceiptRefusal>> {
  return checkRangeFile({ start: index, end: index + 1, proof, checkpoint }, [leaf], verifier);
}

/** The checkpoint under which these leaf hashes stand at the range of the file. */
export async function checkRangeFile(
  { start, end, proof, checkpoint }: RangeFile,
  leaves: readonly Hash[],
  verifier: Verifier,
): Promise<Outcome<Checkpoint, ReceiptRefusal>> {
  const opened = await openCheckpoint(checkpoint, verifier);
  if (!opened.ok) return opened;
  const { size, root } = opened.value;
  if (leaves.length !== end - start || !checkRange({ start, size, leaves, proof, root })) return refused("proof-wrong");
  return opened;
}

type Tail = { readonly proof: readonly Hash[]; readonly checkpoint: string };

function formatTail(proof: readonly Hash[], checkpoint: string): string {
  return `${proof.map((hash) => `${formatHashBase64(hash)}\n`).join("")}\n${checkpoint}`;
}

/** The hashes up to the first blank line; all after it is the checkpoint. */
function parseTail(text: string): Tail | undefined {
  const [, lines, checkpoint] = /^((?:[^\n]+\n)*)\n([^]*)$/.exec(text) ?? [];
  const proof = lines?.split("\n").slice(0, -1).map(parseHashBase64);
  if (checkpoint === undefined || proof === undefined || !proof.every((hash) => hash !== undefined)) return undefined;
  return { proof, checkpoint };
}
