/** Recording in a real PostgreSQL: versions of streams are asserted, keys are remembered, and a refused recording leaves nothing. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatId } from "../../src/base/ids.ts";
import { type StreamName, streamName } from "../../src/domain/event.ts";
import { checkPlainLog } from "../kit/host/check-log.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { makeTestHost, type TestHost } from "../kit/host/host.ts";
import { instant, plainOpening, plainRecording } from "../kit/host/plain-recording.ts";
import { tamper } from "../kit/postgres/tampering.ts";

let whole: TestHost;
let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
  whole = await makeTestHost(database);
  await whole.host.record(plainOpening());
});
afterAll(async () => {
  await checkPlainLog(whole);
  await whole.end();
  await database.drop();
});

function anyStream(): StreamName {
  return streamName("case", formatId(crypto.getRandomValues(new Uint8Array(16))));
}

describe("recording a command", () => {
  it("returns the numbers of the events, in the order in which they were decided", async () => {
    const [a, b] = [anyStream(), anyStream()];
    const recorded = await whole.host.record(
      plainRecording([
        { stream: a, before: 0, events: 3 },
        { stream: b, before: 0 },
      ]),
    );
    expect(recorded).toMatchObject({ status: "recorded" });
    const events = recorded.status === "recorded" ? recorded.events : [];
    expect(events).toHaveLength(4);
    expect([...events].sort((x, y) => Number(x - y))).toEqual(events);
    const placement = await whole.host.seal(events);
    expect(placement.entries.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
  });

  it("records nothing when the stream that it writes was advanced meanwhile", async () => {
    const stream = anyStream();
    await whole.host.record(plainRecording([{ stream, before: 0 }]));
    expect(await whole.host.record(plainRecording([{ stream, before: 0 }]))).toEqual({ status: "moved" });
    expect((await whole.host.load([stream])).streams.get(stream)?.version).toBe(1);
  });

  it("records nothing when a stream that it only read was advanced meanwhile", async () => {
    const [read, written] = [anyStream(), anyStream()];
    await whole.host.record(plainRecording([{ stream: read, before: 0 }]));
    const late = plainRecording([{ stream: written, before: 0 }], "late reader", [{ stream: read, version: 0 }]);
    expect(await whole.host.record(late)).toEqual({ status: "moved" });
    expect((await whole.host.load([written])).streams.size).toBe(0);
  });

  it("with a known key returns what was recorded then, or says that the body is another", async () => {
    const stream = anyStream();
    const first = plainRecording([{ stream, before: 0 }], "known key");
    const recorded = await whole.host.record(first);
    const again = await whole.host.record(first);
    expect(again).toEqual({
      status: "repeated",
      repeated: { status: 201, events: recorded.status === "recorded" ? recorded.events : [], sameBody: true },
    });
    const other = { ...plainRecording([{ stream: anyStream(), before: 0 }], "known key") };
    expect(await whole.host.record(other)).toMatchObject({ status: "repeated", repeated: { sameBody: false } });
  });

  it("records nothing when the command was decided more than a minute ago", async () => {
    const stream = anyStream();
    const decided = (secondsAgo: number) => ({
      ...plainRecording([{ stream, before: 0 }]),
      decidedAt: instant(Date.now() - secondsAgo * 1000),
    });
    expect(await whole.host.record(decided(70))).toEqual({ status: "moved" });
    expect((await whole.host.load([stream])).streams.size).toBe(0);
    expect(await whole.host.record(decided(50))).toMatchObject({ status: "recorded" });
  });

  it("records nothing while the log is stopped or an event has waited ten seconds for its seal", async () => {
    const stream = anyStream();
    const record = async () => whole.host.record(plainRecording([{ stream, before: 0 }]));
    await tamper(database, "update head set stopped = 'stream-broken'");
    expect(await record()).toEqual({ status: "moved" });
    await tamper(database, "update head set stopped = null");
    const apart = await whole.host.records.record([plainRecording([{ stream: anyStream(), before: 0 }])]);
    await tamper(database, "update pending set since = since - interval '11 seconds'");
    expect(await record()).toEqual({ status: "moved" });
    if (apart.status === "recorded") await whole.host.seal(apart.events.flat());
    expect((await whole.host.load([stream])).streams.size).toBe(0);
    expect(await record()).toMatchObject({ status: "recorded" });
  });

  it("succeeds for exactly one of many that write one stream at once", async () => {
    const stream = anyStream();
    for (let version = 0; version < 5; version++) {
      const all = await Promise.all(
        Array.from({ length: 8 }, async () => whole.host.record(plainRecording([{ stream, before: version }]))),
      );
      expect(all.filter(({ status }) => status === "recorded")).toHaveLength(1);
    }
    expect((await whole.host.load([stream])).streams.get(stream)?.version).toBe(5);
  });

  it("twice at once with one key records once, and tells the other that it still runs or what was recorded", async () => {
    const recording = plainRecording([{ stream: anyStream(), before: 0 }], "twice at once");
    const both = await Promise.all([whole.host.record(recording), whole.host.record(recording)]);
    expect(both.filter(({ status }) => status === "recorded")).toHaveLength(1);
    expect(["still-running", "repeated"]).toContain(both.find(({ status }) => status !== "recorded")?.status);
  });
});
