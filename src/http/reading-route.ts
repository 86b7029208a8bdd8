/**
 * Routes that read: the reader must be in the directory and within the rate limit; what they may see, the route checks.
 */

import type { z } from "zod";
import { type Outcome, refused } from "../base/outcome.ts";
import type { ReadName } from "../domain/permission.ts";
import { waitToRead } from "../service/recording/rate-limits.ts";
import { type Reader, readerOf } from "../service/streams/reader.ts";
import { refusalProblem } from "./denial.ts";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import { parseQuery } from "./query.ts";
import type { Route, RouteRequest } from "./route.ts";

interface ReadingRoute<Query> {
  readonly path: string;
  readonly summary: BothTongues;
  /** Left out if every registered person may read it. */
  readonly permission?: ReadName;
  readonly query: z.ZodType<Query>;
  readonly type?: string;
  readonly answer: (
    request: RouteRequest & { readonly reader: Reader; readonly query: Query },
  ) => Promise<Outcome<Reply, Problem>>;
}

export function readingRoute<Query>(route: ReadingRoute<Query>): Route {
  const { path, summary, permission, query, type = "application/json" } = route;
  return {
    method: "get",
    path,
    summary,
    access: permission === undefined ? { kind: "registered" } : { kind: "read", name: permission },
    query,
    answers: { type, status: 200 },
    answer: async (request) => {
      const asker = await request.identify();
      if (!asker.ok) return asker;
      const parsed = parseQuery(query, request.url.searchParams);
      if (!parsed.ok) return parsed;
      const reader = await readerOf(asker.value.identity, asker.value.office, request.host);
      if (!reader.ok) return refused(refusalProblem(reader.refusal));
      const wait = waitToRead(reader.value.acting, request.host);
      if (wait > 0) return refused({ code: "rate-limited", headers: { "retry-after": String(wait) } });
      return route.answer({ ...request, reader: reader.value, query: parsed.value });
    },
  };
}
