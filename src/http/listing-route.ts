/** Routes that list: pages in the order of the rows' keys, of what the reader may see of one office. */

import type { z } from "zod";
import type { OfficeId } from "../base/ids.ts";
import { done, refused } from "../base/outcome.ts";
import type { ReadName } from "../domain/permission.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import { mayRead } from "../service/streams/reader.ts";
import { readableOffices } from "../service/reading/supervised.ts";
import { jsonReply } from "./json-reply.ts";
import { nextPage } from "./query.ts";
import { readingRoute } from "./reading-route.ts";
import type { AdmittedRequest, Route } from "./route.ts";

interface ListingRequest extends AdmittedRequest {
  /** The offices whose affairs are listed; undefined: every office. */
  readonly offices: readonly OfficeId[] | undefined;
}

interface ListingRoute<Query, Row> {
  readonly path: string;
  readonly summary: BothTongues;
  readonly permission: ReadName;
  readonly query: z.ZodType<Query>;
  /** Returns the office whose affairs are listed. Undefined asks for those of every office that the reader may see. */
  readonly about: (query: Query) => OfficeId | undefined;
  readonly rows: (query: Query, request: ListingRequest) => Promise<readonly Row[]>;
}

export function listingRoute<Query extends { readonly limit: number }, Row extends { readonly key: string }>({
  rows: rowsOf,
  about,
  ...route
}: ListingRoute<Query, Row>): Route {
  return readingRoute({
    ...route,
    form: "Page",
    answer: async (request) => {
      const offices = await officesListed(route.permission, about(request.query), request);
      if (offices?.length === 0) return refused({ code: "not-permitted" });
      const items = await rowsOf(request.query, { ...request, offices });
      const last = items.length < request.query.limit ? undefined : items.at(-1);
      const next = last === undefined ? {} : { next: nextPage(request.url, last.key) };
      return done(jsonReply({ asOf: request.reader.today, items, ...next }, next));
    },
  });
}

/** officesListed returns undefined for a reader who may see the affairs of every office, and nothing for one who may see none. */
async function officesListed(
  what: ReadName,
  about: OfficeId | undefined,
  { reader, host }: Pick<ListingRequest, "reader" | "host">,
): Promise<readonly OfficeId[] | undefined> {
  if (about !== undefined) return (await mayRead(reader, what, about, host)) ? [about] : [];
  return (await mayRead(reader, what, undefined, host)) ? undefined : readableOffices(what, reader, host);
}
