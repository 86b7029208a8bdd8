/** Every hour the digest of the access journal's new rows is sealed: whoever runs the system cannot quietly edit who looked. */

import { canonicalJson } from "../base/canonical-json.ts";
import { utf8 } from "../base/bytes.ts";
import { streamName } from "../domain/event.ts";
import { commitment } from "../domain/field.ts";
import { digest, formatHash } from "../log/hash.ts";
import type { Host } from "./host.ts";
import { ownScope, recordOwn } from "./own-record.ts";
import type { JournalRow } from "./ports.ts";
import { statesOf } from "./states.ts";

const stream = streamName("log", "log");
const most = 10_000;

/** How many reads were closed; 0 when there is nothing new, or somebody else closes them. */
export async function closeJournal(host: Host): Promise<number> {
  const loaded = await host.load([stream]);
  const after = statesOf(loaded.streams).of("log", "log")?.journalClosedTo ?? 0;
  const rows = await host.journal.rows(after, most);
  const [from, to] = [rows[0]?.number, rows.at(-1)?.number];
  if (from === undefined || to === undefined) return 0;
  const data = { from, to, reads: rows.length, digest: commitment.parse(formatHash(journalDigest(rows))) };
  const events = [{ kind: "log", id: "log", event: { type: "journal-closed", data } }] as const;
  const scope = ownScope(`journal/v1\n${from}\n${to}`);
  return (await recordOwn({ events, loaded, actor: { system: "sweep" }, scope }, host)) ? rows.length : 0;
}

/** SHA-256 over the canonical JSON of each row, a line each. Ids and instants only, all random or coarse: no salt is needed. */
export function journalDigest(rows: readonly JournalRow[]) {
  return digest(utf8(rows.map((row) => `${canonicalJson({ ...row })}\n`).join("")));
}
