/**
 * A PostgreSQL that somebody else runs (DATABASE_URL), in development: the role of the URL migrates, and the server
 * gets roles of its own that may not change the log (src/README.md#access). The passwords stay in .dev.
 */

import { join } from "node:path";
import pg from "pg";
import { UserError, reasonOf } from "../shared/user-error.ts";
import { drawPasswords, ensureRole, readPasswords } from "./roles.ts";

const roles = ["minh_chung_app", "minh_chung_sealer", "minh_chung_reader"] as const;

export async function useGivenDatabase(
  url: string,
  folder: string,
): Promise<{ ownerUrl: string; appUrl: string; sealerUrl: string; stop: () => Promise<void> }> {
  const file = join(folder, "given-database.json");
  const passwords = readPasswords(file, roles) ?? drawPasswords(file, roles);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new UserError(`DATABASE_URL không trả lời · does not answer: ${reasonOf(cause)}`, { cause });
  }
  try {
    await refuseOld(client);
    for (const [role, password] of Object.entries(passwords)) await ensureOwnRole(client, role, password);
  } finally {
    await client.end();
  }
  const urlOf = (role: (typeof roles)[number]): string =>
    Object.assign(new URL(url), { username: role, password: passwords[role] }).href;
  return {
    ownerUrl: url,
    appUrl: urlOf("minh_chung_app"),
    sealerUrl: urlOf("minh_chung_sealer"),
    stop: () => Promise.resolve(),
  };
}

async function refuseOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  if ((rows[0]?.version ?? 0) < 150_000)
    throw new UserError(
      "DATABASE_URL là PostgreSQL cũ hơn 15, cần 15 trở lên · DATABASE_URL is a PostgreSQL older than 15: use 15 or later",
    );
}

async function ensureOwnRole(client: pg.Client, role: string, password: string): Promise<void> {
  try {
    await ensureRole(client, role, password);
  } catch (cause) {
    throw new UserError(
      `vai của DATABASE_URL không được tạo vai ${role}, hãy dùng vai có quyền CREATEROLE · the role of DATABASE_URL may not make the role ${role}: use one that may (CREATEROLE)`,
      { cause },
    );
  }
}
