/**
 * The signer remembers (src/README.md#the-signer-remembers): after a batch is committed, the newest committed
 * checkpoint is swapped into a second, independent store, and only then may a checkpoint, receipt or proof leave. A
 * database that is older than the memory is found here, and the log stops: to go on would be to sign a second history.
 */

import { openCheckpoint } from "../../log/checkpoint.ts";
import { type Ports, TryAgain } from "../ports.ts";
import { isInLog, type LastSigned } from "./last-signed.ts";
import { ownCheckpoint, type OwnPorts } from "./own-checkpoint.ts";
import { ownVerifier } from "./signatories.ts";
import { databaseOlder, LogStopped, type StopReason } from "./seal.ts";

type MemoryPorts = Pick<Ports, "memory"> & OwnPorts;

/**
 * A round fails only when another process swapped first, and that swap covers all that was committed before it, so one
 * or two are enough; after ten the store is at fault, not the contention.
 */
const rounds = 10;

/** The memory of a process, for Node: one swap at a time, which may cover all that wait. */
export function sharedMemory(known: LastSigned, ports: MemoryPorts): (size: number) => Promise<void> {
  let running: Promise<void> | undefined;
  return async (size) => {
    while (ports.memory !== undefined && known.size < size) {
      running ??= remember(size, known, ports).finally(() => (running = undefined));
      await running;
    }
  };
}

/** Returns once a checkpoint of at least `size` leaves is remembered; the log must have so many. */
export async function remember(size: number, known: LastSigned, ports: MemoryPorts): Promise<void> {
  if (ports.memory === undefined) return;
  for (let round = 0; round < rounds; round++) {
    // Copied before the log is read, for other requests of the process change `known` meanwhile: so the checkpoint that
    // is swapped in is never older than the one that it replaces.
    const before = { ...known };
    if (!(await isInLog(before, ports.log))) return stop(databaseOlder, ports);
    if (before.size >= size) return;
    const newest = await ownCheckpoint(ports);
    if (newest === undefined || newest.size < size) return stop(databaseOlder, ports);
    const { note } = newest;
    const result = await ports.memory.swap(note, before.tag);
    if (result.status === "swapped") return advance(known, { size: newest.size, note, tag: result.tag });
    if ((await catchUp(known, ports)) >= size) return;
  }
  throw new TryAgain("signer-memory-contended", "yes");
}

/** Checks at start, before the first command, that the database is at least as new as the memory. */
export async function checkMemory(known: LastSigned, ports: MemoryPorts): Promise<void> {
  if (ports.memory !== undefined) await catchUp(known, ports);
}

/** Reads the memory, and returns the size that it holds. Stops the log when that checkpoint is not of its history. */
async function catchUp(known: LastSigned, ports: MemoryPorts): Promise<number> {
  const current = await ports.memory?.read();
  if (current === undefined) {
    known.tag = undefined;
    return 0;
  }
  const opened = await openCheckpoint(current.note, ownVerifier(ports.key));
  if (!opened.ok) return stop("signer-memory-foreign", ports);
  const { size } = opened.value;
  if (!(await isInLog({ size, note: current.note }, ports.log))) return stop(databaseOlder, ports);
  advance(known, { size, ...current });
  return size;
}

/** Two requests of one process may end in any order, so the size never goes back. */
function advance(known: LastSigned, { size, note, tag }: LastSigned): void {
  if (size >= known.size) Object.assign(known, { size, note, tag });
}

async function stop(reason: StopReason, ports: MemoryPorts): Promise<never> {
  await ports.sealing.stop(reason);
  throw new LogStopped(reason);
}
