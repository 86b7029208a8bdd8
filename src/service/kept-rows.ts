/** Rows of the database that the server vouches for with a tag (sealing/tags.ts), and the fault of those that it does not. */

import type { Instant } from "../base/day.ts";
import type { Hash } from "../log/hash.ts";
import type { PlacedEvent, Placement } from "../log/receipt.ts";

/** What of the database no server of this log wrote (src/README.md#the-server-vouches). */
export type ForeignReason = "recording-foreign" | "stream-foreign" | "head-foreign" | "checkpoint-foreign";

/** The database holds what no server of this log wrote: the log stops, and nothing is decided, signed or answered on it. */
export class Foreign extends Error {
  readonly reason: ForeignReason;

  constructor(reason: ForeignReason, what: string) {
    super(`${reason}: ${what}`);
    this.name = "Foreign";
    this.reason = reason;
  }
}

/** What is kept of a recording beside its events: what a repeat is answered with. */
export interface KeptRecording {
  /** Digest of the idempotency key, and the keyed digest of the body. */
  readonly scope: Uint8Array;
  readonly body: Uint8Array;
  readonly status: number;
  readonly number: bigint;
  /** `recordingTag` (sealing/tags.ts), if a server of this log made it. */
  readonly tag: Uint8Array;
}

/** A checkpoint as it is kept. `edge` is the right edge of the tree of the first `start` leaves. */
export interface KeptCheckpoint {
  readonly number: number;
  readonly start: number;
  readonly size: number;
  readonly edge: readonly Hash[];
  readonly note: Uint8Array;
  readonly tag: Uint8Array;
}

/** The newest batch as it is kept. */
export interface SealedBatch extends KeptCheckpoint {
  /** The stored hashes of the leaves [start, size). */
  readonly leaves: readonly Hash[];
  /** The last leaf, made of its event's bytes; undefined when there is none. */
  readonly last: PlacedEvent | undefined;
}

/** A placement as it was read from the database, with what shows that the server made its batch. */
export interface StoredPlacement extends Placement, Pick<KeptCheckpoint, "number" | "tag"> {}

export interface DatedCheckpoint extends KeptCheckpoint {
  readonly signedAt: Instant;
}
