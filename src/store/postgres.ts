/**
 * Connections to PostgreSQL. A session gives up rather than hold the log, because a frozen holder of the head row would stop
 * everyone (src/README.md#record-then-seal). A fault that may pass becomes TryAgain; any other fault stays what it is.
 */

import { Kysely, PostgresDialect } from "kysely";
import { Client, type ClientConfig, Pool, types } from "pg";
import { TryAgain } from "../service/ports.ts";
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
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { database, end: async () => database.destroy() };
}

/**
 * openConnection opens one connection for one request on workerd, when it is first needed. Statements and transactions take
 * turns on it, so that no statement of the request slips into a transaction to which it does not belong.
 */
export function openConnection(url: string): { readonly database: Database; readonly end: () => Promise<void> } {
  const client = new Client({ ...session, connectionString: url });
  client.on("error", () => undefined);
  let connecting: Promise<unknown> | undefined;
  let free: Promise<void> = Promise.resolve();
  const pool = {
    connect: async () => {
      const before = free;
      const turn = Promise.withResolvers<void>();
      free = turn.promise;
      await before;
      try {
        connecting ??= client.connect();
        await connecting;
      } catch (fault) {
        turn.resolve();
        throw fault;
      }
      return Object.assign(client, { release: () => turn.resolve() });
    },
    end: async () => (connecting === undefined ? undefined : client.end()),
    options: {},
  };
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { database, end: async () => database.destroy() };
}

/** SQLSTATEs that may pass: too many connections, shutdown, lost connection, serialization, deadlock and timeouts. */
const passing = /^(53300|57P0[1-3]|08...|40001|40P01|55P03|57014|25P03)$/;
const broken = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/;

/** databaseCode returns the SQLSTATE of PostgreSQL or the error code of the network, or undefined when the fault has neither. */
export function databaseCode(fault: unknown): string | undefined {
  return typeof fault === "object" && fault !== null && "code" in fault && typeof fault.code === "string"
    ? fault.code
    : undefined;
}

/** Messages of a connection that ended without a code, when the statement may or may not have been carried out. */
const cutOff = /terminated|timeout|closed|Network connection lost|not queryable/i;

/**
 * passingFault turns a fault that may pass into TryAgain. Its `recorded` says what is known of a write: a server that answered
 * with an error has rolled back, and a connection that broke may have committed.
 */
export function passingFault(fault: unknown, write: boolean): unknown {
  if (fault instanceof TryAgain) return fault;
  const code = databaseCode(fault);
  if (code !== undefined && passing.test(code)) {
    const answered = !/^(57P0[1-3]|08...)$/.test(code) || code === "57P03";
    return new TryAgain(code, write && !answered ? "unknown" : "no", fault);
  }
  // refuse_other_origin (db/0005): this process signs for another origin than the log.
  if (code === "MC002") return new TryAgain("log-key-other", "no", fault);
  const lost =
    (code !== undefined && broken.test(code)) ||
    (code === undefined && fault instanceof Error && cutOff.test(fault.message));
  if (!lost) return fault;
  return new TryAgain("connection-lost", write && code !== "ECONNREFUSED" ? "unknown" : "no", fault);
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

export async function tryDatabase<T>(work: () => Promise<T>, write = false): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw passingFault(fault, write);
  }
}
