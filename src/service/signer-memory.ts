/**
 * The signer remembers (design): after a batch is committed, the newest committed checkpoint is swapped into a second,
 * independent store, and only then may a checkpoint, receipt or proof leave. A database that is older than what was signed
 * is found here: the log stops, since to go on would be to sign a second history.
 */

import { equalBytes } from "../base/bytes.ts";
import { type Checkpoint, openCheckpoint } from "../log/checkpoint.ts";
import { ed25519Verifier, parseVkey } from "../log/note.ts";
import { type Ports, TryAgain } from "./ports.ts";
import { LogStopped } from "./seal.ts";
import { shareRuns } from "./turns.ts";

type MemoryPorts = Pick<Ports, "memory" | "log" | "sealing" | "key">;

/** What this process knows of the memory. Only a hint: a stale one costs another round, never safety. */
export interface Remembered {
  size: number;
  tag: string | undefined;
}

/** For Node: one swap for everyone who waits. A swap always takes the newest checkpoint, so the next one covers them. */
export function sharedMemory(known: Remembered, ports: MemoryPorts): (size: number) => Promise<void> {
  const swapNewest = shareRuns(async () => remember(Number.POSITIVE_INFINITY, known, ports));
  return async (size) => {
    while (ports.memory !== undefined && known.size < size) await swapNewest();
  };
}

export function nothingRemembered(): Remembered {
  return { size: 0, tag: undefined };
}

const rounds = 10;

/** Returns when a checkpoint of at least `size` leaves is remembered. */
export async function remember(size: number, known: Remembered, ports: MemoryPorts): Promise<void> {
  const { memory } = ports;
  if (memory === undefined || known.size >= size) return;
  for (let round = 0; round < rounds; round++) {
    const newest = await ports.log.checkpoint();
    if (newest === undefined) return;
    const result = await memory.swap(newest.note, known.tag);
    if (result.status === "swapped") {
      Object.assign(known, { size: newest.size, tag: result.tag });
      return;
    }
    if (await catchUp(Math.min(size, newest.size), known, ports)) return;
  }
  throw new TryAgain("signer-memory-contended", "yes");
}

/** At start, before the first command: is this database at least as new as what was signed? */
export async function recall(known: Remembered, ports: MemoryPorts): Promise<void> {
  if (ports.memory !== undefined) await catchUp(0, known, ports);
}

/** Somebody else swapped: true when what they left covers `size` too. Stops the log when it is not ours. */
async function catchUp(size: number, known: Remembered, ports: MemoryPorts): Promise<boolean> {
  const current = await ports.memory?.read();
  if (current === undefined) {
    known.tag = undefined;
    return false;
  }
  const remembered = await openOurs(current.note, ports);
  const ours = remembered && (await ports.log.checkpointOf(remembered.size));
  if (remembered === undefined || ours === undefined || !equalBytes(ours.note, current.note)) return stop(ports);
  Object.assign(known, { size: remembered.size, tag: current.tag });
  return remembered.size >= size;
}

async function openOurs(note: Uint8Array, ports: MemoryPorts): Promise<Checkpoint | undefined> {
  const key = parseVkey(ports.key.vkey);
  if (key === undefined) throw new Error("the log's own key does not parse");
  const opened = await openCheckpoint(note, ed25519Verifier(key));
  return opened.ok ? opened.value : undefined;
}

async function stop(ports: MemoryPorts): Promise<never> {
  const reason = "database-older-than-signed";
  await ports.sealing.stop(reason);
  throw new LogStopped(reason);
}
