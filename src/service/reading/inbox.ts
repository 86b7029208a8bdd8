/** The inbox of an office: what it owes on the instruments it was sent, or that were reported to it, by due day. */

import type { Host } from "../host.ts";
import { clocksListed } from "./clock-lists.ts";
import { type Cut, readCut } from "./cut.ts";
import type { RunningClock } from "./running-clocks.ts";
import type { InstrumentRow } from "../views.ts";
import type { Reader } from "../streams/reader.ts";

export interface Inbox {
  /** Served, and not yet opened by this office. */
  readonly unseen: Cut<InstrumentRow>;
  readonly answers: Cut<RunningClock>;
  readonly remedies: Cut<RunningClock>;
}

/** Reads the inbox, with at most `most` rows in each list. */
export async function inboxOf(reader: Reader, host: Host, most: number): Promise<Inbox> {
  const sent = { addressee: reader.acting.office, step: "unseen" } as const;
  const listing = { reader, host, supervised: [], most };
  return {
    unseen: await readCut(most, {
      read: async (limit) => host.views.instruments({ ...sent, order: "latest", limit }),
      count: async () => host.views.countInstruments(sent),
    }),
    answers: await clocksListed("answers", listing),
    remedies: await clocksListed("remedies", listing),
  };
}
