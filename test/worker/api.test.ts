/**
 * The main job on the edge runtime: the real bundle in workerd, a connection for each request, the signer's memory in
 * S3.
 */

import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { openCheckpoint } from "../../src/log/checkpoint.ts";
import { ed25519Verifier, parseVkey } from "../../src/log/note.ts";
import { foundDirectory } from "../../src/service/recording/founding.ts";
import { foundersOf } from "../kit/api/api.ts";
import { ApiClient, type Fields, type Reply } from "../kit/api/api-client.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../kit/host/host.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { eventsOf, settleOffices } from "../kit/api/office-world.ts";
import { startWorker, type TestWorker } from "../kit/processes/worker.ts";

let worker: TestWorker;
let whole: TestHost;
let job: MainJob;
let opened: OpenedCase;
let act: Fields;

beforeAll(async () => {
  worker = await startWorker();
  const { database, variables, issuer, token } = worker;
  whole = await makeTestHost(database, { env: parseEnv({ ...variables, SIGNER_MEMORY: "s3" }) });
  await foundDirectory(foundersOf(issuer), whole.host);
  const api = new ApiClient({ issuer, token, fetch: async (path, request) => worker.fetch(path, request) });
  job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  act = {
    on: { case: opened.case },
    type: "enforcer-assigned",
    days: { happenedOn: { day: "2026-09-08", source: "document" } },
  };
}, 120_000);
afterAll(async () => {
  await checkLog(whole);
  await whole.end();
  await worker.close();
});

async function events(): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from event`.execute(whole.database);
  return Number(rows[0]?.n);
}

test("a recommendation is drafted, signed, served, answered, corrected, verified and closed", async () => {
  const finding = await job.confirmFinding(opened);
  const instrument = await job.draft([finding]);
  await job.issueAndServe(instrument, await job.registerKey());
  const path = `/v1/instruments/${instrument}`;
  await job.record("agency-head", `${path}/replies`, { answers: [{ findings: [finding], answer: "accepted" }] });
  const sent = {
    on: { case: opened.case },
    type: "decision-sent-to-procuracy",
    subject: { kind: "decision", id: opened.decision },
    days: { sentOn: { day: "2026-11-20", source: "document" } },
  };
  const [entry] = eventsOf(await job.record("agency-officer", "/v1/acts", sent));
  await job.record("agency-officer", `${path}/claims`, { findings: [finding], entries: [entry?.index] });
  await job.record("procurator", `${path}/verifications`, {
    findings: [finding],
    outcome: "confirmed",
    reason: "đã xem sổ gửi",
  });
  await job.record("procurator", `${path}/close`);
  expect(await job.read("agency-officer", path)).toMatchObject({
    status: "closed",
    counts: { findings: 1, verified: 1 },
  });
});

test("the newest checkpoint is the one in S3, and every answer carries it", async () => {
  const reply = await job.api.get("/checkpoint");
  const key = parseVkey(whole.keys.key.vkey);
  const opening = key && (await openCheckpoint(reply.text, ed25519Verifier(key)));
  if (opening?.ok !== true) throw new Error("the checkpoint does not open");
  const memory = await whole.host.memory?.read();
  expect(new TextDecoder().decode(memory?.note)).toBe(reply.text);
  const [, size, root] = reply.text.split("\n");
  expect(reply.headers.get("log-checkpoint")).toBe(`${size} ${root}`);
  expect((await job.api.get("/v1/me")).headers.get("log-checkpoint")).toMatch(/^\d+ [A-Za-z0-9+/]{43}=$/);
});

test("a bulk of 10,000 lines is one range with one proof, and a repeat gives the same bytes", async () => {
  const line = JSON.stringify({ do: "record-act", ...act });
  const ask = {
    as: "agency-officer",
    key: "ten-thousand",
    body: Array.from({ length: 10_000 }, () => line).join("\n"),
    headers: { "content-type": "application/x-ndjson" },
  };
  const first = await job.api.post("/v1/acts", ask);
  expect(first).toMatchObject({ status: 201, body: { range: { start: expect.any(Number), end: expect.any(Number) } } });
  const again = await job.api.post("/v1/acts", ask);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(again.text === first.text).toBe(true);
}, 60_000);

test("sixty acts at once on one file are all recorded", async () => {
  const { case: id } = await job.openCase(await job.openIntake());
  const before = await events();
  const replies = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const as = i % 2 === 0 ? "agency-officer" : "agency-head";
      return job.api.post("/v1/acts", { as, body: { ...act, on: { case: id } }, key: `crowd-${i}` });
    }),
  );
  expect(replies.map(({ status, code }) => code ?? status)).toEqual(replies.map(() => 201));
  expect(await events()).toBe(before + 60);
}, 60_000);

describe("400 requests at once", () => {
  const cases: string[] = [];

  beforeAll(async () => {
    for (let i = 0; i < 10; i++) cases.push((await job.openCase(await job.openIntake())).case);
  });

  test("that read and record are answered without a fault; each that was answered 201 is in the log", async () => {
    const before = await events();
    const ask = async (i: number): Promise<Reply> => {
      const as = ["agency-officer", "agency-head", "other-officer", "importer"][i % 4];
      if (i % 2 === 0) return job.api.get(i % 3 === 0 ? "/checkpoint" : "/health");
      const body = { ...act, on: { case: cases[i % cases.length] } };
      return job.api.post("/v1/acts", { as: as ?? "", body, key: `many-${i}` });
    };
    const replies = await Promise.all(Array.from({ length: 400 }, async (_, i) => ask(i)));
    const codes = new Set(replies.filter(({ status }) => status >= 500).map(({ code }) => code));
    expect([...codes].filter((code) => code !== "try-again")).toEqual([]);
    for (const { headers, status } of replies) if (status === 503) expect(headers.get("retry-after")).not.toBeNull();
    const recorded = replies.filter(({ status }) => status === 201);
    expect(recorded.length).toBeGreaterThan(0);
    expect(await events()).toBeGreaterThanOrEqual(before + recorded.length);
  }, 120_000);

  test("a client that leaves does not stop the recording: its key is answered afterwards with the receipt", async () => {
    const key = "left";
    const leaving = new AbortController();
    const authorization = `Bearer ${await worker.token("agency-officer")}`;
    const request = {
      method: "POST",
      headers: { authorization, "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(act),
    };
    const left = worker.fetch("/v1/acts", { ...request, signal: leaving.signal }).catch(() => undefined);
    const before = await events();
    while ((await events()) === before);
    leaving.abort();
    await left;
    const again = await job.api.post("/v1/acts", { as: "agency-officer", body: act, key });
    expect([again.status, await events()]).toEqual([201, before + 1]);
  });
});

describe("what an operator must mend in the database is said, and passes once it is mended", () => {
  const administer = async (...statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: worker.database.superuserUrl.replace(/[^/]*$/, "postgres") });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const nameOf = (): string => new URL(worker.database.appUrl).pathname.slice(1);
  const cutOff = (): string => `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameOf()}'`;
  const record = async (key: string) => job.api.post("/v1/acts", { as: "agency-officer", body: act, key });

  test("the database was renamed", async () => {
    await administer(cutOff(), `alter database ${nameOf()} rename to ${nameOf()}_away`);
    const problem = { status: 503, code: "try-again", body: { reason: "database-missing" } };
    expect(await record("renamed")).toMatchObject(problem);
    expect(await job.api.get("/health")).toMatchObject(problem);
    await administer(`alter database ${nameOf()}_away rename to ${nameOf()}`);
    expect(await record("renamed")).toMatchObject({ status: 201 });
    expect(await job.api.get("/health")).toMatchObject({ status: 200, body: { status: "ok" } });
  });

  test("the database was set to read only", async () => {
    await administer(`alter database ${nameOf()} set default_transaction_read_only = on`);
    expect(await record("read-only")).toMatchObject({
      status: 503,
      code: "try-again",
      body: { recorded: "no", reason: "database-read-only" },
    });
    const said = { status: "unwritable", database: "database-read-only" };
    expect(await job.api.get("/health")).toMatchObject({ status: 200, body: said });
    // A page that shows committed fields needs a row in the journal, a list of offices and the checkpoint do not.
    for (const path of ["/v1/offices", "/checkpoint"])
      expect([path, (await job.api.get(path, { as: "procurator" })).status]).toEqual([path, 200]);
    await administer(`alter database ${nameOf()} reset default_transaction_read_only`);
    expect(await record("read-only")).toMatchObject({ status: 201 });
    expect(await job.api.get("/health")).toMatchObject({ status: 200, body: { status: "ok" } });
  });
});
