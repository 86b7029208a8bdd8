/** The database side of sealing (service/seal.ts holds the order): the head lock, what waits, what a batch adds. */

import { sql, type Transaction } from "kysely";
import { formatEdge, parseEdge } from "../log/tree.ts";
import { parseStreamName } from "../domain/event.ts";
import type { Batch, EventNumber, Head, Pending, Placement, Sealing, SealingTransaction } from "../service/ports.ts";
import { hashOf, selectPlaced } from "./placed-events.ts";
import { type Database, tryDatabase } from "./postgres.ts";
import type { Tables } from "./tables.ts";

/** `origin`: what this process signs for. */
export function makeSealing(database: Database, origin: string): Sealing {
  return {
    placement: async (events) => tryDatabase(async () => findPlacement(database, events)),
    transaction: async (work) =>
      tryDatabase(
        async () =>
          database
            .transaction()
            .setIsolationLevel("read committed")
            .execute(async (transaction) => work(sealingIn(transaction))),
        true,
      ),
    waitingLongerThan: async (milliseconds) => tryDatabase(async () => waitsLongerThan(database, milliseconds)),
    stop: async (reason) =>
      tryDatabase(async () => void (await sql`select stop_log(${reason}, ${origin})`.execute(database))),
  };
}

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
 * Whole recordings, oldest first: what one command recorded is never parted between two batches. The version before is
 * asked for as a value, not with "exists": of that PostgreSQL made a hash of the whole log, 270 ms a seal at 24,000 entries.
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
      coalesce((select signed_at > clock_timestamp() + interval '60 seconds' from checkpoint order by size desc limit 1), false) as clock_back
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

async function lockHead(transaction: Transaction<Tables>): Promise<Head> {
  const { rows } = await sql<HeadRow>`select * from lock_head()`.execute(transaction);
  const [head] = rows;
  if (head === undefined) throw new Error("the head row is missing");
  return headOf(head);
}

async function append(transaction: Transaction<Tables>, batch: Batch): Promise<void> {
  const { tiles } = batch;
  await sql`
    select append_batch(${batch.events}::bigint[], ${batch.start}::bigint, ${batch.leaves.map(bufferOf)}::bytea[],
      ${tiles.map((tile) => tile.level)}::smallint[], ${tiles.map((tile) => tile.index)}::bigint[], ${tiles.map((tile) => bufferOf(tile.hash))}::bytea[],
      ${bufferOf(formatEdge(batch.edgeBefore))}, ${bufferOf(formatEdge(batch.edge))}, ${bufferOf(batch.note)})`.execute(
    transaction,
  );
}

export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
