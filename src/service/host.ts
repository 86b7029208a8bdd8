/** What a request has. Its cache outlives it and holds plain data only: workerd shares no socket and no promise. */

import type { Instant } from "../base/day.ts";
import type { StreamName } from "../domain/event.ts";
import type { LoadedStream } from "./loaded-stream.ts";
import type { LastWrite } from "./database-troubles.ts";
import type { KnownStreams } from "./streams/known-streams.ts";
import type { LawStatus, ProgramLaw } from "../domain/editions/law-status.ts";
import type { RateLimiter } from "./admitting/rate-limiter.ts";
import type { Shares } from "./admitting/shares.ts";
import type { Placement } from "../log/receipt.ts";
import type { Ports } from "./ports.ts";
import type { RecordingQueue } from "./recording/recording-queue.ts";
import type { OwnLog } from "./sealing/checked-head.ts";
import type { StreamTurns } from "./recording/stream-turns.ts";
import type { TakeTurn } from "./recording/waiting-turns.ts";
import type { LastSigned } from "./sealing/last-signed.ts";

/** The edition that counts, as it was last read (streams/law-status-cache.ts). */
interface LawStatusCache {
  status: LawStatus | undefined;
  /** When it was read, by the host's clock in milliseconds. */
  at: number;
}

export interface ProcessCache {
  readonly streams: KnownStreams;
  /** The database's clock as a read last saw it, and when that was by the host's: it says which day it is, and whether the log has stopped. */
  databaseClock: { readonly now: Instant; readonly stopped: string | undefined; readonly at: number } | undefined;
  readonly rateLimiter: RateLimiter;
  readonly shares: { readonly reads: Shares; readonly bulks: Shares };
  readonly turns: StreamTurns;
  readonly lastSigned: LastSigned;
  readonly own: OwnLog;
  readonly law: LawStatusCache;
  readonly lastWrite: LastWrite;
}

export interface Host extends Ports, RecordingQueue {
  readonly cache: ProcessCache;
  readonly law: ProgramLaw;
  /** A monotonic clock in milliseconds: days and instants come from the database. */
  readonly clock: () => number;
  readonly takeTurn: TakeTurn;
  /** Returns a stream as its sealed entries give it (sealing/sealed-stream.ts). */
  readonly sealedStream: (name: StreamName) => Promise<LoadedStream | undefined>;
  /** Returns the place of one recording's events in the log, sealing them if need be. */
  readonly seal: (events: readonly bigint[]) => Promise<Placement>;
  /** Seals what waits, one batch at most; on Node the requests share one sealing. */
  readonly sealWaiting: () => Promise<void>;
  /** Returns once the signer remembers a checkpoint of at least that size: only then may one leave. */
  readonly remember: (size: number) => Promise<void>;
}
