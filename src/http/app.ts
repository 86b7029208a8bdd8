/** The API: every route behind one guard, which turns each refusal and each fault into a problem document. */

import { type Context, Hono } from "hono";
import { parseUtf8 } from "../base/bytes.ts";
import { parseId } from "../base/ids.ts";
import type { Host } from "../service/host.ts";
import type { LentHost } from "../service/lent-host.ts";
import { type Answering, answerRoute } from "./answering.ts";
import type { TokenVerifier } from "./token-verifier.ts";
import { faultProblem } from "./denial.ts";
import { problemReply } from "./problem.ts";
import { type Reply, responseOf } from "./reply.ts";
import { pathParams, type Route } from "./route.ts";
import { routes } from "./routes/all-routes.ts";

export interface AppParts {
  /** Lends a host to one request. `end` gives its connection back once nothing of the request runs. */
  readonly host: (c: Context) => LentHost | Promise<LentHost>;
  readonly tokens: TokenVerifier;
  /** Lets work go on after its client has left. It is left out on Node, which goes on by itself. */
  readonly keepGoing?: (c: Context, work: Promise<unknown>) => void;
  /** Is called with every fault that no repetition is known to end. */
  readonly report: (fault: unknown) => void;
}

export function makeApp(parts: AppParts): Hono {
  const app = new Hono();
  for (const path of [...new Set(routes.map((route) => route.path))].toSorted(literalFirst)) {
    for (const route of routes.filter((each) => each.path === path)) {
      const ids = pathParams(path);
      app.on(route.method, path, async (c) => withKeepGoing(c, parts, serve({ route, ids }, c, parts)));
    }
    app.all(path, () => responseOf(methodProblem(path), safeHeaders));
  }
  // A route and not Hono's notFound: the roof mounts this app into a larger one, and a handler of notFound stays behind.
  app.all("*", () => responseOf(problemReply({ code: "not-found" }), safeHeaders));
  app.onError((fault) => {
    parts.report(fault);
    return responseOf(problemReply(faultProblem(fault)), safeHeaders);
  });
  return app;
}

/**
 * literalFirst sorts a path before those that would match it by a parameter: /v1/findings/dismissals is no finding, so that a GET of
 * it is another method of that path and no malformed id.
 */
function literalFirst(one: string, other: string): number {
  return sortKey(one) < sortKey(other) ? -1 : 1;
}

/** sortKey begins each step with ! if it is literal and with ~ if it is a parameter: of the signs of ASCII the first and the last. */
function sortKey(path: string): string {
  const steps = path.split("/").map((step) => (/^[:*]/.test(step) ? `~${step}` : `!${step}`));
  return steps.join("/");
}

/** The API serves data: no browser may take it for a page, frame it, or tell other sites its address. */
const safeHeaders = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};

async function withKeepGoing(c: Context, { keepGoing }: AppParts, work: Promise<Response>): Promise<Response> {
  keepGoing?.(c, work);
  return work;
}

interface GuardedRoute {
  readonly route: Route;
  /** Names of the ids in the path. */
  readonly ids: readonly string[];
}

async function serve({ route, ids }: GuardedRoute, c: Context, parts: AppParts): Promise<Response> {
  const params = c.req.param();
  for (const name of ids) {
    if (parseId(params[name]) === undefined)
      return responseOf(problemReply({ code: "id-malformed", detail: `:${name}.` }), safeHeaders);
  }
  const { raw } = c.req;
  // Headers tell what the process knows; the host that a request borrows last is the one that learned of its answer.
  let borrowed: Host | undefined;
  const lend = async (): Promise<LentHost> => {
    const lent = await parts.host(c);
    borrowed = lent.host;
    return lent;
  };
  const request = { raw, url: new URL(raw.url), params };
  const reply = await replyOf(route, { ...parts, lend, request });
  return responseOf(reply, borrowed === undefined ? safeHeaders : headersOf(borrowed));
}

async function replyOf(route: Route, answering: Answering): Promise<Reply> {
  try {
    const answer = await answerRoute(route, answering);
    return answer.ok ? answer.value : problemReply(answer.refusal);
  } catch (fault) {
    const { recorded, ...problem } = faultProblem(fault);
    if (problem.code === "internal-fault") answering.report(fault);
    return problemReply(route.method === "get" || recorded === undefined ? problem : { ...problem, recorded });
  }
}

/**
 * Headers of every answer. Law-Edition: the edition of the law that this process applies, and its status as it was last read.
 * Log-Checkpoint: the newest checkpoint that the signer is known to remember; a caller who keeps it can prove it later.
 */
function headersOf({ cache, law }: Host): Readonly<Record<string, string>> {
  const status = cache.law.status?.status;
  const edition = `${law.running.number}${status === undefined ? "" : `; ${status}`}`;
  const { size, note } = cache.lastSigned;
  const [, , root] = size === 0 ? [] : parseUtf8(note).split("\n");
  const checkpoint = root === undefined ? {} : { "log-checkpoint": `${size} ${root}` };
  return { ...safeHeaders, "law-edition": edition, ...checkpoint };
}

function methodProblem(path: string): Reply {
  const methods = routes.filter((route) => route.path === path).map((route) => route.method.toUpperCase());
  const allow = methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return problemReply({ code: "method-not-allowed", headers: { allow: allow.join(", ") } });
}
