/** Editions of the law: the one that counts, this program's, and the two steps by which they change. */

import { done } from "../../base/outcome.ts";
import { adoptEdition, type EditionInput, proposeEdition } from "../../domain/editions/commands.ts";
import { lawPage, withKnown } from "../../service/reading/law-page.ts";
import { jsonReply } from "../json-reply.ts";
import { noQuery } from "../query.ts";
import { readingRoute } from "../reading-route.ts";
import { recordingRouteFrom } from "../recording-route.ts";
import type { Route, RouteRequest } from "../route.ts";

export const lawRoutes: readonly Route[] = [
  readingRoute({
    path: "/v1/law/editions",
    summary: [
      "Bộ quy tắc đang có hiệu lực, bộ quy tắc máy chủ dùng, đề nghị và thông qua",
      "Editions of the law: which counts, which this server applies, what was proposed and adopted",
    ],
    query: noQuery,
    answer: async ({ host }) => {
      const { version, ...page } = await lawPage(host);
      return done(jsonReply(page, version === 0 ? {} : { version }));
    },
  }),
  recordingRouteFrom({
    path: "/v1/law/proposals",
    summary: ["Đề nghị một bộ quy tắc", "Propose an edition of the law"],
    command: proposeEdition,
    body: proposeEdition.input,
    inputOf: withKnownEdition,
  }),
  recordingRouteFrom({
    path: "/v1/law/adoptions",
    summary: ["Thông qua bộ quy tắc do người khác đề nghị", "Adopt an edition of the law that another person proposed"],
    command: adoptEdition,
    body: adoptEdition.input,
    inputOf: withKnownEdition,
  }),
];

async function withKnownEdition(input: EditionInput, { host }: RouteRequest) {
  return done(withKnown(input, host));
}
