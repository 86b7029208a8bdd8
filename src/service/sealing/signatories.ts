/** The signatories of the log, read from its own entries: the opening, and each re-opening (src/log/FORMAT.md). */

import { parseUtf8 } from "../../base/bytes.ts";
import { streamName } from "../../domain/event.ts";
import { parseEntry } from "../../log/entry.ts";
import { ed25519Verifier, parseVkey, type Verifier } from "../../log/note.ts";
import { readReopening, readSignatory, type Reopening, type Signatory } from "../../log/reopening.ts";
import type { LogKey, LogReader } from "../ports.ts";

export const originStream = streamName("origin", "log");

/** Lists the re-openings among the first `size` entries, oldest first; a log that never stopped has none. */
export async function reopeningsOf(log: Pick<LogReader, "leavesOf">, size: number): Promise<readonly Reopening[]> {
  const entries = (await log.leavesOf(originStream)).filter(({ index }) => index < size);
  return entries.map(({ index, leaf }) => {
    const reopening = readReopening(eventOf(leaf));
    if (reopening === undefined) throw new Error(`entry ${index} is not a re-opening`);
    return reopening;
  });
}

/** Returns who signs after the first `size` entries; undefined in an empty log. */
export async function signatoryOf(
  log: Pick<LogReader, "leaves" | "leavesOf">,
  size: number,
): Promise<Signatory | undefined> {
  const last = (await reopeningsOf(log, size)).at(-1);
  if (last !== undefined) return { origin: last.origin, key: last.key };
  const [opening] = await log.leaves(0, 1);
  return opening && readSignatory(eventOf(opening));
}

function eventOf(leaf: Uint8Array): Uint8Array {
  const entry = parseEntry(leaf);
  if (entry === undefined) throw new Error("the log holds bytes that are no leaf");
  return entry.event;
}

/** The verifier of the log's own key. */
export function ownVerifier({ vkey }: LogKey): Verifier {
  const key = parseVkey(vkey);
  if (key === undefined) throw new Error("the log's own key does not parse");
  return ed25519Verifier(key);
}

/** Whether a checkpoint is of this key's origin: a process left with an old key must not sign. */
export function isSignedFor({ signer }: LogKey, note: Uint8Array): boolean {
  return parseUtf8(note).startsWith(`${signer.name}\n`);
}
