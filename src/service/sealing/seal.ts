/**
 * Sealing: whoever holds the head row seals for everybody. Five steps, each its own statement, in one transaction of
 * isolation level READ COMMITTED; the order is the invariant (design: record, then seal):
 *   0  are my events in the log already? done
 *   1  lock the head row; nothing else is read in this statement
 *   2  read what waits: a statement that begins after the lock is held sees all that was committed before
 *   3  leaves, tiles, signature, checkpoint; delete what waited; move the head
 *   4  commit; its outcome unknown: back to 0
 *   5  are my events in the log? if more than a batch waited, no: back to 1
 */

import { type MadeBatch, makeBatch, placementIn, StreamBroken } from "./batch.ts";
import type { Placement } from "../../log/receipt.ts";
import { type EventNumber, type Ports, TryAgain } from "../ports.ts";
import type { LastSigned } from "./last-signed.ts";
import { singleFlight } from "../../base/single-flight.ts";

/** Events read at a time; a recording is never parted, so one that is larger is sealed whole. */
const batchLimit = 12_000;

const attempts = 8;

/** Batches of this process in which an answer is looked for before the database is asked. */
const mostRecent = 8;

/** The signer may not sign any more: an operator must look (see /health). */
export class LogStopped extends Error {
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(`the log is stopped: ${reason}`, { cause });
    this.name = "LogStopped";
    this.reason = reason;
  }
}

/** What the signer remembers is not in this database: it was restored, or a replica that lagged took over. */
export const databaseOlder = "database-older-than-signed";

export type StopReason = typeof databaseOlder | "signer-memory-foreign" | "stream-broken" | "clock-went-back";

export interface SealingPorts extends Pick<Ports, "sealing" | "key"> {
  readonly cache: { readonly lastSigned: LastSigned };
}

/** Seals what waits, at most one batch; undefined when nothing waited. */
export async function sealWaiting(ports: SealingPorts): Promise<MadeBatch | undefined> {
  try {
    return await ports.sealing.transaction(async (transaction) => {
      const head = await transaction.lockHead();
      if (head.stopped !== undefined) throw new LogStopped(head.stopped);
      // Whatever this process saw remembered was committed before.
      if (head.size < ports.cache.lastSigned.size) throw new LogStopped(databaseOlder);
      const waiting = await transaction.pending(batchLimit);
      if (waiting.events.length === 0) return undefined;
      if (waiting.clockBack) throw new LogStopped("clock-went-back");
      const made = await makeBatch(head, waiting.events, ports.key);
      await transaction.append(made.batch);
      return made;
    });
  } catch (fault) {
    throw await stopFor(fault, ports);
  }
}

/** What no later attempt can mend is written to the head row, so that every process refuses from now on. */
async function stopFor(fault: unknown, { sealing }: SealingPorts): Promise<unknown> {
  const stopped = fault instanceof StreamBroken ? new LogStopped("stream-broken", fault) : fault;
  if (stopped instanceof LogStopped) await sealing.stop(stopped.reason);
  return stopped;
}

export interface Sealer {
  /** Where these events of one recording are in the log, sealing them if need be. TryAgain says: recorded, not sealed. */
  seal(events: readonly EventNumber[]): Promise<Placement>;
}

/** For workerd, where neither sockets nor promises are shared: each request seals for itself, and for all who wait. */
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

/** For Node: all requests of the process share one sealing at a time. */
export function sharedSealer(ports: SealingPorts): Sealer {
  const recent: MadeBatch[] = [];
  const sealShared = singleFlight(async () => {
    const made = await sealOrReconnect(ports);
    if (made !== undefined && recent.push(made) > mostRecent) recent.shift();
  });
  return {
    async seal(events) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        // A sealing that was under way when these events were committed may have taken them: it is looked at again after.
        await sealShared();
        const mine = recent.map((made) => placementIn(made, events)).find((found) => found !== undefined);
        const placement = mine ?? (await ports.sealing.placement(events));
        if (placement !== undefined) return placement;
      }
      throw new TryAgain("not-sealed", "yes");
    },
  };
}

/** Step 4: when the answer to the commit was lost, the caller looks at the log again. */
async function sealOrReconnect(ports: SealingPorts): Promise<MadeBatch | undefined> {
  try {
    return await sealWaiting(ports);
  } catch (fault) {
    if (fault instanceof TryAgain) return undefined;
    throw fault;
  }
}
