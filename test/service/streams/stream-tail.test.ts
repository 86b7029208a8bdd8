/** A long file is not written whole with each act: its state stays as it was, and a load folds the events since. */

import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Env } from "../../../src/env.ts";
import { recordAct } from "../../../src/domain/files/commands.ts";
import type { StreamName } from "../../../src/domain/event.ts";
import { recordedEvents } from "../../../src/service/recording/recorded-events.ts";
import { stateOf } from "../../../src/service/streams/states.ts";
import { auditWhole, checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, testEnv, type TestHost } from "../../kit/host/host.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";
import { administratorAsks, beginStory, importFiles, todayOf } from "../../kit/host/story.ts";
import { copyDatabase, tamper } from "../../kit/postgres/tampering.ts";

let database: Database;
let env: Env;
let one: TestHost;
let other: TestHost;
let stream: StreamName;
const opened = z.object({ case: z.string(), parties: z.array(z.looseObject({ party: z.string() })) });

beforeAll(async () => {
  database = await freshDatabase();
  env = await testEnv();
  [one, other] = [await makeTestHost(database, { env }), await makeTestHost(database, { env })];
  const { placement } = await importFiles(await beginStory(one.host), 1, { host: one.host, key: "files" });
  const event = recordedEvents(placement).find(({ type }) => type === "case-opened");
  if (event === undefined) throw new Error("no case was opened");
  stream = event.stream;
  const file = opened.parse(event.data);
  for (let act = 0; act < 24; act++) {
    const party = file.parties[act % 2]?.party ?? "";
    const days = { happenedOn: { day: await todayOf(one.host), source: "document" } };
    const on = { case: file.case };
    const request = { on, type: "conditions-verified", subject: { kind: "party", id: party }, days };
    // Three by one process, then three by the other, which has an older one in its memory.
    const { host } = act % 6 < 3 ? one : other;
    const answer = await administratorAsks(host, recordAct, { body: request, key: `act ${act}` });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  }
});
afterAll(async () => {
  await checkLog(one);
  await one.end();
  await other.end();
  await database.drop();
});

it("a load of a long file has every act, in every process", async () => {
  const fresh = await makeTestHost(database, { env });
  for (const { host } of [one, other, fresh]) {
    const loaded = (await host.load([stream])).streams.get(stream);
    expect(stateOf<"case">(loaded)?.acts.filter(({ type }) => type === "conditions-verified")).toHaveLength(24);
  }
  await fresh.end();
});

it("the written state holds some of the acts, and the bodies of the others are loaded with it", async () => {
  const row = await one.database.selectFrom("stream").selectAll().where("name", "=", stream).executeTakeFirstOrThrow();
  const fresh = await makeTestHost(database, { env });
  const loaded = (await fresh.host.load([stream])).streams.get(stream);
  await fresh.end();
  expect(row.version).toBe(25);
  expect(row.folded).toBeLessThan(row.version);
  expect(loaded?.tail).toHaveLength(row.version - row.folded);
  const tail = loaded?.tail.reduce((sum, { length }) => sum + length, 0);
  expect(tail).toBeLessThanOrEqual(row.state.length);
});

it.each([
  [
    "a state that holds less than it says",
    "state = (jsonb_set(state::jsonb, '{acts}', (state::jsonb -> 'acts') - -1))::text",
  ],
  ["a state that says it holds less", "folded = folded - 1"],
  ["a state that says it holds more", "folded = folded + 1"],
])("%s is found by the audit", async (_, change) => {
  await Promise.all([one.end(), other.end()]);
  [one, other] = [await makeTestHost(database, { env }), await makeTestHost(database, { env })];
  const copy = await copyDatabase(database);
  await tamper(copy, `update stream set ${change} where name = '${stream}'`);
  const spoiled = await makeTestHost(copy, { env });
  // The state is not what the events give, and no server tagged it.
  const codes = ["stream-differs", "stream-foreign"] as const;
  expect((await auditWhole(spoiled)).faults).toEqual(codes.map((code) => ({ code, at: stream })));
  await spoiled.end();
  await copy.drop();
});
