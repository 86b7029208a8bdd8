/**
 * Console and API share an address: each answers in its own way to a path it does not have, and keeps the request's
 * context.
 */

import type { ExecutionContext } from "hono";
import { expect, test } from "vitest";
import { TokenVerifier } from "../src/http/token-verifier.ts";
import { IssuerKeys } from "../src/http/issuer-keys.ts";
import { makeSite } from "../src/site.ts";

const tokens = new TokenVerifier({
  issuer: "http://issuer.test",
  audience: "minh-chung",
  keys: new IssuerKeys(async () => ({ keys: [] })),
  now: () => 0,
});

/** Hands work to the context of the request, which keeps it going, as on workerd. */
const site = makeSite({
  host: () => {
    throw new Error("nobody here needs a host");
  },
  tokens,
  development: false,
  keepGoing: (c, work) => c.executionCtx.waitUntil(work.catch(() => undefined)),
  report: (fault) => {
    throw fault;
  },
});

function executionContext(kept: Promise<unknown>[]): ExecutionContext {
  return { waitUntil: (work) => void kept.push(work), passThroughOnException: () => undefined, props: {} };
}

test.each(["/console", "/console/today"])("work of %s is kept going by the request's own context", async (path) => {
  const kept: Promise<unknown>[] = [];
  const response = await site.request(path, {}, {}, executionContext(kept));
  expect(response.status).toBe(303);
  expect(kept).toHaveLength(1);
});

test.each(["/nothing", "/checkpoint/", "/%ff"])(
  "the path %s, which does not exist, answers with a problem document",
  async (path) => {
    const response = await site.request(path, {}, {}, executionContext([]));
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  },
);
