/**
 * Connections to PostgreSQL. A session gives up rather than hold the log, because a frozen holder of the head row would stop
 * everyone (src/README.md#record-then-seal).
 */

import { Kysely, PostgresDialect } from "kysely";
import { Client, type ClientConfig, Pool, types } from "pg";
import type { ConnectionSlots } from "./connection-slots.ts";
import { connectingFault, tryDatabase } from "./database-fault.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

const session: ClientConfig = {
  // Our statements read a page or a batch: compiling one (jit) takes longer than running it.
  options:
    "-c idle_in_transaction_session_timeout=5000 -c statement_timeout=10000 -c lock_timeout=5000 -c timezone=UTC -c jit=off",
  application_name: "minh-chung",
  connectionTimeoutMillis: 5000,
  types: {
    // A day stays a text, because a Date would make it an instant in the time zone of the machine.
    getTypeParser: (oid, format): unknown =>
      oid === types.builtins.DATE ? (text: string) => text : types.getTypeParser(oid, format),
  },
};

/** openPool opens connections that the requests of a Node process share. */
export function openPool(
  url: string,
  connections: number,
): { readonly database: Database; readonly end: () => Promise<void> } {
  const pool = new Pool({ ...session, connectionString: url, max: connections });
  // The pool replaces a connection that broke while idle. One that breaks while a request holds it fails the request's next
  // statement. Both emit "error", which ends the process when nothing listens.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const connecting = {
    connect: async () => {
      try {
        return await pool.connect();
      } catch (fault) {
        throw connectingFault(fault);
      }
    },
    end: async () => pool.end(),
    options: pool.options,
  };
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connecting }) });
  return { database, end: async () => database.destroy() };
}

/**
 * openConnection opens one connection for one request on workerd, when it is first needed and a slot is free: a request that
 * asks the database nothing holds nothing. Statements and transactions take turns on it, so that no statement of the request
 * slips into a transaction to which it does not belong.
 */
export function openConnection(url: string, slots: Pick<ConnectionSlots, "take">): OpenConnection {
  let opened: Promise<Client> | undefined;
  let giveBack = (): void => undefined;
  const open = async (): Promise<Client> => {
    giveBack = await slots.take();
    const client = new Client({ ...session, connectionString: url });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  };
  let free: Promise<void> = Promise.resolve();
  const pool = {
    connect: async () => {
      const before = free;
      const turn = Promise.withResolvers<void>();
      free = turn.promise;
      await before;
      try {
        opened ??= open();
        const client = await opened;
        return Object.assign(client, { release: () => turn.resolve() });
      } catch (fault) {
        turn.resolve();
        throw connectingFault(fault);
      }
    },
    end: async () =>
      opened?.then(
        async (client) => client.end(),
        () => undefined,
      ),
    options: {},
  };
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const end = async (): Promise<void> => {
    giveBack();
    await database.destroy();
  };
  const rest = async (): Promise<void> => {
    const client = await opened;
    opened = undefined;
    giveBack();
    await client?.end();
  };
  return { database, rest, end };
}

interface OpenConnection {
  readonly database: Database;
  /** Closes the connection, which no statement may be using, until it is next asked. */
  readonly rest: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/**
 * methodsOn binds functions to a database as the methods of a port, which throw TryAgain for a fault that may pass. `reading`
 * is for functions that only read and `writing` for those whose lost answer may hide a commit.
 */
export function methodsOn(database: Database) {
  const bind =
    (write: boolean) =>
    <Given extends readonly unknown[], T>(work: (database: Database, ...given: Given) => Promise<T>) =>
    async (...given: Given): Promise<T> =>
      tryDatabase(async () => work(database, ...given), write);
  return { reading: bind(false), writing: bind(true) };
}
