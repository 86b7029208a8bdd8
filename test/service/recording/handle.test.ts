/** Commands in two processes at once: a stale cache of the directory neither grants nor denies anything. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "../../../src/env.ts";
import { recordBulk } from "../../../src/domain/files/bulk.ts";
import { endRole } from "../../../src/domain/offices/commands.ts";
import { formatAnswer } from "../../../src/http/answer.ts";
import type { Host } from "../../../src/service/host.ts";
import type { Recording } from "../../../src/service/ports.ts";
import { checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, type TestHost, testEnvironment } from "../../kit/host/host.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { administratorAsks, beginStory, importFiles, type Story, todayOf } from "../../kit/host/story.ts";
import { agree, second, third } from "../../kit/host/two-administrators.ts";

let database: Database;
let one: TestHost;
let other: TestHost;
let story: Story;
beforeAll(async () => {
  database = await freshDatabase();
  const env = parseEnv(await testEnvironment());
  one = await makeTestHost(database, { env });
  other = await makeTestHost(database, { env, sharing: false });
  story = await beginStory(one.host);
});
afterAll(async () => {
  await checkLog(one);
  await one.end();
  await other.end();
  await database.drop();
});

describe("a role that another process ended a moment ago", () => {
  it("permits nothing, although the cache still has it, and permits again at once when it is granted again", async () => {
    await importFiles(story, 1, { host: other.host, key: "before" });
    const role = { person: story.administrator, office: story.operator, role: "importer" };
    const today = await todayOf(one.host);
    expect(await administratorAsks(one.host, endRole, { body: { ...role, endedOn: today }, key: "end" })).toMatchObject(
      { ok: true },
    );
    const line = { do: "open-intake", agency: story.agency, motion: "on-request", openedOn: "2021-01-04" };
    expect(await administratorAsks(other.host, recordBulk, { body: [line], key: "after" })).toEqual({
      ok: false,
      refusal: { kind: "refused", refusal: { code: "not-permitted" } },
    });
    await agree(one.host, { do: "grant-role", ...role }, { key: "again", by: [second, third] });
    expect(await administratorAsks(other.host, recordBulk, { body: [line], key: "at once" })).toMatchObject({
      ok: true,
    });
  });
});

describe("a process that knows the streams of a command", () => {
  /** How often the database was asked before recording, and how often to record. */
  function counted(host: Host): { readonly host: Host; readonly asked: { loads: number; records: number } } {
    const asked = { loads: 0, records: 0 };
    const count = {
      ...host,
      load: async (...wanted: Parameters<Host["load"]>) => {
        asked.loads += 1;
        return host.load(...wanted);
      },
      record: async (recording: Recording) => {
        asked.records += 1;
        return host.record(recording);
      },
    };
    return { host: count, asked };
  }

  it("does not load them again, and decides again when another process advanced one of them", async () => {
    const role = { person: story.administrator, office: story.operator, role: "auditor" };
    const today = await todayOf(one.host);
    const { host, asked } = counted(one.host);
    await importFiles(story, 1, { host, key: "known 0" });
    Object.assign(asked, { loads: 0, records: 0 });
    await importFiles(story, 1, { host, key: "known 1" });
    expect(asked).toEqual({ loads: 0, records: 1 });
    await administratorAsks(other.host, endRole, { body: { ...role, endedOn: today }, key: "end elsewhere" });
    await importFiles(story, 1, { host, key: "known 2" });
    expect(asked.records).toBe(3);
    expect(asked.loads).toBeGreaterThan(0);
    await agree(other.host, { do: "grant-role", ...role }, { key: "grant elsewhere", by: [second, third] });
  });

  it("finds a repeated key when it records, asks what may be shown today, and answers with the same bytes", async () => {
    const { host, asked } = counted(one.host);
    await importFiles(story, 1, { host, key: "known 3" });
    const first = await importFiles(story, 2, { host, key: "known key" });
    Object.assign(asked, { loads: 0, records: 0 });
    const again = await importFiles(story, 2, { host, key: "known key" });
    expect(again.repeated).toBe(true);
    expect(formatAnswer(again.placement)).toBe(formatAnswer(first.placement));
    // The loads are of the directory, which says whether the repeat may show values (recording/showing.ts).
    expect(asked).toEqual({ loads: 2, records: 1 });
  });
});

describe("the answer to a repeated command", () => {
  it("has the same bytes from another process, for one range with one proof", async () => {
    const first = await importFiles(story, 30, { host: one.host, key: "bulk" });
    const again = await importFiles(story, 30, { host: other.host, key: "bulk" });
    expect(again).toMatchObject({ status: 201, repeated: true });
    expect(formatAnswer(again.placement)).toBe(formatAnswer(first.placement));
    expect(formatAnswer(first.placement)).toContain("minh-chung/range-proof@v1");
  });

  it("has the same bytes from another process after more batches, for entries with a proof each", async () => {
    const first = await importFiles(story, 3, { host: other.host, key: "few" });
    await importFiles(story, 1, { host: other.host, key: "meanwhile" });
    const again = await importFiles(story, 3, { host: one.host, key: "few" });
    expect(again).toMatchObject({ status: 201, repeated: true });
    expect(formatAnswer(again.placement)).toBe(formatAnswer(first.placement));
  });
});
