/** Commands in two processes at once: what one of them keeps of the directory neither grants nor denies what is not so. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { recordBulk } from "../../src/domain/cases/bulk.ts";
import { endRole, grantRole } from "../../src/domain/offices/commands.ts";
import { checkLog } from "../kit/check-log.ts";
import { makeTestHost, type TestHost, testEnvironment } from "../kit/host.ts";
import { type Database, freshDatabase } from "../kit/postgres.ts";
import { administratorAsks, beginStory, importFiles, type Story, todayOf } from "../kit/story.ts";

let database: Database;
let one: TestHost;
let other: TestHost;
let story: Story;
beforeAll(async () => {
  database = await freshDatabase();
  const env = parseEnv(await testEnvironment());
  one = await makeTestHost(database.appUrl, { env });
  other = await makeTestHost(database.appUrl, { env, sharing: false });
  story = await beginStory(one.host);
});
afterAll(async () => {
  await checkLog(one);
  await one.end();
  await other.end();
  await database.drop();
});

describe("a role that another process ended a moment ago", () => {
  it("is not acted in, although the cache still has it; granted again, it is at once", async () => {
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
    expect(
      await administratorAsks(one.host, grantRole, { body: { ...role, from: today }, key: "again" }),
    ).toMatchObject({ ok: true });
    expect(await administratorAsks(other.host, recordBulk, { body: [line], key: "at once" })).toMatchObject({
      ok: true,
    });
  });
});

describe("the answer to a repeated command", () => {
  it("is the same bytes from another process, one range with one proof (design §9)", async () => {
    const first = await importFiles(story, 30, { host: one.host, key: "bulk" });
    const again = await importFiles(story, 30, { host: other.host, key: "bulk" });
    expect(again).toEqual({ status: 201, body: first.body, repeated: true });
    expect(first.body).toContain("minh-chung/range-proof@v1");
  });

  it("is the same bytes from another process, each entry with its proof, other batches having followed", async () => {
    const first = await importFiles(story, 3, { host: other.host, key: "few" });
    await importFiles(story, 1, { host: other.host, key: "meanwhile" });
    const again = await importFiles(story, 3, { host: one.host, key: "few" });
    expect(again).toEqual({ status: 201, body: first.body, repeated: true });
  });
});
