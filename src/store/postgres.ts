/**
 * Connections to PostgreSQL. A session gives up rather than hold the log: a frozen holder of the head row must not stop
 * everyone (design: record, then seal). What may pass is TryAgain; the rest is a fault.
 */

import { Kysely, PostgresDialect } from "kysely";
import { Client, type ClientConfig, Pool, types } from "pg";
import { TryAgain } from "../service/ports.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

const session: ClientConfig = {
  options:
    "-c idle_in_transaction_session_timeout=5000 -c statement_timeout=10000 -c lock_timeout=5000 -c timezone=UTC",
  application_name: "minh-chung",
  connectionTimeoutMillis: 5000,
  types: {
    // A day stays the text that it is: parsed into a Date, it would become an instant of the machine's zone.
    getTypeParser: (oid, format): unknown =>
      oid === types.builtins.DATE ? (text: string) => text : types.getTypeParser(oid, format),
  },
};

/** For Node: connections are shared by the requests of the process. */
export function openPool(
  url: string,
  connections: number,
): { readonly database: Database; readonly end: () => Promise<void> } {
  const pool = new Pool({ ...session, connectionString: url, max: connections });
  // A connection that breaks while idle is replaced by the pool at the next use. One that breaks while a request has it
  // fails the request's next statement; without a listener of its own it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { database, end: async () => database.destroy() };
}

/**
 * For workerd: one connection for one request, opened when it is first needed. Statements take turns on it, and so does a
 * transaction: no statement of the same request slips into one that is not its own.
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

const passing = /^(53300|57P0[1-3]|08...|40001|40P01|55P03|57014|25P03)$/;
const broken = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/;

/** The code of what PostgreSQL, or the way to it, said. */
export function databaseCode(fault: unknown): string | undefined {
  return typeof fault === "object" && fault !== null && "code" in fault && typeof fault.code === "string"
    ? fault.code
    : undefined;
}

/** A connection that ended without a code: the statement may or may not have been carried out. */
const cutOff = /terminated|timeout|closed|Network connection lost|not queryable/i;

/**
 * Faults that may pass become TryAgain. `recorded` says what is known of a write: a server that answered with an error
 * has rolled back; a connection that broke may have committed.
 */
export function passingFault(fault: unknown, write: boolean): unknown {
  if (fault instanceof TryAgain) return fault;
  const code = databaseCode(fault);
  if (code !== undefined && passing.test(code)) {
    const answered = !/^(57P0[1-3]|08...)$/.test(code) || code === "57P03";
    return new TryAgain(code, write && !answered ? "unknown" : "no", fault);
  }
  // db/0005: this process has the key of another origin than the log.
  if (code === "MC002") return new TryAgain("log-key-other", "no", fault);
  const lost =
    (code !== undefined && broken.test(code)) ||
    (code === undefined && fault instanceof Error && cutOff.test(fault.message));
  if (!lost) return fault;
  return new TryAgain("connection-lost", write && code !== "ECONNREFUSED" ? "unknown" : "no", fault);
}

export async function tryDatabase<T>(work: () => Promise<T>, write = false): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw passingFault(fault, write);
  }
}
