/** The statements of a sealing: lock the head, read what waits, append a batch. service/sealing/seal.ts holds their order. */

import { sql, type Transaction } from "kysely";
import { parseEdge } from "../log/tree.ts";
import type { Batch, ClockWait, EventNumber, Head, Pending, Sealing, SealingTransaction } from "../service/ports.ts";
import type { KeptRecording, StoredPlacement } from "../service/kept-rows.ts";
import { selectCheckpoint, selectNewestBatch } from "./checked/checkpoints.ts";
import { hashOf, selectPlaced } from "./placed-events.ts";
import { tryDatabase } from "./database-fault.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { instantOf } from "./row.ts";
import { sqlFunction } from "./sql-function.ts";
import type { Tables } from "./tables.ts";

/** `reading` and `sealing` may be connections of different roles (db/0005_guard.sql). */
interface SealingDatabases {
  readonly reading: Database;
  readonly sealing: Database;
}

/** makeSealing seals for the `origin` for which this process signs. */
export function makeSealing(databases: SealingDatabases, origin: string): Sealing {
  const { reading } = methodsOn(databases.reading);
  return {
    placement: reading(findPlacement),
    transaction: async (work) =>
      tryDatabase(
        async () =>
          databases.sealing
            .transaction()
            .setIsolationLevel("read committed")
            .execute(async (transaction) => work(sealingIn(transaction))),
        true,
      ),
    waitingLongerThan: reading(waitsLongerThan),
    isReadOnly: methodsOn(databases.sealing).reading(isReadOnly),
    stop: async (reason) => tryDatabase(async () => void (await stopLog(databases.sealing, { reason, origin }))),
  };
}

const stopLog = sqlFunction("stop_log", { reason: "text", origin: "text" });

export function sealingIn(transaction: Transaction<Tables>): SealingTransaction {
  return {
    lockHead: async () => lockHead(transaction),
    newestBatch: async () => selectNewestBatch(transaction),
    pending: async (limit) => readPending(transaction, limit),
    append: async (batch) => append(transaction, batch),
    liftClockStop: async () => liftClockStop(transaction),
  };
}

interface HeadRow {
  size: string;
  hash: Buffer;
  edge: Buffer;
  checkpoints: string;
  stopped: string | null;
}

export function headOf(row: HeadRow): Head {
  const size = Number(row.size);
  const edge = parseEdge(size, row.edge);
  if (edge === undefined) throw new Error(`the edge of the head does not belong to a tree of ${size}`);
  const { hash, checkpoints, stopped } = row;
  return { size, hash: hashOf(hash), edge, checkpoints: Number(checkpoints), stopped: stopped ?? undefined };
}

/**
 * readPending reads whole recordings, oldest first, so that the events of one command are never parted between two batches.
 * `follows` selects the leaf of the version before instead of asking "exists": for "exists" PostgreSQL hashed the whole log,
 * which took 270 ms a sealing at 24,000 entries.
 */
async function readPending(transaction: Transaction<Tables>, limit: number): Promise<Pending> {
  const { rows } = await sql<PendingRow>`
    select e.id as event, e.recording, e.stream, e.version, e.body,
      e.version = 1 or (
        select leaf.index from event p join leaf on leaf.event = p.id where p.stream = e.stream and p.version = e.version - 1
      ) is not null as follows
    from pending join event e on e.id = pending.event
    where pending.recording <= (select max(recording) from (
      select recording from pending order by recording, event limit ${limit}) as first)
    order by pending.recording, pending.event`.execute(transaction);
  return {
    clockWait: await readClockWait(transaction),
    recordings: await readRecordings(transaction, [...new Set(rows.map(({ recording }) => recording))]),
    events: rows.map(({ event, recording, stream, version, body, follows }) => ({
      event: BigInt(event),
      recording: BigInt(recording),
      stream,
      version,
      body,
      follows,
    })),
  };
}

interface PendingRow {
  event: string;
  recording: string;
  stream: string;
  version: number;
  body: Buffer;
  follows: boolean;
}

async function readRecordings(
  transaction: Transaction<Tables>,
  numbers: readonly string[],
): Promise<readonly KeptRecording[]> {
  const { rows } = await sql<{ number: string; scope: Buffer; digest: Buffer; status: number; tag: Buffer }>`
    select number, scope, digest, status, tag from recording where number = any (${numbers}::bigint[])`.execute(
    transaction,
  );
  return rows.map(({ number, digest, ...row }) => ({ ...row, number: BigInt(number), body: digest }));
}

async function readClockWait(transaction: Transaction<Tables>): Promise<ClockWait | undefined> {
  const { rows } = await sql<{ until: string; seconds: number }>`select until, seconds from clock_wait`.execute(
    transaction,
  );
  return rows[0] && { until: instantOf(rows[0].until), seconds: rows[0].seconds };
}

const lift = sqlFunction("lift_clock_stop", {});

async function liftClockStop(transaction: Transaction<Tables>): Promise<boolean> {
  const [answer] = await lift<{ lift_clock_stop: boolean }>(transaction, {});
  return answer?.lift_clock_stop ?? false;
}

const lockHeadRow = sqlFunction("lock_head", {});

async function lockHead(transaction: Transaction<Tables>): Promise<Head> {
  const [head] = await lockHeadRow<HeadRow>(transaction, {});
  if (head === undefined) throw new Error("the head row is missing");
  return headOf(head);
}

const appendBatch = sqlFunction("append_batch", {
  events: "bigint[]",
  start: "bigint",
  note: "bytea",
  checkpointTag: "bytea",
});

async function append(transaction: Transaction<Tables>, { events, start, note, tag }: Batch): Promise<void> {
  await appendBatch(transaction, { events, start, note, checkpointTag: tag });
}

async function findPlacement(database: Database, events: readonly EventNumber[]): Promise<StoredPlacement | undefined> {
  const entries = await selectPlaced(database, sql`leaf.event = any (${events}::bigint[])`);
  const last = entries.at(-1);
  if (entries.length < events.length || last === undefined) return undefined;
  const batch = await selectCheckpoint(database, sql`where size > ${last.index} order by size`);
  if (batch === undefined) throw new Error(`no checkpoint covers entry ${last.index}`);
  const { number, start, size, edge: edgeBefore, note, tag } = batch;
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from leaf where index >= ${start} and index < ${size} order by index`.execute(database);
  return { entries, start, size, edgeBefore, leaves: rows.map(({ hash }) => hashOf(hash)), note, number, tag };
}

async function waitsLongerThan(database: Database, milliseconds: number): Promise<boolean> {
  const { rows } = await sql<{ late: boolean | null }>`
    select since not between clock_timestamp() - ${milliseconds} * interval '1 millisecond' and clock_timestamp() as late
    from pending order by recording, event limit 1`.execute(database);
  return rows[0]?.late ?? false;
}

async function isReadOnly(database: Database): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select current_setting('transaction_read_only')::boolean as is`.execute(
    database,
  );
  return rows[0]?.is ?? false;
}
