/** Who signs the log and who did, read from its own entries: the opening, and each re-opening (log/FORMAT.md). */

import { parseUtf8 } from "../../base/bytes.ts";
import { streamName } from "../../domain/event.ts";
import { parseEntry } from "../../log/entry.ts";
import { readReopening, readSignatory, type Reopening, type Signatory } from "../../log/reopening.ts";
import type { LogKey, LogReader } from "../ports.ts";

export const originStream = streamName("origin", "log");

/** Oldest first; none of a log that never stopped. */
export async function reopeningsOf(log: LogReader): Promise<readonly Reopening[]> {
  return (await log.leavesOf(originStream)).map(({ index, leaf }) => {
    const reopening = readReopening(eventOf(leaf));
    if (reopening === undefined) throw new Error(`entry ${index} is not a re-opening`);
    return reopening;
  });
}

/** Who signs now. undefined: the log is empty. */
export async function signatoryOf(log: LogReader): Promise<Signatory | undefined> {
  const last = (await reopeningsOf(log)).at(-1);
  if (last !== undefined) return { origin: last.origin, key: last.key };
  const [opening] = await log.leaves(0, 1);
  return opening && readSignatory(eventOf(opening));
}

function eventOf(leaf: Uint8Array): Uint8Array {
  const entry = parseEntry(leaf);
  if (entry === undefined) throw new Error("what is in the log is not a leaf");
  return entry.event;
}

/** Whether a checkpoint is of the origin that this key signs for. A process that was left with another must not go on. */
export function isSignedFor({ signer }: LogKey, note: Uint8Array): boolean {
  return parseUtf8(note).startsWith(`${signer.name}\n`);
}
