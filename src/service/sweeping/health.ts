/** The log's health, for anyone. Asking for it also seals events that waited for a second. */

import type { Instant } from "../../base/day.ts";
import { sweepStream } from "../../domain/deadlines/sweeping.ts";
import type { Reopening } from "../../log/reopening.ts";
import { type SweepStatus, sweepStatus } from "./daily-sweep.ts";
import type { DatabaseTrouble } from "../database-troubles.ts";
import type { Host } from "../host.ts";
import { loadToRead } from "../streams/load-to-read.ts";
import { TryAgain } from "../ports.ts";
import { type JournalStatus, journalStatus } from "./journal.ts";
import { readLawStatus } from "../streams/law-status-cache.ts";
import type { LawStatus } from "../../domain/editions/law-status.ts";
import { clockWentBack, LogStopped, sealWaiting } from "../sealing/seal.ts";
import { newestSize, oldKey } from "../sealing/own-checkpoint.ts";
import { isSignedFor, reopeningsOf } from "../sealing/signatories.ts";

export interface Health {
  readonly now: Instant;
  /** Why the signer may not sign; log-key-other: this process has the key of another origin than the log's. */
  readonly stopped: string | undefined;
  /** The oldest recorded event has waited for its seal for more than ten seconds: commands are refused. */
  readonly behind: boolean;
  /** The clock went back behind the newest signature: commands are refused until it shows this instant. */
  readonly clockWaitsUntil: Instant | undefined;
  /** Why the database takes no writes: it says that it is read-only, or the last write of this process met it. */
  readonly database: DatabaseTrouble | undefined;
  /** Leaves of the newest signed checkpoint. */
  readonly size: number;
  readonly signedAt: Instant | undefined;
  /** Each time that the log stopped and was re-opened under another origin, oldest first. */
  readonly reopenings: readonly Reopening[];
  /** The edition of the law that this process applies, and whether it is the one that counts. */
  readonly law: LawStatus;
  readonly sweep: SweepStatus;
  /** Rows of the access journal that no entry closes yet. */
  readonly journal: JournalStatus;
}

export async function healthOf(host: Host): Promise<Health> {
  await sealIfDue(host);
  const newest = await newestSize(host);
  const beginning = await host.log.beginning();
  const law = await readLawStatus(host);
  const sweep = sweepStatus(await loadToRead([sweepStream], host), beginning);
  const journal = await journalStatus(host);
  const {
    now,
    head: { stopped },
    behind,
    clockWait,
  } = await host.load([]);
  return {
    now,
    stopped: stopped ?? (newest?.isOther === true ? oldKey : undefined),
    behind,
    clockWaitsUntil: clockWait?.until,
    database: (await host.sealing.isReadOnly()) ? "database-read-only" : host.cache.lastWrite.trouble,
    size: newest?.size ?? 0,
    signedAt: newest?.signedAt,
    reopenings: await reopeningsOf(host.log, newest?.size ?? 0),
    law,
    sweep,
    journal,
  };
}

/**
 * Seals events that waited for a second, and lifts the stop of a clock that has caught up. What was sealed before can be
 * shown without it, so it does not throw where it cannot seal: the head says why the log stopped, /health what the database
 * will not do and how long the clock must catch up, and somebody else may hold the head.
 */
export async function sealIfDue(host: Host): Promise<void> {
  const isDue = (await host.sealing.waitingLongerThan(1000)) || (await host.log.head()).stopped === clockWentBack;
  if (!isDue || !(await signs(host))) return;
  try {
    const made = await sealWaiting(host);
    if (made !== undefined) await host.remember(made.batch.size);
  } catch (fault) {
    if (!(fault instanceof LogStopped) && !(fault instanceof TryAgain)) throw fault;
  }
}

async function signs({ log, key }: Pick<Host, "log" | "key">): Promise<boolean> {
  const newest = await log.checkpoint();
  return newest === undefined || isSignedFor(key, newest.note);
}
