/** The daily sweep seals each due day that passed with nothing done, once, and nothing else. */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Day } from "../../../src/base/day.ts";
import { parseUtf8 } from "../../../src/base/bytes.ts";
import { sealMissed } from "../../../src/service/sweeping/missed-deadlines.ts";
import { checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { beginStory, importFiles, type Story, todayOf } from "../../kit/host/story.ts";

let database: Database;
let whole: TestHost;
let story: Story;
beforeEach(async () => {
  database = await freshDatabase();
  whole = await makeTestHost(database);
  story = await beginStory(whole.host);
  await importFiles(story, 3, { host: whole.host, key: "first", source: "document" });
});
afterEach(async () => {
  await checkLog(whole);
  await whole.end();
  await database.drop();
});

const sealedEvent = z.object({
  event: z.object({
    actor: z.unknown(),
    type: z.string(),
    stream: z.string(),
    law: z.object({ edition: z.number(), rule: z.string(), version: z.string(), due: z.string() }).optional(),
    data: z.record(z.string(), z.unknown()),
  }),
});

async function misses() {
  const { log } = whole.host;
  const leaves = await log.leaves(0, (await log.head()).size);
  const events = leaves.map((leaf) => sealedEvent.parse(JSON.parse(parseUtf8(leaf) ?? "")).event);
  return events.filter(({ type }) => type === "deadline-missed");
}

/** Sweeps everything that is past by today, in one run. */
async function sealAll(host = whole.host): Promise<number> {
  const { status, sealed } = await sealMissed({ before: await todayOf(host), isSpent: () => false }, host);
  expect(status).toBe("complete");
  return sealed;
}

/** Lists open deadlines whose passing is a violation, counted by a settled calendar, with their due day past. */
async function overdue(today: Day) {
  const rows = await whole.host.views.deadlines({ state: "overdue", weight: "violation", today, limit: 1000 });
  return rows.filter(({ provisional }) => !provisional);
}

describe("the daily sweep", () => {
  it("seals one entry for each deadline that the read model has as missed, with its rule and due day", async () => {
    const missed = await overdue(await todayOf(whole.host));
    expect(missed.length).toBeGreaterThan(0);
    expect(await sealAll()).toBe(missed.length);
    const said = (await misses()).map(({ law, data }) => [
      law?.rule,
      law?.version,
      law?.due,
      data["startedBy"],
      data["subject"],
    ]);
    const asked = missed.map((row) => [row.rule, row.version, row.dueOn, row.startedBy, row.subject]);
    expect(said.map(String).toSorted()).toEqual(asked.map(String).toSorted());
    expect((await misses()).map(({ actor }) => actor)).toEqual(missed.map(() => ({ system: "sweep" })));
  });

  it("records nothing when it runs again", async () => {
    const first = await sealAll();
    expect(await sealAll()).toBe(0);
    expect(await misses()).toHaveLength(first);
  });

  it("records once when two processes sweep at once", async () => {
    const other = await makeTestHost(database, { env: whole.keys.env });
    await Promise.all([sealAll(), sealAll(other.host)]);
    await other.end();
    await sealAll();
    const streams = (await misses()).map(({ stream }) => stream);
    expect(new Set(streams).size).toBe(streams.length);
    expect(streams).toHaveLength((await overdue(await todayOf(whole.host))).length);
  });

  it("leaves out deadlines that were met", async () => {
    await sealAll();
    const met = await whole.host.views.deadlines({ state: "all", today: "2026-01-01", limit: 1000 });
    const done = new Set(
      met.filter(({ state }) => state !== "open").map((row) => `${row.rule}/${row.startedBy}/${row.subject}`),
    );
    expect(done.size).toBeGreaterThan(0);
    const said = (await misses()).map(
      ({ law, data }) => `${law?.rule}/${String(data["startedBy"])}/${String(data["subject"])}`,
    );
    expect(said.filter((key) => done.has(key))).toEqual([]);
  });
});
