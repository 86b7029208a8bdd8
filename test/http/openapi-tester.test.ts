/**
 * The description of the API is held against the API: a body or query that it takes is never refused for its form, one that
 * it does not take always is, and no answer is a fault of the machine or outside the description.
 */

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Validator } from "@seriousme/openapi-schema-validator";
import { pathParams } from "../../src/http/route.ts";
import { routes } from "../../src/http/routes/all-routes.ts";
import { Api } from "../kit/api/api.ts";
import type { Reply } from "../kit/api/api-client.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { fitting } from "../kit/openapi/arbitrary.ts";
import { Document, type Operation, type Parameter } from "../kit/openapi/document.ts";

/** Requests of each kind for each operation: together some two thousand, in half a minute. */
const runs = 8;

let api: Api;
let document: Document;
/** Ids that exist, so that a request may come past the search for its subject. */
let known: readonly string[];

beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  const opened = await job.openCase(intake);
  const instrument = await job.draft([await job.confirmFinding(await job.openCase(intake))]);
  known = [intake, opened.case, opened.act, instrument, ...Object.values(job.world.offices)];
  document = new Document((await api.get("/openapi.json")).text);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

/** The codes that refuse a request for its form alone. */
const formCodes = [
  "body-unfit",
  "query-unfit",
  "id-malformed",
  "if-match-malformed",
  "idempotency-key-malformed",
  "acting-office-malformed",
  "lines-unfit",
  "json-broken",
];

const askers = [
  "procurator",
  "chief-procurator",
  "agency-officer",
  "agency-head",
  "auditor",
  "administrator",
  "importer",
];

test("the description is one of OpenAPI 3.1, and each of its schemas is strict JSON Schema 2020-12", async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(document.text) as Record<string, unknown>);
  expect([valid, errors]).toEqual([true, undefined]);
  for (const { parameters, bodies, answers } of document.operations) {
    for (const { schema } of parameters) document.compile(schema);
    for (const schema of Object.values(bodies)) document.compile(schema);
    for (const content of Object.values(answers)) for (const schema of Object.values(content)) document.compile(schema);
  }
});

test("a day that does not exist is refused by the description, too", () => {
  const intakes = document.operations.find(({ method, path }) => method === "post" && path === "/v1/intakes");
  const fits = document.compile(intakes?.bodies["application/json"] ?? {});
  const body = { agency: "0".repeat(32), motion: "own-motion", openedOn: "2026-02-28" };
  expect([fits(body), fits({ ...body, openedOn: "2026-02-30" }), fits({ ...body, judgment: "\u202e" })]).toEqual([
    true,
    false,
    false,
  ]);
});

interface Asked {
  readonly as: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function valueOf(parameter: Parameter): fc.Arbitrary<string | undefined> {
  if (parameter.schema["pattern"] === "^[0-9a-f]{32}$")
    return fc.oneof(fc.constantFrom(...known), fitting(parameter.schema).map(String));
  const value = fitting(parameter.schema).map(String);
  return parameter.required ? value : fc.option(value, { nil: undefined });
}

function asking(operation: Operation): fc.Arbitrary<Asked> {
  const values = Object.fromEntries(
    operation.parameters
      // The offices of the askers are tried elsewhere; one that is not theirs would end every request early.
      .filter(({ name }) => name !== "Acting-Office")
      .map((parameter) => [`${parameter.in} ${parameter.name}`, valueOf(parameter)]),
  );
  const schema = operation.bodies["application/json"];
  const parts = {
    as: fc.constantFrom(...askers),
    values: fc.record(values),
    body: schema ? fitting(schema).filter(document.compile(schema)) : fc.constant(undefined),
  };
  return fc.record(parts).map(({ as, values: drawn, body }) => requestOf(operation, drawn, { as, body }));
}

function requestOf(
  { path, parameters }: Operation,
  drawn: Readonly<Record<string, string | undefined>>,
  { as, body }: Pick<Asked, "as" | "body">,
): Asked {
  const inPlace = (place: Parameter["in"]): [string, string][] =>
    parameters.flatMap(({ name, in: where }): [string, string][] => {
      const value = drawn[`${where} ${name}`];
      return where === place && value !== undefined ? [[name, value]] : [];
    });
  const written = inPlace("path").reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  const query = new URLSearchParams(inPlace("query")).toString();
  return {
    as,
    body,
    path: query === "" ? written : `${written}?${query}`,
    headers: Object.fromEntries(inPlace("header")),
  };
}

async function send({ method }: Operation, { as, path, headers, body }: Asked): Promise<Reply> {
  if (method === "get") return api.get(path, { as, headers });
  const key = headers["Idempotency-Key"];
  return api.post(path, { as, headers, body, ...(key === undefined ? {} : { key }) });
}

/** Holds an answer against the description: no fault, a form that is described for its status. */
function checkDescribed({ answers }: Operation, reply: Reply, asked: Asked): void {
  const told = `${asked.as} ${asked.path} ${JSON.stringify(asked.body)} → ${reply.status} ${reply.text.slice(0, 300)}`;
  if (reply.status >= 500) throw new Error(told);
  const content = answers[reply.status] ?? answers["default"] ?? {};
  const type = reply.headers.get("content-type") ?? "";
  const schema = content[type];
  if (schema === undefined) throw new Error(`${type} is not described: ${told}`);
  if (!/json/.test(type)) return;
  const fits = document.compile(schema);
  if (!fits(reply.body)) throw new Error(`${JSON.stringify(fits.errors)}: ${told}`);
}

function operationOf(path: string, method: string): Operation {
  const written = path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, "{$1}").replace("*", "{tile}");
  const found = document.operations.find((each) => each.path === written && each.method === method);
  if (found === undefined) throw new Error(`${method} ${path} is not described`);
  return found;
}

describe.each(routes.map(({ method, path }) => ({ method, path })))("$method $path", ({ method, path }) => {
  test("takes the form of what the description takes, and answers as described", async () => {
    const operation = operationOf(path, method);
    await fc.assert(
      fc.asyncProperty(asking(operation), async (asked) => {
        const reply = await send(operation, asked);
        checkDescribed(operation, reply, asked);
        if (reply.code !== undefined && formCodes.includes(reply.code))
          throw new Error(`${JSON.stringify(asked)} fits the description: ${reply.text}`);
      }),
      { numRuns: runs },
    );
  });

  test("refuses what the description does not take, and answers as described", async () => {
    const operation = operationOf(path, method);
    const schema = operation.bodies["application/json"];
    if (schema === undefined) return;
    const fits = document.compile(schema);
    await fc.assert(
      fc.asyncProperty(asking(operation), spoiling, async (asked, spoil) => {
        const body = spoil(asked.body);
        fc.pre(!fits(body));
        const before = await api.events();
        const reply = await send(operation, { ...asked, body });
        checkDescribed(operation, reply, { ...asked, body });
        expect([reply.status >= 400, await api.events()]).toEqual([true, before]);
      }),
      { numRuns: runs },
    );
  });

  test("answers 405 to a method that is not described, and says which are", async () => {
    const ids = pathParams(path).reduce((text, name) => text.replace(`:${name}`, "0".repeat(32)), path);
    const described = document.operations.filter((each) => each.path === operationOf(path, method).path);
    const concrete = ids
      .replace(/:code\{[^}]*\}/, "moved")
      .replace(/:level\{[^}]*\}/, "0")
      .replace("*", "000");
    for (const other of [
      "PUT",
      "DELETE",
      "PATCH",
      ...(described.length === 1 ? [method === "get" ? "POST" : "GET"] : []),
    ]) {
      const reply = await api.app.request(concrete, { method: other });
      expect([concrete, other, reply.status]).toEqual([concrete, other, 405]);
      expect(reply.headers.get("allow")).toContain(method.toUpperCase());
    }
  });
});

/** Ways to spoil a body at its first level: another type, a field more, a field less, a hidden or a control character. */
const spoiling: fc.Arbitrary<(body: unknown) => unknown> = fc.constantFrom<((body: unknown) => unknown)[]>(
  () => [],
  () => "text",
  (body) => ({ ...(body as object), unknown: 1 }),
  (body) => Object.fromEntries(Object.entries(body as object).slice(1)),
  (body) => Object.fromEntries(Object.entries(body as object).map(([name, value]) => [name, spoilt(value)])),
  (body) => Object.fromEntries(Object.entries(body as object).map(([name]) => [name, null])),
);

function spoilt(value: unknown): unknown {
  if (typeof value === "string") return `${value}\u202e`;
  if (typeof value === "number") return -1;
  return value === true ? "true" : 7;
}
