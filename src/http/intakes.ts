/** Intakes: what came in, and what is owed before a decision exists. */

import { z } from "zod";
import { done } from "../base/outcome.ts";
import type { IntakeId } from "../base/ids.ts";
import { caseCommands } from "../domain/cases/commands.ts";
import { id } from "../domain/field.ts";
import { intakePage } from "../service/file-page.ts";
import { told } from "./denial.ts";
import { fileJson, obligationsJson } from "./file-json.ts";
import { jsonResponse } from "./json.ts";
import { listing } from "./listing.ts";
import { noQuery, pageQuery } from "./query.ts";
import { reading } from "./reading.ts";
import { recording } from "./recording.ts";
import { idIn, type Route } from "./route.ts";

export const intakeRoutes: readonly Route[] = [
  recording({
    path: "/v1/intakes",
    summary: ["Thụ lý bản án hoặc yêu cầu thi hành án", "Open an intake for a judgment or a request"],
    command: caseCommands["open-intake"],
  }),
  listing({
    path: "/v1/intakes",
    summary: ["Hồ sơ thụ lý của một cơ quan", "Intakes of an agency"],
    permission: "read-case",
    query: z.strictObject({ agency: z.exactOptional(id<"office">()), ...pageQuery }),
    about: ({ agency }) => agency,
    rows: async (query, { host }) => host.views.intakes(query),
  }),
  reading({
    path: "/v1/intakes/:intake",
    summary: ["Một hồ sơ thụ lý", "One intake"],
    permission: "read-case",
    query: noQuery,
    answer: async (asked) => {
      const page = told(await intakePage(idIn<IntakeId>(asked, "intake"), asked.reader, asked.host));
      return page.ok ? done(jsonResponse(fileJson(page.value), { version: page.value.version })) : page;
    },
  }),
  reading({
    path: "/v1/intakes/:intake/obligations",
    summary: ["Thời hạn của một hồ sơ thụ lý đến hôm nay", "Time limits of an intake as of today"],
    permission: "read-case",
    query: noQuery,
    answer: async (asked) => {
      const page = told(await intakePage(idIn<IntakeId>(asked, "intake"), asked.reader, asked.host));
      if (!page.ok) return page;
      const { now, version } = page.value;
      return done(jsonResponse({ asOf: now, items: obligationsJson(page.value) }, { version }));
    },
  }),
];
