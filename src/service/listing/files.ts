/** The lists of files by their day: cases, intakes, registers. */

import { given } from "../../base/given.ts";
import type { OfficeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Host } from "../host.ts";
import { readableAgencies, readableOffices } from "../reading/supervised.ts";
import type { DayOrder, LatestFile } from "../views.ts";
import { dayCursor, type Listed, type OpenList, pageEnding } from "./listed.ts";

/** Lists the files of one agency, or of every agency whose cases the reader may see. */
export function fileList(
  kind: "case" | "intake",
  agency: OfficeId | undefined,
  order: DayOrder = "latest",
): OpenList<LatestFile> {
  return async (reader, host) => {
    const readable = await readableAgencies(reader, host);
    const agencies = agency === undefined ? readable : readable.filter((each) => each === agency);
    return filesOf({ kind, agencies, order }, host);
  };
}

export function registerList(order: DayOrder = "latest"): OpenList<LatestFile> {
  return async (reader, host) =>
    filesOf({ kind: "register", agencies: await readableOffices("read-case", reader, host), order }, host);
}

interface Files {
  readonly kind: "case" | "intake" | "register";
  readonly agencies: readonly OfficeId[];
  readonly order: DayOrder;
}

function filesOf(files: Files, { views }: Host): Outcome<Listed<LatestFile>, Refusal> {
  if (files.agencies.length === 0) return refused({ code: "not-permitted" });
  return done({
    page: async (after, most) =>
      pageEnding(await views.latestFiles({ ...files, limit: most, ...given({ after }) }), most, dayCursor),
    total: async () => views.countFiles(files),
  });
}
