/** Calls of SQL functions: PostgreSQL refuses an argument whose name or type the function does not have. */

import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConnectionSlots } from "../../src/store/connection-slots.ts";
import { databaseCode } from "../../src/store/database-fault.ts";
import { openConnection, openPool } from "../../src/store/postgres.ts";
import { runWhole } from "../../src/base/slices.ts";
import { arrayText } from "../../src/store/array-text.ts";
import { sqlFunction } from "../../src/store/sql-function.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { tamper } from "../kit/postgres/tampering.ts";

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

/** Functions that switch a way to plan off, but not the compiler that its cost starts before PostgreSQL 18. */
async function compiledFunctions(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(`select proname as name from pg_proc
    where exists (select from unnest(proconfig) as setting where setting ~ '^enable_.*=off$') and not 'jit=off' = any (proconfig)
    order by proname`);
  await client.end();
  return rows.map(({ name }) => name);
}

describe("a function that switches a plan off", () => {
  it("switches the compiler of queries off too", async () => {
    expect(await compiledFunctions(postgres.ownerUrl)).toEqual([]);
  });

  it("and is found when it does not", async () => {
    const spoilt = await freshDatabase();
    await tamper(spoilt, "alter function load_commands reset jit");
    expect(await compiledFunctions(spoilt.ownerUrl)).toEqual(["load_commands"]);
    await spoilt.drop();
  });
});

it.each([
  ["of a pool", () => openPool(postgres.appUrl, 1)],
  ["of one request", () => openConnection(postgres.appUrl, new ConnectionSlots(1, 0))],
])("a session %s compiles no query", async (_, open) => {
  const { database, end } = open();
  expect((await sql`show jit`.execute(database)).rows).toEqual([{ jit: "off" }]);
  await end();
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

it("an array that is written in slices is read as the driver's own", async () => {
  const texts = [
    "",
    "NULL",
    "null",
    "a,b",
    "{x}",
    'say "so"',
    "back\\slash",
    "\\x41",
    " between ",
    "hai\ndòng ế 𝛑",
    "\u001e",
  ];
  const bytes = [new Uint8Array(0), new Uint8Array([0, 34, 92, 255]), new Uint8Array([9, 0x5c, 9]).subarray(1, 2)];
  const numbers = [0, -1, 2_147_483_647];
  const all = sql<Record<"texts" | "bytes" | "numbers" | "none", boolean>>`select
    ${runWhole(arrayText(texts))}::text[] = ${texts}::text[] as texts,
    ${runWhole(arrayText(bytes))}::bytea[] = ${bytes}::bytea[] as bytes,
    ${runWhole(arrayText(numbers))}::integer[] = ${numbers}::integer[] as numbers,
    ${runWhole(arrayText([]))}::text[] = '{}' as none`;
  expect((await all.execute(pool.database)).rows).toEqual([{ texts: true, bytes: true, numbers: true, none: true }]);
});

it.each([
  [500, 0],
  [1200, 4],
])("of arrays of %i, the call gives way %i times while it writes them", async (length, times) => {
  const load = sqlFunction("load_commands", {
    streams: "text[]",
    knownVersions: "integer[]",
    knownAt: "text[]",
    scopes: "bytea[]",
  });
  const streams = Array.from({ length }, (_, i) => `case/${i}`);
  const zeros = streams.map(() => 0);
  const given = { streams, knownVersions: zeros, knownAt: [], scopes: [] };
  let gave = 0;
  const giveWay = async () => {
    gave += 1;
  };
  const rows = await load<{ size: string }>(pool.database, given, giveWay);
  expect([rows.length, gave]).toEqual([1, times]);
});
