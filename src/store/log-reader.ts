/** The log as it was sealed: leaves byte for byte, hashes by level, signed checkpoints. */

import { type RawBuilder, sql } from "kysely";
import type { StreamName } from "../domain/event.ts";
import { noPrev, wrapEvent } from "../log/entry.ts";
import type { LogReader, PlacedLeaf } from "../service/ports.ts";
import { selectCheckpoint, selectNewestBatch } from "./checked/checkpoints.ts";
import { hashOf, selectKept } from "./placed-events.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { headOf } from "./sealing.ts";

export function makeLogReader(database: Database): LogReader {
  const { reading } = methodsOn(database);
  return {
    head: reading(readHead),
    newestBatch: reading(selectNewestBatch),
    checkpoint: reading(readCheckpoint),
    beginning: reading(readBeginning),
    checkpointOf: reading(readCheckpointOf),
    hashes: reading(readHashes),
    leaves: reading(readLeaves),
    leavesOf: reading(readLeavesOf),
    leavesAt: reading(readLeavesAt),
  };
}

async function readHead(database: Database): ReturnType<LogReader["head"]> {
  const head = database.selectFrom("head").select(["size", "hash", "edge", "checkpoints", "stopped"]);
  return headOf(await head.executeTakeFirstOrThrow());
}

async function readCheckpointOf(database: Database, size: number): ReturnType<LogReader["checkpointOf"]> {
  return database.selectFrom("checkpoint").select("note").where("size", "=", String(size)).executeTakeFirst();
}

async function readCheckpoint(database: Database, below: number | undefined): ReturnType<LogReader["checkpoint"]> {
  const which = below === undefined ? sql`` : sql`where size < ${below}`;
  return selectCheckpoint(database, sql`${which} order by size desc`);
}

async function readBeginning(database: Database): ReturnType<LogReader["beginning"]> {
  return (await selectCheckpoint(database, sql`order by size`))?.signedAt;
}

async function readHashes(
  database: Database,
  ...[level, start, end]: Parameters<LogReader["hashes"]>
): ReturnType<LogReader["hashes"]> {
  const hashes = level === 0 ? sql`leaf` : sql`(select * from tile where level = ${level}) as tile`;
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from ${hashes} where index >= ${start} and index < ${end} order by index`.execute(database);
  return rows.map(({ hash }) => hashOf(hash));
}

/** readLeaves leaves out an event whose leaf cannot be made: its caller counts them. */
async function readLeaves(database: Database, start: number, end: number): ReturnType<LogReader["leaves"]> {
  const placed = await selectKept(database, sql`leaf.index >= ${start} and leaf.index < ${end}`);
  return placed.flatMap(({ index, body, prev }) => (prev === undefined ? [] : wrapEvent({ event: body, index, prev })));
}

/** readLeavesOf is for pages of one stream, which show what happened and prove nothing: a leaf lost elsewhere is not theirs. */
async function readLeavesOf(database: Database, stream: StreamName): ReturnType<LogReader["leavesOf"]> {
  return placedLeaves(database, sql`event.stream = ${stream}`);
}

/** readLeavesAt is for pages that name entries as evidence, and prove nothing either. */
async function readLeavesAt(database: Database, indexes: readonly number[]): ReturnType<LogReader["leavesAt"]> {
  return placedLeaves(database, sql`leaf.index = any(${[...indexes]}::bigint[])`);
}

async function placedLeaves(database: Database, which: RawBuilder<unknown>): Promise<readonly PlacedLeaf[]> {
  const placed = await selectKept(database, which);
  return placed.map(({ index, body, prev = noPrev }) => ({ index, leaf: wrapEvent({ event: body, index, prev }) }));
}
