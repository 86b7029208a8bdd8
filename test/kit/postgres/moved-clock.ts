/**
 * A database whose clock a test moves. `clock_timestamp()` of a schema that comes before pg_catalog takes the place of
 * PostgreSQL's own, in the statements of every session that begins later, in the functions of db/ and in the defaults of
 * columns.
 */

import pg from "pg";
import type { Database } from "./postgres.ts";

export interface MovedClock {
  /** Sets how far the clock is ahead of the machine's, as an interval: "2 minutes", "-7 hours". */
  readonly ahead: (by: string) => Promise<void>;
}

const make = `
  create schema moved;
  create table moved.clock (ahead interval not null);
  insert into moved.clock values ('0');
  create function moved.clock_timestamp() returns timestamptz language sql volatile security definer
    as 'select pg_catalog.clock_timestamp() + ahead from moved.clock';
  grant usage on schema moved to public;
  grant execute on function moved.clock_timestamp() to public;
  do $$
  declare made record;
  begin
    execute format('alter database %I set search_path = moved, pg_catalog, public', current_database());
    set local search_path = moved, pg_catalog, public;
    for made in select oid::regprocedure as name from pg_proc where pronamespace = 'public'::regnamespace loop
      execute format('alter function %s set search_path = moved, pg_catalog, public, pg_temp', made.name);
    end loop;
    for made in select attrelid::regclass as name, attname from pg_attrdef join pg_attribute on (attrelid, attnum) = (adrelid, adnum)
      where pg_get_expr(adbin, adrelid) like '%clock_timestamp()' loop
      execute format('alter table %s alter %I set default clock_timestamp()', made.name, made.attname);
    end loop;
    for made in select relname as name, replace(pg_get_viewdef(oid), 'pg_catalog.clock_timestamp', 'clock_timestamp') as text
      from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace and pg_get_viewdef(oid) like '%clock_timestamp%' loop
      execute format('create or replace view public.%I as %s', made.name, made.text);
    end loop;
  end $$;`;

/** Makes the clock of the database movable; sessions that are open keep the machine's. */
export async function makeMovedClock({ superuserUrl }: Pick<Database, "superuserUrl">): Promise<MovedClock> {
  const run = async (text: string, values?: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    try {
      await client.query(text, values?.slice());
    } finally {
      await client.end();
    }
  };
  await run(make);
  return { ahead: async (by) => run("update moved.clock set ahead = $1::interval", [by]) };
}
