/** The databases that tests get are migrated and empty, and have the rights of production. */

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testedBinaries, versionOf } from "../../scripts/postgres/binaries.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function rows(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test("a fresh database is migrated and holds no event", async () => {
  expect(await rows(database.appUrl, "select count(*)::int as n from event")).toEqual([{ n: 0 }]);
});

test("the owner, the app and the reader are not superusers", async () => {
  for (const url of [database.ownerUrl, database.appUrl, database.readerUrl]) {
    expect(await rows(url, "select current_setting('is_superuser') as super")).toEqual([{ super: "off" }]);
  }
});

test("the server is the one that TEST_POSTGRES names, or the newest", async () => {
  const version = versionOf(testedBinaries()).replace(/ .*/, "");
  const [served] = await rows(database.appUrl, "show server_version");
  expect(served).toMatchObject({ server_version: expect.stringMatching(new RegExp(`^${version}\\b`)) });
});

test("text sorts by code point on every machine, whatever its locale", async () => {
  const sorted = await rows(database.appUrl, "select t from unnest(array['đ','z','a','B']) as t order by t");
  expect(sorted).toEqual([{ t: "B" }, { t: "a" }, { t: "z" }, { t: "đ" }]);
});

test("two fresh databases do not see one another", async () => {
  const other = await freshDatabase();
  await rows(other.ownerUrl, "create table only_here (n int)");
  await expect(rows(database.ownerUrl, "select * from only_here")).rejects.toThrow("does not exist");
  await other.drop();
});
