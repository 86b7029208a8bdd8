/** The list of findings by day: those from which the reader's office drafts instruments, or else those that the reader may see. */

import { given } from "../../base/given.ts";
import { done, refused } from "../../base/outcome.ts";
import { mayDo } from "../../domain/permission.ts";
import { sighted } from "../reading/sight.ts";
import { readableOffices } from "../reading/supervised.ts";
import type { DayOrder, FindingRow } from "../views.ts";
import { dayCursor, type OpenList, pageEnding } from "./listed.ts";

export const findingStatuses = ["confirmed", "in-instrument", "merged", "dismissed"] as const;
export type FindingStatus = (typeof findingStatuses)[number];

export function findingList(status: FindingStatus, order: DayOrder = "latest"): OpenList<FindingRow> {
  return async (reader, host) => {
    const { office, roles } = reader.acting;
    if (!mayDo(roles, "read-findings", "own")) return refused({ code: "not-permitted" });
    const whose = mayDo(roles, "discard-draft", "own")
      ? { procuracy: office }
      : await sighted(await readableOffices("read-findings", reader, host), reader, host);
    const query = { ...whose, status };
    return done({
      page: async (after, most) =>
        pageEnding(
          await host.views.findings({ ...query, order, limit: most, ...given({ after }) }),
          most,
          ({ madeOn, key }) => dayCursor({ day: madeOn, key }),
        ),
      total: async () => host.views.countFindings(query),
    });
  };
}
