/**
 * Who enters the console, and at what cost: a visit borrows one host only, since one that held a host and waited for another
 * could block all others; and none while a form arrives.
 */

import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { utf8 } from "../../../src/base/bytes.ts";
import { RateLimiter } from "../../../src/service/admitting/rate-limiter.ts";
import { makeConsole } from "../../../src/web/console.tsx";
import { acts, pages } from "../../../src/web/routes.ts";
import type { ConsoleEnv, ConsoleParts } from "../../../src/web/frame/visit.ts";
import { Api } from "../../kit/api/api.ts";
import { settleOffices } from "../../kit/api/office-world.ts";

let api: Api;
beforeAll(async () => {
  api = await Api.start();
  await settleOffices(api);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const here = "http://127.0.0.1";
let lent = { begun: 0, ended: 0 };
let app: Hono<ConsoleEnv>;

beforeEach(() => {
  lent = { begun: 0, ended: 0 };
  app = consoleWith();
});

/** A console of which the hosts lent are counted; no token comes back to its buckets. */
function consoleWith(more: Partial<ConsoleParts> = {}): Hono<ConsoleEnv> {
  const cache = { ...api.whole.host.cache, rateLimiter: new RateLimiter() };
  const host = { ...api.whole.host, cache, clock: () => 1000 };
  return makeConsole({
    host: () => {
      lent.begun++;
      return { host, end: async () => void lent.ended++ };
    },
    tokens: api.tokens,
    development: true,
    report: (fault) => api.faults.push(fault),
    ...more,
  });
}

interface Asked {
  readonly as?: string;
  readonly method?: string;
  readonly body?: ReadableStream<Uint8Array> | string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(path: string, { as, method = "GET", body, headers = {} }: Asked = {}): Promise<Response> {
  const sent = new Headers(method === "POST" ? { origin: here, "content-type": form, ...headers } : headers);
  if (as !== undefined) sent.set("cookie", `minh-chung-token=${await api.token(as)}`);
  return app.request(`${here}${path}`, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body, duplex: "half" }),
  });
}

const form = "application/x-www-form-urlencoded";

/** A form without end, of which each read is counted. */
function endless(): { readonly body: ReadableStream<Uint8Array>; readonly reads: () => number } {
  let reads = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    reads += 1;
    controller.enqueue(utf8("a=".padEnd(65_536, "a")));
  };
  return { body: new ReadableStream({ pull }, { highWaterMark: 0 }), reads: () => reads };
}

test.each(["/console", "/console/today", "/console/office"])(
  "%s borrows a host once and gives it back",
  async (path) => {
    expect((await ask(path, { as: "procurator" })).status).toBeLessThan(400);
    expect(lent).toEqual({ begun: 1, ended: 1 });
  },
);

describe("a form is not read", () => {
  test.each([
    ["without a token", "/console/judge/confirm", undefined, 303],
    ["of a login that nobody registered", "/console/judge/confirm", "stranger", 403],
    ["of a person who may not do it anywhere", "/console/judge/confirm", "auditor", 403],
    ["of a person who has no page there", "/console/nothing", "procurator", 404],
    ["for a page that only shows", "/console/cases", "procurator", 405],
  ] as const)("%s", async (_, path, as, status) => {
    const { body, reads } = endless();
    const response = await ask(path, { method: "POST", body, ...(as === undefined ? {} : { as }) });
    expect([response.status, reads(), lent.begun - lent.ended]).toEqual([status, 0, 0]);
  });

  test("of a person over their rate", async () => {
    for (let i = 0; i < 120; i++)
      await ask("/console/judge/confirm", { as: "procurator", method: "POST", body: "a=b" });
    const { body, reads } = endless();
    const response = await ask("/console/judge/confirm", { as: "procurator", method: "POST", body });
    expect([response.status, reads(), response.headers.get("retry-after")]).toEqual([429, 0, "1"]);
    expect(await response.text()).toContain("Chờ 1 giây rồi bấm lại");
  });
});

test.each([
  ["/console/judge/confirm", "procurator", 17],
  ["/console/office", "procurator", 17],
  ["/console/sign-in", undefined, 17],
] as const)("a form to %s is read to its largest size, while no host is lent", async (path, as, most) => {
  const { body, reads } = endless();
  const response = await ask(path, { method: "POST", body, ...(as === undefined ? {} : { as }) });
  expect([response.status, reads()]).toEqual([413, most]);
  expect(await response.text()).toContain("Nội dung quá lớn");
});

test("no host is lent while a form arrives", async () => {
  let held = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    held = lent.begun - lent.ended;
    controller.enqueue(utf8("step=edit"));
    controller.close();
  };
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  expect((await ask("/console/judge/confirm", { as: "procurator", method: "POST", body })).status).toBe(200);
  expect([held, lent]).toEqual([0, { begun: 2, ended: 2 }]);
});

describe("the rate", () => {
  test("of a person's pages is that of their reads in the API", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 241; i++) statuses.push((await ask("/console/office", { as: "auditor" })).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([240, 429]);
    expect((await ask("/console/office", { as: "procurator" })).status).toBe(200);
  });

  test("of the sign-in is one for all who have no token yet", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 241; i++) statuses.push((await ask("/console/sign-in")).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([240, 429]);
    expect((await ask("/console/office", { as: "procurator" })).status).toBe(200);
  });
});

describe("a method that a page does not take", () => {
  const filled = [...acts.map(({ path }) => path), "/console/sign-in", "/console/office"];
  const shown = [...pages.map(({ path }) => path), "/console", "/console/style.css"];
  const concrete = (path: string): string => path.replaceAll(/:\w+(?:\{.*\})?/g, "0123456789abcdef0123456789abcdef");

  test.each([...filled.map((path) => [path, "GET, HEAD, POST"]), ...shown.map((path) => [path, "GET, HEAD"])] as const)(
    "%s takes %s and says so",
    async (path, allow) => {
      for (const method of ["OPTIONS", "PUT", "DELETE", "PATCH", ...(allow.includes("POST") ? [] : ["POST"])]) {
        const response = await ask(concrete(path), { method, as: "procurator" });
        expect([method, response.status, response.headers.get("allow")]).toEqual([method, 405, allow]);
      }
    },
  );
});

describe("the origin", () => {
  const publicly = { origins: ["https://thads.example", "https://thads.example:8443"] };
  const page = "/console/sign-in";

  async function statusOf(host: string, headers: Readonly<Record<string, string>>, method = "POST"): Promise<number> {
    const response = await consoleWith(publicly).request(`http://${host}${page}`, {
      method,
      headers: { "content-type": form, ...headers },
      ...(method === "POST" ? { body: "token=" } : {}),
    });
    const text = await response.text();
    if (response.status === 403) expect(text).toContain(`<a href="https://thads.example/console">`);
    return response.status;
  }

  test.each([
    [
      "of the public address, without Sec-Fetch-Site, over a proxy that ends TLS",
      "thads.example",
      { origin: "https://thads.example" },
      401,
    ],
    ["of the other public address", "thads.example:8443", { origin: "https://thads.example:8443" }, 401],
    [
      "of the public address with Sec-Fetch-Site",
      "thads.example",
      { origin: "https://thads.example", "sec-fetch-site": "same-origin" },
      401,
    ],
    ["with Sec-Fetch-Site alone", "thads.example", { "sec-fetch-site": "same-origin" }, 401],
    ["of the address as the server sees it", "thads.example", { origin: "http://thads.example" }, 403],
    ["of another site", "thads.example", { origin: "https://evil.example" }, 403],
    ["of another port", "thads.example", { origin: "https://thads.example:9999" }, 403],
    ["of a name that begins like ours", "thads.example", { origin: "https://thads.example.evil.example" }, 403],
    ["of no origin", "thads.example", { origin: "null" }, 403],
    ["of nobody", "thads.example", {}, 403],
    ["of a sibling", "thads.example", { "sec-fetch-site": "same-site" }, 403],
    [
      "of another site, by Sec-Fetch-Site",
      "thads.example",
      { origin: "https://thads.example", "sec-fetch-site": "cross-site" },
      403,
    ],
    [
      "of another site that the browser calls the same",
      "thads.example",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
      403,
    ],
    ["to a foreign name that leads here", "evil.example", { origin: "http://evil.example" }, 403],
    ["to a foreign name, with our origin", "evil.example", { origin: "https://thads.example" }, 403],
  ] as const)("a form %s", async (_, host, headers, status) => {
    expect(await statusOf(host, headers)).toBe(status);
  });

  test("a page is shown under a public name alone", async () => {
    expect(await statusOf("thads.example", {}, "GET")).toBe(200);
    expect(await statusOf("evil.example", {}, "GET")).toBe(403);
  });

  test("without the setting, in production on the edge, the refusal says what to set", async () => {
    const response = await consoleWith({ origins: [] }).request(`https://thads.example${page}`);
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining("PUBLIC_ORIGINS")]);
  });

  test.each(["procurator", "administrator"])(
    "to %s, who sees no entries, the log's page prints the line without a token",
    async (who) => {
      const cookie = `minh-chung-token=${await api.token(who)}`;
      const shown = await consoleWith(publicly).request("http://thads.example/console/log", { headers: { cookie } });
      const text = await shown.text();
      expect(text).toContain("npm run -s verify -- https://thads.example --save ");
      expect(text).not.toContain("--token-file");
    },
  );

  test("the addresses that pages print are public", async () => {
    const cookie = `minh-chung-token=${await api.token("auditor")}`;
    const shown = await consoleWith(publicly).request("http://thads.example/console/log", { headers: { cookie } });
    expect(await shown.text()).toContain("npm run -s verify -- https://thads.example --token-file");
  });

  test("https on the http address is another origin", async () => {
    const headers = { origin: "https://127.0.0.1", "content-type": form };
    expect((await app.request(`${here}${page}`, { method: "POST", headers, body: "token=" })).status).toBe(403);
  });
});

describe("cookies in production", () => {
  test("cookies of the console are for this host, over TLS, alone, and no other is read", async () => {
    const production = consoleWith({ development: false, origins: ["https://thads.example"] });
    const headers = { origin: "https://thads.example", "content-type": form };
    const token = await api.token("procurator");
    const body = new URLSearchParams({ token }).toString();
    const signedIn = await production.request("http://thads.example/console/sign-in", {
      method: "POST",
      headers,
      body,
    });
    expect(signedIn.headers.get("set-cookie")).toBe(
      `__Host-minh-chung-token=${token}; Path=/; HttpOnly; Secure; SameSite=Strict`,
    );
    const visit = async (cookie: string): Promise<number> =>
      (await production.request("http://thads.example/console/today", { headers: { cookie } })).status;
    expect(await visit(`__Host-minh-chung-token=${token}`)).toBe(200);
    expect(await visit(`minh-chung-token=${token}`)).toBe(303);
    const out = await production.request("http://thads.example/console/sign-out", { method: "POST", headers });
    for (const cookie of out.headers.getSetCookie())
      expect(cookie).toMatch(/^__Host-[a-z-]+=; Max-Age=0; Path=\/; .*Secure/);
    expect(out.headers.getSetCookie()).toHaveLength(2);
  });
});
