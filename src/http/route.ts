/**
 * A route as a value: its path, who may call it, what it takes, how it answers. The app, /openapi.json and the test of who
 * may do what are all made from the same list of routes, so that none of them can forget one.
 */

import type { z } from "zod";
import { type Id, parseId } from "../base/ids.ts";
import type { Outcome } from "../base/outcome.ts";
import type { CommandName, ReadName } from "../domain/permission.ts";
import type { Host } from "../service/host.ts";
import type { Asker } from "./asker.ts";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";
import type { BothTongues } from "../domain/refusals/text.ts";

export type Access =
  /** Anyone, without a token. */
  | { readonly kind: "public" }
  /** Every person in the directory. */
  | { readonly kind: "registered" }
  /** As the permission table says. */
  | { readonly kind: "read"; readonly name: ReadName }
  | { readonly kind: "command"; readonly names: readonly CommandName[] };

export interface Route {
  readonly method: "get" | "post";
  /** In Hono's syntax. Every :name in it is an id, unless a pattern follows the name. */
  readonly path: string;
  readonly summary: BothTongues;
  readonly access: Access;
  readonly query?: z.ZodType;
  /** The schema of the body, by media type. The fields that the path names are in the schema and not in the body. */
  readonly bodies?: Readonly<Record<string, z.ZodType>>;
  readonly answers: { readonly type: string; readonly status: 200 | 201 };
  readonly answer: (request: RouteRequest) => Promise<Outcome<Reply, Problem>>;
}

/** A request, as a route sees it. */
export interface RouteRequest {
  readonly raw: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly host: Host;
  /** Verifies the token. Public routes do not call it. */
  readonly identify: () => Promise<Outcome<Asker, Problem>>;
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
