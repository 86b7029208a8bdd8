/** Routes that list: pages in the order of a cursor, of what the reader may see of one office. */

import type { z } from "zod";
import { done, refused } from "../base/outcome.ts";
import type { OfficeId } from "../base/ids.ts";
import type { ReadName } from "../domain/permission.ts";
import { mayRead, type Reader } from "../service/streams/reader.ts";
import { jsonReply } from "./json-reply.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import { nextPage } from "./query.ts";
import { readingRoute } from "./reading-route.ts";
import type { Route, RouteRequest } from "./route.ts";

interface Page {
  readonly limit: number;
}

interface ListingRoute<Query, Row> {
  readonly path: string;
  readonly summary: BothTongues;
  readonly permission: ReadName;
  readonly query: z.ZodType<Query>;
  /** The office whose affairs are listed. Undefined asks for those of every office, which only some readers may see. */
  readonly about: (query: Query, reader: Reader) => OfficeId | undefined;
  readonly rows: (query: Query, request: RouteRequest & { readonly reader: Reader }) => Promise<readonly Row[]>;
  /** By default the row's key. */
  readonly cursorOf?: (row: Row) => string;
  readonly shown?: (row: Row, reader: Reader) => unknown;
}

export function listingRoute<Query extends Page, Row extends { readonly key: string }>(
  list: ListingRoute<Query, Row>,
): Route {
  const { path, summary, permission, query, cursorOf = (row) => row.key, shown = (row) => row } = list;
  return readingRoute({
    path,
    summary,
    permission,
    query,
    answer: async (request) => {
      const { reader } = request;
      if (!(await mayRead(reader, permission, list.about(request.query, reader), request.host))) {
        return refused({ code: "not-permitted" });
      }
      const rows = await list.rows(request.query, request);
      const last = rows.length < request.query.limit ? undefined : rows.at(-1);
      const next = last === undefined ? {} : { next: nextPage(request.url, cursorOf(last)) };
      return done(jsonReply({ asOf: reader.today, items: rows.map((row) => shown(row, reader)), ...next }, next));
    },
  });
}
