/** The log as it was sealed: leaves byte for byte, hashes by level, signed checkpoints. */

import { type RawBuilder, sql } from "kysely";
import type { StreamName } from "../domain/event.ts";
import { wrapEvent } from "../log/entry.ts";
import type { LogReader } from "../service/ports.ts";
import { hashOf, selectPlaced } from "./placed-events.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { instantOf } from "./row.ts";
import { headOf } from "./sealing.ts";

export function makeLogReader(database: Database): LogReader {
  const { reading } = methodsOn(database);
  return {
    head: reading(readHead),
    checkpoint: reading(readCheckpoint),
    checkpointOf: reading(readCheckpointOf),
    hashes: reading(readHashes),
    leaves: reading(readLeaves),
    leavesOf: reading(readLeavesOf),
  };
}

async function readHead(database: Database): ReturnType<LogReader["head"]> {
  const head = database.selectFrom("head").select(["size", "hash", "edge", "stopped"]);
  return headOf(await head.executeTakeFirstOrThrow());
}

async function readCheckpointOf(database: Database, size: number): ReturnType<LogReader["checkpointOf"]> {
  return database.selectFrom("checkpoint").select("note").where("size", "=", String(size)).executeTakeFirst();
}

async function readCheckpoint(database: Database, covering: number | undefined): ReturnType<LogReader["checkpoint"]> {
  const all = database
    .selectFrom("checkpoint")
    .select([
      "size",
      "note",
      sql<string>`to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as("at"),
    ])
    .limit(1);
  const row = await (covering === undefined
    ? all.orderBy("size", "desc")
    : all.where("size", ">=", String(covering)).orderBy("size")
  ).executeTakeFirst();
  if (row === undefined) return undefined;
  return { size: Number(row.size), note: row.note, signedAt: instantOf(row.at) };
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

async function readLeaves(database: Database, start: number, end: number): ReturnType<LogReader["leaves"]> {
  const leaves = await selectLeaves(database, sql`leaf.index >= ${start} and leaf.index < ${end}`);
  return leaves.map(({ leaf }) => leaf);
}

async function readLeavesOf(database: Database, stream: StreamName): ReturnType<LogReader["leavesOf"]> {
  return selectLeaves(database, sql`event.stream = ${stream}`);
}

async function selectLeaves(
  database: Database,
  which: RawBuilder<unknown>,
): Promise<{ index: number; leaf: Uint8Array }[]> {
  const placed = await selectPlaced(database, which);
  return placed.map(({ index, body, prev }) => ({ index, leaf: wrapEvent({ event: body, index, prev }) }));
}
