/** A log whose database has lost a row: what is short is never served as if it were whole. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveLog, type ServedLog } from "../../kit/api/served-log.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import { beginStory, importFiles } from "../../kit/host/story.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { tamper } from "../../kit/postgres/tampering.ts";

let database: Database;
let whole: TestHost;
let served: ServedLog;
let size: number;
beforeAll(async () => {
  database = await freshDatabase();
  whole = await makeTestHost(database);
  await importFiles(await beginStory(whole.host), 260, { host: whole.host, key: "first" });
  ({ size } = await whole.host.log.head());
  served = await serveLog(whole);
  await tamper(
    database,
    "delete from leaf where index = 300",
    "delete from event where id = (select event from leaf where index = 600)",
    "delete from leaf where index = 767",
    "delete from tile where level = 1 and index = 2",
  );
});
afterAll(async () => {
  await served.end();
  await whole.end();
  await database.drop();
});

async function get(path: string): Promise<Response> {
  return fetch(served.url + path, { headers: { authorization: `Bearer ${served.token}` } });
}

it("the log of the test has more than three full tiles", () => {
  expect(size).toBeGreaterThan(4 * 256);
});

describe("is not found, and no cache may keep that:", () => {
  it.each([
    ["a tile with a lost leaf", "/tile/0/001"],
    ["its bundle", "/tile/entries/001"],
    ["a partial tile that reaches beyond the lost leaf", "/tile/0/001.p/45"],
    ["a partial bundle that reaches beyond it", "/tile/entries/001.p/45"],
    ["a bundle with a lost event", "/tile/entries/002"],
    ["a bundle whose first leaf follows a lost one", "/tile/entries/003"],
    ["a tile of level 1 with a lost hash", "/tile/1/000.p/3"],
  ])("%s", async (_, path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("is served as before, for as long as before:", () => {
  it.each([
    ["a full tile", "/tile/0/000", 256 * 32, "public, max-age=31536000, immutable"],
    ["a full tile whose events are lost", "/tile/0/003", 256 * 32, "public, max-age=31536000, immutable"],
    ["a partial tile before the lost leaf", "/tile/0/001.p/44", 44 * 32, "public, max-age=60"],
    ["a partial tile of level 1", "/tile/1/000.p/2", 2 * 32, "public, max-age=60"],
  ])("%s", async (_, path, length, cache) => {
    const response = await get(path);
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, length]);
    expect(response.headers.get("cache-control")).toBe(cache);
  });

  it("a bundle, which only its reader may keep, and a partial one not even so", async () => {
    expect((await get("/tile/entries/000")).headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect((await get("/tile/entries/001.p/44")).headers.get("cache-control")).toBe("private, no-store");
  });
});

it.each(["start=300", "start=299&end=302", "start=600", "start=768"])(
  "the entries %s are a fault of the server, not a shorter answer",
  async (query) => {
    expect((await get(`/v1/log/entries?${query}`)).status).toBe(500);
  },
);
