/** Intakes: judgments and requests that came in, and what the agency owes before there is a decision. */

import { z } from "zod";
import { caseCommands } from "../../domain/files/commands.ts";
import { given } from "../../base/given.ts";
import { id } from "../../domain/field.ts";
import { fileRoutes } from "./file-routes.ts";
import { listingRoute } from "../listing-route.ts";
import { pageQuery } from "../query.ts";
import { recordingRoute } from "../recording-route.ts";
import type { Route } from "../route.ts";

export const intakeRoutes: readonly Route[] = [
  recordingRoute({
    path: "/v1/intakes",
    summary: ["Thụ lý bản án hoặc yêu cầu thi hành án", "Open an intake for a judgment or a request"],
    command: caseCommands["open-intake"],
  }),
  listingRoute({
    path: "/v1/intakes",
    summary: ["Việc thụ lý của một cơ quan", "Intakes of an agency"],
    permission: "read-case",
    query: z.strictObject({ agency: z.exactOptional(id<"office">()), ...pageQuery }),
    about: ({ agency }) => agency,
    rows: async ({ agency: _agency, ...page }, { offices, host }) =>
      host.views.intakes({ ...page, ...given({ offices }) }),
  }),
  ...fileRoutes({
    kind: "intake",
    file: ["Một việc thụ lý", "One intake"],
    obligations: ["Thời hạn của một việc thụ lý đến hôm nay", "Time limits of an intake as of today"],
  }),
];
