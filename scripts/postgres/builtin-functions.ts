/**
 * What PostgreSQL lets everybody do and the server does not need: large objects, which no audit looks at, and locks of one's
 * own, which hold others up. Only a superuser can take them away, in each database for itself.
 */

import pg from "pg";

/** The owner keeps them: migrations lock, and so does record_commands (db/0003), which runs as the owner. */
export async function revokeBuiltins(superuserUrl: string, owner: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`
      do $$
      declare open regprocedure;
      begin
        for open in
          select oid from pg_proc
          where pronamespace = 'pg_catalog'::regnamespace and has_function_privilege('public', oid, 'execute')
            and proname ~ '^(lo_|lo(read|write|creat)|pg_(try_)?advisory_)'
        loop
          execute format('revoke execute on function %s from public', open);
          execute format('grant execute on function %s to ${owner}', open);
        end loop;
      end $$`);
  } finally {
    await client.end();
  }
}
