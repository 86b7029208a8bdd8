/** The owner's statements that take out what no server wrote (db/0005_guard.sql); service/recording/taking-out.ts has their order. */

import { sql, type Transaction } from "kysely";
import type { StreamName } from "../domain/event.ts";
import { type Rows, tables } from "../domain/row-changes.ts";
import { formatEdge } from "../log/tree.ts";
import { tileWidth } from "../log/tile.ts";
import type { LoadedStream } from "../service/loaded-stream.ts";
import type { Head, Ports } from "../service/ports.ts";
import type { TakingOut } from "../service/recording/taking-out.ts";
import { streamTag } from "../service/sealing/tags.ts";
import type { Tables } from "./tables.ts";

export function takingOutIn(transaction: Transaction<Tables>, keyed: Ports["keyed"]): Omit<TakingOut, "pending"> {
  return {
    cutBack: async (head) => cutBack(transaction, head),
    emptyRecordings: async () => emptyRecordings(transaction),
    remove: async (recordings) => remove(transaction, recordings),
    strayStreams: async () => strayStreams(transaction),
    dropStream: async (name) => void (await transaction.deleteFrom("stream").where("name", "=", name).execute()),
    bodiesOf: async (stream) => bodiesOf(transaction, stream),
    restore: async (stream, loaded, rows) => {
      await restoreStream(transaction, keyed, { stream, loaded });
      await restoreRows(transaction, stream, rows);
    },
  };
}

async function cutBack(transaction: Transaction<Tables>, head: Head): Promise<void> {
  const { size, hash, checkpoints } = head;
  await sql`insert into pending (recording, event)
    select event.recording, event.id from leaf join event on event.id = leaf.event where leaf.index >= ${size}
    on conflict do nothing`.execute(transaction);
  await sql`delete from leaf where index >= ${size}`.execute(transaction);
  for (let level = 1; level <= 7; level++) {
    const full = Math.floor(size / tileWidth ** level);
    await sql`delete from tile where level = ${level} and index >= ${full}`.execute(transaction);
  }
  await sql`delete from checkpoint where size > ${size}`.execute(transaction);
  const edge = Buffer.from(formatEdge(head.edge));
  await transaction
    .updateTable("head")
    .set({ size: String(size), hash: Buffer.from(hash), edge, checkpoints: String(checkpoints) })
    .execute();
}

async function emptyRecordings(transaction: Transaction<Tables>): Promise<readonly bigint[]> {
  const { rows } = await sql<{ number: string }>`
    select number from recording where not exists (select from event where event.recording = number)`.execute(
    transaction,
  );
  return rows.map(({ number }) => BigInt(number));
}

async function remove(transaction: Transaction<Tables>, recordings: readonly bigint[]): Promise<void> {
  const ours = sql`any (${recordings.map(String)}::bigint[])`;
  await sql`delete from pending where recording = ${ours}`.execute(transaction);
  await sql`delete from event where recording = ${ours}`.execute(transaction);
  await sql`delete from committed_value where recording = ${ours}`.execute(transaction);
  await sql`delete from subject_key where recording = ${ours}`.execute(transaction);
  await sql`delete from recording where number = ${ours}`.execute(transaction);
}

async function strayStreams(transaction: Transaction<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from stream where version is distinct from (select max(version) from event where event.stream = name)`.execute(
    transaction,
  );
  return rows.map(({ name }) => name);
}

async function bodiesOf(transaction: Transaction<Tables>, stream: StreamName): Promise<readonly Uint8Array[]> {
  const events = transaction.selectFrom("event").select("body").where("stream", "=", stream).orderBy("version");
  return (await events.execute()).map(({ body }) => body);
}

async function restoreStream(
  transaction: Transaction<Tables>,
  keyed: Ports["keyed"],
  { stream, loaded }: { readonly stream: StreamName; readonly loaded: LoadedStream | undefined },
): Promise<void> {
  if (loaded === undefined) {
    await transaction.deleteFrom("stream").where("name", "=", stream).execute();
    return;
  }
  const { version, at, state, folded } = loaded;
  const tag = Buffer.from(await streamTag(keyed, stream, loaded));
  await transaction.updateTable("stream").set({ version, at, state, folded, tag }).where("name", "=", stream).execute();
}

/** restoreRows writes the rows of the stream anew; a deadline whose finding was taken out is no longer judged. */
async function restoreRows(transaction: Transaction<Tables>, stream: StreamName, rows: Rows): Promise<void> {
  const changes: Record<string, unknown> = {};
  const judged: string[] = [];
  for (const table of tables) {
    const { rows: kept } = await sql<{ key: string; row: Record<string, unknown> }>`
      select key, to_jsonb(v) as row from ${sql.table(`view.${table}`)} v where stream = ${stream}`.execute(
      transaction,
    );
    if (table === "finding") judged.push(...kept.map(({ row }) => String(row["deadline"])));
    changes[table] = { taken: kept.map(({ key }) => key), rows: rows[table] ?? [] };
  }
  await sql`select view.apply(${JSON.stringify(changes)}::jsonb)`.execute(transaction);
  await sql`update view.deadline set judged = exists (select from view.finding where finding.deadline = view.deadline.key)
    where key = any (${judged}::text[])`.execute(transaction);
}
