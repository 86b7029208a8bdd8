/** Cases: the agency opens them, its supervisors read them. Names of people are shown only by a recorded disclosure. */

import { z } from "zod";
import { caseCommands } from "../../domain/files/commands.ts";
import { given } from "../../base/given.ts";
import { id } from "../../domain/field.ts";
import { withheldTexts } from "../../service/recording/showing.ts";
import { disclosedBy } from "../../service/reading/disclosing.ts";
import { fileRoutes } from "./file-routes.ts";
import { listingRoute } from "../listing-route.ts";
import { formatAnswer } from "../answer.ts";
import { pageQuery } from "../query.ts";
import { recordingRoute } from "../recording-route.ts";
import type { Route } from "../route.ts";

/** Why a repeat shows the receipt alone. */
function withheldJson(code: keyof typeof withheldTexts) {
  return { code, detail: withheldTexts[code].join(" / ") };
}

export const caseRoutes: readonly Route[] = [
  recordingRoute({
    path: "/v1/cases",
    summary: ["Ra quyết định thi hành án, mở hồ sơ", "Open a case by an enforcement decision"],
    command: caseCommands["open-case"],
  }),
  listingRoute({
    path: "/v1/cases",
    summary: ["Hồ sơ thi hành án của một cơ quan", "Cases of an agency"],
    permission: "read-case",
    query: z.strictObject({ agency: z.exactOptional(id<"office">()), ...pageQuery }),
    about: ({ agency }) => agency,
    rows: async ({ agency: _agency, ...page }, { offices, host }) =>
      host.views.cases({ ...page, ...given({ offices }) }),
  }),
  ...fileRoutes({
    kind: "case",
    file: ["Một hồ sơ: hành vi, thời hạn, chỗ trong nhật ký", "One case: acts, time limits, places in the log"],
    obligations: ["Thời hạn của một hồ sơ đến hôm nay", "Time limits of a case as of today"],
  }),
  recordingRoute({
    path: "/v1/cases/:case/parties",
    summary: ["Thêm đương sự", "Add a party"],
    command: caseCommands["add-party"],
  }),
  recordingRoute({
    path: "/v1/cases/:case/assets",
    summary: ["Thêm tài sản", "Add an asset"],
    command: caseCommands["add-asset"],
  }),
  recordingRoute({
    path: "/v1/cases/:case/disclosures",
    summary: [
      "Xem họ tên và mô tả tài sản, có ghi nhật ký",
      "Disclose names and descriptions, with an entry of its own",
    ],
    command: caseCommands["disclose-personal"],
    form: "Disclosure",
    answer: async (answer, input, { host }) => {
      const recorded = `"recorded":${formatAnswer(answer.placement)}`;
      if (answer.showing !== "shown") return `{${recorded},"withheld":${JSON.stringify(withheldJson(answer.showing))}}`;
      const values = Object.fromEntries(await disclosedBy(answer, input.case, host));
      return `{${recorded},"values":${JSON.stringify(values)}}`;
    },
  }),
];
