/**
 * The signer remembers (design): after a batch is committed, the newest committed checkpoint is swapped into a second,
 * independent store, and only then may a checkpoint, receipt or proof leave. A database that is older than what was signed
 * is found here: the log stops, since to go on would be to sign a second history.
 */

import { openCheckpoint } from "../../log/checkpoint.ts";
import { ed25519Verifier, parseVkey } from "../../log/note.ts";
import { type Ports, TryAgain } from "../ports.ts";
import { isInLog, type LastSigned } from "./last-signed.ts";
import { databaseOlder, LogStopped, type StopReason } from "./seal.ts";

type MemoryPorts = Pick<Ports, "memory" | "log" | "sealing" | "key">;

const rounds = 10;

/** For Node: one swap at a time for everyone who waits. A swap takes the newest checkpoint, so it may cover them all. */
export function sharedMemory(known: LastSigned, ports: MemoryPorts): (size: number) => Promise<void> {
  let running: Promise<void> | undefined;
  return async (size) => {
    while (ports.memory !== undefined && known.size < size) {
      running ??= remember(size, known, ports).finally(() => (running = undefined));
      await running;
    }
  };
}

/** Returns when a checkpoint of at least `size` leaves, of a log that has so many, is remembered. */
export async function remember(size: number, known: LastSigned, ports: MemoryPorts): Promise<void> {
  if (ports.memory === undefined) return;
  for (let round = 0; round < rounds; round++) {
    // Taken before the log is read: what is swapped in is then never older than what it replaces, although other
    // requests of the process change `known` meanwhile.
    const before = { ...known };
    if (!(await isInLog(before, ports.log))) return stop(databaseOlder, ports);
    if (before.size >= size) return;
    const newest = await ports.log.checkpoint();
    if (newest === undefined || newest.size < size) return stop(databaseOlder, ports);
    const result = await ports.memory.swap(newest.note, before.tag);
    if (result.status === "swapped") return advance(known, { ...newest, tag: result.tag });
    if ((await catchUp(known, ports)) >= size) return;
  }
  throw new TryAgain("signer-memory-contended", "yes");
}

/** At start, before the first command: is this database at least as new as what was signed? */
export async function checkMemory(known: LastSigned, ports: MemoryPorts): Promise<void> {
  if (ports.memory !== undefined) await catchUp(known, ports);
}

/** The size that is remembered, after somebody else swapped or at start. Stops the log when it is not of our history. */
async function catchUp(known: LastSigned, ports: MemoryPorts): Promise<number> {
  const current = await ports.memory?.read();
  if (current === undefined) {
    known.tag = undefined;
    return 0;
  }
  const key = parseVkey(ports.key.vkey);
  if (key === undefined) throw new Error("the log's own key does not parse");
  const opened = await openCheckpoint(current.note, ed25519Verifier(key));
  if (!opened.ok) return stop("signer-memory-foreign", ports);
  const { size } = opened.value;
  if (!(await isInLog({ size, note: current.note }, ports.log))) return stop(databaseOlder, ports);
  advance(known, { size, ...current });
  return size;
}

/** Two requests of one process may end in any order. */
function advance(known: LastSigned, { size, note, tag }: LastSigned): void {
  if (size >= known.size) Object.assign(known, { size, note, tag });
}

async function stop(reason: StopReason, ports: MemoryPorts): Promise<never> {
  await ports.sealing.stop(reason);
  throw new LogStopped(reason);
}
