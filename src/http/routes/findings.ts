/** Findings: detections that a procurator confirmed or dismissed (promise 5: the machine finds, a person judges). */

import { z } from "zod";
import { done } from "../../base/outcome.ts";
import type { FindingId } from "../../base/ids.ts";
import { assessSeriousness, confirmDetections, dismissDetection } from "../../domain/findings/commands.ts";
import { mergeFindings } from "../../domain/findings/merging.ts";
import { given } from "../../base/given.ts";
import { id } from "../../domain/field.ts";
import { findingPage } from "../../service/reading/finding-page.ts";
import { findingSight, sighted } from "../../service/reading/sight.ts";
import { orProblem } from "../denial.ts";
import { jsonReply } from "../json-reply.ts";
import { listingRoute } from "../listing-route.ts";
import { noQuery, pageQuery } from "../query.ts";
import { readingRoute } from "../reading-route.ts";
import { recordingRoute } from "../recording-route.ts";
import { idIn, type Route } from "../route.ts";
import { visibleState } from "../json/visible-state.ts";

const listQuery = z.strictObject({
  office: z.exactOptional(id<"office">()),
  procuracy: z.exactOptional(id<"office">()),
  /** Stream of the file that the finding is about. */
  about: z.exactOptional(z.string().regex(/^(?:intake|case|instrument|register)\/[0-9a-f]{32}$/)),
  status: z.exactOptional(z.enum(["dismissed", "confirmed", "in-instrument", "merged"])),
  ...pageQuery,
});

export const findingRoutes: readonly Route[] = [
  recordingRoute({
    path: "/v1/findings",
    summary: [
      "Xác nhận vi phạm đã phát hiện, mỗi phát hiện một vi phạm hoặc gộp làm một",
      "Confirm detections as findings, one each or all as one",
    ],
    command: confirmDetections,
  }),
  recordingRoute({
    path: "/v1/findings/dismissals",
    summary: ["Bác một phát hiện, có lý do", "Dismiss a detection, with a reason"],
    command: dismissDetection,
  }),
  recordingRoute({
    path: "/v1/findings/:finding/assessments",
    summary: ["Đánh giá mức độ nghiêm trọng", "Assess the seriousness of a finding"],
    command: assessSeriousness,
  }),
  recordingRoute({
    path: "/v1/findings/:finding/merges",
    summary: [
      "Gộp các vi phạm khác của cùng hồ sơ vào vi phạm này",
      "Merge other findings of the same file into this one",
    ],
    command: mergeFindings,
  }),
  listingRoute({
    path: "/v1/findings",
    summary: [
      "Vi phạm của một cơ quan hoặc do một Viện kiểm sát xác nhận",
      "Findings against an office, or of a procuracy",
    ],
    permission: "read-findings",
    query: listQuery,
    about: ({ office, procuracy }) => office ?? procuracy,
    rows: async (query, { offices, reader, host }) => {
      const { office = query.procuracy, procuracy } = query;
      if (office === undefined) return host.views.findings({ ...query, ...(await sighted(offices, reader, host)) });
      const sight = await findingSight({ office, ...given({ procuracy }) }, reader, host);
      return host.views.findings({ ...query, handedOver: sight === "handed-over" });
    },
  }),
  readingRoute({
    path: "/v1/findings/:finding",
    summary: ["Một vi phạm", "One finding"],
    permission: "read-findings",
    query: noQuery,
    answer: async (request) => {
      const page = orProblem(await findingPage(idIn<FindingId>(request, "finding"), request.reader, request.host));
      if (!page.ok) return page;
      const { state, opened, entries, version } = page.value;
      return done(jsonReply({ ...visibleState(state, opened), version, entries }, { version }));
    },
  }),
];
