/** Receipts as files (FORMAT.md, "Receipts"): c2sp.org/tlog-proof@v1 for an entry, and our own like it for a range. */

import { bytesToBase64, parseBase64 } from "../base/bytes.ts";
import { type Outcome, refused } from "../base/outcome.ts";
import { type Checkpoint, type CheckpointRefusal, openCheckpoint } from "./checkpoint.ts";
import { formatHashBase64, type Hash, parseHashBase64 } from "./hash.ts";
import type { Verifier } from "./note.ts";
import { checkRange } from "./proof.ts";

/** The hashes of a proof, and the checkpoint as a whole signed note. */
type Tail = { readonly proof: readonly Hash[]; readonly checkpoint: string };

/** The receipt of one entry. `extra` is carried along and proves nothing. */
export type ProofFile = Tail & { readonly extra?: Uint8Array; readonly index: number };

/** The receipt of the entries [start, end). */
export type RangeFile = Tail & { readonly start: number; readonly end: number };

export type ReceiptRefusal = CheckpointRefusal | "proof-wrong";

const proofHeader = "c2sp.org/tlog-proof@v1";
const rangeHeader = "minh-chung/range-proof@v1";

/** formatProofFile writes the receipt of one entry: header, extra line if any, index, hashes, a blank line, the checkpoint. */
export function formatProofFile({ extra, index, proof, checkpoint }: ProofFile): string {
  const extraLine = extra === undefined ? "" : `extra ${bytesToBase64(extra)}\n`;
  return `${proofHeader}\n${extraLine}index ${index}\n${formatTail(proof, checkpoint)}`;
}

/** parseProofFile returns undefined for anything that formatProofFile does not write. It does not read the checkpoint. */
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

/** formatRangeFile writes the receipt of a range: header, start and end, hashes, a blank line, the checkpoint. */
export function formatRangeFile({ start, end, proof, checkpoint }: RangeFile): string {
  return `${rangeHeader}\nrange ${start} ${end}\n${formatTail(proof, checkpoint)}`;
}

/** parseRangeFile returns undefined for anything that formatRangeFile does not write. It does not read the checkpoint. */
export function parseRangeFile(text: string): RangeFile | undefined {
  const head = /^minh-chung\/range-proof@v1\nrange (0|[1-9]\d{0,15}) ([1-9]\d{0,15})\n/.exec(text);
  if (head === null) return undefined;
  const tail = parseTail(text.slice(head[0].length));
  const [start, end] = [Number(head[1]), Number(head[2])];
  if (tail === undefined || !Number.isSafeInteger(end) || start >= end) return undefined;
  return { start, end, ...tail };
}

/** checkProofFile returns the checkpoint if the file proves that the entry with the hash `leaf` stands at its index. */
export async function checkProofFile(
  { index, proof, checkpoint }: ProofFile,
  leaf: Hash,
  verifier: Verifier,
): Promise<Outcome<Checkpoint, ReceiptRefusal>> {
  return checkRangeFile({ start: index, end: index + 1, proof, checkpoint }, [leaf], verifier);
}

/** checkRangeFile returns the checkpoint if the file proves that the entries with the hashes `leaves` are its range. */
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

function formatTail(proof: readonly Hash[], checkpoint: string): string {
  return `${proof.map((hash) => `${formatHashBase64(hash)}\n`).join("")}\n${checkpoint}`;
}

/** parseTail reads the hashes up to the first blank line; everything after it is the checkpoint. */
function parseTail(text: string): Tail | undefined {
  const [, lines, checkpoint] = /^((?:[^\n]+\n)*)\n([^]*)$/.exec(text) ?? [];
  const proof = lines?.split("\n").slice(0, -1).map(parseHashBase64);
  if (checkpoint === undefined || proof === undefined || !proof.every((hash) => hash !== undefined)) return undefined;
  return { proof, checkpoint };
}
