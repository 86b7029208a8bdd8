/** Checkpoints, c2sp.org/tlog-checkpoint@v1.0.0, but no extension lines: no auditor could check what they say. */

import { done, type Outcome, refused } from "../base/outcome.ts";
import { formatHashBase64, type Hash, parseHashBase64 } from "./hash.ts";
import { type NoteRefusal, openNote, type Signer, signNote, type Verifier } from "./note.ts";

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

export type CheckpointRefusal = NoteRefusal | "checkpoint-malformed" | "checkpoint-origin-other";

/** formatCheckpoint writes origin, size and root, a line each: the text of the note. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${formatHashBase64(root)}\n`;
}

/** parseCheckpoint reads three lines, the size below 2^53 without leading zeros, and no other text. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, digits, encoded] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]{44})\n$/.exec(text) ?? [];
  const root = encoded === undefined ? undefined : parseHashBase64(encoded);
  const size = Number(digits);
  if (origin === undefined || root === undefined || !Number.isSafeInteger(size)) return undefined;
  return { origin, size, root };
}

/** signCheckpoint returns the signed note. It throws when the signer's name is not the origin, which openCheckpoint demands. */
export async function signCheckpoint(checkpoint: Checkpoint, signer: Signer): Promise<string> {
  if (signer.name !== checkpoint.origin) throw new RangeError(`${signer.name} cannot sign for ${checkpoint.origin}`);
  return signNote(formatCheckpoint(checkpoint), signer);
}

/** openCheckpoint returns the checkpoint of a note that the log's key signed, if its origin is the name of that key. */
export async function openCheckpoint(
  note: string | Uint8Array,
  verifier: Verifier,
): Promise<Outcome<Checkpoint, CheckpointRefusal>> {
  const opened = await openNote(note, [verifier]);
  if (!opened.ok) return opened;
  const checkpoint = parseCheckpoint(opened.value.text);
  if (checkpoint === undefined) return refused("checkpoint-malformed");
  return checkpoint.origin === verifier.name ? done(checkpoint) : refused("checkpoint-origin-other");
}
