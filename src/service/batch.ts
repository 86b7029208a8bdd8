/** One batch of the log: recorded events become leaves, the tree grows, the checkpoint is signed (design: record, then seal). */

import { signCheckpoint } from "../log/checkpoint.ts";
import { utf8 } from "../base/bytes.ts";
import { wrapEvent } from "../log/entry.ts";
import { type Hash, leafHash } from "../log/hash.ts";
import { edgeRoot, growEdge } from "../log/tree.ts";
import {
  type Batch,
  type EventNumber,
  type Head,
  type LogKey,
  type PendingEvent,
  type Placement,
  type PlacedEvent,
  TryAgain,
} from "./ports.ts";

/** A version of a stream is missing before this one: what is in the database cannot have been recorded by us. */
export class StreamBroken extends Error {
  constructor(stream: string, version: number) {
    super(`version ${version} of ${stream} does not follow a sealed one`);
    this.name = "StreamBroken";
  }
}

export interface MadeBatch {
  readonly batch: Batch;
  /** In the order of the index; of which event each is. */
  readonly entries: readonly PlacedEvent[];
  readonly places: ReadonlyMap<EventNumber, number>;
}

export async function makeBatch(head: Head, events: readonly PendingEvent[], key: LogKey): Promise<MadeBatch> {
  checkVersions(events);
  // Somebody was faster than the one who opens the log (opening.ts), which is not recorded yet.
  if (head.size === 0 && events[0]?.stream !== "log/log") throw new TryAgain("log-not-opened", "no");
  const entries: PlacedEvent[] = [];
  const places = new Map<EventNumber, number>();
  const leaves: Hash[] = [];
  let prev = head.hash;
  for (const { event, body } of events) {
    const index = head.size + entries.length;
    places.set(event, entries.length);
    entries.push({ index, prev, body });
    prev = leafHash(wrapEvent({ event: body, index, prev }));
    leaves.push(prev);
  }
  const grown = growEdge(head.size, head.edge, leaves);
  const checkpoint = { origin: key.signer.name, size: grown.size, root: edgeRoot(grown.edge) };
  const note = utf8(await signCheckpoint(checkpoint, key.signer));
  const batch: Batch = {
    start: head.size,
    size: grown.size,
    edgeBefore: head.edge,
    edge: grown.edge,
    events: events.map(({ event }) => event),
    leaves,
    tiles: grown.roots,
    note,
  };
  return { batch, entries, places };
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
export function placementIn(
  { batch, entries, places }: MadeBatch,
  events: readonly EventNumber[],
): Placement | undefined {
  const found = events.flatMap((event) => entries[places.get(event) ?? -1] ?? []);
  if (found.length !== events.length) return undefined;
  const { start, size, edgeBefore, leaves, note } = batch;
  return { entries: found, start, size, edgeBefore, leaves, note };
}
