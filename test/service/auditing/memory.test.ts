/** The audit's memory: it grows with what it must keep of a log, which is little, and not with the entries that it read. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Env } from "../../../src/env.ts";
import { auditDatabase } from "../../../src/service/auditing/audit-database.ts";
import { readEvidence } from "../../../src/store/evidence.ts";
import { logVerifier } from "../../kit/host/check-log.ts";
import { makeTestHost, testEnv, type TestHost } from "../../kit/host/host.ts";
import { beginStory, importFiles, type Story } from "../../kit/host/story.ts";
import { type Database, freshDatabase } from "../../kit/postgres/postgres.ts";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** It keeps some 15 bytes of an entry (the owner of each file, its version) and kept 1,800 when it kept what it read. */
const mostBytesAnEntry = 180;

let database: Database;
let env: Env;
let story: Story;
beforeAll(async () => {
  [database, env] = [await freshDatabase(), await testEnv()];
  story = await withHost(async ({ host }) => beginStory(host));
});
afterAll(async () => database.drop());

/** A host for this alone: what a server keeps of the streams that it knows is not the audit's. */
async function withHost<T>(use: (whole: TestHost) => Promise<T>): Promise<T> {
  const whole = await makeTestHost(database, { env });
  try {
    return await use(whole);
  } finally {
    await whole.end();
  }
}

/** Audits the log, and returns its size and the most bytes that lived at any of thirty moments of the audit. */
async function audit({ keys, database: pool }: TestHost): Promise<{ readonly size: number; readonly bytes: number }> {
  let [bytes, last] = [0, 0];
  const progress = (done: number, of: number): void => {
    if (done - last < of / 30) return;
    last = done;
    collect();
    bytes = Math.max(bytes, process.memoryUsage().heapUsed);
  };
  const { size, faults } = await readEvidence(pool, keys.cipher, async (evidence) =>
    auditDatabase(evidence, { verifier: logVerifier(keys.key.vkey), keyed: keys.keyed }, { progress }),
  );
  expect(faults).toEqual([]);
  return { size, bytes };
}

async function importMore(bulks: readonly string[]): Promise<void> {
  for (const key of bulks) await withHost(async ({ host }) => importFiles(story, 300, { host, key }));
}

test("three times the entries need no more memory, but for a fraction of what was read", async () => {
  // Below some 10,000 entries the pages that it reads are not full yet.
  await importMore(["1", "2", "3", "4", "5", "6", "7", "8"]);
  // The first audit also loads what the program needs once.
  await withHost(audit);
  const few = await withHost(audit);
  await importMore(Array.from({ length: 16 }, (_, i) => `more ${i}`));
  const many = await withHost(audit);
  expect(many.size).toBeGreaterThan(2.9 * few.size);
  expect((many.bytes - few.bytes) / (many.size - few.size)).toBeLessThan(mostBytesAnEntry);
}, 120_000);
