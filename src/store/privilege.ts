/**
 * The server must not be able to change the log (src/README.md#threat-model). Outside development it refuses to serve as a
 * superuser, as the owner of the tables, or with the right to write any of them, because it records by functions (db/0003,
 * db/0004); and it refuses to read as a role that may record, or to record as one that may not.
 */

import { sql } from "kysely";
import { tryDatabase } from "./database-fault.ts";
import { type Database } from "./postgres.ts";

/** What a role is for, the variable that names its database, and who it should be. */
const places = {
  reading: { variable: "DATABASE_URL", should: "minh_chung_app, which only reads" },
  recording: { variable: "SEALING_DATABASE_URL", should: "minh_chung_sealer, which only adds to the log" },
} as const;

export async function refusePrivileged(database: Database, use: keyof typeof places): Promise<void> {
  const why = await tryDatabase(async () => privilegeOf(database, use));
  if (why === undefined) return;
  const { variable, should } = places[use];
  throw new Error(`${variable} is of a role that ${why}: connect as ${should}`);
}

async function privilegeOf(database: Database, use: keyof typeof places): Promise<string | undefined> {
  const { rows } = await sql<{ superuser: boolean; owner: boolean; writes: boolean; records: boolean }>`
    select exists (select from pg_roles r where r.rolsuper and pg_has_role(r.oid, 'member')) as superuser,
      bool_or(pg_has_role(t.relowner, 'member')) as owner,
      bool_or(has_table_privilege(t.oid, 'insert, update, delete, truncate')
        or has_any_column_privilege(t.oid, 'insert, update')) as writes,
      exists (select from pg_proc p where p.proname in ('record_commands', 'lock_head', 'append_batch', 'stop_log')
        and p.pronamespace = 'public'::regnamespace and has_function_privilege(p.oid, 'execute')) as records
    from pg_class t
    where t.relkind in ('r', 'v') and t.relnamespace in (select oid from pg_namespace where nspname in ('public', 'view'))`.execute(
    database,
  );
  const [role] = rows;
  if (role === undefined || role.superuser) return "is a superuser, or may become one";
  if (role.owner) return "owns the log's tables, or may become their owner";
  if (role.writes) return "may write to the tables of the log";
  if (use === "reading" && role.records) return "may record and seal";
  return use === "recording" && !role.records ? "may not record" : undefined;
}
