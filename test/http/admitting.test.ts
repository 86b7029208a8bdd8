/**
 * What a request may cost grows with what is known of it: nobody's body is read before their token, their rate and their
 * permission are known, and no host is held while it is.
 */

import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { utf8 } from "../../src/base/bytes.ts";
import { makeApp } from "../../src/http/app.ts";
import { RateLimiter } from "../../src/service/admitting/rate-limiter.ts";
import type { Host } from "../../src/service/host.ts";
import { Api } from "../kit/api/api.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let job: MainJob;
beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

/** The app of this test: it counts the hosts that are lent and the questions to the database. */
let app: Hono;
let lent = 0;
let loads = 0;

beforeEach(() => {
  const { host } = api.whole;
  const cache = { ...host.cache, rateLimiter: new RateLimiter() };
  const counted: Host = {
    ...host,
    cache,
    // No token comes back to a bucket while the clock stands.
    clock: () => 1000,
    load: async (...asked) => {
      loads += 1;
      return host.load(...asked);
    },
  };
  lent = 0;
  loads = 0;
  const lend = () => {
    lent += 1;
    const end = async (): Promise<void> => void (lent -= 1);
    return { host: counted, end };
  };
  app = makeApp({ host: lend, tokens: api.tokens, report: (fault) => api.faults.push(fault) });
});

interface SentBody {
  readonly stream: ReadableStream<Uint8Array>;
  readonly reads: () => number;
}

/** A body of which each read is counted; it has no end. */
function endless(chunk: Uint8Array): SentBody {
  let reads = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    reads += 1;
    controller.enqueue(chunk);
  };
  return { stream: new ReadableStream({ pull }, { highWaterMark: 0 }), reads: () => reads };
}

interface Posting {
  readonly as?: string;
  readonly type?: string;
  readonly more?: Readonly<Record<string, string>>;
}

async function post(path: string, body: ReadableStream | string, { as, type, more }: Posting = {}): Promise<Response> {
  const headers = new Headers({ "content-type": type ?? "application/json", "idempotency-key": "k", ...more });
  if (as !== undefined) headers.set("authorization", `Bearer ${await api.token(as)}`);
  return app.request(path, { method: "POST", headers, body, duplex: "half" });
}

async function codeOf(response: Response): Promise<string> {
  return String(((await response.json()) as { code: unknown }).code);
}

const lines = "application/x-ndjson";
const opened = JSON.stringify({ code: "toa-moi", kind: "court", name: "Tòa", openedOn: "2025-07-01" });

describe("a body is not read", () => {
  test.each<readonly [string, Posting & { readonly to?: string }, number, string]>([
    ["without a token", {}, 401, "token-missing"],
    ["of a login that nobody registered", { as: "stranger" }, 403, "not-registered"],
    ["of a person who may not do it anywhere", { to: "/v1/offices", as: "agency-officer" }, 403, "not-permitted"],
    ["of a bulk, by a person who may record only single acts", { as: "procurator", type: lines }, 403, "not-permitted"],
    ["of a single act, by an auditor", { as: "auditor" }, 403, "not-permitted"],
    ["of the wrong type, by a person who may not do it", { as: "auditor", type: "text/plain" }, 403, "not-permitted"],
    ["of the wrong type", { as: "agency-officer", type: "text/plain" }, 415, "content-type-not-taken"],
    [
      "for an office that is not theirs",
      { as: "agency-officer", more: { "acting-office": "0".repeat(32) } },
      403,
      "office-not-yours",
    ],
    ["with a malformed If-Match", { as: "agency-officer", more: { "if-match": "v7" } }, 400, "if-match-malformed"],
    ["with an empty If-Match", { as: "agency-officer", more: { "if-match": "" } }, 400, "if-match-malformed"],
    [
      "with an empty Content-Encoding",
      { as: "agency-officer", more: { "content-encoding": "" } },
      415,
      "content-encoding-not-taken",
    ],
    ["with an empty key", { as: "agency-officer", more: { "idempotency-key": "" } }, 400, "idempotency-key-malformed"],
    [
      "under a condition that is not applied here",
      { as: "agency-officer", more: { "if-none-match": "*" } },
      400,
      "condition-not-taken",
    ],
    [
      "under a day as condition",
      { as: "agency-officer", more: { "if-unmodified-since": "x" } },
      400,
      "condition-not-taken",
    ],
  ])("%s", async (_, { to = "/v1/acts", ...posting }, status, code) => {
    const body = endless(utf8(" "));
    const response = await post(to, body.stream, posting);
    expect([response.status, await codeOf(response), body.reads(), lent]).toEqual([status, code, 0, 0]);
  });

  test("of a person over their rate", async () => {
    for (let i = 0; i < 120; i++) await post("/v1/acts", "{", { as: "agency-officer" });
    const body = endless(utf8(" "));
    const response = await post("/v1/acts", body.stream, { as: "agency-officer" });
    expect([response.status, await codeOf(response), body.reads()]).toEqual([429, "rate-limited", 0]);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

test("the answer to a request without a token says the edition of the law, as every answer does", async () => {
  const response = await app.request("/v1/me");
  expect([response.status, response.headers.get("law-edition")]).toEqual([401, expect.any(String)]);
  expect(lent).toBe(0);
});

test("a body is read to its largest size, and to no more", async () => {
  const body = endless(new Uint8Array(65_536).fill(0x20));
  const response = await post("/v1/acts", body.stream, { as: "agency-officer" });
  expect([response.status, body.reads()]).toEqual([413, 17]);
});

test("no host is lent while a body arrives, and the command is decided on the one that is lent afterwards", async () => {
  let send: (text: string) => void = () => undefined;
  let isAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        isAsked();
        controller.enqueue(utf8(await new Promise<string>((resolve) => (send = resolve))));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const answer = post("/v1/offices", stream, { as: "administrator" });
  await asked;
  expect(lent).toBe(0);
  expect((await app.request("/health")).status).toBe(200);
  send(opened);
  expect((await answer).status).toBe(201);
  expect(lent).toBe(0);
});

describe("a login that nobody registered", () => {
  test("costs one question to the database, then none, then is told to wait", async () => {
    const authorization = `Bearer ${await api.token("unknown-login")}`;
    const statuses: number[] = [];
    for (let i = 0; i < 400; i++) statuses.push((await app.request("/v1/me", { headers: { authorization } })).status);
    expect(statuses.slice(0, 240)).toEqual(Array(240).fill(403));
    expect(statuses.slice(240)).toEqual(Array(160).fill(429));
    expect(loads).toBe(1);
  });

  test("does not use up the rate of anybody else", async () => {
    const authorization = `Bearer ${await api.token("another-login")}`;
    for (let i = 0; i < 300; i++) await app.request("/v1/me", { headers: { authorization } });
    const me = await app.request("/v1/me", { headers: { authorization: `Bearer ${await api.token("auditor")}` } });
    expect(me.status).toBe(200);
  });

  test("is let in as soon as it was registered by this process", async () => {
    const headers = { authorization: `Bearer ${await api.token("soon-registered")}` };
    expect(await codeOf(await api.app.request("/v1/me", { headers }))).toBe("not-registered");
    const login = { issuer: api.issuer, subject: "soon-registered" };
    await job.record("administrator", "/v1/people", { name: "Người mới", login });
    expect(await codeOf(await api.app.request("/v1/me", { headers }))).toBe("not-permitted");
  });
});

describe("an address that needs no token", () => {
  test.each([
    "/health",
    "/checkpoint",
    "/openapi.json",
    "/problems",
    "/problems/try-again",
    "/v1/log/key",
    "/tile/0/000.p/1",
  ])("%s has a rate of its own, for all callers together", async (path) => {
    const statuses: number[] = [];
    for (let i = 0; i < 241; i++) statuses.push((await app.request(path)).status);
    const burst = ["/health", "/checkpoint"].includes(path) ? 120 : 240;
    expect(statuses.findIndex((status) => status !== 200)).toBe(burst);
    expect(new Set(statuses.slice(burst))).toEqual(new Set([429]));
    expect((await app.request(path === "/health" ? "/checkpoint" : "/health")).status).toBe(200);
  });
});

test("/openapi.json may be kept for an hour, and is not sent again to who has it", async () => {
  const first = await app.request("/openapi.json");
  const etag = first.headers.get("etag") ?? "";
  expect(first.headers.get("cache-control")).toBe("public, max-age=3600");
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
    const again = await app.request("/openapi.json", { headers: { "if-none-match": tag } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  }
  expect((await app.request("/openapi.json", { headers: { "if-none-match": '"x"' } })).status).toBe(200);
});
