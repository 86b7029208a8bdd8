/**
 * The migrations of db/ are numbered SQL files. The owner role applies each once, in order, in a transaction of its
 * own. The SHA-256 of an applied file is kept, and a file that was edited after it was applied is refused.
 */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { UserError } from "../shared/user-error.ts";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

/** migrate returns the names of the migrations that it applied. */
export async function migrate(ownerUrl: string, folder: string): Promise<readonly string[]> {
  const wanted = readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // The session holds this lock, so two programs that start at once migrate one after the other.
    await client.query("select pg_advisory_lock(hashtext('minh-chung migration'))");
    const next = wanted.slice(await countApplied(client, wanted));
    for (const migration of next) await apply(client, migration);
    return next.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  if (names.length === 0)
    throw new UserError(`không có tệp chuyển đổi nào trong ${folder} · no migrations in ${folder}`);
  return names.map((name, i) => {
    const number = Number(/^(\d{4})_[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (number !== i + 1)
      throw new UserError(
        `${join(folder, name)} phải mang số ${numberText(i + 1)}, số đi liền nhau · must be numbered ${numberText(i + 1)}: numbers run without gaps`,
      );
    const sql = readFileSync(join(folder, name), "utf8");
    return { number, name, sql, digest: createHash("sha256").update(sql).digest("hex") };
  });
}

function numberText(number: number): string {
  return String(number).padStart(4, "0");
}

async function countApplied(client: pg.Client, wanted: readonly Migration[]): Promise<number> {
  await client.query(
    `create table if not exists migration (
      number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`,
  );
  const applied = await client.query<{ number: number; name: string; sha256: string }>(
    "select number, name, sha256 from migration order by number",
  );
  for (const row of applied.rows) {
    const file = wanted[row.number - 1];
    if (file === undefined)
      throw new UserError(
        `cơ sở dữ liệu có ${row.name} mà db/ không có, chương trình này cũ hơn cơ sở dữ liệu · the database has migration ${row.name}, which db/ lacks: this program is older than the database`,
      );
    if (file.digest !== row.sha256)
      throw new UserError(
        `${file.name} đã bị sửa sau khi áp dụng: trả lại như cũ rồi thêm tệp mang số tiếp theo · ${file.name} was edited after it was applied: restore it and add the next number instead`,
      );
  }
  return applied.rows.length;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into migration (number, name, sha256) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.digest,
    ]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(
      `migration ${migration.name} failed and was undone: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
