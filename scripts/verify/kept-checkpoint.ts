/**
 * A checkpoint that the auditor kept is held against the log of now: the log of then must be its beginning. Under an
 * origin that the log had before it was re-opened this holds only up to the size at which it was re-opened; entries
 * signed beyond that are lost.
 */

import { type Audit, auditOldCheckpoint } from "../../src/log/audit.ts";
import { knowsRoot } from "../../src/log/audit-tree.ts";
import { type Checkpoint, openCheckpoint } from "../../src/log/checkpoint.ts";
import { ed25519Verifier, type NoteKey, parseVkey } from "../../src/log/note.ts";
import type { Reopening } from "../../src/log/reopening.ts";
import type { Fault } from "./fault.ts";

/** The signature is verified with the key of the checkpoint's origin, once the log has named its keys. */
export interface KeptCheckpoint extends Checkpoint {
  readonly note: Uint8Array;
}

/**
 * compareKept is called at every size and says whether the log there is the log of then; undefined at any other size
 * than that of `kept`, and "unmade" where leaf hashes are unknown.
 */
export function compareKept(audit: Audit, kept: KeptCheckpoint | undefined): Compared | undefined {
  if (kept?.size !== audit.tree.size) return undefined;
  if (!knowsRoot(audit.tree)) return "unmade";
  return auditOldCheckpoint(audit, kept) ?? "same";
}

type Compared = Fault | "same" | "unmade";

export interface KeptQuestion {
  readonly kept: KeptCheckpoint;
  /** The answer of `compareKept` on the way; undefined when the log did not reach that size. */
  readonly compared: Compared | undefined;
  readonly size: number;
  readonly key: NoteKey;
  readonly reopenings: readonly Reopening[];
}

export async function judgeKept({ kept, compared, size, key, reopenings }: KeptQuestion): Promise<Fault | undefined> {
  const ended = reopenings.find(({ before }) => before.origin === kept.origin)?.before;
  const signer = ended === undefined ? key : parseVkey(ended.key);
  if (signer === undefined || !(await openCheckpoint(kept.note, ed25519Verifier(signer))).ok)
    return { code: "kept-not-of-this-log" };
  if (ended !== undefined && kept.size > ended.size)
    return { code: "entries-lost", index: ended.size, until: kept.size };
  if (compared === undefined) return { code: "entries-missing", index: size, until: kept.size };
  return typeof compared === "string" ? undefined : compared;
}
