/**
 * The server's own role may not be able to change the log (design §7): outside development it refuses to serve as a
 * superuser, as the owner of the tables, or with any right to change what is final.
 */

import { sql } from "kysely";
import { type Database, tryDatabase } from "./postgres.ts";

const final = ["event", "leaf", "tile", "checkpoint", "idempotency", "sealed_value", "access_journal"];

export async function refusePrivileged(database: Database): Promise<void> {
  const why = await tryDatabase(async () => privilegeOf(database));
  if (why !== undefined) {
    throw new Error(`DATABASE_URL is of a role that ${why}: connect as minh_chung_app, which may not change the log`);
  }
}

async function privilegeOf(database: Database): Promise<string | undefined> {
  const { rows } = await sql<{ superuser: boolean; owner: boolean; changes: boolean }>`
    select
      exists (select from pg_roles r where r.rolsuper and pg_has_role(r.oid, 'member')) as superuser,
      exists (select from pg_class c where c.oid = any (log.tables) and pg_has_role(c.relowner, 'member')) as owner,
      exists (select from unnest(log.tables) as t (oid) where has_table_privilege(t.oid, 'update, delete, truncate')) as changes
    from (select array_agg(to_regclass(name)::oid) as tables from unnest(${final}::text[]) as f (name)) as log`.execute(
    database,
  );
  const [role] = rows;
  if (role === undefined || role.superuser) return "is a superuser, or may become one";
  if (role.owner) return "owns the log's tables, or may become their owner";
  return role.changes ? "may change rows of the log" : undefined;
}
