/**
 * One wrong clock must not end a log. The database's clock goes ahead, goes back, and is right again; what time mends is
 * waited for, and said in /health and in each refusal (src/README.md#the-clock-of-the-log).
 */

import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Env } from "../../src/env.ts";
import { denialProblem, faultProblem } from "../../src/http/denial.ts";
import { formatId } from "../../src/base/ids.ts";
import { streamName } from "../../src/domain/event.ts";
import { recordBulk } from "../../src/domain/files/bulk.ts";
import { LogStopped } from "../../src/service/sealing/seal.ts";
import { closeJournal } from "../../src/service/sweeping/journal.ts";
import { healthOf } from "../../src/service/sweeping/health.ts";
import { sweep } from "../../src/service/sweeping/sweep.ts";
import { auditWhole, checkLog } from "../kit/host/check-log.ts";
import { makeTestHost, sealingApart, type TestHost, testEnv } from "../kit/host/host.ts";
import { plainRecording } from "../kit/host/plain-recording.ts";
import { administratorAsks, beginStory, importFiles, type Story } from "../kit/host/story.ts";
import { type MovedClock, makeMovedClock } from "../kit/postgres/moved-clock.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

let database: Database;
let env: Env;
let clock: MovedClock;
let whole: TestHost;
let story: Story;
beforeEach(async () => {
  database = await freshDatabase();
  clock = await makeMovedClock(database);
  env = await testEnv();
  whole = await makeTestHost(database, { env });
  story = await beginStory(whole.host);
});
afterEach(async () => {
  await whole.end();
  await database.drop();
});

async function restart(how: { readonly sharing?: boolean } = {}): Promise<void> {
  await whole.end();
  whole = await makeTestHost(database, { env, ...how });
}

/** Returns 201, or the problem with which the command is refused. */
async function record(key: string, { host } = whole) {
  const lines = [{ do: "open-intake", ref: "i", agency: story.agency, motion: "on-request", openedOn: "2021-01-04" }];
  try {
    const answered = await administratorAsks(host, recordBulk, { body: lines, key });
    return answered.ok ? answered.value.status : denialProblem(answered.refusal);
  } catch (fault) {
    return faultProblem(fault);
  }
}

function plain() {
  return plainRecording([
    { stream: streamName("case", formatId(crypto.getRandomValues(new Uint8Array(16)))), before: 0 },
  ]);
}

async function eventsRecorded(): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from event`.execute(whole.database);
  return Number(rows[0]?.n);
}

/** Records with the clock ahead by so much, and sets it right again. */
async function recordAhead(by: string): Promise<void> {
  await clock.ahead(by);
  await importFiles(story, 1, { host: whole.host, key: "ahead 1" });
  await importFiles(story, 1, { host: whole.host, key: "ahead 2" });
  await clock.ahead("0");
}

describe.each([
  ["one sealing for all requests (Node)", true],
  ["each request for itself (workerd)", false],
])("%s: a clock that was two minutes ahead", (_, sharing) => {
  it("is waited for: commands are refused before they record, and go on once it has caught up", async () => {
    await restart({ sharing });
    await recordAhead("2 minutes");
    const before = await eventsRecorded();
    for (const process of ["running", "restarted"]) {
      if (process === "restarted") await restart({ sharing });
      const refused = await record("meanwhile");
      expect(refused).toMatchObject({ code: "waiting-for-clock", recorded: "no" });
      const { headers, until } = typeof refused === "number" ? {} : refused;
      // Two minutes, less the minute that is let pass, less what the test took so far.
      expect(Number(headers?.["retry-after"])).toBeGreaterThan(1);
      expect(Number(headers?.["retry-after"])).toBeLessThanOrEqual(60);
      expect(await healthOf(whole.host)).toMatchObject({ stopped: undefined, clockWaitsUntil: until });
      expect((await whole.host.log.head()).stopped).toBeUndefined();
    }
    expect(await eventsRecorded()).toBe(before);
    // The clock of the wrong time stands for the time that has passed since.
    await clock.ahead("61 seconds");
    expect(await record("meanwhile")).toBe(201);
    expect(await healthOf(whole.host)).toMatchObject({ stopped: undefined, clockWaitsUntil: undefined });
    await checkLog(whole);
  });
});

it("events that were recorded and not yet sealed wait with it, and are sealed once it has caught up", async () => {
  await recordAhead("2 minutes");
  const apart = sealingApart(whole.host);
  await clock.ahead("2 minutes");
  const recorded = importFiles(story, 1, {
    host: {
      ...apart,
      seal: async (events) => {
        await clock.ahead("0");
        return apart.seal(events);
      },
    },
    key: "not sealed",
  });
  await expect(recorded).rejects.toMatchObject({ code: "waiting-for-clock", recorded: "yes" });
  await restart();
  expect(await healthOf(whole.host)).toMatchObject({ stopped: undefined, clockWaitsUntil: expect.any(String) });
  await clock.ahead("61 seconds");
  await healthOf(whole.host);
  expect((await importFiles(story, 1, { host: whole.host, key: "not sealed" })).repeated).toBe(true);
  await checkLog(whole);
});

it("a clock that is back by less than a minute goes on, and no signature is of an earlier instant than the one before", async () => {
  await recordAhead("50 seconds");
  expect(await record("at once")).toBe(201);
  const { rows } = await sql<{ early: string }>`
    select size as early from checkpoint c where signed_at < (select max(signed_at) from checkpoint b where b.size < c.size)`.execute(
    whole.database,
  );
  expect(rows).toEqual([]);
  await checkLog(whole);
});

describe("a clock that went back by hours", () => {
  it("stops the log; time lifts the stop, in a process that goes on and in one that begins", async () => {
    await recordAhead("7 hours");
    expect(await record("refused")).toMatchObject({
      code: "signer-stopped",
      reason: "clock-went-back",
      recorded: "no",
    });
    expect((await whole.host.log.head()).stopped).toBe("clock-went-back");
    expect(await healthOf(whole.host)).toMatchObject({ stopped: "clock-went-back" });
    await restart();
    expect(await record("refused")).toMatchObject({ code: "signer-stopped", reason: "clock-went-back" });
    await clock.ahead("7 hours");
    expect(await record("refused")).toBe(201);
    expect((await whole.host.log.head()).stopped).toBeUndefined();
    await checkLog(whole);
  });

  it("stops it no sooner than after six", async () => {
    await recordAhead("6 hours 30 seconds");
    expect(await record("refused")).toMatchObject({ code: "waiting-for-clock" });
    expect((await whole.host.log.head()).stopped).toBeUndefined();
  });

  it("is lifted by /health and by the sweep of each minute", async () => {
    await clock.ahead("-7 hours");
    expect(await record("refused")).toMatchObject({ reason: "clock-went-back" });
    await clock.ahead("0");
    expect(await healthOf(whole.host)).toMatchObject({ stopped: undefined });
    await clock.ahead("-7 hours");
    expect(await record("refused")).toMatchObject({ reason: "clock-went-back" });
    await clock.ahead("0");
    await sweep(whole.host, Date.now());
    expect((await whole.host.log.head()).stopped).toBeUndefined();
    expect(await record("refused")).toBe(201);
    await checkLog(whole);
  });

  it("lifts no other stop, and none too early", async () => {
    await whole.host.sealing.stop("stream-broken");
    await expect(whole.host.sealWaiting()).rejects.toThrow(LogStopped);
    expect(await healthOf(whole.host)).toMatchObject({ stopped: "stream-broken" });
    expect(await whole.host.sealing.transaction(async (transaction) => transaction.liftClockStop())).toBe(false);
  });
});

it.each(["-2 minutes", "2 minutes"])("a decision is made again when the clock went by %s meanwhile", async (by) => {
  const { now } = await whole.host.load([]);
  await clock.ahead(by);
  const outcome = await whole.host.records.record([{ ...plain(), decidedAt: now }]);
  expect(outcome).toMatchObject({ status: "hindered", answer: { status: "moved" } });
});

it("an event of an instant to come waits no longer for its seal than another", async () => {
  await clock.ahead("40 seconds");
  await sealingApart(whole.host).record(plain());
  await clock.ahead("0");
  expect(await whole.host.sealing.waitingLongerThan(1000)).toBe(true);
  expect((await whole.host.load([])).behind).toBe(true);
  await healthOf(whole.host);
  expect((await whole.host.load([])).behind).toBe(false);
});

describe("the journal under a wrong clock", () => {
  it("closes every look once, whatever its instant is", async () => {
    const shown = [{ stream: streamName("case", "x"), sealed: ["value"] }];
    const look = { person: story.administrator, office: story.operator, shown };
    await clock.ahead("2 hours");
    await whole.host.journal.note(look);
    await clock.ahead("0");
    await whole.host.journal.note(look);
    await whole.host.journal.note(look);
    expect(await closeJournal(whole.host)).toBe(3);
    expect(await closeJournal(whole.host)).toBe(0);
    await checkLog(whole);
  });
});

it("npm run audit finds nothing wrong while the log waits for its clock", async () => {
  await recordAhead("2 minutes");
  expect(await auditWhole(whole)).toMatchObject({ faults: [] });
});
