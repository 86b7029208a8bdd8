/** What an office owes on the instruments it was sent, or that were reported to it: by due date, each with why. */

import type { Host } from "../host.ts";
import { type RunningClock, runningClocks } from "./running-clocks.ts";
import type { InstrumentRow } from "../views.ts";
import type { Reader } from "../streams/reader.ts";

export interface Inbox {
  /** Served, and by nobody here looked at. */
  readonly unseen: readonly InstrumentRow[];
  readonly owed: readonly RunningClock[];
}

/** As many instruments as one office can have open at once. */
const most = 200;

export async function inboxOf(reader: Reader, host: Host): Promise<Inbox> {
  const { office } = reader.acting;
  const unseen = await host.views.instruments({ addressee: office, status: "served", limit: most });
  const query = { office, of: "instrument", state: "open", today: reader.today, limit: most } as const;
  return { unseen, owed: await runningClocks(await host.views.deadlines(query), reader, host) };
}
