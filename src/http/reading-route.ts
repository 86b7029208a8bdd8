/** Routes that read: the reader is admitted, and must be permitted to read the affairs of the office asked about. */

import type { z } from "zod";
import { given } from "../base/given.ts";
import type { OfficeId } from "../base/ids.ts";
import { type Outcome, refused } from "../base/outcome.ts";
import type { ReadName } from "../domain/permission.ts";
import { mayRead } from "../service/streams/reader.ts";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import { parseQuery } from "./query.ts";
import type { AdmittedRequest, AnswerForm, ReadRoute } from "./route.ts";

interface ReadingRoute<Query> {
  readonly path: string;
  readonly summary: BothTongues;
  /** Left out if every registered person may read it. */
  readonly permission?: ReadName;
  /** The office whose affairs are read; left out if it is known only after reading and the service checks it. */
  readonly about?: (query: Query) => OfficeId | undefined;
  readonly query: z.ZodType<Query>;
  readonly type?: string;
  readonly form?: AnswerForm;
  readonly answer: (request: AdmittedRequest & { readonly query: Query }) => Promise<Outcome<Reply, Problem>>;
}

/** For `about`: the read is not limited to one office. */
export function everyOffice(): undefined {
  return undefined;
}

export function readingRoute<Query>(route: ReadingRoute<Query>): ReadRoute {
  const { path, summary, permission, about, query, type = "application/json", form } = route;
  return {
    method: "get",
    path,
    summary,
    access: permission === undefined ? { kind: "registered" } : { kind: "read", name: permission },
    query,
    answers: { type, status: 200, ...given({ form }) },
    answer: async (request) => {
      const parsed = parseQuery(query, request.url.searchParams);
      if (!parsed.ok) return parsed;
      const { reader, host } = request;
      if (permission !== undefined && about !== undefined) {
        const may = await mayRead(reader, permission, about(parsed.value), host);
        if (!may) return refused({ code: "not-permitted" });
      }
      return route.answer({ ...request, query: parsed.value });
    },
  };
}
