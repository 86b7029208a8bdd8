/** Registers: the acts of an office that belong to no case, and what it owes there. */

import { z } from "zod";
import { caseCommands } from "../../domain/files/commands.ts";
import { given } from "../../base/given.ts";
import { id } from "../../domain/field.ts";
import { fileRoutes } from "./file-routes.ts";
import { listingRoute } from "../listing-route.ts";
import { pageQuery } from "../query.ts";
import { recordingRoute } from "../recording-route.ts";
import type { Route } from "../route.ts";

export const registerRoutes: readonly Route[] = [
  recordingRoute({
    path: "/v1/registers",
    summary: [
      "Mở sổ theo dõi của cơ quan: báo cáo thống kê, yêu cầu của chủ thể dữ liệu",
      "Open a register of an office: statistical reports, requests of data subjects",
    ],
    command: caseCommands["open-register"],
  }),
  listingRoute({
    path: "/v1/registers",
    summary: ["Sổ theo dõi của một cơ quan", "Registers of an office"],
    permission: "read-case",
    query: z.strictObject({ office: z.exactOptional(id<"office">()), ...pageQuery }),
    about: ({ office }) => office,
    rows: async ({ office: _office, ...page }, { offices, host }) =>
      host.views.registers({ ...page, ...given({ offices }) }),
  }),
  ...fileRoutes({
    kind: "register",
    file: ["Một sổ theo dõi", "One register"],
    obligations: ["Thời hạn của một sổ theo dõi đến hôm nay", "Time limits of a register as of today"],
  }),
];
