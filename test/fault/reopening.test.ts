/**
 * An older database was restored and the log has stopped; its operator re-opens it under another origin
 * (src/README.md#the-signer-remembers). Everybody outside sees that, and a kept checkpoint tells exactly what was lost.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeLogKey } from "../../scripts/start/log-key.ts";
import { parseEnv } from "../../src/env.ts";
import { parseUtf8 } from "../../src/base/bytes.ts";
import { healthOf } from "../../src/service/sweeping/health.ts";
import type { Host } from "../../src/service/host.ts";
import { closeJournal } from "../../src/service/sweeping/journal.ts";
import { TryAgain } from "../../src/service/ports.ts";
import { checkMemoryOnce } from "../../src/service/sealing/check-memory-once.ts";
import { sealWaiting } from "../../src/service/sealing/seal.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { databaseVariables, makeTestHost, sealingApart, type TestHost } from "../kit/host/host.ts";
import { startObjects, type TestObjects } from "../kit/processes/objects.ts";
import type { Database } from "../kit/postgres/postgres.ts";
import { type Run, runScript } from "../kit/processes/run-script.ts";
import { type ServedLog, serveLog } from "../kit/api/served-log.ts";
import { insist, makeSignedWorld, type SignedWorld } from "../kit/host/signed-world.ts";
import { importFiles } from "../kit/host/story.ts";
import { copyDatabase } from "../kit/postgres/tampering.ts";

let objects: TestObjects;
let world: SignedWorld;
let folder: string;
let backup: Database;
/** Sizes of the log when the backup was taken, and when it took the log's place. */
let kept: { readonly before: number; readonly last: number };
let origin: string;
const path = (name: string): string => join(folder, name);

async function keepCheckpoint({ log }: Host, name: string): Promise<number> {
  const newest = await log.checkpoint();
  writeFileSync(path(name), newest?.note ?? "");
  return newest?.size ?? 0;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "minh-chung-reopening-"));
  objects = await startObjects();
  world = await makeSignedWorld(objects);
  const { story, whole, database } = world;
  origin = whole.host.key.signer.name;
  await importFiles(story, 3, { host: whole.host, key: "before the backup" });
  const before = await keepCheckpoint(whole.host, "then");
  await whole.end();
  backup = await copyDatabase(database);
  world = { ...world, whole: await makeTestHost(database, { env: parseEnv(world.straight) }) };
  await importFiles(story, 2, { host: world.whole.host, key: "after the backup" });
  kept = { before, last: await keepCheckpoint(world.whole.host, "last") };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.end();
  await backup.drop();
  await objects.close();
});

const words = (name: string): readonly string[] => ["--origin", name, "--reason", "backup-restored"];
const asOwner = (): NodeJS.ProcessEnv => ({
  ...world.straight,
  ...databaseVariables(backup),
  DATABASE_OWNER_URL: backup.ownerUrl,
});

async function withHost<T>(variables: NodeJS.ProcessEnv, work: (whole: TestHost) => Promise<T>): Promise<T> {
  const whole = await makeTestHost(backup, { env: parseEnv({ ...asOwner(), ...variables }) });
  try {
    await checkMemoryOnce(whole.host);
    return await work(whole);
  } finally {
    await whole.end();
  }
}

async function ownerRuns(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: backup.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const cutOff = new Error("its process ended before it was sealed");

function neverSealing(host: Host): Host {
  return { ...sealingApart(host), seal: async () => Promise.reject(cutOff) };
}

describe("a restored log before it is re-opened", () => {
  it("has an event that is recorded and not sealed, in the stream of the log itself", async () => {
    const reads = "now() - interval '2 hours', 'p', 'o', 'GET /', '{case/c}', '{1}'";
    await ownerRuns(`insert into access_journal (at, person, office, page, streams, fields) values (${reads})`);
    const closing = withHost({ SIGNER_MEMORY: "database" }, async ({ host }) => closeJournal(neverSealing(host)));
    await expect(closing).rejects.toThrow(cutOff);
  });

  it("stops, and refuses commands", async () => {
    await withHost({}, async ({ host }) => {
      expect(await healthOf(host)).toMatchObject({ stopped: "database-older-than-signed", reopenings: [] });
      await expect(importFiles(world.story, 1, { host, key: "refused" })).rejects.toThrow("signer-stopped");
    });
  });

  it("is not re-opened by accident without the signer's memory", async () => {
    await objects.shut();
    const { exitCode, said, complained } = await runScript("reopen", words(`${origin}-2`), asOwner());
    await objects.open();
    expect({ exitCode, said }).toEqual({ exitCode: 1, said: "" });
    expect(complained).toContain("the log stays stopped");
  });

  it("is still stopped after that", async () => {
    await withHost({}, async ({ host }) => {
      expect(await host.log.head()).toMatchObject({ size: kept.before, stopped: "database-older-than-signed" });
    });
  });
});

describe("a re-opened log", () => {
  let next: NodeJS.ProcessEnv;
  let whole: TestHost;
  let served: ServedLog;
  let made: Run;
  beforeAll(async () => {
    made = await runScript("reopen", words(`${origin}-2`), asOwner());
    next = Object.fromEntries([...made.said.matchAll(/^([A-Z_]+)="(.+)"$/gm)].map(([, name, value]) => [name, value]));
    whole = await makeTestHost(backup, { env: parseEnv({ ...asOwner(), ...next }) });
    await checkMemoryOnce(whole.host);
    served = await serveLog(whole);
    writeFileSync(path("token"), served.token);
  });
  afterAll(async () => {
    await served.end();
    await whole.end();
  });

  const verify = async (key: string, ...more: readonly string[]): Promise<Run> =>
    runScript("verify", [served.url, "--key", key, ...more]);
  const auditor = (): readonly string[] => ["--token-file", path("token")];
  const lost = (): RegExp =>
    new RegExp(`WRONG, among entries ${kept.before} to ${kept.last - 1}: .*\\(entries-lost\\)`);

  it("gives the operator the new key on stdout alone, and says what is lost", () => {
    expect(made.exitCode).toBe(0);
    expect(made.said.split("\n").map((line) => line.split("=")[0])).toEqual(["LOG_KEY", "LOG_PUBLIC_KEY", ""]);
    expect(made.complained).toContain(`LOST: entries ${kept.before} to ${kept.last - 1}, signed under ${origin}`);
  });

  it("has the re-opening as its first new entry, and after it the event that had waited", async () => {
    const types = (await whole.host.log.leaves(kept.before, kept.before + 2)).map(
      (leaf) => /"type":"([a-z-]+)","v":1/.exec(parseUtf8(leaf))?.[1],
    );
    expect(types).toEqual(["log-reopened", "journal-closed"]);
  });

  it("records commands and remembers them under the new origin, and keeps the memory of the old one", async () => {
    const answer = await insist(world.story, { host: whole.host, key: "goes on" });
    expect(parseUtf8(answer.placement.note)).toMatch(new RegExp(`^${origin}-2\n`));
    const old = await world.whole.host.memory?.read();
    expect(parseUtf8(old?.note ?? new Uint8Array(0))).toMatch(new RegExp(`^${origin}\n${kept.last}\n`));
    await checkLog(whole);
  });

  it("says in /health and /v1/log/key what it is and what it was", async () => {
    const passage = {
      origin: `${origin}-2`,
      before: { origin, key: world.whole.host.key.vkey, size: kept.before },
      remembered: { size: kept.last },
      stopped: "database-older-than-signed",
      reason: "backup-restored",
    };
    for (const page of ["/health", "/v1/log/key"]) {
      const answer: unknown = await (await fetch(served.url + page)).json();
      expect(answer).toMatchObject({ origin: `${origin}-2`, reopenings: [passage] });
    }
  });

  it("is neither continued nor stopped by a server that still has the old key", async () => {
    await withHost({}, async ({ host }) => {
      expect(await healthOf(host)).toMatchObject({ stopped: "log-key-other" });
      await expect(importFiles(world.story, 1, { host, key: "left behind" })).rejects.toThrow(TryAgain);
    });
    while ((await sealWaiting(whole.host)) !== undefined);
    expect((await whole.host.log.head()).stopped).toBeUndefined();
    await insist(world.story, { host: whole.host, key: "left behind" });
    await checkLog(whole);
  });

  it("passes verify, which says loudly what happened: exit 0, or 3 without the entries", async () => {
    const { vkey } = whole.host.key;
    for (const [args, exitCode] of [
      [auditor(), 0],
      [[], 3],
    ] as const) {
      const verified = await verify(vkey, ...args);
      expect(verified.exitCode).toBe(exitCode);
      expect(verified.said).toContain(`RE-OPENED under another origin at entry ${kept.before}`);
      expect(verified.said).toContain(`LOST: entries ${kept.before} to ${kept.last - 1}`);
    }
  });

  it("still begins with a checkpoint that was kept from before the backup", async () => {
    const { vkey } = whole.host.key;
    for (const args of [auditor(), []]) {
      const { said } = await verify(vkey, ...args, "--since", path("then"));
      expect(said).toContain(`extends the checkpoint of ${kept.before} (${origin})`);
    }
  });

  it("fails verify against a checkpoint kept from after the backup, which names what was lost: exit 1", async () => {
    const { vkey } = whole.host.key;
    for (const args of [auditor(), []]) {
      const { exitCode, said } = await verify(vkey, ...args, "--since", path("last"));
      expect(exitCode).toBe(1);
      expect(said).toMatch(lost());
    }
  });

  it("fails verify for those who trust only the old key: exit 1", async () => {
    const { exitCode, said } = await verify(world.whole.host.key.vkey, ...auditor());
    expect(exitCode).toBe(1);
    expect(said).toContain("(note-signer-unknown)");
    expect(said).toContain("RE-OPENED");
  });

  it("is clean by npm run audit, which says that it was re-opened; with the old key it is not", async () => {
    const clean = await runScript("audit", [], { ...asOwner(), ...next });
    expect(clean.said).toContain("RE-OPENED");
    expect(clean).toMatchObject({ exitCode: 0 });
    const old = await runScript("audit", [], { ...asOwner(), SIGNER_MEMORY: "database" });
    expect(old.exitCode).toBe(1);
    expect(old.said).toContain(`WRONG ${kept.before}: `);
    expect(old.said).toContain("(key-other)");
  });

  it("stopped again, is re-opened with a given key, under a name that it never had", async () => {
    await whole.host.sealing.stop("clock-went-back");
    expect((await runScript("reopen", words(origin), { ...asOwner(), ...next })).complained).toContain(
      "choose another",
    );
    const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey(`${origin}-3`);
    const given = { NEW_LOG_KEY: LOG_KEY, NEW_LOG_PUBLIC_KEY: LOG_PUBLIC_KEY };
    const again = await runScript("reopen", words(`${origin}-3`), { ...asOwner(), ...next, ...given });
    expect(again).toMatchObject({ exitCode: 0, said: "" });
    expect(again.complained).not.toContain("LOST");
    await withHost({ LOG_KEY, LOG_PUBLIC_KEY }, async (third) => {
      await insist(world.story, { host: third.host, key: "and on" });
      expect((await healthOf(third.host)).reopenings.map(({ before }) => before.origin)).toEqual([
        origin,
        `${origin}-2`,
      ]);
      await checkLog(third);
      const log = await serveLog(third);
      const since = async (name: string): Promise<Run> =>
        runScript("verify", [log.url, "--key", third.host.key.vkey, "--since", path(name)]);
      expect((await since("then")).exitCode).toBe(3);
      expect((await since("last")).said).toMatch(lost());
      await log.end();
    });
  });
});
