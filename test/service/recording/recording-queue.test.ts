/**
 * Groups recorded on a real PostgreSQL: sealed by the same transaction where it can, by sealing/seal.ts where it
 * cannot.
 */

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { formatId } from "../../../src/base/ids.ts";
import { type StreamName, streamName } from "../../../src/domain/event.ts";
import type { RecordOutcome } from "../../../src/service/ports.ts";
import { sharedQueue } from "../../../src/service/recording/recording-queue.ts";
import { checkPlainLog } from "../../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import { plainOpening, plainRecording } from "../../kit/host/plain-recording.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";

let whole: TestHost;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  whole = await makeTestHost(database);
  const opened = await whole.host.record(plainOpening());
  if (opened.status === "recorded") await whole.host.seal(opened.events);
});
beforeEach(async () => void (await whole.host.load([])));
afterAll(async () => {
  await checkPlainLog(whole);
  await whole.end();
  await drop();
});

function anyStream(): StreamName {
  return streamName("case", formatId(crypto.getRandomValues(new Uint8Array(16))));
}

function sealedAt(recorded: RecordOutcome | undefined): number | undefined {
  return recorded?.status === "recorded" ? recorded.placement?.size : undefined;
}

async function sizeOfLog(): Promise<number> {
  return (await whole.host.log.head()).size;
}

test("recordings at once share a transaction and a checkpoint, and each has its own place", async () => {
  const before = await sizeOfLog();
  const all = await Promise.all(
    Array.from({ length: 20 }, async () => whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }]))),
  );
  const indexes = all.map((each) => (each.status === "recorded" ? each.placement?.entries[0]?.index : undefined));
  expect(new Set(indexes)).toEqual(new Set(Array.from({ length: 20 }, (_, i) => before + i)));
  expect(new Set(all.map(sealedAt))).toEqual(new Set([before + 20]));
});

test("a recording of a group whose stream moved is told so, and the others are recorded", async () => {
  const stream = anyStream();
  await whole.host.record(plainRecording([{ stream, before: 0 }]));
  const all = await Promise.all([
    whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }])),
    whole.host.record(plainRecording([{ stream, before: 0 }])),
    whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }])),
  ]);
  expect(all.map(({ status }) => status)).toEqual(["recorded", "moved", "recorded"]);
  expect(sealedAt(all[0])).toBe(await sizeOfLog());
  expect(sealedAt(all[2])).toBe(await sizeOfLog());
});

test("a recording of a group that read a moved stream, or whose key is known, is told so, and the others are recorded", async () => {
  const stream = anyStream();
  const known = plainRecording([{ stream, before: 0 }]);
  await whole.host.record(known);
  const all = await Promise.all([
    whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }], undefined, [{ stream, version: 0 }])),
    whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }])),
    whole.host.record(known),
    whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }])),
  ]);
  expect(all.map(({ status }) => status)).toEqual(["moved", "recorded", "repeated", "recorded"]);
  expect(sealedAt(all[1])).toBe(await sizeOfLog());
  expect(sealedAt(all[3])).toBe(await sizeOfLog());
});

test("a recording of a group that cannot be written fails alone, and the others are recorded", async () => {
  const [tooLarge] = plainRecording([{ stream: anyStream(), before: 0 }]).events;
  if (tooLarge === undefined) throw new Error("a recording has an event");
  const broken = { ...plainRecording([{ stream: tooLarge.stream, before: 0 }]) };
  const body = new Uint8Array(70_000);
  const all = await Promise.allSettled([
    whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }])),
    whole.host.record({ ...broken, events: broken.events.map((event) => ({ ...event, body })) }),
    whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }])),
  ]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((await whole.host.load([tooLarge.stream])).streams.has(tooLarge.stream)).toBe(false);
  for (const each of all)
    if (each.status === "fulfilled" && each.value.status === "recorded" && !each.value.placement)
      await whole.host.seal(each.value.events);
});

test("a recording is sealed apart when another process sealed meanwhile", async () => {
  const other = sharedQueue({ ...whole.host, later: setImmediate });
  await other.load([]);
  await whole.host.record(plainRecording([{ stream: anyStream(), before: 0 }]));
  const late = await other.record(plainRecording([{ stream: anyStream(), before: 0 }]));
  expect(late).toMatchObject({ status: "recorded" });
  expect(sealedAt(late)).toBeUndefined();
  if (late.status !== "recorded") return;
  expect((await whole.host.seal(late.events)).size).toBe(await sizeOfLog());
});

test("a recording does not overtake events that wait for their seal", async () => {
  const stream = anyStream();
  const waiting = await whole.host.records.record([plainRecording([{ stream, before: 0 }])]);
  expect(waiting).toMatchObject({ status: "recorded", sealed: false });
  const next = await whole.host.record(plainRecording([{ stream, before: 1 }]));
  expect(sealedAt(next)).toBeUndefined();
  if (next.status !== "recorded") throw new Error("it was not recorded");
  const { entries } = await whole.host.seal(next.events);
  expect(entries.map(({ index }) => index)).toEqual([(await sizeOfLog()) - 1]);
});

test("a recording does not wait for a process that holds the head", async () => {
  const stream = anyStream();
  const recorded = await whole.host.sealing.transaction(async (transaction) => {
    await transaction.lockHead();
    return whole.host.record(plainRecording([{ stream, before: 0 }]));
  });
  expect(recorded).toMatchObject({ status: "recorded" });
  expect(sealedAt(recorded)).toBeUndefined();
  if (recorded.status === "recorded") await whole.host.seal(recorded.events);
});

test("a glance gives the database's clock and the log's size for two seconds without asking", async () => {
  let milliseconds = 5000;
  const asked = sharedQueue({ ...whole.host, later: setImmediate, clock: () => milliseconds });
  expect(asked.glance()).toBeUndefined();
  const { now, head } = await asked.load([]);
  expect(asked.glance()).toEqual({ now, head });
  milliseconds += 1500;
  expect(Date.parse(asked.glance()?.now ?? "") - Date.parse(now)).toBe(1500);
  milliseconds += 501;
  expect(asked.glance()).toBeUndefined();
});
