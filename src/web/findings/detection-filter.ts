/** The filter of the list of detections, as its address says it (frame/asked-query.tsx refuses what cannot be meant). */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { isSeries } from "../../law/series.ts";
import type { ChosenDetections } from "../../service/listing/detections.ts";
import { parseTypedDay } from "../parts/day-text.ts";
import type { ConsoleContext } from "../frame/visit.ts";

export function detectionFilter(c: ConsoleContext): ChosenDetections {
  const rule = c.req.query("rule");
  return {
    office: parseId<OfficeId>(c.req.query("agency")),
    weight: c.req.query("weight") === "hint" ? "hint" : "violation",
    rule: rule !== undefined && isSeries(rule) ? rule : undefined,
    since: parseTypedDay(c.req.query("since")?.trim() ?? ""),
  };
}
