/** Calls of SQL functions: PostgreSQL refuses an argument whose name or type the function does not have. */

import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseCode, openPool } from "../../src/store/postgres.ts";
import { sqlFunction } from "../../src/store/sql-function.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

let postgres: Database;
let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  postgres = await freshDatabase();
  pool = openPool(postgres.appUrl, 1);
});
afterAll(async () => {
  await pool.end();
  await postgres.drop();
});

const undefinedFunction = "42883";

it("the arguments are told apart by their names, in whatever order they are declared", async () => {
  const asDeclared = sqlFunction("load_commands", {
    streams: "text[]",
    knownVersions: "integer[]",
    knownAt: "text[]",
    scopes: "bytea[]",
  });
  const otherwise = sqlFunction("load_commands", {
    knownAt: "text[]",
    scopes: "bytea[]",
    streams: "text[]",
    knownVersions: "integer[]",
  });
  const given = { streams: ["case/x"], knownVersions: [0], knownAt: [""], scopes: [] };
  const heads = [await asDeclared<{ size: string }>(pool.database, given), await otherwise(pool.database, given)];
  expect(heads).toMatchObject([[{ size: "0" }], [{ size: "0" }]]);
});

it("a name or a type that the function does not have is refused", async () => {
  const otherName = sqlFunction("stop_log", { reason: "text", stream: "text" });
  const otherType = sqlFunction("stop_log", { reason: "text", origin: "text[]" });
  const code = async (call: Promise<unknown>) => call.then(() => undefined, databaseCode);
  expect(await code(otherName(pool.database, { reason: "", stream: "" }))).toBe(undefinedFunction);
  expect(await code(otherType(pool.database, { reason: "", origin: [] }))).toBe(undefinedFunction);
});
