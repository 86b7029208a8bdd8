/** Routes without a token: the log's checkpoint, hash tiles and key, its health, the API's own description. */

import type { Outcome } from "../base/outcome.ts";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import type { Route, RouteRequest } from "./route.ts";

interface PublicRoute {
  readonly path: string;
  readonly summary: BothTongues;
  readonly type: string;
  readonly answer: (request: RouteRequest) => Promise<Outcome<Reply, Problem>>;
}

export function publicRoute({ path, summary, type, answer }: PublicRoute): Route {
  return { method: "get", path, summary, access: { kind: "public" }, answers: { type, status: 200 }, answer };
}
