/**
 * The desk of a procurator today: the procuracy's own clocks first (promise 4); beside them, by due day, the clocks of
 * the addressees of instruments; new replies; its own instruments that wait for its next step; and what the machine
 * found and no procurator has judged, violations and hints apart.
 */

import type { Host } from "../host.ts";
import type { DeadlineRow, InstrumentRow } from "../views.ts";
import type { Reader } from "../streams/reader.ts";
import { type ClockList, clocksListed } from "./clock-lists.ts";
import { type Cut, readCut } from "./cut.ts";
import type { RunningClock } from "./running-clocks.ts";
import { sightedOffices } from "./sight.ts";
import { supervisedOffices } from "./supervised.ts";

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
      read: async (limit) => views.instruments({ issuer, step: "unfinished", order: "latest", limit }),
      count: async () => views.countInstruments({ issuer, step: "unfinished" }),
    }),
    violations: await detected("violation"),
    hints: await detected("hint"),
  };
}
