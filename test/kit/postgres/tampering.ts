/** What a person with the superuser's password can do to a database: everything. */

import pg from "pg";
import { type Database, freshDatabase } from "./postgres.ts";

/** Makes a copy to spoil; nobody may be connected to the original meanwhile. */
export async function copyDatabase(original: Database): Promise<Database> {
  return freshDatabase(original, new URL(original.superuserUrl).pathname.slice(1));
}

/** Runs the statements with every trigger of every table switched off, foreign keys included. */
export async function tamper(
  { superuserUrl }: Pick<Database, "superuserUrl">,
  ...statements: readonly string[]
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'view')",
    );
    for (const { name } of rows) await client.query(`alter table ${name} disable trigger all`);
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
