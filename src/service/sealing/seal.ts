/**
 * Sealing: the process that holds the head row seals for all. The steps are statements of their own, in one transaction
 * of isolation level READ COMMITTED, and their order is the invariant (src/README.md#record-then-seal):
 *   0  look for the recording's events in the log: if they are there, done
 *   1  lock the head row, and read nothing else in this statement
 *   2  read the events that wait: a statement that begins after the lock is held sees all that was committed before
 *   3  write leaves, tiles, signature and checkpoint; delete the events from the waiting ones; advance the head
 *   4  commit; if its outcome is unknown, go back to 0
 *   5  look for the events again: if more than a batch waited, they may not be there, so go back to 1
 */

import { type MadeBatch, makeBatch, placementIn, StreamBroken } from "./batch.ts";
import type { Placement } from "../../log/receipt.ts";
import { type LastWrite, noteWrite } from "../database-troubles.ts";
import { type EventNumber, type Ports, TryAgain } from "../ports.ts";
import type { LastSigned } from "./last-signed.ts";
import { singleFlight } from "../../base/single-flight.ts";

/** Events read at a time: sealing them holds the head for some 250 ms. A larger recording is sealed whole. */
const batchLimit = 12_000;

/**
 * Each attempt seals a batch or finds that another process did. A recording is among the oldest that wait within a few
 * of them; after eight the caller is told that it is recorded and not yet sealed, and the sweep seals it.
 */
const attempts = 8;

/** Batches of this process that are searched before the database is asked: those of the calls that wait. */
const mostRecent = 8;

/** The signer may not sign any more, and an operator must look: /health names the reason. */
export class LogStopped extends Error {
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(`the log is stopped: ${reason}`, { cause });
    this.name = "LogStopped";
    this.reason = reason;
  }
}

/** The remembered checkpoint is not in this database: it was restored, or a replica that lagged took over. */
export const databaseOlder = "database-older-than-signed";

export type StopReason = typeof databaseOlder | "signer-memory-foreign" | "stream-broken" | "clock-went-back";

export interface SealingPorts extends Pick<Ports, "sealing" | "key"> {
  readonly cache: { readonly lastSigned: LastSigned; readonly lastWrite: LastWrite };
}

/** Seals the events that wait, one batch at most; returns undefined when none waited. */
export async function sealWaiting(ports: SealingPorts): Promise<MadeBatch | undefined> {
  try {
    return await noteWrite(ports.cache.lastWrite, async () =>
      ports.sealing.transaction(async (transaction) => {
        const head = await transaction.lockHead();
        if (head.stopped !== undefined) throw new LogStopped(head.stopped);
        // A checkpoint that the memory holds was committed first, so a smaller head is an older database.
        if (head.size < ports.cache.lastSigned.size) throw new LogStopped(databaseOlder);
        const waiting = await transaction.pending(batchLimit);
        if (waiting.events.length === 0) return undefined;
        if (waiting.clockBack) throw new LogStopped("clock-went-back");
        const made = await makeBatch(head, waiting.events, ports.key);
        await transaction.append(made.batch);
        return made;
      }),
    );
  } catch (fault) {
    throw await stopFor(fault, ports);
  }
}

/** Writes a fault that no later attempt can mend to the head row, so that every process refuses from now on. */
async function stopFor(fault: unknown, { sealing }: SealingPorts): Promise<unknown> {
  const stopped = fault instanceof StreamBroken ? new LogStopped("stream-broken", fault) : fault;
  if (stopped instanceof LogStopped) await sealing.stop(stopped.reason);
  return stopped;
}

export interface Sealer {
  /** Finds the events of one recording in the log, sealing them if need be. Throws TryAgain if unsealed. */
  seal(events: readonly EventNumber[]): Promise<Placement>;
}

/** The sealer of one request, for workerd: it seals for itself and for all that wait. */
export function requestSealer(ports: SealingPorts): Sealer {
  return {
    async seal(events) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const placement = await ports.sealing.placement(events);
        if (placement !== undefined) return placement;
        const made = await sealOrReconnect(ports);
        const mine = made && placementIn(made, events);
        if (mine !== undefined) return mine;
      }
      throw new TryAgain("not-sealed", "yes");
    },
  };
}

/** Makes the sealer of a process, for Node: its requests share one sealing at a time. */
export function sharedSealer(ports: SealingPorts): Sealer {
  const recent: MadeBatch[] = [];
  const sealShared = singleFlight(async () => {
    const made = await sealOrReconnect(ports);
    if (made !== undefined && recent.push(made) > mostRecent) recent.shift();
  });
  return {
    async seal(events) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        // The next sealing, not one under way: that may have read what waits before these events were committed.
        await sealShared();
        const mine = recent.map((made) => placementIn(made, events)).find((found) => found !== undefined);
        const placement = mine ?? (await ports.sealing.placement(events));
        if (placement !== undefined) return placement;
      }
      throw new TryAgain("not-sealed", "yes");
    },
  };
}

/** Step 4: returns undefined when the answer to the commit was lost; the caller looks at the log again. */
async function sealOrReconnect(ports: SealingPorts): Promise<MadeBatch | undefined> {
  try {
    return await sealWaiting(ports);
  } catch (fault) {
    if (fault instanceof TryAgain) return undefined;
    throw fault;
  }
}
