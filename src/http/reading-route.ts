/** Routes that read: the reader must be in the directory, within the rate limit, and permitted to read. */

import type { z } from "zod";
import type { OfficeId } from "../base/ids.ts";
import { type Outcome, refused } from "../base/outcome.ts";
import type { ReadName } from "../domain/permission.ts";
import { waitToRead } from "../service/recording/rate-limits.ts";
import { mayRead, type Reader, readerOf } from "../service/streams/reader.ts";
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
  /** The office whose affairs are read; left out if it is known only after reading and the service checks it. */
  readonly about?: (query: Query) => OfficeId | undefined;
  readonly query: z.ZodType<Query>;
  readonly type?: string;
  readonly answer: (
    request: RouteRequest & { readonly reader: Reader; readonly query: Query },
  ) => Promise<Outcome<Reply, Problem>>;
}

/** For `about`: the read is not limited to one office. */
export function everyOffice(): undefined {
  return undefined;
}

export function readingRoute<Query>(route: ReadingRoute<Query>): Route {
  const { path, summary, permission, about, query, type = "application/json" } = route;
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
      if (permission !== undefined && about !== undefined) {
        const may = await mayRead(reader.value, permission, about(parsed.value), request.host);
        if (!may) return refused({ code: "not-permitted" });
      }
      return route.answer({ ...request, reader: reader.value, query: parsed.value });
    },
  };
}
