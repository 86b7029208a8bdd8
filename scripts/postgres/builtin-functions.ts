/**
 * PostgreSQL lets everybody call functions that the server does not need: large objects, which no audit looks at, and
 * advisory locks, which can hold up others. Only a superuser can revoke them, in each database separately.
 */

import pg from "pg";

/**
 * revokeBuiltins takes these functions from everybody but the owner: migrations lock, and so does record_commands
 * (db/0003), which runs as the owner.
 */
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
