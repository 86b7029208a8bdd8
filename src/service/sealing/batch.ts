/** One batch of the log: recorded events become leaves, the tree grows, the checkpoint is signed (design: record, then seal). */

import { signCheckpoint } from "../../log/checkpoint.ts";
import { utf8 } from "../../base/bytes.ts";
import { wrapEvent } from "../../log/entry.ts";
import { type Hash, leafHash } from "../../log/hash.ts";
import type { PlacedEvent, Placement } from "../../log/receipt.ts";
import { edgeRoot, growEdge } from "../../log/tree.ts";
import {
  type Batch,
  type EventNumber,
  type GrownLog,
  type Head,
  type LogKey,
  type PendingEvent,
  TryAgain,
} from "../ports.ts";

/** A version of a stream is missing before this one: what is in the database cannot have been recorded by us. */
export class StreamBroken extends Error {
  constructor(stream: string, version: number) {
    super(`version ${version} of ${stream} does not follow a sealed one`);
    this.name = "StreamBroken";
  }
}

/** Events as leaves of a log, whatever their numbers in the database are. */
export interface Growth {
  readonly grown: GrownLog;
  /** In the order of the index. */
  readonly entries: readonly PlacedEvent[];
}

export interface MadeBatch extends Growth {
  readonly batch: Batch;
  /** Of which event each entry is. */
  readonly places: ReadonlyMap<EventNumber, number>;
}

export async function makeBatch(head: Head, events: readonly PendingEvent[], key: LogKey): Promise<MadeBatch> {
  checkVersions(events);
  // Somebody was faster than the one who opens the log (opening.ts), which is not recorded yet.
  if (head.size === 0 && events[0]?.stream !== "log/log") throw new TryAgain("log-not-opened", "no");
  const growth = await growLog(
    head,
    events.map(({ body }) => body),
    key,
  );
  const places = new Map(events.map(({ event }, place) => [event, place]));
  return { ...growth, places, batch: { ...growth.grown, events: events.map(({ event }) => event) } };
}

/** The log with these events as its next leaves, signed. It is nobody's until it is committed. */
export async function growLog(head: Head, bodies: readonly Uint8Array[], key: LogKey): Promise<Growth> {
  const entries: PlacedEvent[] = [];
  const leaves: Hash[] = [];
  let prev = head.hash;
  for (const body of bodies) {
    const index = head.size + entries.length;
    entries.push({ index, prev, body });
    prev = leafHash(wrapEvent({ event: body, index, prev }));
    leaves.push(prev);
  }
  const { size, edge, roots } = growEdge(head.size, head.edge, leaves);
  const note = utf8(await signCheckpoint({ origin: key.signer.name, size, root: edgeRoot(edge) }, key.signer));
  return { grown: { start: head.size, size, edgeBefore: head.edge, edge, leaves, tiles: roots, note }, entries };
}

/** Each version follows one that is sealed, or one that is sealed now before it. */
function checkVersions(events: readonly PendingEvent[]): void {
  const last = new Map<string, number>();
  for (const { stream, version, follows } of events) {
    if (!follows && last.get(stream) !== version - 1) throw new StreamBroken(stream, version);
    last.set(stream, version);
  }
}

/** Where the events of one recording are in a batch that was made: all of them, or it is not this batch. */
export function placementIn(made: MadeBatch, events: readonly EventNumber[]): Placement | undefined {
  const found = events.flatMap((event) => made.entries[made.places.get(event) ?? -1] ?? []);
  return found.length === events.length ? placementOf(made.grown, found) : undefined;
}

export function placementOf(
  { start, size, edgeBefore, leaves, note }: GrownLog,
  entries: readonly PlacedEvent[],
): Placement {
  return { entries, start, size, edgeBefore, leaves, note };
}
