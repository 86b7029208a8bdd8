/** The lists of what the machine found across files: what nobody has judged, and what corrections took away. */

import type { Day } from "../../base/day.ts";
import { given } from "../../base/given.ts";
import type { OfficeId } from "../../base/ids.ts";
import { done } from "../../base/outcome.ts";
import type { Host } from "../host.ts";
import { detectionCounts, sightedOffices } from "../reading/sight.ts";
import { readableOffices } from "../reading/supervised.ts";
import type { Reader } from "../streams/reader.ts";
import type { DeadlineRow, GoneRow, RuleCounts } from "../views.ts";
import { dayCursor, type OpenList, pageEnding } from "./listed.ts";

export interface Chosen {
  readonly office?: OfficeId | undefined;
  readonly rule?: string | undefined;
  readonly since?: Day | undefined;
}

export interface ChosenDetections extends Chosen {
  readonly weight: "violation" | "hint";
}

/** Lists what the machine found at the offices of which the reader may see it, the earliest day first. */
export function detectionList({ weight, ...chosen }: ChosenDetections): OpenList<DeadlineRow> {
  return async (reader, host) => {
    const whose = await chosenFor(reader, chosen, host);
    // Which detections are judged shows by what is left: only who sees all judgments gets the list of those that are not.
    const { all } = await sightedOffices(whose.offices, reader, host);
    const query = { ...whose, offices: all, weight, state: "breached", unjudged: true } as const;
    return done({
      page: async (after, most) =>
        pageEnding(await host.views.deadlines({ ...query, limit: most, ...given({ after }) }), most, dayCursor),
      total: async () => host.views.countDeadlines(query),
    });
  };
}

/** Lists the detections that corrections took away, the earliest day first. */
export function goneList(chosen: Chosen): OpenList<GoneRow> {
  return async (reader, host) => {
    const { today: _today, ...whose } = await chosenFor(reader, chosen, host);
    const { handedOver } = await sightedOffices(whose.offices, reader, host);
    const query = { ...whose, handedOver };
    return done({
      page: async (after, most) =>
        pageEnding(await host.views.gone({ ...query, limit: most, ...given({ after }) }), most, dayCursor),
      total: async () => host.views.countGone(query),
    });
  };
}

export async function detectionCountsFor(reader: Reader, chosen: Chosen, host: Host): Promise<readonly RuleCounts[]> {
  const { offices, since } = await chosenFor(reader, chosen, host);
  return detectionCounts({ offices, ...given({ since }) }, reader, host);
}

async function chosenFor(reader: Reader, { office, rule, since }: Chosen, host: Host) {
  const readable = await readableOffices("read-deadlines", reader, host);
  return {
    offices: office === undefined ? readable : readable.filter((each) => each === office),
    today: reader.today,
    ...given({ rule, since }),
  };
}
