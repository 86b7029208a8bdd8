/** Reading the log as it was sealed: leaves byte for byte, hashes by level, signed checkpoints. */

import { type RawBuilder, sql } from "kysely";
import { parseInstant } from "../base/day.ts";
import { wrapEvent } from "../log/entry.ts";
import type { LogReader } from "../service/ports.ts";
import { hashOf, selectPlaced } from "./placed-events.ts";
import { type Database, tryDatabase } from "./postgres.ts";
import { headOf } from "./sealing.ts";

export function makeLogReader(database: Database): LogReader {
  return {
    head: async () =>
      tryDatabase(async () =>
        headOf(await database.selectFrom("head").select(["size", "hash", "edge", "stopped"]).executeTakeFirstOrThrow()),
      ),
    checkpoint: async (covering) => tryDatabase(async () => readCheckpoint(database, covering)),
    checkpointOf: async (size) =>
      tryDatabase(async () =>
        database.selectFrom("checkpoint").select("note").where("size", "=", String(size)).executeTakeFirst(),
      ),
    hashes: async (level, start, end) => tryDatabase(async () => readHashes(database, { level, start, end })),
    leaves: async (start, end) =>
      tryDatabase(async () =>
        (await readLeaves(database, sql`leaf.index >= ${start} and leaf.index < ${end}`)).map(({ leaf }) => leaf),
      ),
    leavesOf: async (stream) => tryDatabase(async () => readLeaves(database, sql`event.stream = ${stream}`)),
  };
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
  const signedAt = parseInstant(row.at);
  if (signedAt === undefined) throw new Error(`signed at ${row.at}`);
  return { size: Number(row.size), note: row.note, signedAt };
}

async function readHashes(
  database: Database,
  { level, start, end }: { level: number; start: number; end: number },
): ReturnType<LogReader["hashes"]> {
  const { rows } = await (level === 0
    ? sql<{ hash: Buffer }>`select hash from leaf where index >= ${start} and index < ${end} order by index`
    : sql<{
        hash: Buffer;
      }>`select hash from tile where level = ${level} and index >= ${start} and index < ${end} order by index`
  ).execute(database);
  return rows.map(({ hash }) => hashOf(hash));
}

async function readLeaves(
  database: Database,
  which: RawBuilder<unknown>,
): Promise<{ index: number; leaf: Uint8Array }[]> {
  const placed = await selectPlaced(database, which);
  return placed.map(({ index, body, prev }) => ({ index, leaf: wrapEvent({ event: body, index, prev }) }));
}
