/**
 * Idempotency-Key over HTTP: a command is recorded once and answered with the same bytes; many requests at once are no
 * fault.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { RateLimiter } from "../../src/service/admitting/rate-limiter.ts";
import { Api } from "../kit/api/api.ts";
import type { Fields, Reply } from "../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let job: MainJob;
let opened: OpenedCase;
let act: Fields;

beforeAll(async () => {
  api = await Api.start({ limiter: new RateLimiter() });
  job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  act = {
    on: { case: opened.case },
    type: "enforcer-assigned",
    days: { happenedOn: { day: "2026-09-08", source: "document" } },
  };
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

async function post(key: string, body: Fields = act, as = "agency-officer"): Promise<Reply> {
  return api.post("/v1/acts", { as, body, key });
}

test("a repeat is answered with the same bytes and says that it is one", async () => {
  const first = await post("one");
  const before = await api.events();
  const again = await post("one");
  expect([again.status, again.text, again.headers.get("idempotency-replayed")]).toEqual([201, first.text, "true"]);
  expect(first.headers.get("idempotency-replayed")).toBeNull();
  expect(await api.events()).toBe(before);
});

test("a body that says the same in another order or spacing is a repeat", async () => {
  const first = await post("spaced");
  const again = await api.post("/v1/acts", {
    as: "agency-officer",
    key: "spaced",
    body: JSON.stringify(Object.fromEntries(Object.entries(act).toReversed()), undefined, 2),
  });
  expect(again.text).toBe(first.text);
});

test("the same key with another body is refused", async () => {
  await post("reused");
  expect(await post("reused", { ...act, note: "khác" })).toMatchObject({ status: 422, code: "idempotency-key-reused" });
});

test("the same key on another path is refused like another body", async () => {
  const other = await job.openCase(await job.openIntake());
  const ask = { as: "agency-officer", key: "path", body: { side: "related" } };
  expect((await api.post(`/v1/cases/${opened.case}/parties`, ask)).status).toBe(201);
  expect((await api.post(`/v1/cases/${other.case}/parties`, ask)).code).toBe("idempotency-key-reused");
});

test("the same key of another person is another key", async () => {
  const first = await post("mine");
  const theirs = await post("mine", act, "agency-head");
  expect([theirs.status, theirs.headers.get("idempotency-replayed")]).toEqual([201, null]);
  expect(theirs.text).not.toBe(first.text);
});

test("a refusal does not use the key up: a corrected body may be sent with it", async () => {
  expect((await post("mended", { ...act, days: {} })).code).toBe("day-missing");
  expect((await post("mended")).status).toBe(201);
});

test("twenty requests at once with one key record one command", async () => {
  const before = await api.events();
  const replies = await Promise.all(Array.from({ length: 20 }, async () => post("storm")));
  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(await api.events()).toBe(before + 1);
});

test("too many requests of one person are told to wait", async () => {
  const replies = await Promise.all(
    Array.from({ length: 400 }, async (_, i) => post(`flood-${i}`, { ...act, days: {} })),
  );
  const limited = replies.find(({ status }) => status === 429);
  expect(limited?.code).toBe("rate-limited");
  expect(Number(limited?.headers.get("retry-after"))).toBeGreaterThan(0);
});
