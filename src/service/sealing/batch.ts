/** Makes a batch: events become leaves, the tree grows, the checkpoint is signed (src/README.md#record-then-seal). */

import { signCheckpoint } from "../../log/checkpoint.ts";
import { utf8 } from "../../base/bytes.ts";
import { runInSlices, type Sliced } from "../../base/slices.ts";
import { wrapEvent } from "../../log/entry.ts";
import { type Hash, leafHash } from "../../log/hash.ts";
import type { PlacedEvent, Placement } from "../../log/receipt.ts";
import { edgeRoot, type Grown, growEdge } from "../../log/tree.ts";
import {
  type Batch,
  type EventNumber,
  type GrownLog,
  type Head,
  type PendingEvent,
  type Ports,
  TryAgain,
} from "../ports.ts";
import { checkpointTag } from "./tags.ts";

/** A version of a stream is missing before this one, so the database holds events that no recording left there. */
export class StreamBroken extends Error {
  constructor(stream: string, version: number) {
    super(`version ${version} of ${stream} does not follow a sealed one`);
    this.name = "StreamBroken";
  }
}

/** Events as the next leaves of a log; their numbers in the database do not matter. */
export interface Growth {
  readonly grown: GrownLog;
  /** In the order of the index. */
  readonly entries: readonly PlacedEvent[];
}

export interface MadeBatch extends Growth {
  readonly batch: Batch;
  /** The place of each event among the entries. */
  readonly places: ReadonlyMap<EventNumber, number>;
}

/** The keys of a signature: the log's, and the server's for the tag of the checkpoint. Large batches give way to others. */
type SigningKeys = Pick<Ports, "key" | "keyed"> & Partial<Pick<Ports, "giveWay">>;

export async function makeBatch(head: Head, events: readonly PendingEvent[], keys: SigningKeys): Promise<MadeBatch> {
  checkVersions(events);
  // A recording was faster than the opening of the log (recording/opening.ts), which is about to come.
  if (head.size === 0 && events[0]?.stream !== "log/log") throw new TryAgain("log-not-opened", "no");
  const growth = await growLog(
    head,
    events.map(({ body }) => body),
    keys,
  );
  const places = new Map(events.map(({ event }, place) => [event, place]));
  return { ...growth, places, batch: { ...growth.grown, events: events.map(({ event }) => event) } };
}

/**
 * Grows the log by these events and signs it. The head must have been checked (checked-head.ts), and nothing may use the
 * result before a transaction has committed it.
 */
export async function growLog(
  head: Head,
  bodies: readonly Uint8Array[],
  { key, keyed, giveWay = async () => undefined }: SigningKeys,
): Promise<Growth> {
  const { entries, leaves, size, edge } = await runInSlices(growTree(head, bodies), giveWay);
  const note = utf8(await signCheckpoint({ origin: key.signer.name, size, root: edgeRoot(edge) }, key.signer));
  const [start, edgeBefore, number] = [head.size, head.edge, head.checkpoints + 1];
  const tag = await checkpointTag(keyed, { number, start, size, edge: edgeBefore, note });
  return { grown: { start, size, edgeBefore, edge, leaves, note, number, tag }, entries };
}

/** The head as it is once the batch is committed. */
export function headAfter({ grown: { size, edge, leaves, number } }: Growth): Head {
  const hash = leaves.at(-1);
  if (hash === undefined) throw new Error("a batch has at least one leaf");
  return { size, hash, edge, checkpoints: number, stopped: undefined };
}

/** Leaves that are hashed before others may run: some two milliseconds. */
const leavesOfSlice = 128;

interface GrownTree extends Pick<Growth, "entries">, Pick<Grown, "size" | "edge"> {
  readonly leaves: readonly Hash[];
}

function* growTree(head: Head, bodies: readonly Uint8Array[]): Sliced<GrownTree> {
  const [entries, leaves]: [PlacedEvent[], Hash[]] = [[], []];
  let [prev, tree]: [Hash, Pick<Grown, "size" | "edge">] = [head.hash, head];
  for (let from = 0; from < bodies.length; from += leavesOfSlice) {
    if (from > 0) yield;
    const slice = bodies.slice(from, from + leavesOfSlice).map((body) => {
      const index = head.size + entries.length;
      entries.push({ index, prev, body });
      prev = leafHash(wrapEvent({ event: body, index, prev }));
      return prev;
    });
    leaves.push(...slice);
    tree = growEdge(tree.size, tree.edge, slice);
  }
  return { entries, leaves, size: tree.size, edge: tree.edge };
}

/** Checks that each version follows one that is sealed, or one earlier in this batch. */
function checkVersions(events: readonly PendingEvent[]): void {
  const last = new Map<string, number>();
  for (const { stream, version, follows } of events) {
    if (!follows && last.get(stream) !== version - 1) throw new StreamBroken(stream, version);
    last.set(stream, version);
  }
}

/** Finds the events of one recording in a batch; all of them are in it, or the recording is in another. */
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
