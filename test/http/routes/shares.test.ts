/** However much one person sends at once, the API answers eight reads and one bulk of theirs at a time, and others in between. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { makeApp } from "../../../src/http/app.ts";
import { RateLimiter } from "../../../src/service/admitting/rate-limiter.ts";
import { consoleOf } from "../../kit/pages/visitor.ts";
import { Api } from "../../kit/api/api.ts";
import { type OfficeWorld, settleOffices } from "../../kit/api/office-world.ts";

let api: Api;
let world: OfficeWorld;
beforeAll(async () => {
  api = await Api.start();
  world = await settleOffices(api);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

test("sixty ranges of entries are answered to an auditor, eight at a time", async () => {
  const { host } = api.whole;
  let [running, most] = [0, 0];
  const log: typeof host.log = {
    ...host.log,
    leaves: async (start, end) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      try {
        return await host.log.leaves(start, end);
      } finally {
        running -= 1;
      }
    },
  };
  const counted = { ...host, log, cache: { ...host.cache, rateLimiter: new RateLimiter() } };
  const app = makeApp({
    host: () => ({ host: counted, end: async () => undefined }),
    tokens: api.tokens,
    report: (fault) => api.faults.push(fault),
  });
  const headers = { authorization: `Bearer ${await api.token("auditor")}` };
  const read = async (): Promise<number> => (await app.request("/v1/log/entries?start=0&end=10", { headers })).status;
  const statuses = await Promise.all(Array.from({ length: 60 }, read));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
});

test("five bulks of an importer are recorded, one at a time", async () => {
  const { host } = api.whole;
  let [running, most] = [0, 0];
  const record: typeof host.record = async (recording) => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    try {
      return await host.record(recording);
    } finally {
      running -= 1;
    }
  };
  const app = makeApp({
    host: () => ({ host: { ...host, record }, end: async () => undefined }),
    tokens: api.tokens,
    report: (fault) => api.faults.push(fault),
  });
  const authorization = `Bearer ${await api.token("importer")}`;
  const line = { do: "open-intake", agency: world.offices.agency, motion: "on-request", openedOn: "2026-09-01" };
  const send = async (_: unknown, i: number): Promise<number> => {
    const headers = { authorization, "content-type": "application/x-ndjson", "idempotency-key": `bulk-${i}` };
    return (await app.request("/v1/acts", { method: "POST", headers, body: JSON.stringify(line) })).status;
  };
  const statuses = await Promise.all(Array.from({ length: 5 }, send));
  expect(statuses).toEqual(Array(5).fill(201));
  expect(most).toBe(1);
});

test("forty pages of the console at once are all shown", async () => {
  const site = consoleOf(api);
  const headers = { cookie: `token=${await api.token("auditor")}` };
  const statuses = await Promise.all(
    Array.from({ length: 40 }, async () => (await site.request("http://127.0.0.1/console/log", { headers })).status),
  );
  expect(new Set(statuses).size).toBe(1);
});
