/**
 * Seals the digest of the access journal's new rows, so that an operator cannot quietly edit who looked. Closing follows the
 * load: a sweep closes all complete rows, and /health says how many wait.
 */

import { streamName } from "../../domain/event.ts";
import { commitment } from "../../domain/field.ts";
import { formatHash } from "../../log/hash.ts";
import type { Host } from "../host.ts";
import { loadToRead } from "../streams/load-to-read.ts";
import type { JournalRow, JournalWaiting } from "../journal-port.ts";
import { systemScope, recordBySystem } from "../recording/system-recording.ts";
import { emptyJournal, journalDigest, journalPage } from "../streams/journal-digest.ts";
import { statesOf } from "../streams/states.ts";

const stream = streamName("log", "log");
/** Rows of one entry: so many that few entries close a busy hour, and so few that an audit says where a row was edited. */
const mostRows = 10_000;
/** Milliseconds that one sweep closes for at the longest, within its minute; the next sweep goes on. */
const longest = 20_000;
/** Seconds: a quiet journal is closed hourly, so that the log has no entry each minute. */
const hour = 3600;

export interface JournalStatus extends JournalWaiting {
  /** The oldest row waits for more than two hours, or ten entries of rows wait: they are not closed as fast as they come. */
  readonly late: boolean;
}

/** How far the closing of the journal is behind. */
export async function journalStatus(host: Host): Promise<JournalStatus> {
  const waiting = await host.journal.waiting(closedTo(await loadToRead([stream], host)));
  const { rows, oldestSeconds = 0 } = waiting;
  return { ...waiting, late: rows > 10 * mostRows || oldestSeconds > 2 * hour };
}

/** Closes the journal when its oldest row is an hour old, or when a whole entry of rows waits. */
export async function closeJournalIfDue(host: Host): Promise<number> {
  const { rows, oldestSeconds = 0 } = await journalStatus(host);
  return rows >= mostRows || oldestSeconds >= hour ? closeJournal(host) : 0;
}

/** Closes all complete rows and returns their number; another process may close some of them. */
export async function closeJournal(host: Host): Promise<number> {
  const began = host.clock();
  let all = 0;
  let closed = mostRows;
  while (closed === mostRows && host.clock() - began < longest) {
    closed = await closeOnce(host);
    all += closed;
  }
  return all;
}

/** Closes the first complete rows; 0 when there are none, or another process closes them. */
async function closeOnce(host: Host): Promise<number> {
  const loaded = await host.load([stream]);
  const taken = await takeRows(closedTo(loaded), host);
  if (taken === undefined) return 0;
  const { from, to, reads, chain } = taken;
  const data = { from, to, reads, digest: commitment.parse(formatHash(chain)) };
  const events = [{ kind: "log", id: "log", event: { type: "journal-closed", data } }] as const;
  const scope = systemScope(`journal/v1\n${from}\n${to}`);
  return (await recordBySystem({ events, loaded, actor: { system: "sweep" }, scope }, host)) ? reads : 0;
}

interface TakenRows {
  readonly from: number;
  readonly to: number;
  readonly reads: number;
  readonly chain: typeof emptyJournal;
}

async function takeRows(after: number, { journal }: Pick<Host, "journal">): Promise<TakenRows | undefined> {
  let taken: TakenRows | undefined;
  for (;;) {
    const { reads, chain, to } = taken ?? { reads: 0, chain: emptyJournal, to: after };
    const rows: readonly JournalRow[] = await journal.rows(to, Math.min(journalPage, mostRows - reads));
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return taken;
    const from = taken?.from ?? first.number;
    taken = { from, to: last.number, reads: reads + rows.length, chain: journalDigest(chain, rows) };
    if (taken.reads === mostRows) return taken;
  }
}

function closedTo({ streams }: Pick<Awaited<ReturnType<Host["load"]>>, "streams">): number {
  return statesOf(streams).of("log", "log")?.journalClosedTo ?? 0;
}
