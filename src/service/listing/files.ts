/** The lists of files: cases and intakes by their day, the latest first; registers. */

import { given } from "../../base/given.ts";
import type { OfficeId } from "../../base/ids.ts";
import { done, refused } from "../../base/outcome.ts";
import { readableAgencies, readableOffices } from "../reading/supervised.ts";
import type { LatestFile, RegisterRow } from "../views.ts";
import { dayCursor, type OpenList, pageEnding } from "./listed.ts";

/** Lists the files of one agency, or of every agency whose cases the reader may see. */
export function fileList(kind: "case" | "intake", agency: OfficeId | undefined): OpenList<LatestFile> {
  return async (reader, host) => {
    const readable = await readableAgencies(reader, host);
    const agencies = agency === undefined ? readable : readable.filter((each) => each === agency);
    if (agencies.length === 0) return refused({ code: "not-permitted" });
    const query = { kind, agencies };
    return done({
      page: async (after, most) =>
        pageEnding(await host.views.latestFiles({ ...query, limit: most, ...given({ after }) }), most, dayCursor),
      total: async () => host.views.countFiles(query),
    });
  };
}

export const registerList: OpenList<RegisterRow> = async (reader, host) => {
  const offices = await readableOffices("read-case", reader, host);
  if (offices.length === 0) return refused({ code: "not-permitted" });
  return done({
    page: async (after, most) =>
      pageEnding(await host.views.registers({ offices, limit: most, ...given({ after }) }), most, ({ key }) => key),
    total: async () => host.views.countFiles({ kind: "register", agencies: offices }),
  });
};
