/** A migrated, empty database of one's own in the PostgreSQL of this run: the same engine, roles and rights as in production. */

import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { databaseCode } from "../../../src/store/postgres.ts";

export interface Database {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly readerUrl: string;
  /** Ends whoever is still connected, and removes it. */
  drop(): Promise<void>;
}

type Server = Pick<Database, "superuserUrl" | "ownerUrl" | "appUrl" | "readerUrl">;

/** In the PostgreSQL of this run, unless the test has one of its own; a copy of the migrated database, unless of another. */
export async function freshDatabase(server: Server = inject("postgres"), template = "minh_chung"): Promise<Database> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(
    server.superuserUrl,
    `create database ${name} template ${template} strategy file_copy owner minh_chung_owner`,
  );
  return {
    superuserUrl: inDatabase(server.superuserUrl, name),
    ownerUrl: inDatabase(server.ownerUrl, name),
    appUrl: inDatabase(server.appUrl, name),
    readerUrl: inDatabase(server.readerUrl, name),
    drop: async () => drop(server.superuserUrl, name),
  };
}

/** PostgreSQL waits five seconds for sessions that are ending: cut off meanwhile, a pool's would be an error of nobody's. */
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

async function administer(superuserUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(superuserUrl, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
