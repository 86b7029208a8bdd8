/**
 * A log that has stopped still answers reads, in a process that was restarted too: checkpoint, tiles, entries, proofs,
 * files and lists. Commands stay refused with the reason. What the signer never remembered does not leave.
 */

import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeLogKey } from "../../scripts/start/log-key.ts";
import { parseEnv } from "../../src/env.ts";
import { utf8 } from "../../src/base/bytes.ts";
import { signCheckpoint } from "../../src/log/checkpoint.ts";
import { emptyRoot } from "../../src/log/hash.ts";
import { checkMemoryOnce } from "../../src/service/sealing/check-memory-once.ts";
import type { StopReason } from "../../src/service/sealing/seal.ts";
import { readLogKey } from "../../src/store/keys.ts";
import { type ServedLog, serveLog } from "../kit/api/served-log.ts";
import { makeTestHost, type TestHost } from "../kit/host/host.ts";
import { makeSignedWorld, type SignedWorld } from "../kit/host/signed-world.ts";
import { importFiles } from "../kit/host/story.ts";
import type { Database } from "../kit/postgres/postgres.ts";
import { copyDatabase, tamper } from "../kit/postgres/tampering.ts";
import { startObjects, type TestObjects } from "../kit/processes/objects.ts";

let objects: TestObjects;
let world: SignedWorld;
beforeAll(async () => {
  objects = await startObjects();
});
beforeEach(async () => {
  world = await makeSignedWorld(objects);
  await importFiles(world.story, 1, { host: world.whole.host, key: "a file" });
});
afterEach(async () => world.end());
afterAll(async () => objects.close());

async function stopped(reason: StopReason): Promise<Database> {
  await world.whole.host.sealing.stop(reason);
  return world.database;
}

/** Stops the log for the reason, and returns the database in which it stands. */
const stops: Readonly<Record<StopReason, () => Promise<Database>>> = {
  "database-older-than-signed": async () => {
    await world.whole.end();
    const backup = await copyDatabase(world.database);
    world = { ...world, whole: await makeTestHost(world.database, { env: parseEnv(world.straight) }) };
    await importFiles(world.story, 1, { host: world.whole.host, key: "after the backup" });
    return backup;
  },
  "signer-memory-foreign": async () => {
    const { host } = world.whole;
    const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey(host.key.signer.name);
    const { signer } = await readLogKey(LOG_KEY, LOG_PUBLIC_KEY);
    const foreign = await signCheckpoint({ origin: signer.name, size: 1, root: emptyRoot }, signer);
    await host.memory?.swap(utf8(foreign), (await host.memory.read())?.tag);
    return world.database;
  },
  "stream-broken": async () => stopped("stream-broken"),
  "recording-foreign": async () => stopped("recording-foreign"),
  "stream-foreign": async () => stopped("stream-foreign"),
  "head-foreign": async () => stopped("head-foreign"),
  "checkpoint-foreign": async () => stopped("checkpoint-foreign"),
  "clock-went-back": async () => {
    await tamper(
      world.database,
      "update checkpoint set signed_at = clock_timestamp() + interval '1 day' where size = (select size from head)",
    );
    await expect(world.whole.host.sealWaiting()).rejects.toThrow("clock-went-back");
    return world.database;
  },
};

interface Restarted {
  readonly whole: TestHost;
  readonly log: ServedLog;
  readonly get: (path: string) => Promise<Response>;
  readonly end: () => Promise<void>;
}

async function restart(database: Database, sharing: boolean, more: NodeJS.ProcessEnv = {}): Promise<Restarted> {
  const whole = await makeTestHost(database, { sharing, env: parseEnv({ ...world.straight, ...more }) });
  await checkMemoryOnce(whole.host);
  const log = await serveLog(whole);
  return {
    whole,
    log,
    get: async (path) => fetch(`${log.url}${path}`, { headers: { authorization: `Bearer ${log.token}` } }),
    end: async () => {
      await log.end();
      await whole.end();
      if (database !== world.database) await database.drop();
    },
  };
}

async function sizeShown({ get }: Restarted): Promise<number> {
  return Number((await (await get("/checkpoint")).text()).split("\n")[1]);
}

const reads = [
  "/checkpoint",
  "/tile/0/000.p/3",
  "/tile/entries/000.p/3",
  "/v1/log/key",
  "/v1/log/entries?start=0&end=3",
  "/v1/log/entries?start=1",
  "/v1/log/proofs/inclusion?index=0",
  "/v1/log/proofs/consistency?from=1",
  "/v1/offices",
];

describe.each([
  ["on Node", true],
  ["on workerd", false],
])("%s, a process that was restarted on a log that has stopped", (_, sharing) => {
  it.each(Object.entries(stops))("for %s: answers reads, refuses commands, and says why", async (reason, stop) => {
    const restarted = await restart(await stop(), sharing);
    const { rows } = await sql<{ key: string }>`select key from view.case_file limit 1`.execute(
      restarted.whole.database,
    );
    for (const path of [...reads, `/v1/cases/${rows[0]?.key}`])
      expect([path, (await restarted.get(path)).status]).toEqual([path, 200]);
    expect(await sizeShown(restarted)).toBe((await restarted.whole.host.log.head()).size);
    expect(await (await restarted.get("/health")).json()).toMatchObject({ status: "stopped", stopped: reason });
    await expect(importFiles(world.story, 1, { host: restarted.whole.host, key: "refused" })).rejects.toThrow(
      `"reason":"${reason}"`,
    );
    await restarted.end();
  });

  it("shows nothing that the signer never remembered", async () => {
    const backup = await stops["database-older-than-signed"]();
    const remembered = (await world.whole.host.log.head()).size;
    const before = await restart(backup, sharing, { SIGNER_MEMORY: "database" });
    const { size } = await before.whole.host.log.head();
    await importFiles(world.story, 3, { host: before.whole.host, key: "a second history" });
    const forked = (await before.whole.host.log.head()).size;
    await before.log.end();
    await before.whole.end();
    expect([size < remembered, remembered < forked]).toEqual([true, true]);
    const restarted = await restart(backup, sharing);
    expect(await sizeShown(restarted)).toBe(size);
    expect((await restarted.get(`/tile/0/000.p/${size}`)).status).toBe(200);
    for (const path of [
      `/tile/0/000.p/${forked}`,
      `/v1/log/entries?start=${forked - 1}`,
      `/v1/log/proofs/inclusion?index=${forked - 1}`,
      `/v1/log/proofs/consistency?from=1&to=${forked}`,
    ])
      expect([path, (await restarted.get(path)).status]).not.toEqual([path, 200]);
    await restarted.end();
  });

  it("asks to try again while the memory is away, and shows the newest where there is none", async () => {
    const backup = await stops["database-older-than-signed"]();
    const restarted = await restart(backup, sharing);
    await objects.shut();
    const away = await restarted.get("/checkpoint");
    expect([away.status, await away.json()]).toMatchObject([503, { code: "try-again" }]);
    await objects.open();
    expect((await restarted.get("/checkpoint")).status).toBe(200);
    await restarted.log.end();
    await restarted.whole.end();
    const without = await restart(backup, sharing, { SIGNER_MEMORY: "database" });
    expect(await sizeShown(without)).toBe((await without.whole.host.log.head()).size);
    await without.end();
  });
});
