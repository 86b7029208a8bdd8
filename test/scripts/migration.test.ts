/**
 * Migrations are numbered and applied once, in order, each in a transaction; one that was edited after it was applied
 * is refused.
 */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "../../scripts/postgres/migration.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

let database: Database;
let folder: string;
beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "minh-chung-db-"));
  cpSync("db", folder, { recursive: true });
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function query(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The name of the migration after the last one. */
async function nextName(): Promise<string> {
  const [row] = (await query("select max(number) + 1 as next from migration")) as { next: number }[];
  return `${String(row?.next).padStart(4, "0")}_added.sql`;
}

describe("migrations", () => {
  test("a migrated database has nothing left to apply", async () => {
    expect(await migrate(database.ownerUrl, folder)).toEqual([]);
  });

  test("the next number is applied once", async () => {
    const name = await nextName();
    writeFileSync(join(folder, name), "create table added (n integer)");
    expect(await migrate(database.ownerUrl, folder)).toEqual([name]);
    expect(await migrate(database.ownerUrl, folder)).toEqual([]);
    expect(await query("select * from added")).toEqual([]);
  });

  test("a migration that was edited after it was applied is refused by name", async () => {
    writeFileSync(join(folder, "0001_log.sql"), "select 1");
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow("0001_log.sql was edited after it was applied");
  });

  test("a gap in the numbers is refused", async () => {
    writeFileSync(join(folder, "0999_far.sql"), "select 1");
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow("numbers run without gaps");
  });

  test("a migration that fails leaves nothing behind, and can be mended", async () => {
    const name = await nextName();
    writeFileSync(join(folder, name), "create table half (n integer); select 1 / 0;");
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow("division by zero");
    writeFileSync(join(folder, name), "create table half (n integer)");
    expect(await migrate(database.ownerUrl, folder)).toEqual([name]);
  });

  test("a database that is ahead of this program is refused", async () => {
    await query("insert into migration (number, name, sha256) values (9999, '9999_future.sql', 'x')");
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow("this program is older than the database");
  });

  test("two programs that start at once migrate one after the other", async () => {
    const name = await nextName();
    writeFileSync(join(folder, name), "create table added (n integer)");
    const both = await Promise.all([migrate(database.ownerUrl, folder), migrate(database.ownerUrl, folder)]);
    expect(both.flat()).toEqual([name]);
  });
});
