/** Re-opens a stopped log (src/log/FORMAT.md, "Re-opening"); only the database's owner can (db/0005). */

import { formatHash } from "../../log/hash.ts";
import { code, commitment, verifierKey, origin as originField } from "../../domain/field.ts";
import type { NewEvent } from "../../domain/command.ts";
import type { EventOf, logReopeningReasons } from "../../domain/events.ts";
import type { Instant } from "../../base/day.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { currentEdition } from "../../law/edition.ts";
import { openCheckpoint } from "../../log/checkpoint.ts";
import { ed25519Verifier, parseVkey } from "../../log/note.ts";
import type { Signatory, SignedTree } from "../../log/reopening.ts";
import { edgeRoot } from "../../log/tree.ts";
import { makeBatch } from "../sealing/batch.ts";
import { compose, type Composed } from "./compose.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import type { Head, LogKey, LogReader, PendingEvent, Ports, SealingTransaction } from "../ports.ts";
import { checkWaiting } from "../sealing/tags.ts";
import { systemScope } from "./system-recording.ts";
import { originStream, reopeningsOf, signatoryOf } from "../sealing/signatories.ts";

/** As many events as sealing/seal.ts takes at a time. The servers seal what waits beyond them. */
const batchLimit = 12_000;

export interface ReopeningTransaction extends SealingTransaction {
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

/** Re-opens in one transaction. Throws StreamBroken when an event that waits cannot be sealed. */
export async function reopen(
  order: ReopeningOrder,
  { transaction: transact, key, keyed, random }: ReopeningPorts,
): Promise<Outcome<Reopened, ReopeningRefusal>> {
  return transact(async (transaction) => {
    const head = await transaction.lockHead();
    if (head.stopped === undefined) return refused("log-not-stopped");
    const before = await signedUntilHere(head, transaction.log);
    if (before === undefined) return refused("log-damaged");
    const former = (await reopeningsOf(transaction.log, head.size)).map((each) => each.before.origin);
    if ([before.origin, ...former].includes(key.signer.name)) return refused("origin-not-new");
    const data = dataOf(order, { before, stopped: head.stopped, key });
    const scope = systemScope(`reopening/${key.signer.name}`);
    const recorded = await transaction.record(scope, await composed(data, { transaction, random }));
    const waiting = await transaction.pending(batchLimit);
    await checkWaiting(keyed, waiting);
    await transaction.liftStop();
    const { batch } = await makeBatch(head, [...recorded, ...waiting.events], { key, keyed });
    await transaction.append(batch);
    return done({ data, size: batch.size });
  });
}

/** Opens the remembered checkpoint, if that signatory signed it. */
export async function openRemembered(note: Uint8Array, { key }: Signatory): Promise<SignedTree | undefined> {
  const parsed = parseVkey(key);
  const opened = parsed && (await openCheckpoint(note, ed25519Verifier(parsed)));
  return opened?.ok === true ? { size: opened.value.size, root: formatHash(opened.value.root) } : undefined;
}

async function signedUntilHere(head: Head, log: LogReader): Promise<(Signatory & SignedTree) | undefined> {
  const [signatory, newest] = [await signatoryOf(log, head.size), await log.checkpoint()];
  const tree = signatory && newest && (await openRemembered(newest.note, signatory));
  if (signatory === undefined || tree?.size !== head.size || tree.root !== formatHash(edgeRoot(head.edge)))
    return undefined;
  return { ...signatory, ...tree };
}

interface Circumstances {
  readonly before: Signatory & SignedTree;
  readonly stopped: string;
  readonly key: LogKey;
}

function dataOf({ reason, remembered }: ReopeningOrder, { before, stopped, key }: Circumstances): Data {
  const tree = ({ size, root }: SignedTree) => ({ size, root: commitment.parse(root) });
  return {
    origin: originField.parse(key.signer.name),
    key: verifierKey.parse(key.vkey),
    before: { origin: originField.parse(before.origin), key: verifierKey.parse(before.key), ...tree(before) },
    stopped: code.parse(stopped),
    reason,
    ...(remembered === undefined ? {} : { remembered: tree(remembered) }),
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
