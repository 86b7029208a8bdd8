/** What a person with the superuser's password can do to a database: everything. */

import pg from "pg";
import { type Database, freshDatabase } from "./postgres.ts";

/** Makes a copy to spoil; nobody may be connected to the original meanwhile. */
export async function copyDatabase(original: Database): Promise<Database> {
  return freshDatabase(original, new URL(original.superuserUrl).pathname.slice(1));
}

/** The address of the database for its superuser. */
export type Tampered = Pick<Database, "superuserUrl">;

export async function tamper(database: Tampered, ...statements: readonly string[]): Promise<void> {
  await tamperBy(database, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/**
 * Works with every trigger of every table switched off, foreign keys included, and switches them on again as they were:
 * whoever can do the one can do the other.
 */
export async function tamperBy<T>({ superuserUrl }: Tampered, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'view')",
    );
    const always = await client.query<{ name: string; on: string }>(
      `select format('%I', tgname) as name, tgrelid::regclass as on from pg_trigger where tgenabled = 'A'`,
    );
    for (const { name } of tables.rows) await client.query(`alter table ${name} disable trigger all`);
    const done = await work(client);
    for (const { name } of tables.rows) await client.query(`alter table if exists ${name} enable trigger all`);
    for (const { name, on } of always.rows) await client.query(`alter table ${on} enable always trigger ${name}`);
    return done;
  } finally {
    await client.end();
  }
}
