/**
 * /health says up to which day the sweep of missed due days is complete, and warns the operator if a day was missed.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { makeApp } from "../../../src/http/app.ts";
import { sweepDay } from "../../../src/service/sweeping/daily-sweep.ts";
import { Api } from "../../kit/api/api.ts";
import { later } from "../../kit/host/later.ts";

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const health = z.object({ sweep: z.unknown(), warnings: z.array(z.string()) });

async function healthIn(days: number) {
  const lent = { host: later(days, api.whole.host), end: async () => undefined };
  const app = makeApp({ host: () => lent, tokens: api.tokens, report: (fault) => api.faults.push(fault) });
  const { sweep, warnings } = health.parse(await (await app.request("/health")).json());
  return { sweep, warnings: warnings.join("\n") };
}

test("a log that opened today owes no sweep", async () => {
  expect((await healthIn(0)).sweep).toEqual({ missed: false });
  expect((await healthIn(0)).warnings).not.toContain("sweep");
});

test("/health warns in both languages of days without a sweep, until the next sweep", async () => {
  const { sweep, warnings } = await healthIn(3);
  expect(sweep).toEqual({ missed: true });
  expect(warnings).toContain("việc rà soát thời hạn hằng ngày đã bị bỏ lỡ (chưa lần nào)");
  expect(warnings).toContain("the daily sweep of deadlines was missed (complete never)");
  const host = later(3, api.whole.host);
  await sweepDay(Date.parse((await host.load([])).now), host);
  expect((await healthIn(3)).sweep).toMatchObject({ missed: false, lastAt: expect.stringMatching(/Z$/) });
  expect((await healthIn(3)).warnings).not.toContain("sweep");
  expect((await healthIn(6)).warnings).toMatch(/was missed \(complete up to \d{4}-\d\d-\d\d\)/);
});
