/** Routes that list: pages in the order of the rows' keys, of what the reader may see of one office. */

import type { z } from "zod";
import type { OfficeId } from "../base/ids.ts";
import { done } from "../base/outcome.ts";
import type { ReadName } from "../domain/permission.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import type { Reader } from "../service/streams/reader.ts";
import { jsonReply } from "./json-reply.ts";
import { nextPage } from "./query.ts";
import { readingRoute } from "./reading-route.ts";
import type { Route, RouteRequest } from "./route.ts";

interface ListingRoute<Query, Row> {
  readonly path: string;
  readonly summary: BothTongues;
  readonly permission: ReadName;
  readonly query: z.ZodType<Query>;
  /** Returns the office whose affairs are listed. Undefined asks for those of every office, which only some readers may see. */
  readonly about: (query: Query) => OfficeId | undefined;
  readonly rows: (query: Query, request: RouteRequest & { readonly reader: Reader }) => Promise<readonly Row[]>;
}

export function listingRoute<Query extends { readonly limit: number }, Row extends { readonly key: string }>({
  rows: rowsOf,
  ...route
}: ListingRoute<Query, Row>): Route {
  return readingRoute({
    ...route,
    answer: async (request) => {
      const items = await rowsOf(request.query, request);
      const last = items.length < request.query.limit ? undefined : items.at(-1);
      const next = last === undefined ? {} : { next: nextPage(request.url, last.key) };
      return done(jsonReply({ asOf: request.reader.today, items, ...next }, next));
    },
  });
}
