/**
 * Takes out of a stopped log what no server of it wrote, before it is re-opened: what a foreign checkpoint covers goes back
 * to what waits, recordings that wait without a right tag go with their values, and the streams that they moved are folded
 * anew from the events that are left. Nothing that a true checkpoint covers is touched (db/0005_guard.sql).
 */

import { isStreamName, type StreamName } from "../../domain/event.ts";
import { rowsOf } from "../../domain/projection.ts";
import type { Rows } from "../../domain/row-changes.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import type { Head, Pending, Ports } from "../ports.ts";
import { foreignRecordings } from "../sealing/tags.ts";
import { foldStream } from "../streams/folded-stream.ts";

export interface TakingOut {
  /** Reads what waits, whole recordings. */
  pending(limit: number): Promise<Pending>;
  /** Removes leaves, tiles and checkpoints behind the head, whose events then wait again, and sets the head back to it. */
  cutBack(head: Head): Promise<void>;
  /** Lists the recordings that have no event. */
  emptyRecordings(): Promise<readonly bigint[]>;
  /** Removes the recordings with their events and values. */
  remove(recordings: readonly bigint[]): Promise<void>;
  /** Lists the streams whose version is not that of their last event. */
  strayStreams(): Promise<readonly string[]>;
  /** Removes a stream whose name is none. */
  dropStream(name: string): Promise<void>;
  bodiesOf(stream: StreamName): Promise<readonly Uint8Array[]>;
  /** Writes the stream and its rows as they are given; a stream without events is removed. */
  restore(stream: StreamName, loaded: LoadedStream | undefined, rows: Rows): Promise<void>;
}

/** Above any number of events that can wait. */
const everything = 2 ** 31;

/** Returns how many recordings were taken out. */
export async function takeOutForeign(transaction: TakingOut, keyed: Ports["keyed"]): Promise<number> {
  const waiting = await transaction.pending(everything);
  const foreign = [...(await foreignRecordings(keyed, waiting)), ...(await transaction.emptyRecordings())];
  const taken = new Set(foreign);
  const touched = waiting.events.flatMap(({ recording, stream }) => (taken.has(recording) ? [stream] : []));
  await transaction.remove(foreign);
  for (const stream of new Set([...touched, ...(await transaction.strayStreams())])) {
    if (!isStreamName(stream)) {
      await transaction.dropStream(stream);
      continue;
    }
    const { loaded, state } = foldStream(stream, await transaction.bodiesOf(stream));
    await transaction.restore(stream, loaded, rowsOf(stream, state));
  }
  return foreign.length;
}
