/** Connections that break, and what is then known of a command. */

import { type Kysely, sql } from "kysely";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TryAgain } from "../../src/service/ports.ts";
import { openConnection, openPool, passingFault } from "../../src/store/postgres.ts";
import type { Tables } from "../../src/store/tables.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

let postgres: Database;
beforeAll(async () => {
  postgres = await freshDatabase();
});
afterAll(async () => postgres.drop());

describe.each([
  ["of a pool", () => openPool(postgres.appUrl, 2)],
  ["of one request", () => openConnection(postgres.appUrl)],
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
    const { database, end } = openConnection(postgres.appUrl);
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
    const { database, end } = openConnection("postgres://nobody@127.0.0.1:9/nothing");
    const outcomes = await Promise.allSettled([transactionOf(database), transactionOf(database)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await end().catch(() => undefined);
  });
});

async function transactionOf(database: Kysely<Tables>): Promise<string | undefined> {
  return (await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(database)).rows[0]?.id;
}

describe("a fault that may pass says of a command", () => {
  const recorded = (fault: unknown): string | undefined => {
    const passing = passingFault(fault, true);
    return passing instanceof TryAgain ? passing.recorded : undefined;
  };

  it.each(["40001", "40P01", "55P03", "57014", "53300", "57P03"])(
    "%s: the server answered, so nothing was recorded",
    (code) => {
      expect(recorded({ code })).toBe("no");
    },
  );

  it.each(["57P01", "57P02", "08006", "08003"])(
    "%s: the session ended, so the command may have been recorded",
    (code) => {
      expect(recorded({ code })).toBe("unknown");
    },
  );

  it.each(["ECONNRESET", "EPIPE", "ETIMEDOUT"])(
    "%s: the connection broke, so the command may have been recorded",
    (code) => {
      expect(recorded({ code })).toBe("unknown");
    },
  );

  it("a refused connection: nothing was recorded", () => {
    expect(recorded({ code: "ECONNREFUSED" })).toBe("no");
  });

  it("nothing when it does not pass by itself, and stays the fault that it is (23505: a duplicate key)", () => {
    expect(recorded({ code: "23505" })).toBeUndefined();
  });
});
