/**
 * The description of the API names every route, body and parameter that the API has, and has the form of OpenAPI 3.1.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { pathParams } from "../../../src/http/route.ts";
import { routes } from "../../../src/http/routes/all-routes.ts";
import { actTypes } from "../../../src/law/act.ts";
import { Api } from "../../kit/api/api.ts";

const operation = z.object({
  operationId: z.string().regex(/^[a-z0-9A-Z-]+$/),
  summary: z.string().regex(/.+ \/ .+/),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(["path", "query", "header"]),
      required: z.boolean(),
      schema: z.object({}).loose(),
    }),
  ),
  requestBody: z
    .object({ required: z.literal(true), content: z.record(z.string(), z.object({ schema: z.object({}).loose() })) })
    .optional(),
  responses: z.record(z.string(), z.object({ description: z.string() }).loose()),
  security: z.array(z.object({ token: z.array(z.never()) })).optional(),
});
const description = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.partialRecord(z.enum(["get", "post"]), operation)),
});

let api: Api;
let text: string;
let read: z.infer<typeof description>;

beforeAll(async () => {
  api = await Api.start();
  text = (await api.get("/openapi.json")).text;
  read = description.parse(JSON.parse(text));
});
afterAll(async () => {
  await api.end();
});

function describedAs(path: string): string {
  return path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, "{$1}").replace("*", "{tile}");
}

test.each(routes.map((route) => ({ name: `${route.method} ${route.path}`, route })))(
  "$name is described with its access, bodies, path and headers",
  ({ route }) => {
    const found = read.paths[describedAs(route.path)]?.[route.method];
    expect(found).toBeDefined();
    expect(found?.security !== undefined).toBe(route.access.kind !== "public");
    expect(Object.keys(found?.requestBody?.content ?? {})).toEqual(Object.keys(route.bodies ?? {}));
    for (const name of pathParams(route.path)) {
      expect(found?.parameters).toContainEqual(expect.objectContaining({ name, in: "path", required: true }));
      for (const { schema } of Object.values(found?.requestBody?.content ?? {}))
        expect(Object.keys(schema["properties"] ?? {})).not.toContain(name);
    }
    if (route.access.kind === "command")
      expect(found?.parameters).toContainEqual(expect.objectContaining({ name: "Idempotency-Key", required: true }));
  },
);

test("every operation has an id of its own, and every described path is served", () => {
  const operations = Object.values(read.paths).flatMap((each) => Object.values(each));
  expect(new Set(operations.map((each) => each?.operationId)).size).toBe(routes.length);
  expect(operations).toHaveLength(routes.length);
});

/** Returns every schema of a string in it, however deep. */
function strings(schema: unknown): z.infer<typeof stringSchema>[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = stringSchema.safeParse(schema);
  return [...(own.success ? [own.data] : []), ...Object.values(schema).flatMap(strings)];
}
const stringSchema = z
  .object({
    type: z.literal("string"),
    pattern: z.string(),
    enum: z.array(z.string()),
    const: z.string(),
    maxLength: z.number(),
  })
  .partial()
  .required({ type: true });

test("every string of a body has a pattern, a list of values or a greatest length", () => {
  const bodies = Object.values(read.paths).flatMap(({ post }) => (post?.requestBody ? [post.requestBody.content] : []));
  const found = strings(bodies);
  for (const each of found) {
    expect(each.pattern ?? each.enum ?? each.const ?? each.maxLength, JSON.stringify(each)).toBeDefined();
    expect(() => new RegExp(each.pattern ?? "", "u")).not.toThrow();
  }
  expect(found.length).toBeGreaterThan(200);
  const schema =
    read.paths["/v1/instruments/{instrument}/issue"]?.post?.requestBody?.content["application/json"]?.schema;
  const { properties } = z.object({ properties: z.record(z.string(), stringSchema) }).parse(schema);
  const samples = {
    issuedOn: "2026-10-01",
    key: "0".repeat(32),
    signature: `${"e".repeat(20)}..${"s".repeat(86)}`,
  };
  for (const [name, sample] of Object.entries(samples)) {
    const pattern = new RegExp(properties[name]?.pattern ?? "$.", "u");
    expect([name, pattern.test(sample), pattern.test(`${sample}\n`), pattern.test("")]).toEqual([
      name,
      true,
      false,
      false,
    ]);
  }
});

test("every reference in the description resolves", () => {
  const whole: unknown = JSON.parse(text);
  for (const [, reference = ""] of text.matchAll(/"\$ref":"#([^"]*)"/g)) {
    const found = reference
      .split("/")
      .slice(1)
      .reduce<unknown>(
        (at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined),
        whole,
      );
    expect([reference, found]).toEqual([reference, expect.anything()]);
  }
});

test("every type of act says who records it, its subjects and what it carries", () => {
  const shown = z.record(
    z.string(),
    z.object({ recorders: z.array(z.string()).min(1), subjects: z.array(z.string()) }).loose(),
  );
  const acts = shown.parse((JSON.parse(text) as Record<string, unknown>)["x-acts"]);
  expect(Object.keys(acts)).toEqual(actTypes);
  expect(acts["exemption-decision-sent"]).toMatchObject({
    subjects: ["party"],
    days: ["sentOn", "receivedOn"],
    answers: ["exemption-decided"],
    recorders: ["agency", "court", "procuracy", "importer"],
  });
  expect(acts["seizure-notice-sent"]).toMatchObject({
    days: ["sentOn", "receivedOn", "plannedFor"],
    plans: { must: true },
  });
});
