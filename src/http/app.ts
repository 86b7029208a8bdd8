/** The API put together: every route behind one guard. A refusal leaves as a problem document, and so does a fault. */

import { type Context, Hono } from "hono";
import { parseUtf8 } from "../base/bytes.ts";
import { parseId } from "../base/ids.ts";
import type { Host } from "../service/host.ts";
import type { LentHost } from "../service/lent-host.ts";
import { identifyAsker } from "./asker.ts";
import type { TokenVerifier } from "./token-verifier.ts";
import { faultProblem } from "./denial.ts";
import { problemReply } from "./problem.ts";
import { type Reply, responseOf } from "./reply.ts";
import { pathParams, type Route } from "./route.ts";
import { routes } from "./routes/all-routes.ts";

export interface AppParts {
  /** A host for one request. `end` gives back what it holds; nothing of the request runs any more then. */
  readonly host: (c: Context) => LentHost | Promise<LentHost>;
  readonly tokens: TokenVerifier;
  /** Lets work go on when its client has left. On Node it does so by itself. */
  readonly keepGoing?: (c: Context, work: Promise<unknown>) => void;
  /** Told of every fault that is not known to pass. */
  readonly report: (fault: unknown) => void;
}

export function makeApp(parts: AppParts): Hono {
  const app = new Hono();
  for (const route of routes) {
    const ids = pathParams(route.path);
    app.on(route.method, route.path, async (c) => keptGoing(c, parts, serve({ route, ids }, c, parts)));
  }
  for (const path of new Set(routes.map((route) => route.path)))
    app.all(path, () => responseOf(methodProblem(path), safeHeaders));
  // A route, for what a house says when it has nothing does not move with it into a larger one.
  app.all("*", () => responseOf(problemReply({ code: "not-found" }), safeHeaders));
  app.onError((fault) => {
    parts.report(fault);
    return responseOf(problemReply(faultProblem(fault)), safeHeaders);
  });
  return app;
}

/** What is served here is data: no browser may take it for a page or keep what it need not. */
const safeHeaders = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};

async function keptGoing(c: Context, { keepGoing }: AppParts, work: Promise<Response>): Promise<Response> {
  keepGoing?.(c, work);
  return work;
}

/** ids: what the path names. */
interface Served {
  readonly route: Route;
  readonly ids: readonly string[];
}

async function serve({ route, ids }: Served, c: Context, parts: AppParts): Promise<Response> {
  const params = c.req.param();
  for (const name of ids) {
    if (parseId(params[name]) === undefined)
      return responseOf(problemReply({ code: "id-malformed", detail: `:${name}.` }), safeHeaders);
  }
  const lent = await parts.host(c);
  try {
    return responseOf(await replyOf(route, { c, params, host: lent.host }, parts), headersOf(lent.host));
  } finally {
    // What was answered stays answered, even if a connection does not close well.
    await lent.end().catch(parts.report);
  }
}

interface Serving {
  readonly c: Context;
  readonly params: Readonly<Record<string, string>>;
  readonly host: Host;
}

async function replyOf(route: Route, { c, params, host }: Serving, { tokens, report }: AppParts): Promise<Reply> {
  try {
    const request = c.req.raw;
    const identify = async () => identifyAsker(request.headers, tokens);
    const answer = await route.answer({ request, url: new URL(request.url), params, host, identify });
    return answer.ok ? answer.value : problemReply(answer.refusal);
  } catch (fault) {
    const { recorded, ...problem } = faultProblem(fault);
    if (problem.code === "internal-fault") report(fault);
    return problemReply(route.method === "get" || recorded === undefined ? problem : { ...problem, recorded });
  }
}

/**
 * On every answer: by which edition of the law this process answers, and whether it is the one that counts, as it was last
 * seen; and the newest checkpoint that the signer is known to remember: whoever keeps it can hold us to it.
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
