/** The inbox of an office: what it owes on the instruments it was sent, or that were reported to it, by due day. */

import type { Host } from "../host.ts";
import { type Cut, readCut } from "./cut.ts";
import { type RunningClock, runningClocks } from "./running-clocks.ts";
import type { InstrumentRow } from "../views.ts";
import type { Reader } from "../streams/reader.ts";

export interface Inbox {
  /** Served, and not yet opened by this office. */
  readonly unseen: Cut<InstrumentRow>;
  readonly owed: Cut<RunningClock>;
}

/** Rows of one page: each with an explanation is some 4 kB, and an office seldom has 200 instruments open at once. */
const mostRows = 200;

export async function inboxOf(reader: Reader, host: Host): Promise<Inbox> {
  const { office } = reader.acting;
  const owed = { office, of: "instrument", state: "open", today: reader.today } as const;
  const due = await readCut(mostRows, async (limit) => host.views.deadlines({ ...owed, limit }));
  return {
    unseen: await readCut(mostRows, async (limit) =>
      host.views.instruments({ addressee: office, status: "served", limit }),
    ),
    owed: { ...due, rows: await runningClocks(due.rows, reader, host) },
  };
}
