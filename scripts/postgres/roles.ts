/**
 * The roles of a development database and their passwords, which are drawn at random once and kept in a file that only its
 * owner reads. owner migrates, app reads for the server, sealer records and seals for it, and reader reads reports;
 * src/README.md#access says what each may do.
 */

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type pg from "pg";
import { z } from "zod";
import { parseJson, writeWhole } from "../start/settings.ts";

type Passwords<Role extends string> = Readonly<Record<Role, string>>;

/** readPasswords returns the password of each role from `file`, which may hold other roles too; undefined when one is lacking. */
export function readPasswords<Role extends string>(file: string, roles: readonly Role[]): Passwords<Role> | undefined {
  if (!existsSync(file)) return undefined;
  return z.looseRecord(z.enum(roles), z.string()).safeParse(parseJson(readFileSync(file, "utf8"))).data;
}

/** drawPasswords writes a new password for each role to `file` (0600) and returns them. */
export function drawPasswords<Role extends string>(file: string, roles: readonly Role[]): Passwords<Role> {
  // A password has 192 random bits, so it cannot be guessed and PostgreSQL need not stretch it.
  const drawn = roles.map((role) => [role, randomBytes(24).toString("base64url")] as const);
  const passwords = z.record(z.enum(roles), z.string()).parse(Object.fromEntries(drawn));
  writeWhole(file, `${JSON.stringify(passwords, undefined, 2)}\n`);
  return passwords;
}

/**
 * The timeouts of the server's roles, which src/store/postgres.ts asks for too: a session that somebody else opens with
 * their passwords holds the log no longer either, unless it says otherwise.
 */
const timeouts = {
  idle_in_transaction_session_timeout: "5s",
  statement_timeout: "10s",
  lock_timeout: "5s",
};

/** ensureRole makes the role when it is absent, and sets its password and timeouts either way. */
export async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query("select from pg_roles where rolname = $1", [role]);
  await client.query(`${known.rowCount === 0 ? "create" : "alter"} role ${role} login password '${password}'`);
  if (role !== "minh_chung_app" && role !== "minh_chung_sealer") return;
  for (const [name, value] of Object.entries(timeouts))
    await client.query(`alter role ${role} set ${name} = '${value}'`);
}
