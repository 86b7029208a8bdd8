/** Connections that break, and what is then known of a command. */

import { type Kysely, sql } from "kysely";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConnectionSlots } from "../../src/store/connection-slots.ts";
import { TryAgain } from "../../src/service/ports.ts";
import { passingFault } from "../../src/store/database-fault.ts";
import { openConnection, openPool } from "../../src/store/postgres.ts";
import type { Tables } from "../../src/store/tables.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

let postgres: Database;
beforeAll(async () => {
  postgres = await freshDatabase();
});
afterAll(async () => postgres.drop());

const oneSlot = () => new ConnectionSlots(1, 0);

describe.each([
  ["of a pool", () => openPool(postgres.appUrl, 2)],
  ["of one request", () => openConnection(postgres.appUrl, oneSlot())],
])("a session %s that PostgreSQL ends because its holder froze in a transaction", (_, open) => {
  it("fails the next statement, asks to try again, and leaves the process alive", async () => {
    const { database, end } = open();
    const frozen = database.transaction().execute(async (transaction) => {
      await sql`set local idle_in_transaction_session_timeout = 100`.execute(transaction);
      // Idle for longer than the database allows.
      await pause(400);
      await sql`select 1`.execute(transaction);
    });
    const fault = await frozen.catch((error: unknown) => passingFault(error, true));
    expect(fault).toBeInstanceOf(TryAgain);
    await end();
  });
});

describe("the connection of one request", () => {
  it("lets no statement into a transaction to which it does not belong", async () => {
    const { database, end } = openConnection(postgres.appUrl, oneSlot());
    const inTransaction = database.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await pause(20);
      return transactionOf(transaction);
    });
    const [inside, outside] = await Promise.all([inTransaction, transactionOf(database)]);
    expect(outside).not.toBe(inside);
    await end();
  });

  it("fails each statement when it cannot be opened, and lets none wait for ever", async () => {
    const { database, end } = openConnection("postgres://nobody@127.0.0.1:9/nothing", oneSlot());
    const outcomes = await Promise.allSettled([transactionOf(database), transactionOf(database)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await end().catch(() => undefined);
  });
});

describe("the slot of a connection", () => {
  it("is taken with the first statement, and given back at the end", async () => {
    const slots = oneSlot();
    const [one, other] = [openConnection(postgres.appUrl, slots), openConnection(postgres.appUrl, slots)];
    expect(await transactionOf(one.database)).toBeDefined();
    await expect(transactionOf(other.database)).rejects.toMatchObject({ code: "no-connection-free" });
    await one.end();
    await other.end();
    const next = openConnection(postgres.appUrl, slots);
    expect(await transactionOf(next.database)).toBeDefined();
    await next.end();
  });
});

async function transactionOf(database: Kysely<Tables>): Promise<string | undefined> {
  return (await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(database)).rows[0]?.id;
}
