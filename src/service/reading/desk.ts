/**
 * The desk of a procurator today: the procuracy's own clocks first (promise 4); beside them, by due day, the clocks of
 * the addressees of instruments; new replies; its own instruments that wait for its next step; and what the machine
 * found and no procurator has judged, violations and hints apart.
 */

import type { Day } from "../../base/day.ts";
import { given } from "../../base/given.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { Host } from "../host.ts";
import type { DeadlineRow, GoneRow, InstrumentRow, RuleCounts } from "../views.ts";
import type { Reader } from "../streams/reader.ts";
import { type ClockList, clocksListed } from "./clock-lists.ts";
import { type Cut, readCut } from "./cut.ts";
import type { RunningClock } from "./running-clocks.ts";
import { detectionCounts, sightedOffices } from "./sight.ts";
import { readableOffices, supervisedOffices } from "./supervised.ts";

export interface Desk {
  readonly own: Cut<RunningClock>;
  /** Questions that the Supreme Procuracy put to the Minister, and that are not answered. */
  readonly awaited: Cut<RunningClock>;
  readonly others: Cut<RunningClock>;
  readonly replies: Cut<InstrumentRow>;
  /** Drafted and unsigned, issued and unserved, verified and followed: the procuracy's own next step. */
  readonly unfinished: Cut<InstrumentRow>;
  readonly violations: Cut<DeadlineRow>;
  readonly hints: Cut<DeadlineRow>;
}

/** Reads the desk, with at most `most` rows in each list. */
export async function deskOf(reader: Reader, host: Host, most: number): Promise<Desk> {
  const { acting, today } = reader;
  const { views } = host;
  const supervised = await supervisedOffices(reader, host);
  const clocks = async (list: ClockList): Promise<Cut<RunningClock>> =>
    clocksListed(list, { reader, host, supervised, most });
  const { all } = await sightedOffices([...supervised, acting.office], reader, host);
  const detected = async (weight: "violation" | "hint"): Promise<Cut<DeadlineRow>> => {
    const found = {
      offices: all,
      state: "breached",
      unjudged: true,
      weight,
      today,
    } as const;
    return readCut(most, {
      read: async (limit) => views.deadlines({ ...found, limit }),
      count: async () => views.countDeadlines(found),
    });
  };
  const issuer = acting.office;
  return {
    own: await clocks("own"),
    awaited: await clocks("awaited"),
    others: await clocks("others"),
    replies: await readCut(most, {
      read: async (limit) => views.repliedInstruments({ issuer, limit }),
      count: async () => views.countInstruments({ issuer, step: "replied" }),
    }),
    unfinished: await readCut(most, {
      read: async (limit) => views.instruments({ issuer, step: "unfinished", limit }),
      count: async () => views.countInstruments({ issuer, step: "unfinished" }),
    }),
    violations: await detected("violation"),
    hints: await detected("hint"),
  };
}

interface Chosen {
  readonly office?: OfficeId | undefined;
  readonly rule?: string | undefined;
  readonly since?: Day | undefined;
}

/** Lists what the machine found at the offices of which the reader may see it. */
export async function detectionsFor(
  reader: Reader,
  {
    weight,
    after,
    limit,
    ...chosen
  }: Chosen & {
    readonly weight: "violation" | "hint";
    readonly after?: string | undefined;
    readonly limit: number;
  },
  host: Host,
): Promise<readonly DeadlineRow[]> {
  const whose = await chosenFor(reader, chosen, host);
  // Which detections are judged shows by what is left: only who sees all judgments gets the list of those that are not.
  const { all } = await sightedOffices(whose.offices, reader, host);
  const page = { limit, ...(after === undefined ? {} : { after }) };
  return host.views.deadlines({ ...whose, offices: all, ...page, weight, state: "breached", unjudged: true });
}

/** Lists the detections that corrections took away. */
export async function goneFor(
  reader: Reader,
  { after, limit, ...chosen }: Chosen & { readonly after?: string | undefined; readonly limit: number },
  host: Host,
): Promise<readonly GoneRow[]> {
  const { today: _today, ...whose } = await chosenFor(reader, chosen, host);
  const { handedOver } = await sightedOffices(whose.offices, reader, host);
  return host.views.gone({ ...whose, handedOver, limit, ...(after === undefined ? {} : { after }) });
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
    ...(rule === undefined ? {} : { rule }),
    ...(since === undefined ? {} : { since }),
  };
}
