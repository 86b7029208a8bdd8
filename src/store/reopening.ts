/** The owner's statements of a re-opening (db/0005_guard.sql); service/recording/reopening.ts has their order. */

import { sql, type Transaction } from "kysely";
import type { Instant } from "../base/day.ts";
import type { LoadedStream } from "../service/loaded-stream.ts";
import type { PendingEvent, Ports, RecordedEvent, StreamAdvance } from "../service/ports.ts";
import type { KeptRecording } from "../service/kept-rows.ts";
import type { ReopeningPorts, ReopeningTransaction } from "../service/recording/reopening.ts";
import { recordingTag, streamTag } from "../service/sealing/tags.ts";
import { originStream } from "../service/sealing/signatories.ts";
import { makeLogReader } from "./log-reader.ts";
import { tryDatabase } from "./database-fault.ts";
import { type Database } from "./postgres.ts";
import { instantOf } from "./row.ts";
import { sealingIn } from "./sealing.ts";
import { takingOutIn } from "./taking-out.ts";
import type { Tables } from "./tables.ts";

export function makeReopening(database: Database, keyed: Ports["keyed"]): ReopeningPorts["transaction"] {
  return async (work) =>
    tryDatabase(async () =>
      database
        .transaction()
        .setIsolationLevel("read committed")
        .execute(async (transaction) => work(reopeningIn(transaction, keyed))),
    );
}

function reopeningIn(transaction: Transaction<Tables>, keyed: Ports["keyed"]): ReopeningTransaction {
  const sealing = sealingIn(transaction);
  return {
    ...sealing,
    ...takingOutIn(transaction, keyed),
    append: async (batch) => {
      // append seals only events that are in pending. The re-opening is sealed first of all that wait, so it goes there only now.
      await sql`
        insert into pending (recording, event) select recording, id from event where id = any (${batch.events}::bigint[])
        on conflict do nothing`.execute(transaction);
      await sealing.append(batch);
    },
    log: makeLogReader(transaction),
    now: async () => now(transaction),
    stream: async () => readStream(transaction),
    record: async (scope, { advances, events }) => {
      for (const advance of advances) await advanceStream(transaction, advance, keyed);
      const row = { scope, body: scope, status: 201 };
      const tag = await recordingTag(
        keyed,
        row,
        events.map(({ body }) => body),
      );
      const number = await insertRecording(transaction, { ...row, tag });
      const recorded: PendingEvent[] = [];
      for (const event of events) recorded.push(await insertEvent(transaction, number, event));
      return recorded;
    },
    liftStop: async () => void (await transaction.updateTable("head").set({ stopped: null }).execute()),
  };
}

async function now(transaction: Transaction<Tables>): Promise<Instant> {
  const { rows } = await sql<{ now: string }>`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`.execute(transaction);
  return instantOf(rows[0]?.now ?? "");
}

async function readStream(transaction: Transaction<Tables>): Promise<LoadedStream | undefined> {
  const row = await transaction
    .selectFrom("loaded_stream")
    .selectAll()
    .where("name", "=", originStream)
    .executeTakeFirst();
  return row && { ...row, at: instantOf(row.at) };
}

async function advanceStream(
  transaction: Transaction<Tables>,
  { stream, after }: StreamAdvance,
  keyed: Ports["keyed"],
): Promise<void> {
  const { version, at, state, folded } = after;
  const row = { version, at, state, folded, tag: Buffer.from(await streamTag(keyed, stream, after)) };
  await transaction
    .insertInto("stream")
    .values({ name: stream, ...row })
    .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
    .execute();
}

async function insertRecording(
  transaction: Transaction<Tables>,
  { scope, body, status, tag }: Omit<KeptRecording, "number">,
): Promise<bigint> {
  const { rows } = await sql<{ number: string }>`
    insert into recording (number, scope, digest, status, tag)
      values (nextval(pg_get_serial_sequence('event', 'id')), ${scope}, ${body}, ${status}, ${tag})
      returning number`.execute(transaction);
  return BigInt(rows[0]?.number ?? "");
}

/** insertEvent says that the event follows a sealed version, because every earlier re-opening was sealed as it was recorded. */
async function insertEvent(
  transaction: Transaction<Tables>,
  recording: bigint,
  { stream, version, body }: RecordedEvent,
): Promise<PendingEvent> {
  const { rows } = await sql<{ id: string }>`
    insert into event (recording, stream, version, body)
      values (${recording}, ${stream}, ${version}, ${body})
      returning id`.execute(transaction);
  return { event: BigInt(rows[0]?.id ?? ""), recording, stream, version, body, follows: true };
}
