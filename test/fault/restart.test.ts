/**
 * PostgreSQL stops in the middle of writes, at once or by kill -9, and starts again: acknowledged commands are in the
 * log, others can be repeated with their keys, and the log goes on.
 */

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { formatHash, leafHash } from "../../src/log/hash.ts";
import { wrapEvent } from "../../src/log/entry.ts";
import type { Host } from "../../src/service/host.ts";
import type { Placement } from "../../src/log/receipt.ts";
import { type EventNumber, type RecordOutcome, type Recording, TryAgain } from "../../src/service/ports.ts";
import { checkPlainLog } from "../kit/host/check-log.ts";
import { type DurablePostgres, makeDurablePostgres } from "../kit/postgres/durable-postgres.ts";
import { makeTestHost, type TestHost } from "../kit/host/host.ts";
import { plainOpening, plainRecording } from "../kit/host/plain-recording.ts";

let postgres: DurablePostgres;
let whole: TestHost;
beforeAll(async () => {
  postgres = await makeDurablePostgres();
  whole = await makeTestHost(postgres.server);
  await whole.host.record(plainOpening());
});
afterAll(async () => {
  await whole.end();
  await postgres.remove();
});

/** The acknowledged leaf hashes by index. */
type Acknowledged = Map<number, string>;

/** Records one command after the other until it is told to end; each is repeated with its key until it is answered. */
async function recordUntil(
  ended: { readonly aborted: boolean },
  host: Host,
  acknowledged: Acknowledged,
): Promise<void> {
  const stream = `case/${randomUUID().replaceAll("-", "")}` as const;
  for (let version = 0; !ended.aborted; version++) {
    const recording = plainRecording([{ stream, before: version }], randomUUID());
    const { entries } = await insist(async () => host.seal(await recordOnce(host, recording)));
    for (const { body, index, prev } of entries)
      acknowledged.set(index, formatHash(leafHash(wrapEvent({ event: body, index, prev }))));
  }
}

async function recordOnce(host: Host, recording: Recording): Promise<readonly EventNumber[]> {
  const recorded: RecordOutcome = await host.record(recording);
  if (recorded.status === "recorded") return recorded.events;
  if (recorded.status === "repeated") return recorded.repeated.events;
  throw new TryAgain(recorded.status, "unknown");
}

/** Waits a little before it tries again, as Retry-After says. */
async function insist(work: () => Promise<Placement>): Promise<Placement> {
  for (;;) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof TryAgain)) throw fault;
      await pause(20);
    }
  }
}

it.each(["immediate", "kill"] as const)(
  "a stop of PostgreSQL (%s) loses no acknowledged entry and doubles none (promise 1)",
  async (mode) => {
    const acknowledged: Acknowledged = new Map();
    const ending = new AbortController();
    const recorders = Array.from({ length: 16 }, async () => recordUntil(ending.signal, whole.host, acknowledged));
    await until(() => acknowledged.size > 100);
    await postgres.stop(mode);
    const before = acknowledged.size;
    await postgres.start();
    await until(() => acknowledged.size > before + 100);
    ending.abort();
    await Promise.all(recorders);
    expect(await checkPlainLog(whole)).toBeGreaterThanOrEqual(acknowledged.size);
    const hashes = (await whole.host.log.hashes(0, 0, (await whole.host.log.head()).size)).map(formatHash);
    expect([...acknowledged].filter(([index, hash]) => hashes[index] !== hash)).toEqual([]);
  },
);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}
