/**
 * Every wrong request is answered with a problem document that has a stable code, records nothing, and is never a 500.
 */

import { SignJWT, UnsecuredJWT } from "jose";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../src/http/routes/all-routes.ts";
import { Api } from "../kit/api/api.ts";
import { faultless, type Fields, type Reply, type Sending } from "../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let opened: OpenedCase;
let foreign: OpenedCase;
let act: Fields;

beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  opened = await job.openCase(intake);
  foreign = await job.openCase(intake);
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

const unknown = "0123456789abcdef0123456789abcdef";

/** Expects a refusal with this code, in the form of RFC 9457 with a type that resolves, and nothing recorded. */
async function expectRefused(send: () => Promise<Reply>, status: number, code: string): Promise<Reply> {
  const before = await api.events();
  const reply = await send();
  expect(reply).toMatchObject({ status, code });
  expect(reply.body).toMatchObject({
    type: `/problems/${code}`,
    status,
    title: expect.stringMatching(/.+ \(.+\)/),
    detail: expect.any(String),
  });
  expect((await api.get(String(reply.body["type"]))).body).toMatchObject({ code, status });
  expect(await api.events()).toBe(before);
  return reply;
}

const post = async (sending: Sending): Promise<Reply> => api.post("/v1/acts", { as: "agency-officer", ...sending });

function withChange(change: Fields): Fields {
  return { ...act, ...change };
}

describe("the body", () => {
  test.each<readonly [string, Sending, number, string]>([
    [
      "of the wrong content type",
      { headers: { "content-type": "text/plain" }, body: "{}" },
      415,
      "content-type-not-taken",
    ],
    [
      "without a content type",
      { headers: { "content-type": undefined }, body: new Uint8Array([123, 125]) },
      415,
      "content-type-not-taken",
    ],
    ["compressed", { headers: { "content-encoding": "gzip" }, body: "{}" }, 415, "content-encoding-not-taken"],
    ["empty", { body: "" }, 400, "json-broken"],
    ["broken", { body: '{"on":' }, 400, "json-broken"],
    ["not UTF-8", { body: Uint8Array.of(0x22, 0xff, 0x22) }, 400, "body-not-utf8"],
    ["an object with a name twice", { body: '{"type":"a","type":"b"}' }, 400, "json-duplicate-name"],
    ["an object with __proto__", { body: '{"__proto__":{"roles":["auditor"]}}' }, 400, "json-name-forbidden"],
    ["nested too deep", { body: `${"[".repeat(33)}${"]".repeat(33)}` }, 400, "json-too-deep"],
    ["too large", { body: `"${"a".repeat(1_048_576)}"` }, 413, "body-too-large"],
    ["an array", { body: "[]" }, 422, "body-unfit"],
    ["null", { body: "null" }, 422, "body-unfit"],
  ])("a body that is %s is refused", async (_, sending, status, code) => {
    await expectRefused(async () => post(sending), status, code);
  });

  test.each<readonly [string, () => Fields, string, string]>([
    ["an unknown field", () => withChange({ extra: 1 }), "/extra", "unknown-field"],
    ["an unknown field inside", () => withChange({ on: { case: opened.case, also: 1 } }), "/on/also", "unknown-field"],
    [
      "the day 2026-02-30",
      () => withChange({ days: { happenedOn: { day: "2026-02-30", source: "document" } } }),
      "/days/happenedOn/day",
      "wrong-form",
    ],
    ["a lone surrogate", () => withChange({ note: "a\ud800" }), "/note", "text-lone-surrogate"],
    ["a NUL", () => withChange({ note: "a\0" }), "/note", "text-control-character"],
    ["a right-to-left override", () => withChange({ note: "a\u202e" }), "/note", "text-hidden-character"],
    ["a tag in a number", () => withChange({ document: "12\u{e0041}" }), "/document", "text-hidden-character"],
    ["a zero width space in an id", () => withChange({ on: { case: "\u200b" } }), "/on/case", "text-hidden-character"],
    ["only spaces", () => withChange({ note: "  " }), "/note", "text-blank"],
    ["an accent on nothing", () => withChange({ note: "\u0301" }), "/note", "text-lone-mark"],
    ["a line break in a number", () => withChange({ document: "1\n2" }), "/document", "wrong-form"],
    ["text that is not NFC", () => withChange({ note: "Nguye\u0302\u0303n" }), "/note", "text-not-nfc"],
    ["a number beyond 2^53", () => withChange({ amount: 9007199254740993n }), "/amount", "number-not-safe-integer"],
    ["a fraction", () => withChange({ amount: 0.5 }), "/amount", "number-not-safe-integer"],
    ["a type that is not in the catalogue", () => withChange({ type: "judge-bribed" }), "/type", "not-in-list"],
    ["a malformed id", () => withChange({ on: { case: "1" } }), "/on/case", "wrong-form"],
  ])("a body with %s is refused, and the problem names the place", async (_, body, pointer, fault) => {
    const text = JSON.stringify(body(), (__, value: unknown) => (typeof value === "bigint" ? Number(value) : value));
    const reply = await expectRefused(async () => post({ body: text }), 422, "body-unfit");
    expect(reply.body["violations"]).toContainEqual(expect.objectContaining({ pointer, code: fault }));
  });

  test.each<readonly [string, () => Fields, number, string]>([
    ["an unknown case", () => withChange({ on: { case: unknown } }), 404, "unknown-case"],
    ["an unknown intake", () => withChange({ on: { intake: unknown } }), 404, "unknown-intake"],
    ["an act of another case", () => withChange({ answers: [foreign.act] }), 422, "unknown-act"],
    [
      "a day in the future",
      () => withChange({ days: { happenedOn: { day: "2199-01-01", source: "document" } } }),
      422,
      "day-in-future",
    ],
    ["no day", () => withChange({ days: {} }), 422, "day-missing"],
  ])("a body with %s is refused by its rule", async (_, body, status, code) => {
    await expectRefused(async () => post({ body: body() }), status, code);
  });

  test("a body that repeats an id of the path is refused, even if both are equal", async () => {
    const path = `/v1/cases/${opened.case}/parties`;
    await expectRefused(
      async () => api.post(path, { as: "agency-officer", body: { case: opened.case, side: "debtor" } }),
      422,
      "body-unfit",
    );
  });
});

describe("the headers and the path", () => {
  test.each<readonly [string, Readonly<Record<string, string | undefined>>, number, string]>([
    ["no idempotency key", { "idempotency-key": undefined }, 400, "idempotency-key-missing"],
    ["a malformed key", { "idempotency-key": "a b" }, 400, "idempotency-key-malformed"],
    ["a malformed office", { "acting-office": "x" }, 400, "acting-office-malformed"],
    ["an office where the person holds no role", { "acting-office": unknown }, 403, "office-not-yours"],
    ["a malformed version", { "if-match": "7" }, 400, "if-match-malformed"],
    ["a version although the path names no stream", { "if-match": '"v7"' }, 400, "if-match-malformed"],
  ])("a request with %s is refused", async (_, headers, status, code) => {
    await expectRefused(async () => post({ body: act, headers }), status, code);
  });

  test.each<readonly [string, number, string]>([
    ["/v1/nothing", 404, "not-found"],
    ["/v1/cases/xyz", 400, "id-malformed"],
    [`/v1/cases/${unknown}`, 404, "unknown-case"],
    [`/v1/intakes/${unknown}`, 404, "unknown-intake"],
    [`/v1/instruments/${unknown}`, 404, "unknown-instrument"],
    [`/v1/findings/${unknown}`, 404, "unknown-finding"],
    ["/v1/acts", 405, "method-not-allowed"],
    ["/v1/cases?limit=0", 400, "query-unfit"],
    ["/v1/cases?limit=50&limit=60", 400, "query-unfit"],
    ["/v1/cases?unknown=1", 400, "query-unfit"],
    ["/v1/cases?after=%00", 400, "query-unfit"],
    ["/v1/detections?after=2026-02-30~A/1/2", 400, "query-unfit"],
    ["/v1/log/entries?start=-1", 400, "query-unfit"],
    ["/v1/log/entries?start=9007199254740993", 400, "query-unfit"],
    ["/v1/log/proofs/inclusion?index=0&size=99999", 400, "log-range-unfit"],
    ["/problems/nothing", 404, "not-found"],
  ])("GET %s is refused with %i %s", async (path, status, code) => {
    await expectRefused(async () => api.get(path, { as: "auditor" }), status, code);
  });

  test("a 405 names the methods that are taken (RFC 9110 §15.5.6)", async () => {
    const response = await api.app.request("/checkpoint", { method: "DELETE" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("If-Match with an old version gets 412 and the current version; with the current one it is recorded", async () => {
    const path = `/v1/cases/${opened.case}/parties`;
    const seen = (await api.get(`/v1/cases/${opened.case}`, { as: "agency-officer" })).headers.get("etag") ?? "";
    const ask = { as: "agency-officer", body: { side: "related" } };
    const stale = await expectRefused(
      async () => api.post(path, { ...ask, headers: { "if-match": '"v999"' } }),
      412,
      "version-not-matched",
    );
    expect(`"v${String(stale.body["current"])}"`).toBe(seen);
    expect((await api.post(path, { ...ask, headers: { "if-match": seen } })).status).toBe(201);
  });
});

describe("the token", () => {
  const seconds = Math.floor(Date.now() / 1000);

  test.each<readonly [string, Fields, string]>([
    ["expired", { exp: seconds - 61 }, "token-expired"],
    ["for another audience", { aud: "other" }, "token-audience"],
    ["of another issuer", { iss: "http://other.test" }, "token-issuer"],
    ["not valid yet", { nbf: seconds + 3600 }, "token-not-yet-valid"],
  ])("a token that is %s is refused", async (_, claims, code) => {
    const token = await api.token("agency-officer", claims);
    const reply = await expectRefused(
      async () => api.post("/v1/acts", { body: act, headers: { authorization: `Bearer ${token}` } }),
      401,
      code,
    );
    expect(reply.headers.get("www-authenticate")).toContain("Bearer");
  });

  test("a token with alg none, or signed with public text as the key, is refused", async () => {
    const claims = { iss: "http://issuer.test", aud: "minh-chung", sub: "agency-officer", exp: seconds + 60 };
    const none = new UnsecuredJWT(claims).encode();
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "test" })
      .sign(new Uint8Array(32));
    for (const token of [none, confused, "x.y.z", "a".repeat(9000)]) {
      await expectRefused(
        async () => api.post("/v1/acts", { body: act, headers: { authorization: `Bearer ${token}` } }),
        401,
        "token-invalid",
      );
    }
  });
});

describe("a bulk", () => {
  const bulk = async (body: string): Promise<Reply> =>
    post({ body, headers: { "content-type": "application/x-ndjson" } });

  test("a bulk with broken lines names each of them, before any rule is applied", async () => {
    const reply = await expectRefused(async () => bulk('{"do":1.5}\n{"a":1,"a":1}\n{}\n'), 422, "lines-unfit");
    expect(reply.body["violations"]).toMatchObject([
      { line: 1, pointer: "/do" },
      { line: 2, code: "json-duplicate-name" },
    ]);
  });

  test("a bulk with lines that do not fit their form names each of them", async () => {
    const line = JSON.stringify({ do: "record-act", ...act });
    const reply = await expectRefused(
      async () => bulk([line, '{"do":"dance"}', line, '{"do":"open-intake"}'].join("\n")),
      422,
      "lines-unfit",
    );
    const lines = (reply.body["violations"] as { line: number }[]).map((violation) => violation.line);
    expect([...new Set(lines)]).toEqual([2, 4]);
  });

  test("a bulk with lines that a rule refuses names each of them, and records no other line", async () => {
    const line = JSON.stringify({ do: "record-act", ...act });
    const late = JSON.stringify({
      do: "record-act",
      ...withChange({ days: { happenedOn: { day: "2199-01-01", source: "document" } } }),
    });
    const reply = await expectRefused(async () => bulk([line, late, line, late].join("\n")), 422, "lines-refused");
    expect(reply.body["violations"]).toMatchObject([
      { line: 2, pointer: "/days/happenedOn", code: "day-in-future" },
      { line: 4, code: "day-in-future" },
    ]);
  });

  test.each([
    ["without lines", "", 400, "lines-missing"],
    ["of 10,001 lines", "{}\n".repeat(10_001), 413, "too-many-lines"],
    ["of more than 16 MiB", " ".repeat(16_777_217), 413, "body-too-large"],
  ])("a bulk %s is refused", async (_, body, status, code) => {
    await expectRefused(async () => bulk(body), status, code);
  });
});

describe("random bodies", () => {
  const paths = routes.filter(({ method }) => method === "post").map(({ path }) => path.replaceAll(/:\w+/g, unknown));

  test("any body at all is answered without a fault, and a refusal records nothing", async () => {
    const before = await api.events();
    const json = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value));
    const bytes = fc.uint8Array({ maxLength: 64 });
    const body = fc.oneof(json, bytes, fc.string());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), body, async (path, sent) => {
        const reply = faultless(await api.post(path, { as: "administrator", body: sent }));
        expect(reply.code).toBeDefined();
      }),
      { numRuns: 300 },
    );
    expect(await api.events()).toBe(before);
  });

  test("a body that is nearly right is answered without a fault, and a refusal records nothing", async () => {
    const junk = fc.oneof(
      fc.constantFrom(null, true, [], {}, "", "\u0000", "@a1", -1, 2 ** 53, "2026-02-30", unknown),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const names = ["on", "type", "subject", "answers", "days", "traits", "document", "amount", "note", "extra"];
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), junk, { minKeys: 1, maxKeys: 3 }), async (change) => {
        const before = await api.events();
        const reply = faultless(await post({ body: withChange(change) }));
        if (reply.status !== 201) expect(await api.events()).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});
