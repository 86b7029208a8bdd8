/**
 * The server's keyed digests of what the database keeps for it (src/README.md#the-server-vouches). The database does not
 * know their key, so a row whose tag is right was written by a server of this log and by nobody else. Each message is
 * hashes of 32 bytes in a fixed order, so that no two rows have one message.
 */

import { concatBytes, equalBytes, utf8 } from "../../base/bytes.ts";
import type { StreamName } from "../../domain/event.ts";
import { digest } from "../../log/hash.ts";
import { formatEdge } from "../../log/tree.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import type { Ports, SealingTransaction } from "../ports.ts";
import { Foreign, type KeptCheckpoint, type KeptRecording } from "../kept-rows.ts";

type Keyed = Ports["keyed"];
type Bodies = readonly Uint8Array[];

/** Binds what was asked (scope, keyed digest of the body), the answer, and the bytes of the events in their order. */
export async function recordingTag(
  keyed: Keyed,
  { scope, body, status }: Pick<KeptRecording, "scope" | "body" | "status">,
  bodies: Bodies,
): Promise<Uint8Array> {
  return keyed("recording", concatBytes(digest(scope), digest(body), hashOf(status), ...bodies.map(digest)));
}

/** Binds a stream as it is loaded: its state, and the events that the state does not hold yet. */
export async function streamTag(
  keyed: Keyed,
  name: StreamName,
  { version, at, state, folded, tail }: LoadedStream,
): Promise<Uint8Array> {
  const place = [hashOf(name), hashOf(version), hashOf(at), hashOf(folded)];
  return keyed("stream", concatBytes(...place, hashOf(state), ...tail.map(digest)));
}

/** Binds a checkpoint to its place among all checkpoints, and to the edge with which receipts are made. */
export async function checkpointTag(
  keyed: Keyed,
  { number, start, size, edge, note }: Omit<KeptCheckpoint, "tag">,
): Promise<Uint8Array> {
  const place = [hashOf(number), hashOf(start), hashOf(size)];
  return keyed("checkpoint", concatBytes(...place, digest(formatEdge(edge)), digest(note)));
}

function hashOf(value: string | number): Uint8Array {
  return digest(utf8(String(value)));
}

/** Tells whether a server of this log made the recording, of exactly these events. */
export async function isOurRecording(keyed: Keyed, row: KeptRecording, bodies: Bodies): Promise<boolean> {
  return bodies.length > 0 && equalBytes(row.tag, await recordingTag(keyed, row, bodies));
}

export async function isOurCheckpoint(keyed: Keyed, row: KeptCheckpoint): Promise<boolean> {
  return equalBytes(row.tag, await checkpointTag(keyed, row));
}

type Waiting = Awaited<ReturnType<SealingTransaction["pending"]>>;

/** Lists the recordings that wait and that no server made, or not of exactly the events that wait. */
export async function foreignRecordings(
  keyed: Keyed,
  { events, recordings }: Pick<Waiting, "events" | "recordings">,
): Promise<readonly bigint[]> {
  const rows = new Map(recordings.map((row) => [row.number, row]));
  const foreign: bigint[] = [];
  for (const [number, bodies] of bodiesByRecording(events)) {
    const row = rows.get(number);
    if (row === undefined || !(await isOurRecording(keyed, row, bodies))) foreign.push(number);
  }
  return foreign;
}

function bodiesByRecording(events: Waiting["events"]): ReadonlyMap<bigint, Bodies> {
  const grouped = new Map<bigint, Uint8Array[]>();
  for (const { recording, body } of events) {
    const bodies = grouped.get(recording);
    if (bodies === undefined) grouped.set(recording, [body]);
    else bodies.push(body);
  }
  return grouped;
}

/** Throws Foreign if a recording that waits is not the server's: nothing of the batch may be sealed then. */
export async function checkWaiting(keyed: Keyed, waiting: Waiting): Promise<void> {
  const [first] = await foreignRecordings(keyed, waiting);
  if (first !== undefined) throw new Foreign("recording-foreign", `recording ${first}`);
}
