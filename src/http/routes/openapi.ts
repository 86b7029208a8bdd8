/** GET /openapi.json: the API described from its own routes and schemas (OpenAPI 3.1). */

import { z } from "zod";
import { utf8 } from "../../base/bytes.ts";
import { done } from "../../base/outcome.ts";
import { digest, formatHash } from "../../log/hash.ts";
import { streamKinds } from "../../domain/event.ts";
import { actTypesJson } from "./act-types.ts";
import { publicRoute } from "../public-route.ts";
import { answerSchemas } from "./answer-schemas.ts";
import { type Access, type AnswerForm, pathParams, type Route } from "../route.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Describes the API. The text is made and hashed once; every answer sends the same bytes. */
export function openApiRoute(routes: readonly Route[]): Route {
  let made: Made | undefined;
  const route: Route = publicRoute({
    path: "/openapi.json",
    summary: ["Mô tả giao diện này", "This description"],
    type: "application/json",
    answer: async ({ raw }) => {
      made ??= make(openApi([...routes, route]));
      const { bytes, etag } = made;
      // An hour: a client that was written yesterday asks again, and one that asks in a loop asks its own cache.
      const headers = { "cache-control": "public, max-age=3600", etag };
      return isKept(raw.headers, etag)
        ? done({ status: 304, headers, body: "" })
        : done({ headers: { ...headers, "content-type": "application/json" }, body: bytes });
    },
  });
  return route;
}

/** Tells whether the client has this answer. A proxy that compresses it makes the tag weak (RFC 9110 §13.1.2). */
function isKept(headers: Headers, etag: string): boolean {
  const tags = (headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag);
}

interface Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

function make(description: unknown): Made {
  const bytes = new Uint8Array(utf8(JSON.stringify(description)));
  return { bytes, etag: `"${formatHash(digest(bytes)).slice(0, 32)}"` };
}

function openApi(routes: readonly Route[]) {
  const paths = new Map<string, Record<string, Schema>>();
  for (const route of routes) {
    const path = openPath(route.path);
    paths.set(path, { ...paths.get(path), [route.method]: operation(route) });
  }
  return {
    openapi: "3.1.0",
    info: { title: "Minh Chứng", version: "1", description: "Kiểm sát thi hành án dân sự trên nhật ký chỉ ghi thêm." },
    paths: Object.fromEntries(paths),
    // POST /v1/acts takes each type of act from those whom `recorders` names, on the files that are theirs.
    "x-acts": actTypesJson,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: answerSchemas,
    },
  };
}

/** Hono's :name and :name{pattern} become {name}; its * is the rest of a tile's path. */
function openPath(path: string): string {
  return path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, "{$1}").replace("*", "{tile}");
}

function operation(route: Route): Schema {
  const { summary, access, bodies, answers } = route;
  return {
    operationId: operationId(route),
    summary: summary.join(" / "),
    description: accessWords(access),
    ...(access.kind === "public" ? {} : { security: [{ token: [] }] }),
    parameters: [
      ...pathParameters(route.path),
      ...queryParameters(route.query),
      ...headerParameters(access, route.path),
    ],
    ...(bodies === undefined
      ? {}
      : { requestBody: { required: true, content: bodyContent(bodies, pathParams(route.path)) } }),
    responses: {
      [answers.status]: { description: "OK", content: { [answers.type]: { schema: answerSchema(answers.form) } } },
      default: {
        description: "Problem (RFC 9457)",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function operationId({ method, path }: Route): string {
  return `${method}${path.replaceAll(/\{[^}]*\}/g, "").replaceAll(/[^A-Za-z0-9]+/g, "-")}`.replace(/-$/, "");
}

function accessWords(access: Access): string {
  switch (access.kind) {
    case "public":
      return "Công khai / public.";
    case "registered":
      return "Người có trong danh bạ / every person in the directory.";
    case "read":
      return `Quyền / permission: ${access.name}.`;
    case "command":
      return `Quyền / permission: ${access.names.join(", ")}.`;
  }
}

function pathParameters(path: string): readonly Schema[] {
  return [...openPath(path).matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: pathParams(path).includes(name) ? { type: "string", pattern: "^[0-9a-f]{32}$" } : { type: "string" },
  }));
}

function queryParameters(query: z.ZodType | undefined): readonly Schema[] {
  const { properties, required } = objectParts(query === undefined ? {} : jsonSchema(query));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function headerParameters({ kind }: Access, path: string): readonly Schema[] {
  if (kind === "public") return [];
  const office = {
    name: "Acting-Office",
    in: "header",
    required: false,
    schema: { type: "string", pattern: "^[0-9a-f]{32}$" },
  };
  if (kind !== "command") return [office];
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    schema: { type: "string", pattern: "^[!-~]{1,255}$" },
  };
  const match = {
    name: "If-Match",
    in: "header",
    required: false,
    schema: { type: "string", pattern: '^"v[1-9][0-9]{0,8}"$' },
  };
  // If-Match names the version of the stream that the path names.
  const isOfStream = pathParams(path).some((name) => streamKinds.some((each) => each === name));
  return isOfStream ? [office, key, match] : [office, key];
}

function bodyContent(bodies: Readonly<Record<string, z.ZodType>>, names: readonly string[]): Schema {
  return Object.fromEntries(
    Object.entries(bodies).map(([type, schema]) => [type, { schema: withoutNames(jsonSchema(schema), names) }]),
  );
}

/** Takes the ids of the path out of the schema: they are not part of the body. */
function withoutNames(schema: Schema, names: readonly string[]): Schema {
  if (Array.isArray(schema["oneOf"]))
    return { ...schema, oneOf: schema["oneOf"].map((each: Schema) => withoutNames(each, names)) };
  const { properties, required } = objectParts(schema);
  if (names.length === 0 || Object.keys(properties).length === 0) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name))),
    required: required.filter((name) => !names.includes(name)),
  };
}

const parts = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

function objectParts(schema: Schema): z.infer<typeof parts> {
  return parts.parse(schema);
}

function jsonSchema(schema: z.ZodType): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", override });
  return rest;
}

/** override writes a number of a query as a number, and leaves out what only our tests read. */
function override({ jsonSchema: written }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { whole } = written;
  delete written["whole"];
  delete written["clear"];
  if (typeof whole !== "object" || whole === null) return;
  for (const name of ["type", "pattern"]) delete written[name];
  Object.assign(written, whole);
}

function answerSchema(form: AnswerForm | undefined): Schema {
  return form === undefined ? {} : { $ref: `#/components/schemas/${form}` };
}
