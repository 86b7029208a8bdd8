/**
 * A route as a value: its path, who may call it, what it takes, how it answers. The app, /openapi.json and the test of who
 * may do what are all made from the same list of routes, so that none of them can forget one.
 */

import type { z } from "zod";
import { type Id, parseId } from "../base/ids.ts";
import type { Outcome } from "../base/outcome.ts";
import type { CommandName, ReadName } from "../domain/permission.ts";
import type { Host } from "../service/host.ts";
import type { Reader } from "../service/streams/reader.ts";
import type { Asker } from "./asker.ts";
import type { SentBody } from "./body.ts";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";
import type { BothTongues } from "../domain/refusals/text.ts";

/** `registered`: every person in the directory; `read` and `command`: as the permission table says. */
export type Access = OpenRoute["access"] | ReadRoute["access"] | CommandRoute["access"];

/** A form that several routes answer in, as /openapi.json names it; routes with a form of their own leave it out. */
export type AnswerForm = "Receipt" | "Disclosure" | "Page";

interface Described {
  /** In Hono's syntax. Every :name in it is an id, unless a pattern follows the name. */
  readonly path: string;
  readonly summary: BothTongues;
  readonly query?: z.ZodType;
  /** The schema of the body, by media type. The fields that the path names are in the schema and not in the body. */
  readonly bodies?: Readonly<Record<string, z.ZodType>>;
}

type Answer<Request> = (request: Request) => Promise<Outcome<Reply, Problem>>;

/** A route for anyone, without a token. */
export interface OpenRoute extends Described {
  readonly method: "get";
  readonly access: { readonly kind: "public" };
  /** Whether to answer may mean to seal what waits; the rate is then a smaller one. */
  readonly seals?: boolean | undefined;
  readonly answers: { readonly type: string; readonly status: 200; readonly form?: AnswerForm };
  readonly answer: Answer<RouteRequest>;
}

export interface ReadRoute extends Described {
  readonly method: "get";
  readonly access: { readonly kind: "registered" } | { readonly kind: "read"; readonly name: ReadName };
  readonly answers: { readonly type: string; readonly status: 200; readonly form?: AnswerForm };
  readonly answer: Answer<AdmittedRequest>;
}

export interface CommandRoute extends Described {
  readonly method: "post";
  readonly access: { readonly kind: "command"; readonly names: readonly CommandName[] };
  readonly bodies: Readonly<Record<string, z.ZodType>>;
  /** The command of each media type. */
  readonly commands: Readonly<Record<string, CommandName>>;
  readonly answers: { readonly type: string; readonly status: 201; readonly form?: AnswerForm };
  readonly answer: Answer<RecordingRequest>;
}

export type Route = OpenRoute | ReadRoute | CommandRoute;

/** A request, as a route sees it. */
export interface RouteRequest {
  readonly raw: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly host: Host;
}

/** A request of a registered person, within the rate limit, who may do this for some office at least. */
export interface AdmittedRequest extends RouteRequest {
  readonly asker: Asker;
  readonly reader: Reader;
}

export interface RecordingRequest extends RouteRequest {
  readonly asker: Asker;
  /** Idempotency-Key. */
  readonly key: string;
  /** If-Match: the version that the caller saw of the stream that the path names. */
  readonly version: number | undefined;
  readonly sent: SentBody;
}

export function pathParams(path: string): readonly string[] {
  return [...path.matchAll(/:(\w+)(?![\w{])/g)].flatMap(([, name]) => name ?? []);
}

/** Returns an id of the path; app.ts checked that it is one before it called the route. */
export function idIn<T extends Id<string>>({ params }: RouteRequest, name: string): T {
  const id = parseId<T>(params[name]);
  if (id === undefined) throw new Error(`the path has no id ${name}`);
  return id;
}
