/** What an addressee owes on the instruments it was sent: by due date, each with the reason for the date. */

import { type InstrumentId, parseId } from "../base/ids.ts";
import { streamId, streamName } from "../domain/event.ts";
import { instrumentFile } from "../domain/instruments/clocks.ts";
import { assess, type Obligation } from "../law/detection.ts";
import { gather } from "./gather.ts";
import type { Host } from "./host.ts";
import type { DeadlineRow, InstrumentRow } from "./views.ts";
import type { Reader } from "./read.ts";

export interface Owed {
  readonly instrument: InstrumentRow;
  readonly obligation: Obligation;
}

export interface Inbox {
  /** Served, and by nobody here looked at. */
  readonly unseen: readonly InstrumentRow[];
  readonly owed: readonly Owed[];
}

/** As many instruments as one office can have open at once. */
const most = 200;

export async function inboxOf({ acting, today }: Reader, host: Host): Promise<Inbox> {
  const { office } = acting;
  const served = await host.views.instruments({ addressee: office, status: "served", limit: most });
  const received = await host.views.instruments({ addressee: office, status: "received", limit: most });
  const running = await host.views.deadlines({ office, of: "instrument", state: "open", today, limit: most });
  const obligations = await obligationsOf(running, today, host);
  const byKey = new Map([...served, ...received].map((row) => [row.key, row]));
  const owed = running.flatMap(({ key, stream }) => {
    const [instrument, obligation] = [byKey.get(streamId(stream)), obligations.get(key)];
    return instrument === undefined || obligation === undefined ? [] : [{ instrument, obligation }];
  });
  return { unseen: served, owed };
}

async function obligationsOf(
  rows: readonly DeadlineRow[],
  today: Reader["today"],
  host: Host,
): Promise<ReadonlyMap<string, Obligation>> {
  const ids = [...new Set(rows.flatMap(({ stream }) => parseId<InstrumentId>(streamId(stream)) ?? []))];
  const { states } = await gather(() => ids.map((id) => streamName("instrument", id)), host);
  const all = ids.flatMap((id) => {
    const state = states.of("instrument", id);
    return state === undefined ? [] : assess(instrumentFile(state), { today });
  });
  return new Map(all.map((obligation) => [obligation.key, obligation]));
}
