/** Seals hourly the digest of the access journal's new rows, so that an operator cannot quietly edit who looked. */

import { streamName } from "../../domain/event.ts";
import { commitment } from "../../domain/field.ts";
import { formatHash } from "../../log/hash.ts";
import type { Host } from "../host.ts";
import { systemScope, recordBySystem } from "../recording/system-recording.ts";
import { journalDigest } from "../streams/journal-digest.ts";
import { statesOf } from "../streams/states.ts";

const stream = streamName("log", "log");
/** Rows closed at a time, to bound the memory of a worker; the rest are closed an hour later. */
const mostRows = 10_000;

/** Closes the new rows and returns their number; 0 when there are none, or another process closes them. */
export async function closeJournal(host: Host): Promise<number> {
  const loaded = await host.load([stream]);
  const after = statesOf(loaded.streams).of("log", "log")?.journalClosedTo ?? 0;
  const rows = await host.journal.rows(after, mostRows);
  const [from, to] = [rows[0]?.number, rows.at(-1)?.number];
  if (from === undefined || to === undefined) return 0;
  const data = { from, to, reads: rows.length, digest: commitment.parse(formatHash(journalDigest(rows))) };
  const events = [{ kind: "log", id: "log", event: { type: "journal-closed", data } }] as const;
  const scope = systemScope(`journal/v1\n${from}\n${to}`);
  return (await recordBySystem({ events, loaded, actor: { system: "sweep" }, scope }, host)) ? rows.length : 0;
}
