/**
 * Sealing: the process that holds the head row seals for all. The steps are statements of their own, in one transaction
 * of isolation level READ COMMITTED, and their order is the invariant (src/README.md#record-then-seal):
 *   0  look for the recording's events in the log: if they are there, done
 *   1  lock the head row, and read nothing else in this statement
 *   2  read the events that wait: a statement that begins after the lock is held sees all that was committed before;
 *      check the head on which they will stand, and that a server made each recording, whole
 *   3  write leaves, tiles, signature and checkpoint; delete the events from the waiting ones; advance the head
 *   4  commit; if its outcome is unknown, go back to 0
 *   5  look for the events again: if more than a batch waited, they may not be there, so go back to 1
 */

import { headAfter, type MadeBatch, makeBatch, placementIn, StreamBroken } from "./batch.ts";
import { checkHead } from "./checked-head.ts";
import { checkPlacement, type OwnPorts } from "./own-checkpoint.ts";
import { checkWaiting } from "./tags.ts";
import type { Placement } from "../../log/receipt.ts";
import { type LastWrite, noteWrite } from "../database-troubles.ts";
import { type ClockWait, type EventNumber, type Ports, type SealingTransaction, TryAgain } from "../ports.ts";
import { Foreign, type ForeignReason } from "../kept-rows.ts";
import type { LastSigned } from "./last-signed.ts";
import { singleFlight } from "../../base/single-flight.ts";

/** Events read at a time: sealing them holds the head for some 250 ms. A larger recording is sealed whole. */
const batchLimit = 12_000;

/**
 * Each attempt seals a batch or finds that another process did. A recording is among the oldest that wait within a few
 * of them; after eight the caller is told that it is recorded and not yet sealed, and the sweep seals it.
 */
const attempts = 8;

/**
 * Milliseconds after which no further attempt begins. One lasts five seconds at most while another session holds the head
 * (lock_timeout), or ten behind an attempt of the same process; so a caller is answered within some twenty.
 */
const patience = 9000;

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

/** The clock is hours behind the newest signature. The stop is lifted once it has caught up (db/0004). */
export const clockWentBack = "clock-went-back";

export type StopReason =
  | typeof databaseOlder
  | "signer-memory-foreign"
  | "stream-broken"
  | typeof clockWentBack
  | ForeignReason;

/**
 * Seconds for which sealing waits until the clock has caught up. Six hours are less than the seven by which a machine is
 * wrong that takes Vietnam's time for UTC: then days in the entries are wrong, and a person must look.
 */
const longestWait = 6 * 3600;

/** Tells whether the clock went back so far that the log stops. */
export function stopsLog({ seconds }: ClockWait): boolean {
  return seconds > longestWait;
}

export interface SealingPorts extends OwnPorts, Partial<Pick<Ports, "giveWay">> {
  readonly cache: OwnPorts["cache"] & { readonly lastSigned: LastSigned; readonly lastWrite: LastWrite };
}

/** Seals the events that wait, one batch at most; returns undefined when none waited. */
export async function sealWaiting(ports: SealingPorts): Promise<MadeBatch | undefined> {
  return stopping(ports, async () => {
    const made = await noteWrite(ports.cache.lastWrite, async () => ports.sealing.transaction(sealingWith(ports)));
    if (made !== undefined) ports.cache.own.head = headAfter(made);
    return made;
  });
}

function sealingWith(ports: SealingPorts): (transaction: SealingTransaction) => Promise<MadeBatch | undefined> {
  return async (transaction) => {
    const head = await transaction.lockHead();
    const lifted = head.stopped === clockWentBack && (await transaction.liftClockStop());
    if (head.stopped !== undefined && !lifted) throw new LogStopped(head.stopped);
    // A checkpoint that the memory holds was committed first, so a smaller head is an older database.
    if (head.size < ports.cache.lastSigned.size) throw new LogStopped(databaseOlder);
    const waiting = await transaction.pending(batchLimit);
    refuseEarly(waiting.clockWait);
    if (waiting.events.length === 0) return undefined;
    await checkHead(head, async () => transaction.newestBatch(), ports);
    await checkWaiting(ports.keyed, waiting);
    const made = await makeBatch(head, waiting.events, ports);
    await transaction.append(made.batch);
    return made;
  };
}

/** Refuses to sign before the clock has caught up with the newest signature. */
function refuseEarly(wait: ClockWait | undefined): void {
  if (wait === undefined) return;
  if (stopsLog(wait)) throw new LogStopped(clockWentBack);
  throw new TryAgain("waiting-for-clock", "no", undefined, wait);
}

/** Stops the log for a fault that no later attempt can mend, so that every process refuses from now on. */
export async function stopping<T>({ sealing }: Pick<Ports, "sealing">, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    const stopped = stopOf(fault);
    if (stopped === undefined) throw fault;
    await sealing.stop(stopped.reason);
    throw stopped;
  }
}

function stopOf(fault: unknown): LogStopped | undefined {
  if (fault instanceof StreamBroken) return new LogStopped("stream-broken", fault);
  if (fault instanceof Foreign) return new LogStopped(fault.reason, fault);
  return fault instanceof LogStopped ? fault : undefined;
}

/** `clock` is monotonic, in milliseconds. */
type WaitingPorts = SealingPorts & { readonly clock: () => number };

export interface Sealer {
  /** Finds the events of one recording in the log, sealing them if need be. Throws TryAgain if unsealed. */
  seal(events: readonly EventNumber[]): Promise<Placement>;
  /** Seals what waits, one batch at most. */
  sealWaiting(): Promise<void>;
}

/** The sealer of one request, for workerd: it seals for itself and for all that wait. */
export function requestSealer(ports: WaitingPorts): Sealer {
  return {
    sealWaiting: async () => void (await sealWaiting(ports)),
    async seal(events) {
      const began = ports.clock();
      for (let attempt = 0; attempt < attempts && ports.clock() - began < patience; attempt++) {
        const placement = await findPlacement(events, ports);
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
export function sharedSealer(ports: WaitingPorts): Sealer {
  const recent: MadeBatch[] = [];
  const sealShared = singleFlight(async () => {
    const made = await sealOrReconnect(ports);
    if (made !== undefined && recent.push(made) > mostRecent) recent.shift();
  });
  return {
    sealWaiting: singleFlight(async () => void (await sealWaiting(ports))),
    async seal(events) {
      const began = ports.clock();
      for (let attempt = 0; attempt < attempts && ports.clock() - began < patience; attempt++) {
        // The next sealing, not one under way: that may have read what waits before these events were committed.
        await sealShared();
        const mine = recent.map((made) => placementIn(made, events)).find((found) => found !== undefined);
        const placement = mine ?? (await findPlacement(events, ports));
        if (placement !== undefined) return placement;
      }
      throw new TryAgain("not-sealed", "yes");
    },
  };
}

/** Finds the events in the log, under a checkpoint that is ours. */
async function findPlacement(events: readonly EventNumber[], ports: SealingPorts): Promise<Placement | undefined> {
  const found = await ports.sealing.placement(events);
  return found && stopping(ports, async () => checkPlacement(found, ports));
}

/** Step 4: returns undefined when the answer to the commit was lost; the caller looks at the log again. */
async function sealOrReconnect(ports: SealingPorts): Promise<MadeBatch | undefined> {
  try {
    return await sealWaiting(ports);
  } catch (fault) {
    if (fault instanceof TryAgain && fault.clock === undefined) return undefined;
    throw fault;
  }
}
