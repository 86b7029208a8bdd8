/**
 * The one door by which a checkpoint leaves the database: it is opened with the log's own key, and its tag compared,
 * before it is served, proved from, put into a receipt or swapped into the signer's memory
 * (src/README.md#the-server-vouches). A false one stops the log, and the newest that is ours takes its place.
 */

import { equalBytes, parseUtf8 } from "../../base/bytes.ts";
import { openCheckpoint } from "../../log/checkpoint.ts";
import { wrapEvent } from "../../log/entry.ts";
import { type Hash, leafHash, parseHashBase64 } from "../../log/hash.ts";
import type { Placement } from "../../log/receipt.ts";
import { edgeRoot, growEdge } from "../../log/tree.ts";
import { type Ports, TryAgain } from "../ports.ts";
import { Foreign, type DatedCheckpoint, type KeptCheckpoint, type StoredPlacement } from "../kept-rows.ts";
import type { OwnLog } from "./checked-head.ts";
import { isSignedFor, ownVerifier } from "./signatories.ts";
import { isOurCheckpoint } from "./tags.ts";

export type OwnPorts = Pick<Ports, "log" | "key" | "keyed" | "sealing"> & { readonly cache: { readonly own: OwnLog } };

/**
 * Returns the newest checkpoint that is ours; undefined in a log that never signed one. Throws TryAgain when the log goes
 * on under another origin: this process was left with an old key, and can open nothing of it.
 */
export async function ownCheckpoint(ports: OwnPorts): Promise<DatedCheckpoint | undefined> {
  const { log, key, sealing, cache } = ports;
  const asked = await log.checkpoint();
  if (asked === undefined) return undefined;
  if (!isSignedFor(key, asked.note)) throw new TryAgain(oldKey, "no");
  const known = cache.own.newest;
  if (known !== undefined && isSame(known.asked, asked)) return known.own;
  const own = await ownUpTo(asked, ports);
  if (own !== asked) await sealing.stop("checkpoint-foreign");
  cache.own.newest = { asked, own };
  return own;
}

/** Returns the newest checkpoint of less than `size` leaves that is ours. */
export async function ownCheckpointBelow(size: number, ports: OwnPorts): Promise<DatedCheckpoint | undefined> {
  return ownUpTo(await ports.log.checkpoint(size), ports);
}

async function ownUpTo(from: DatedCheckpoint | undefined, ports: OwnPorts): Promise<DatedCheckpoint | undefined> {
  let own = from;
  while (own !== undefined && !(await isOwn(own, ports))) own = await ports.log.checkpoint(own.size);
  return own;
}

/** Why a process that was left with an old key when the log was re-opened records and proves nothing. */
export const oldKey = "log-key-other";

/** What the newest checkpoint says of the log, without its note. */
export interface NewestSize extends Pick<DatedCheckpoint, "size" | "signedAt"> {
  /** It is of another origin: this process was left with an old key when the log was re-opened. */
  readonly isOther: boolean;
}

/** Finds the size of the log; a process with an old key, which can vouch for none, takes the newest of the other origin. */
export async function newestSize(ports: OwnPorts): Promise<NewestSize | undefined> {
  const asked = await ports.log.checkpoint();
  const isOther = asked !== undefined && !isSignedFor(ports.key, asked.note);
  const newest = isOther ? asked : await ownCheckpoint(ports);
  return newest && { size: newest.size, signedAt: newest.signedAt, isOther };
}

function isSame(one: KeptCheckpoint, other: KeptCheckpoint): boolean {
  return one.size === other.size && equalBytes(one.note, other.note) && equalBytes(one.tag, other.tag);
}

/** A checkpoint of an earlier origin opens with no key that this process has: that it was ours, its tag says. */
async function isOwn(row: KeptCheckpoint, { key, keyed }: OwnPorts): Promise<boolean> {
  if (!(await isOurCheckpoint(keyed, row))) return false;
  if (!isSignedFor(key, row.note)) return true;
  const opened = await openCheckpoint(row.note, ownVerifier(key));
  return opened.ok && opened.value.size === row.size;
}

/** Finds the newest checkpoint that a server of this log kept, whatever the key of its note; for the re-opening. */
export async function newestTagged(
  log: Pick<Ports["log"], "checkpoint">,
  keyed: Ports["keyed"],
): Promise<DatedCheckpoint | undefined> {
  let row = await log.checkpoint();
  while (row !== undefined && !(await isOurCheckpoint(keyed, row))) row = await log.checkpoint(row.size);
  return row;
}

/** Checks a placement that was read from the database; throws Foreign unless a server made its batch of these events. */
export async function checkPlacement(placement: StoredPlacement, ports: OwnPorts): Promise<Placement> {
  const { number, tag, ...placed } = placement;
  const { entries, start, size, edgeBefore, leaves, note } = placed;
  if (!(await isOwn({ number, start, size, edge: edgeBefore, note, tag }, ports)))
    throw new Foreign("checkpoint-foreign", `checkpoint ${size}`);
  const areLeaves = entries.every(({ index, prev, body }) => {
    const stored = leaves[index - start];
    return stored !== undefined && equalBytes(stored, leafHash(wrapEvent({ event: body, index, prev })));
  });
  if (!areLeaves || !isRootOf(note, edgeRoot(growEdge(start, edgeBefore, leaves).edge)))
    throw new Foreign("checkpoint-foreign", `the leaves under checkpoint ${size}`);
  return placed;
}

function isRootOf(note: Uint8Array, root: Hash): boolean {
  const said = rootIn(note);
  return said !== undefined && equalBytes(said, root);
}

/** The root stands in the third line of a note, whoever signed it. */
export function rootIn(note: Uint8Array): Hash | undefined {
  return parseHashBase64(parseUtf8(note).split("\n")[2] ?? "");
}
