/** Re-opens a stopped log (src/log/FORMAT.md, "Re-opening"); only the database's owner can (db/0005). */

import { equalBytes } from "../../base/bytes.ts";
import { formatHash, leafHash } from "../../log/hash.ts";
import { code, commitment, verifierKey, origin as originField } from "../../domain/field.ts";
import type { NewEvent } from "../../domain/command.ts";
import type { EventOf, logReopeningReasons } from "../../domain/events.ts";
import type { Instant } from "../../base/day.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { currentEdition } from "../../law/edition.ts";
import { openCheckpoint } from "../../log/checkpoint.ts";
import { ed25519Verifier, parseVkey } from "../../log/note.ts";
import type { Signatory, SignedTree } from "../../log/reopening.ts";
import { edgeRoot, formatEdge, growEdge } from "../../log/tree.ts";
import { makeBatch } from "../sealing/batch.ts";
import { compose, type Composed } from "./compose.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import type { Head, LogKey, LogReader, PendingEvent, Ports, SealingTransaction } from "../ports.ts";
import { newestTagged } from "../sealing/own-checkpoint.ts";
import { takeOutForeign, type TakingOut } from "./taking-out.ts";
import { systemScope } from "./system-recording.ts";
import { originStream, reopeningsOf, signatoryOf } from "../sealing/signatories.ts";

/** As many events as sealing/seal.ts takes at a time. The servers seal what waits beyond them. */
const batchLimit = 12_000;

export interface ReopeningTransaction extends Omit<SealingTransaction, "pending">, TakingOut {
  readonly log: LogReader;
  now(): Promise<Instant>;
  stream(): Promise<LoadedStream | undefined>;
  /** Records the event and advances its stream; it does not wait for a seal. */
  record(scope: Uint8Array, composed: Composed): Promise<readonly PendingEvent[]>;
  liftStop(): Promise<void>;
}

export interface ReopeningPorts {
  /** Runs the work in a transaction of the owner's connection; an exception rolls it back. */
  readonly transaction: <T>(work: (transaction: ReopeningTransaction) => Promise<T>) => Promise<T>;
  /** The key of the new origin. */
  readonly key: LogKey;
  readonly keyed: Ports["keyed"];
  readonly random: (length: number) => Uint8Array;
}

export interface ReopeningOrder {
  readonly reason: (typeof logReopeningReasons)[number];
  /** The tree that the signer remembers of the origin before; absent when its memory cannot be read. */
  readonly remembered: SignedTree | undefined;
}

/** log-damaged: the head, the newest checkpoint and the key do not fit one another; `npm run audit` says where. */
export type ReopeningRefusal = "log-not-stopped" | "log-damaged" | "origin-not-new";

type Data = EventOf<"origin">["data"];

export interface Reopened {
  readonly data: Data;
  /** Leaves of the log now: the re-opening is one, and after it come the events that had waited for a seal. */
  readonly size: number;
}

/**
 * Re-opens in one transaction: what no server of the log wrote is taken out first. Throws StreamBroken when an event that
 * waits cannot be sealed.
 */
export async function reopen(
  order: ReopeningOrder,
  { transaction: transact, key, keyed, random }: ReopeningPorts,
): Promise<Outcome<Reopened, ReopeningRefusal>> {
  return transact(async (transaction) => {
    const found = await transaction.lockHead();
    if (found.stopped === undefined) return refused("log-not-stopped");
    const end = await trueEnd(transaction, keyed);
    if (end === undefined) return refused("log-damaged");
    const { head, before } = end;
    const former = (await reopeningsOf(transaction.log, head.size)).map((each) => each.before.origin);
    if ([before.origin, ...former].includes(key.signer.name)) return refused("origin-not-new");
    if (!isSameHead(found, head)) {
      if (!cuttable.includes(found.stopped)) return refused("log-damaged");
      await transaction.cutBack(head);
    }
    const leftOut = await takeOutForeign(transaction, keyed);
    const data = dataOf(order, { before, stopped: found.stopped, key, leftOut });
    const scope = systemScope(`reopening/${key.signer.name}`);
    const recorded = await transaction.record(scope, await composed(data, { transaction, random }));
    const waiting = await transaction.pending(batchLimit);
    await transaction.liftStop();
    const { batch } = await makeBatch(head, [...recorded, ...waiting.events], { key, keyed });
    await transaction.append(batch);
    return done({ data, size: batch.size });
  });
}

/** Only a log that stopped for them gives up leaves and checkpoints behind its last true one (db/0005_guard.sql). */
const cuttable: readonly string[] = ["head-foreign", "checkpoint-foreign"];

interface End {
  readonly head: Head;
  readonly before: Signatory & SignedTree;
}

/**
 * Finds the end of what the servers of this log signed: the newest checkpoint with their tag, whose leaves must give its
 * root, or the log is damaged and nothing may be cut.
 */
async function trueEnd({ log }: ReopeningTransaction, keyed: Ports["keyed"]): Promise<End | undefined> {
  const newest = await newestTagged(log, keyed);
  const signatory = newest && (await signatoryOf(log, newest.size));
  const tree = signatory && (await openRemembered(newest.note, signatory));
  if (tree?.size !== newest?.size || newest === undefined || signatory === undefined || tree === undefined)
    return undefined;
  const leaves = await log.hashes(0, newest.start, newest.size);
  const hash = leaves.at(-1);
  if (leaves.length !== newest.size - newest.start || hash === undefined) return undefined;
  const { size, edge } = growEdge(newest.start, newest.edge, leaves);
  if (tree.root !== formatHash(edgeRoot(edge))) return undefined;
  const [last] = await log.leaves(size - 1, size);
  if (last === undefined || !equalBytes(leafHash(last), hash)) return undefined;
  const head = { size, hash, edge, checkpoints: newest.number, stopped: undefined };
  return { head, before: { ...signatory, ...tree } };
}

function isSameHead(one: Head, other: Head): boolean {
  return (
    one.size === other.size &&
    one.checkpoints === other.checkpoints &&
    equalBytes(one.hash, other.hash) &&
    equalBytes(formatEdge(one.edge), formatEdge(other.edge))
  );
}

/** Opens the remembered checkpoint, if that signatory signed it. */
export async function openRemembered(note: Uint8Array, { key }: Signatory): Promise<SignedTree | undefined> {
  const parsed = parseVkey(key);
  const opened = parsed && (await openCheckpoint(note, ed25519Verifier(parsed)));
  return opened?.ok === true ? { size: opened.value.size, root: formatHash(opened.value.root) } : undefined;
}

interface Circumstances {
  readonly before: Signatory & SignedTree;
  readonly stopped: string;
  readonly key: LogKey;
  readonly leftOut: number;
}

function dataOf({ reason, remembered }: ReopeningOrder, { before, stopped, key, leftOut }: Circumstances): Data {
  const tree = ({ size, root }: SignedTree) => ({ size, root: commitment.parse(root) });
  return {
    origin: originField.parse(key.signer.name),
    key: verifierKey.parse(key.vkey),
    before: { origin: originField.parse(before.origin), key: verifierKey.parse(before.key), ...tree(before) },
    // Somebody who may call stop_log may have given any text.
    stopped: code.safeParse(stopped).data ?? code.parse("unknown"),
    reason,
    ...(remembered === undefined ? {} : { remembered: tree(remembered) }),
    ...(leftOut === 0 ? {} : { leftOut }),
  };
}

async function composed(
  data: Data,
  { transaction, random }: { transaction: ReopeningTransaction; random: ReopeningPorts["random"] },
): Promise<Composed> {
  const event: NewEvent = { kind: "origin", id: "log", event: { type: "log-reopened", data } };
  const loaded = new Map([[originStream, await transaction.stream()]]);
  const now = await transaction.now();
  const edition = currentEdition.number;
  const made = compose([event], { loaded, actor: { system: "reopening" }, now, random, edition });
  if (!made.ok) throw new Error("a re-opening does not fit into the log");
  return made.value;
}
