/**
 * The server must not be able to change the log (src/README.md#threat-model). Outside development it refuses to serve as a
 * superuser, as the owner of the tables, or with the right to write any of them, because it records by functions (db/0003,
 * db/0004).
 */

import { sql } from "kysely";
import { tryDatabase } from "./database-fault.ts";
import { type Database } from "./postgres.ts";

export async function refusePrivileged(database: Database): Promise<void> {
  const why = await tryDatabase(async () => privilegeOf(database));
  if (why !== undefined) {
    throw new Error(`DATABASE_URL is of a role that ${why}: connect as minh_chung_app, which may not change the log`);
  }
}

async function privilegeOf(database: Database): Promise<string | undefined> {
  const { rows } = await sql<{ superuser: boolean; owner: boolean; writes: boolean }>`
    select
      exists (select from pg_roles r where r.rolsuper and pg_has_role(r.oid, 'member')) as superuser,
      bool_or(pg_has_role(t.relowner, 'member')) as owner,
      bool_or(has_table_privilege(t.oid, 'insert, update, delete, truncate')
        or has_any_column_privilege(t.oid, 'insert, update')) as writes
    from pg_class t
    where t.relkind in ('r', 'v') and t.relnamespace in (select oid from pg_namespace where nspname in ('public', 'view'))`.execute(
    database,
  );
  const [role] = rows;
  if (role === undefined || role.superuser) return "is a superuser, or may become one";
  if (role.owner) return "owns the log's tables, or may become their owner";
  return role.writes ? "may write to the tables of the log" : undefined;
}
