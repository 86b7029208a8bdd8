/** Checkpoints as rows, and the newest one with its batch: what the next signature is checked against. */

import { type RawBuilder, sql } from "kysely";
import { type Edge, parseEdge } from "../../log/tree.ts";
import type { DatedCheckpoint, KeptCheckpoint, SealedBatch } from "../../service/kept-rows.ts";
import { hashOf, selectPlaced } from "../placed-events.ts";
import type { Database } from "../postgres.ts";
import { instantOf } from "../row.ts";

interface Row {
  number: string;
  start: string;
  size: string;
  edge: Buffer;
  note: Buffer;
  tag: Buffer;
  at: string;
}

/** selectCheckpoint returns the first row of `which`, the condition and the order of the query. */
export async function selectCheckpoint(
  database: Database,
  which: RawBuilder<unknown>,
): Promise<DatedCheckpoint | undefined> {
  const { rows } = await sql<Row>`
    select number, start, size, edge, note, tag, to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from checkpoint ${which} limit 1`.execute(database);
  const [row] = rows;
  return row && { ...rowOf(row), signedAt: instantOf(row.at) };
}

function rowOf({ number, start, size, edge, note, tag }: Row): KeptCheckpoint {
  return { number: Number(number), start: Number(start), size: Number(size), edge: edgeOf(start, edge), note, tag };
}

function edgeOf(size: string, bytes: Uint8Array): Edge {
  const edge = parseEdge(Number(size), bytes);
  if (edge === undefined) throw new Error(`the edge of a checkpoint does not belong to a tree of ${size}`);
  return edge;
}

export async function selectNewestBatch(database: Database): Promise<SealedBatch | undefined> {
  const newest = await selectCheckpoint(database, sql`order by size desc`);
  if (newest === undefined) return undefined;
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from leaf where index >= ${newest.start} and index < ${newest.size} order by index`.execute(database);
  const [last] = await selectPlaced(database, sql`leaf.index = ${newest.size - 1}`);
  return { ...newest, leaves: rows.map(({ hash }) => hashOf(hash)), last };
}
