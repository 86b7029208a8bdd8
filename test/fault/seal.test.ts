/**
 * Record, then seal (src/README.md#record-then-seal), under attack: 64 recorders in four processes and three sealers on
 * one log, while processes are killed with -9 and frozen at random. A second run makes the mistake that the order of
 * the statements avoids.
 */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { formatHash } from "../../src/log/hash.ts";
import { sealWaiting } from "../../src/service/sealing/seal.ts";
import { auditPlainLog, checkPlainLog } from "../kit/host/check-log.ts";
import { type DurablePostgres, makeDurablePostgres } from "../kit/postgres/durable-postgres.ts";
import { databaseVariables, makeTestHost, type TestHost, testEnvironment } from "../kit/host/host.ts";
import { plainOpening } from "../kit/host/plain-recording.ts";
import { freshDatabase } from "../kit/postgres/postgres.ts";
import { type Aftermath, type Crowd, runCrowd } from "./crowd.ts";

let postgres: DurablePostgres;
beforeAll(async () => {
  postgres = await makeDurablePostgres();
});
afterAll(async () => postgres.remove());

interface Run extends Aftermath {
  readonly whole: TestHost;
  end(): Promise<void>;
}

async function attack(how: Omit<Crowd, "environment">): Promise<Run> {
  const { drop, ...urls } = await freshDatabase(postgres.server);
  const environment = await testEnvironment();
  const whole = await makeTestHost(urls, { env: parseEnv(environment) });
  await whole.host.record(plainOpening());
  const aftermath = await runCrowd({ ...how, environment: { ...environment, ...databaseVariables(urls) } });
  const end = async (): Promise<void> => {
    await whole.end();
    await drop();
  };
  return { ...aftermath, whole, end };
}

describe("64 recorders and three sealers, killed and frozen at random for 20 s", () => {
  let run: Run;
  beforeAll(async () => {
    run = await attack({ atLeast: 20_000, until: { file: "acknowledged", lines: 101, kills: 26 }, violent: true });
    while ((await sealWaiting(run.whole.host)) !== undefined);
  }, 150_000);
  afterAll(async () => run.end());

  it("were really attacked, and got work done all the same", () => {
    // Each of them had begun its work.
    expect(run.kills).toBeGreaterThan(25);
    expect(run.freezes).toBeGreaterThan(2);
    expect(run.acknowledged.length).toBeGreaterThan(20);
  });

  it("met no fault but those that ask to try again", () => {
    expect(run.faults).toEqual([]);
  });

  it("leave a log with dense indexes, every stream in order, nothing forgotten, every checkpoint right", async () => {
    expect(await checkPlainLog(run.whole)).toBeGreaterThanOrEqual(run.acknowledged.length);
  });

  it("find every acknowledged entry in the log (promise 1)", async () => {
    const { size } = await run.whole.host.log.head();
    const hashes = await run.whole.host.log.hashes(0, 0, size);
    const lost = run.acknowledged.filter(
      ([index, hash]) => hashes[index] === undefined || formatHash(hashes[index]) !== hash,
    );
    expect(lost).toEqual([]);
  });
});

describe("sealing with lock and read in one statement", () => {
  let run: Run;
  beforeAll(async () => {
    run = await attack({
      atLeast: 2000,
      until: { file: "faults", lines: 11, kills: 0 },
      violent: false,
      variant: "one-statement",
    });
  }, 60_000);
  afterAll(async () => run.end());

  it("fails: seals break, or the log does", async () => {
    const { log, strays } = await auditPlainLog(run.whole);
    const broken = run.faults.length + (log.fault === undefined ? 0 : 1) + strays.length;
    expect(broken).toBeGreaterThan(10);
  });
});
