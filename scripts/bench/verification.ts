/**
 * Verification of the whole log on one core (src/log/audit.ts): the log that the bench made, read into memory first.
 */

import type { Host } from "../../src/service/host.ts";
import { auditCheckpoint, auditEntry, openAudit } from "../../src/log/audit.ts";
import { type Checkpoint, openCheckpoint } from "../../src/log/checkpoint.ts";
import type { Hash } from "../../src/log/hash.ts";
import { ed25519Verifier, parseVkey } from "../../src/log/note.ts";
import { median } from "./rounds.ts";

interface WholeLog {
  readonly leaves: readonly Uint8Array[];
  readonly hashes: readonly Hash[];
  readonly checkpoint: Checkpoint;
}

/** verificationRate returns entries per second. */
export async function verificationRate({ log, key }: Host, rounds: number): Promise<number> {
  const newest = await log.checkpoint();
  const vkey = parseVkey(key.vkey);
  const opened = newest && vkey && (await openCheckpoint(newest.note, ed25519Verifier(vkey)));
  if (opened?.ok !== true) throw new Error("the log has no checkpoint of its key");
  const { size } = opened.value;
  const [leaves, hashes] = [await log.leaves(0, size), await log.hashes(0, 0, size)];
  const rates = Array.from({ length: rounds }, () => verifyOnce({ leaves, hashes, checkpoint: opened.value }));
  return median(rates);
}

function verifyOnce({ leaves, hashes, checkpoint }: WholeLog): number {
  const began = performance.now();
  const audit = openAudit();
  for (const [i, leaf] of leaves.entries()) {
    const [finding] = auditEntry(audit, leaf, hashes[i]);
    if (finding !== undefined) throw new Error(`the log is wrong: ${JSON.stringify(finding)}`);
  }
  if (auditCheckpoint(audit, checkpoint) !== undefined) throw new Error("the log does not fit its checkpoint");
  return (leaves.length / (performance.now() - began)) * 1000;
}
