/**
 * A migrated, empty database for one test in the PostgreSQL of this run, with the engine, roles and rights of
 * production.
 */

import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { databaseCode } from "../../../src/store/database-fault.ts";

export interface Database {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly sealerUrl: string;
  readonly readerUrl: string;
  /** Cuts off every client that is still connected, and removes the database. */
  drop(): Promise<void>;
}

type Server = Pick<Database, "superuserUrl" | "ownerUrl" | "appUrl" | "sealerUrl" | "readerUrl">;

/**
 * Makes the database in the PostgreSQL of this run, or in one that the test names, as a copy of the migrated database,
 * or of one that the test names.
 */
export async function freshDatabase(server: Server = inject("postgres"), template = "minh_chung"): Promise<Database> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(
    server.superuserUrl,
    `create database ${name} template ${template} strategy file_copy owner minh_chung_owner`,
    // A copy has no rights of its own, and gets those that the migrations give to the database that they are applied to.
    `revoke temporary on database ${name} from public`,
  );
  return {
    superuserUrl: inDatabase(server.superuserUrl, name),
    ownerUrl: inDatabase(server.ownerUrl, name),
    appUrl: inDatabase(server.appUrl, name),
    sealerUrl: inDatabase(server.sealerUrl, name),
    readerUrl: inDatabase(server.readerUrl, name),
    drop: async () => drop(server.superuserUrl, name),
  };
}

/**
 * PostgreSQL waits five seconds for sessions that are ending. A pool's session that is cut off meanwhile would raise an
 * error that no test caused.
 */
async function drop(superuserUrl: string, name: string): Promise<void> {
  try {
    await administer(superuserUrl, `drop database ${name}`);
  } catch (fault) {
    if (databaseCode(fault) !== inUse) throw fault;
    await administer(superuserUrl, `drop database ${name} with (force)`);
  }
}

const inUse = "55006";

function inDatabase(url: string, name: string): string {
  const moved = new URL(url);
  moved.pathname = `/${name}`;
  return moved.href;
}

async function administer(superuserUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(superuserUrl, "postgres") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
