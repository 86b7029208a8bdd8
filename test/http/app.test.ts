/**
 * The guard around every route: a fault becomes a problem that does not describe it, and every answer has safe headers.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AppParts, makeApp } from "../../src/http/app.ts";
import { TokenVerifier } from "../../src/http/token-verifier.ts";
import { IssuerKeys } from "../../src/http/issuer-keys.ts";
import { problemCodes, problemText } from "../../src/http/problem.ts";
import { TryAgain } from "../../src/service/ports.ts";
import { LogStopped } from "../../src/service/sealing/seal.ts";
import { Api } from "../kit/api/api.ts";

let api: Api;

beforeAll(async () => {
  api = await Api.start();
});
afterAll(async () => {
  await api.end();
});

const tokens = new TokenVerifier({
  issuer: "http://issuer.test",
  audience: "minh-chung",
  keys: new IssuerKeys(async () => ({ keys: [] })),
  now: () => 0,
});

/** An app whose host fails in this way whenever it is asked for. */
function failing(fault: unknown, more: Partial<AppParts> = {}) {
  const reported: unknown[] = [];
  const host = (): never => {
    throw fault;
  };
  return { app: makeApp({ host, tokens, report: (each) => reported.push(each), ...more }), reported };
}

describe("a fault of the machine", () => {
  test("a fault becomes a problem that does not describe it, and is reported", async () => {
    const fault = new Error("password=secret");
    const { app, reported } = failing(fault);
    const response = await app.request("/health");
    const text = await response.text();
    expect([response.status, response.headers.get("content-type")]).toEqual([500, "application/problem+json"]);
    expect(text).not.toContain("secret");
    expect(reported).toEqual([fault]);
  });

  test("a fault that may pass says when to repeat the request, and whether the command was recorded", async () => {
    const parts = { host: () => ({ host: failingHost(new TryAgain("57P01", "unknown")), end: async () => undefined }) };
    const { app, reported } = failing(undefined, parts);
    const read = await app.request("/health");
    expect([read.status, read.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await read.json()).not.toHaveProperty("recorded");
    expect(reported).toEqual([]);
  });

  test("a log that has stopped says why", async () => {
    const parts = {
      host: () => ({ host: failingHost(new LogStopped("clock-went-back")), end: async () => undefined }),
    };
    const response = await failing(undefined, parts).app.request("/health");
    expect(await response.json()).toMatchObject({ code: "signer-stopped", reason: "clock-went-back" });
  });

  test("a fault while the connection closes does not undo the answer", async () => {
    const { host } = api.whole;
    const end = async (): Promise<void> => Promise.reject(new Error("no goodbye"));
    const { app, reported } = failing(undefined, { host: () => ({ host, end }) });
    expect((await app.request("/health")).status).toBe(200);
    expect(reported).toHaveLength(1);
  });
});

function failingHost(fault: unknown): Api["whole"]["host"] {
  const waitingLongerThan = async (): Promise<never> => Promise.reject(fault);
  return { ...api.whole.host, sealing: { ...api.whole.host.sealing, waitingLongerThan } };
}

test("work goes on after its client has left: it is given to keepGoing", async () => {
  const kept: Promise<unknown>[] = [];
  const { app } = failing(undefined, {
    host: () => ({ host: api.whole.host, end: async () => undefined }),
    keepGoing: (_, work) => kept.push(work),
  });
  const response = await app.request("/health");
  expect(kept).toHaveLength(1);
  expect(await kept[0]).toBe(response);
});

test.each(["/health", "/nothing", "/v1/me", "/checkpoint", "/openapi.json"])(
  "%s is served as data that no browser takes for a page",
  async (path) => {
    const { headers } = await api.app.request(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  },
);

test("HEAD is answered like GET, without a body (RFC 9110 §9.3.2)", async () => {
  const response = await api.app.request("/checkpoint", { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([200, ""]);
});

test.each(problemCodes)("the problem %s is documented in both tongues, with what to do", async (code) => {
  const { body } = await api.get(`/problems/${code}`);
  const { status, wrong, todo } = problemText(code);
  expect(body).toEqual({
    type: `/problems/${code}`,
    code,
    status,
    wrong: { vi: wrong[0], en: wrong[1] },
    todo: { vi: todo[0], en: todo[1] },
  });
  for (const words of [...wrong, ...todo]) expect(words.normalize("NFC").trim().length).toBeGreaterThan(3);
});
