/**
 * The signer's memory (src/README.md#the-signer-remembers): gone and back, ahead of a restored database, and never
 * going back.
 */

import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import { makeLogKey } from "../../scripts/start/log-key.ts";
import { emptyCache, makePorts, requestHost, sharedHost } from "../../src/assemble.ts";
import { parseEnv } from "../../src/env.ts";
import { utf8 } from "../../src/base/bytes.ts";
import { signCheckpoint } from "../../src/log/checkpoint.ts";
import { emptyRoot } from "../../src/log/hash.ts";
import { TryAgain } from "../../src/service/ports.ts";
import { healthOf } from "../../src/service/sweeping/health.ts";
import type { Host } from "../../src/service/host.ts";
import { LogStopped } from "../../src/service/sealing/seal.ts";
import { checkMemoryOnce } from "../../src/service/sealing/check-memory-once.ts";
import { remember } from "../../src/service/sealing/signer-memory.ts";
import { readLogKey } from "../../src/store/keys.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { makeTestHost, openServerPools } from "../kit/host/host.ts";
import { startObjects, type TestObjects } from "../kit/processes/objects.ts";
import type { Database } from "../kit/postgres/postgres.ts";
import { insist, makeSignedWorld, type SignedWorld } from "../kit/host/signed-world.ts";
import { importFiles } from "../kit/host/story.ts";
import { copyDatabase } from "../kit/postgres/tampering.ts";

let objects: TestObjects;
let world: SignedWorld;
beforeAll(async () => {
  objects = await startObjects();
});
beforeEach(async () => {
  world = await makeSignedWorld(objects);
});
afterEach(async () => world.end());
afterAll(async () => objects.close());

const older = "database-older-than-signed";

describe("while the signer's memory is gone", () => {
  it("a command is recorded and asks to try again; once the memory is back, each repeat is answered with the same bytes", async () => {
    const { story, whole } = world;
    await objects.shut();
    const asked = importFiles(story, 1, { host: whole.host, key: "meanwhile" });
    await expect(asked).rejects.toMatchObject({ code: "signer-memory-unreachable", recorded: "yes" });
    await objects.open();
    const answer = await insist(story, { host: whole.host, key: "meanwhile" });
    expect(await insist(story, { host: whole.host, key: "meanwhile" })).toEqual({ ...answer, repeated: true });
    await checkLog(whole);
  });
});

/** Takes a backup, lets the log grow on, and puts the backup in its place. */
async function restore(): Promise<Database> {
  const { story, whole, database } = world;
  await importFiles(story, 1, { host: whole.host, key: "before the backup" });
  await whole.end();
  const backup = await copyDatabase(database);
  world = { ...world, whole: await makeTestHost(database, { env: parseEnv(world.straight) }) };
  await importFiles(story, 1, { host: world.whole.host, key: "after the backup" });
  return backup;
}

async function expectStopped(host: Host): Promise<void> {
  expect(await healthOf(host)).toMatchObject({ stopped: older });
  await expect(importFiles(world.story, 1, { host, key: "refused" })).rejects.toThrow(
    '"reason":"database-older-than-signed"',
  );
}

describe("an older database stops the log, refuses commands, and says why in /health", () => {
  it("when it is found at the start, before the first command", async () => {
    const backup = await restore();
    const restored = await makeTestHost(backup, { env: parseEnv(world.straight) });
    const size = (await restored.host.log.head()).size;
    await checkMemoryOnce(restored.host);
    await expectStopped(restored.host);
    expect((await restored.host.log.head()).size).toBe(size);
    await restored.end();
    await backup.drop();
  });

  it("when it is found at the first command, when the memory did not answer at the start", async () => {
    const backup = await restore();
    const restored = await makeTestHost(backup, { env: parseEnv(world.straight), sharing: false });
    await expect(importFiles(world.story, 1, { host: restored.host, key: "first" })).rejects.toThrow(LogStopped);
    await expectStopped(restored.host);
    await restored.end();
    await backup.drop();
  });

  it("when it is found by a process that goes on running while the database under it is exchanged", async () => {
    const backup = await restore();
    const { keys, host } = world.whole;
    const { databases, end } = openServerPools(backup, 4);
    const exchanged = sharedHost(makePorts(keys, databases), host.cache);
    await expect(importFiles(world.story, 1, { host: exchanged, key: "next" })).rejects.toThrow(LogStopped);
    expect((await exchanged.log.head()).stopped).toBe(older);
    await expectStopped(exchanged);
    await end();
    await backup.drop();
  });

  it("when it is found although another process has sealed the restored database past what was remembered, and died", async () => {
    const backup = await restore();
    const careless = await makeTestHost(backup, {
      env: parseEnv({ ...world.straight, SIGNER_MEMORY: "database" }),
    });
    await importFiles(world.story, 3, { host: careless.host, key: "a second history" });
    await careless.end();
    const { keys, host } = world.whole;
    const { databases, end } = openServerPools(backup, 4);
    const exchanged = sharedHost(makePorts(keys, databases), host.cache);
    await expect(importFiles(world.story, 1, { host: exchanged, key: "next" })).rejects.toThrow(LogStopped);
    await expectStopped(exchanged);
    await end();
    await backup.drop();
  });
});

it("a memory that another key signed under this origin stops the log", async () => {
  const { host } = world.whole;
  const { signer } = await makeKey(host.key.signer.name);
  const remembered = await host.memory?.read();
  const foreign = await signCheckpoint({ origin: signer.name, size: 1, root: emptyRoot }, signer);
  await host.memory?.swap(utf8(foreign), remembered?.tag);
  const next = await makeTestHost(world.database, { env: parseEnv(world.straight) });
  await checkMemoryOnce(next.host);
  expect((await next.host.log.head()).stopped).toBe("signer-memory-foreign");
  await next.end();
});

async function makeKey(origin: string): ReturnType<typeof readLogKey> {
  const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey(origin);
  return readLogKey(LOG_KEY, LOG_PUBLIC_KEY);
}

describe("a process with the key of another origin than the log", () => {
  it("seals nothing, swaps nothing, cannot stop the log, and /health says why", async () => {
    const { whole, straight, story } = world;
    const { size } = await whole.host.log.head();
    const remembered = await whole.host.memory?.read();
    const env = parseEnv({ ...straight, ...(await makeLogKey("localhost/another")) });
    const other = await makeTestHost(world.database, { env });
    await checkMemoryOnce(other.host);
    await expect(importFiles(story, 1, { host: other.host, key: "other" })).rejects.toThrow(TryAgain);
    await expect(other.host.remember(size)).rejects.toMatchObject({ code: "log-key-other" });
    await other.host.sealing.stop(older);
    expect(await healthOf(other.host)).toMatchObject({ stopped: "log-key-other", size });
    expect(await whole.host.memory?.read()).toEqual(remembered);
    await other.end();
    expect(await insist(story, { host: whole.host, key: "other" })).toMatchObject({ status: 201 });
    await checkLog(whole);
  });
});

it("two requests of one isolate that swap at once never put back an older checkpoint (workerd)", async () => {
  const { story, whole, database } = world;
  const { databases, end } = openServerPools(database, 4);
  const slow = openGate();
  const cache = emptyCache();
  const host = requestHost(makePorts(whole.keys, databases), cache);
  await importFiles(story, 1, { host, key: "one" });
  await importFiles(story, 1, { host: whole.host, key: "two" });
  const { size } = await whole.host.log.head();
  // The slow one has read the log, and not yet swapped, when the other has sealed and swapped more.
  const late = remember(size, cache.lastSigned, {
    ...host,
    log: {
      ...host.log,
      checkpoint: async () => {
        const newest = await host.log.checkpoint();
        slow.reached();
        await slow.opened;
        return newest;
      },
    },
  });
  await slow.waiting;
  await importFiles(story, 1, { host, key: "three" });
  const remembered = await whole.host.memory?.read();
  slow.open();
  await late;
  expect(await whole.host.memory?.read()).toEqual(remembered);
  await end();
});

interface Gate {
  readonly waiting: Promise<void>;
  readonly opened: Promise<void>;
  readonly reached: () => void;
  readonly open: () => void;
}

function openGate(): Gate {
  const reach = Promise.withResolvers<void>();
  const opening = Promise.withResolvers<void>();
  return { waiting: reach.promise, opened: opening.promise, reached: reach.resolve, open: opening.resolve };
}
