/**
 * The roles of a development database and their passwords, which are drawn at random once and kept in a file that only its
 * owner reads. owner migrates, app serves and reader reads; src/README.md#access says what each may do.
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

/** ensureRole makes the role when it is absent, and sets its password either way. */
export async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query("select from pg_roles where rolname = $1", [role]);
  await client.query(`${known.rowCount === 0 ? "create" : "alter"} role ${role} login password '${password}'`);
}
