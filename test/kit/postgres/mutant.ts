/**
 * A guard of db/ is taken out of a database, so that a test can see what happens without it. The piece of text that is
 * taken out must be found exactly once: a guard that was removed or written anew fails its test, and cannot go silently.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** Changes the database of this session, as its superuser. */
export type Mutation = (client: pg.Client) => Promise<void>;

/** Replaces a piece of a function by another text, or by none. */
export function inFunction(name: string, piece: string, instead = ""): Mutation {
  return async (client) => {
    const { rows } = await client.query<{ text: string }>(
      "select pg_get_functiondef(oid) as text from pg_proc where proname = $1 and pronamespace = 'public'::regnamespace",
      [name],
    );
    const [found, ...others] = rows;
    if (found === undefined || others.length > 0) throw new Error(`there is not one function ${name}`);
    await client.query(replaceOnce(found.text, piece, instead));
  };
}

const guards = readFileSync(join(import.meta.dirname, "../../../db/0005_guard.sql"), "utf8");

/** Replaces a piece of a trigger as it is written in db/0005_guard.sql: PostgreSQL shows its conditions otherwise. */
export function inTrigger(name: string, piece: string, instead = ""): Mutation {
  return async (client) => {
    const [found, ...others] = guards.match(new RegExp(`create trigger ${name} [^;]*;`, "g")) ?? [];
    if (found === undefined || others.length > 0) throw new Error(`there is not one trigger ${name}`);
    await client.query(replaceOnce(found, piece, instead).replace("create", "create or replace"));
  };
}

/** Runs a statement, such as one that drops a trigger; it must do something, for PostgreSQL refuses what is not there. */
export function statement(text: string): Mutation {
  return async (client) => void (await client.query(text));
}

/** White space of any width counts as the same. */
function replaceOnce(text: string, piece: string, instead: string): string {
  const words = piece.trim().split(/\s+/);
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "g");
  const found = text.match(pattern)?.length ?? 0;
  if (found !== 1) throw new Error(`“${piece}” is found ${found} times`);
  return text.replace(pattern, () => instead);
}

/** Runs the scenario on the mutant, which may be none, in one transaction that is rolled back. */
export async function undone<T>(
  client: pg.Client,
  mutant: readonly Mutation[],
  scenario: (client: pg.Client) => Promise<T>,
): Promise<T> {
  await client.query("begin");
  try {
    for (const mutation of mutant) await mutation(client);
    return await scenario(client);
  } finally {
    await client.query("rollback");
  }
}

/** Returns what the work returns, or the code with which PostgreSQL refuses it. */
export async function orCode<T>(work: Promise<T>): Promise<T | string> {
  return work.catch((fault: unknown) => {
    if (fault instanceof pg.DatabaseError && fault.code !== undefined) return fault.code;
    throw fault;
  });
}
