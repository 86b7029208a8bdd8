/**
 * A route as a value: what it is called, who may, what it takes, how it answers. The app, /openapi.json and the test of who
 * may do what are all made from the same list, so that none can forget one.
 */

import type { z } from "zod";
import type { OfficeId } from "../base/ids.ts";
import { type Id, parseId } from "../base/ids.ts";
import type { Outcome } from "../base/outcome.ts";
import type { CommandName, ReadName } from "../domain/permission.ts";
import type { Host } from "../service/host.ts";
import type { TokenIdentity } from "../service/streams/who.ts";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";
import type { BothTongues } from "../domain/refusals/text.ts";

/** open: to anyone. registered: to whoever is in the directory. The rest: as the permission table says. */
export type Access =
  | { readonly kind: "open" }
  | { readonly kind: "registered" }
  | { readonly kind: "read"; readonly name: ReadName }
  | { readonly kind: "command"; readonly names: readonly CommandName[] };

export interface Route {
  readonly method: "get" | "post";
  /** In Hono's words. Every :name in it is an id, unless a pattern follows it. */
  readonly path: string;
  readonly summary: BothTongues;
  readonly access: Access;
  readonly query?: z.ZodType;
  /** By media type. Fields that the path names are not part of it. */
  readonly bodies?: Readonly<Record<string, z.ZodType>>;
  readonly answers: { readonly type: string; readonly status: 200 | 201 };
  readonly answer: (asked: Asked) => Promise<Outcome<Reply, Problem>>;
}

/** A request to a route. */
export interface Asked {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly host: Host;
  /** The bearer of the token; open routes do not ask. */
  readonly identify: () => Promise<Outcome<Asker, Problem>>;
}

export interface Asker {
  readonly identity: TokenIdentity;
  readonly office: OfficeId | undefined;
}

export function pathParams(path: string): readonly string[] {
  return [...path.matchAll(/:(\w+)(?![\w{])/g)].flatMap(([, name]) => name ?? []);
}

/** An id of the path; that it is one was checked before the route was asked. */
export function idIn<T extends Id<string>>({ params }: Asked, name: string): T {
  const id = parseId<T>(params[name]);
  if (id === undefined) throw new Error(`the path has no id ${name}`);
  return id;
}
