/**
 * The log for those who check it: the newest checkpoint, proofs, entries with one proof for all of them. Nothing leaves
 * before the signer remembers a checkpoint that covers it (src/README.md#the-signer-remembers).
 */

import { z } from "zod";
import { parseUtf8 } from "../../base/bytes.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { States } from "../../domain/command.ts";
import { streamId, streamKind, streamKinds } from "../../domain/event.ts";
import { handedOverReads, isEventShown, isFindingHandedOver } from "../../domain/instruments/handed-over.ts";
import { officesOfStream } from "../../domain/offices-of-stream.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { formatProofFile, formatRangeFile } from "../../log/proof-file.ts";
import { type Hash, leafHash } from "../../log/hash.ts";
import type { Span } from "../../log/span.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import type { DatedCheckpoint } from "../kept-rows.ts";
import { leafEvent } from "../streams/leaf-event.ts";
import { shownCheckpoint } from "../sealing/shown-checkpoint.ts";
import { inclusionProof, rangeProof } from "../sealing/proving.ts";
import { findingSight } from "./sight.ts";
import { mayRead, type Reader } from "../streams/reader.ts";

export interface LogEntry {
  readonly index: number;
  /** JSON text, verbatim. */
  readonly leaf: string;
  readonly hash: Hash;
}

export interface EntriesPage {
  readonly size: number;
  readonly entries: readonly LogEntry[];
  /** For one entry a c2sp.org/tlog-proof, for several one proof for the range (src/log/FORMAT.md). */
  readonly receipt: string;
}

/** Reads a page of entries. An auditor may read any range, others a single entry of an affair that they may see. */
export async function entriesPage(range: Span, reader: Reader, host: Host): Promise<Outcome<EntriesPage, Refusal>> {
  const newest = await shownCheckpoint(host);
  if (newest === undefined || range.end > newest.size) return refused({ code: "unknown-entry" });
  const leaves = await host.log.leaves(range.start, range.end);
  if (leaves.length !== range.end - range.start)
    throw new Error(`entries of [${range.start}, ${range.end}) are missing in the store`);
  if (!(await mayRead(reader, "read-entries", undefined, host)) && !(await mayReadEntry(leaves, reader, host))) {
    return refused({ code: "not-permitted" });
  }
  const entries = leaves.map((leaf, i) => ({ index: range.start + i, leaf: parseUtf8(leaf), hash: leafHash(leaf) }));
  return done({ size: newest.size, entries, receipt: await receiptOf(range, newest, host) });
}

async function receiptOf(range: Span, { size, note }: DatedCheckpoint, { log }: Pick<Host, "log">): Promise<string> {
  const checkpoint = parseUtf8(note);
  if (range.end - range.start > 1)
    return formatRangeFile({ ...range, proof: await rangeProof(range, size, log), checkpoint });
  return formatProofFile({ index: range.start, proof: await inclusionProof(range.start, size, log), checkpoint });
}

const ofStream = z.object({
  stream: z.templateLiteral([z.enum(streamKinds), "/", z.string()]),
  type: z.string(),
  data: z.unknown(),
});

async function mayReadEntry([leaf, ...others]: readonly Uint8Array[], reader: Reader, host: Host): Promise<boolean> {
  if (leaf === undefined || others.length > 0) return false;
  const { stream, ...event } = ofStream.parse(leafEvent(leaf));
  const finding = (known: States) =>
    streamKind(stream) === "finding" ? known.of("finding", streamId(stream)) : undefined;
  const { states } = await loadStates((known) => [stream, ...handedOverReads(finding(known))], host);
  const judged = finding(states);
  if (judged !== undefined) {
    const sight = await findingSight(judged, reader, host);
    const isShown = sight === "all" || (isFindingHandedOver(judged, states) && isEventShown(event, judged));
    if (sight === "none" || !isShown) return false;
  }
  for (const about of officesOfStream(stream, states))
    if (await mayRead(reader, "read-entry", about, host)) return true;
  return false;
}
