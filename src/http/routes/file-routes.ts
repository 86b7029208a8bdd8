/** The two reads that a case, an intake and a register share: the file itself, and its time limits as of today. */

import { done } from "../../base/outcome.ts";
import type { ActFileKind } from "../../domain/files/act-file.ts";
import { fileObligations, filePage } from "../../service/reading/file-page.ts";
import { orProblem } from "../denial.ts";
import { fileJson, goneJson, obligationsJson } from "../json/file-json.ts";
import { jsonReply } from "../json-reply.ts";
import type { BothTongues } from "../../domain/refusals/text.ts";
import { noQuery } from "../query.ts";
import { readingRoute } from "../reading-route.ts";
import { idIn, type Route } from "../route.ts";

interface FileRoutes {
  readonly kind: ActFileKind;
  readonly file: BothTongues;
  readonly obligations: BothTongues;
}

export function fileRoutes({ kind, file, obligations }: FileRoutes): readonly Route[] {
  const path = `/v1/${kind}s/:${kind}`;
  return [
    readingRoute({
      path,
      summary: file,
      permission: "read-case",
      query: noQuery,
      answer: async (request) => {
        const page = orProblem(await filePage<ActFileKind>(kind, idIn(request, kind), request.reader, request.host));
        return page.ok ? done(jsonReply(fileJson(page.value), { version: page.value.version })) : page;
      },
    }),
    readingRoute({
      path: `${path}/obligations`,
      summary: obligations,
      permission: "read-case",
      query: noQuery,
      answer: async (request) => {
        const page = orProblem(await fileObligations(kind, idIn(request, kind), request.reader, request.host));
        if (!page.ok) return page;
        const { now, version, moves: moved } = page.value;
        const items = obligationsJson(page.value);
        return done(jsonReply({ asOf: now, items, gone: goneJson(page.value), moved }, { version }));
      },
    }),
  ];
}
