/** The statements of a sealing: lock the head, read what waits, append a batch. service/sealing/seal.ts holds their order. */

import { sql, type Transaction } from "kysely";
import { formatEdge, parseEdge } from "../log/tree.ts";
import { parseStreamName } from "../domain/event.ts";
import type { Placement } from "../log/receipt.ts";
import type { Batch, EventNumber, Head, Pending, Sealing, SealingTransaction } from "../service/ports.ts";
import { hashOf, selectPlaced } from "./placed-events.ts";
import { tryDatabase } from "./database-fault.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { sqlFunction } from "./sql-function.ts";
import type { Tables } from "./tables.ts";

/** makeSealing seals for the `origin` for which this process signs. */
export function makeSealing(database: Database, origin: string): Sealing {
  const { reading } = methodsOn(database);
  return {
    placement: reading(findPlacement),
    transaction: async (work) =>
      tryDatabase(
        async () =>
          database
            .transaction()
            .setIsolationLevel("read committed")
            .execute(async (transaction) => work(sealingIn(transaction))),
        true,
      ),
    waitingLongerThan: reading(waitsLongerThan),
    isReadOnly: reading(isReadOnly),
    stop: async (reason) => tryDatabase(async () => void (await stopLog(database, { reason, origin }))),
  };
}

const stopLog = sqlFunction("stop_log", { reason: "text", origin: "text" });

export function sealingIn(transaction: Transaction<Tables>): SealingTransaction {
  return {
    lockHead: async () => lockHead(transaction),
    pending: async (limit) => readPending(transaction, limit),
    append: async (batch) => append(transaction, batch),
  };
}

interface HeadRow {
  size: string;
  hash: Buffer;
  edge: Buffer;
  stopped: string | null;
}

export function headOf(row: HeadRow): Head {
  const size = Number(row.size);
  const edge = parseEdge(size, row.edge);
  if (edge === undefined) throw new Error(`the edge of the head does not belong to a tree of ${size}`);
  return { size, hash: hashOf(row.hash), edge, stopped: row.stopped ?? undefined };
}

/**
 * readPending reads whole recordings, oldest first, so that the events of one command are never parted between two batches.
 * `follows` selects the leaf of the version before instead of asking "exists": for "exists" PostgreSQL hashed the whole log,
 * which took 270 ms a sealing at 24,000 entries.
 */
async function readPending(transaction: Transaction<Tables>, limit: number): Promise<Pending> {
  const { rows } = await sql<{
    event: string;
    stream: string;
    version: number;
    body: Buffer;
    follows: boolean;
    clock_back: boolean;
  }>`
    select e.id as event, e.stream, e.version, e.body,
      e.version = 1 or (
        select leaf.index from event p join leaf on leaf.event = p.id where p.stream = e.stream and p.version = e.version - 1
      ) is not null as follows,
      coalesce((
        select signed_at > clock_timestamp() + interval '60 seconds' from checkpoint order by size desc limit 1
      ), false) as clock_back
    from pending join event e on e.id = pending.event
    where pending.recording <= (select max(recording) from (
      select recording from pending order by recording, event limit ${limit}) as first)
    order by pending.recording, pending.event`.execute(transaction);
  return {
    clockBack: rows[0]?.clock_back ?? false,
    events: rows.map(({ event, stream, version, body, follows }) => ({
      event: BigInt(event),
      stream: parseStreamName(stream),
      version,
      body,
      follows,
    })),
  };
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
  leafHashes: "bytea[]",
  tileLevels: "smallint[]",
  tileIndexes: "bigint[]",
  tileHashes: "bytea[]",
  edgeBefore: "bytea",
  edgeAfter: "bytea",
  note: "bytea",
});

async function append(
  transaction: Transaction<Tables>,
  { events, start, leaves, tiles, edgeBefore, edge, note }: Batch,
): Promise<void> {
  await appendBatch(transaction, {
    events,
    start,
    leafHashes: leaves,
    tileLevels: tiles.map(({ level }) => level),
    tileIndexes: tiles.map(({ index }) => index),
    tileHashes: tiles.map(({ hash }) => hash),
    edgeBefore: formatEdge(edgeBefore),
    edgeAfter: formatEdge(edge),
    note,
  });
}

async function findPlacement(database: Database, events: readonly EventNumber[]): Promise<Placement | undefined> {
  const entries = await selectPlaced(database, sql`leaf.event = any (${events}::bigint[])`);
  const last = entries.at(-1);
  if (entries.length < events.length || last === undefined) return undefined;
  const batch = await database
    .selectFrom("checkpoint")
    .select(["size", "start", "edge", "note"])
    .where("size", ">", String(last.index))
    .orderBy("size")
    .limit(1)
    .executeTakeFirstOrThrow();
  const leaves = await database
    .selectFrom("leaf")
    .select("hash")
    .where("index", ">=", batch.start)
    .where("index", "<", batch.size)
    .orderBy("index")
    .execute();
  const start = Number(batch.start);
  const edgeBefore = parseEdge(start, batch.edge);
  if (edgeBefore === undefined)
    throw new Error(`the edge of checkpoint ${batch.size} does not belong to a tree of ${start}`);
  return {
    entries,
    start,
    size: Number(batch.size),
    edgeBefore,
    leaves: leaves.map(({ hash }) => hashOf(hash)),
    note: batch.note,
  };
}

async function waitsLongerThan(database: Database, milliseconds: number): Promise<boolean> {
  const { rows } = await sql<{ late: boolean | null }>`
    select since < clock_timestamp() - ${milliseconds} * interval '1 millisecond' as late
    from pending order by recording, event limit 1`.execute(database);
  return rows[0]?.late ?? false;
}

async function isReadOnly(database: Database): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select current_setting('transaction_read_only')::boolean as is`.execute(
    database,
  );
  return rows[0]?.is ?? false;
}
