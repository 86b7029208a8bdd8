/**
 * The ports: what the service needs of the world. The store implements them on PostgreSQL, S3 and WebCrypto, and
 * assemble.ts puts the two together. On workerd all of them are made anew for each request, on one connection.
 */

import type { Json } from "../base/canonical-json.ts";
import type { Instant } from "../base/day.ts";
import type { GiveWay } from "../base/slices.ts";
import type { StreamName } from "../domain/event.ts";
import type { RowChanges } from "../domain/row-changes.ts";
import type { SecretClass } from "../domain/secret.ts";
import type { Hash } from "../log/hash.ts";
import type { Signer } from "../log/note.ts";
import type { Placement } from "../log/receipt.ts";
import type { DatedCheckpoint, KeptRecording, SealedBatch, StoredPlacement } from "./kept-rows.ts";
import type { Journal } from "./journal-port.ts";
import type { Known, LoadedStream } from "./loaded-stream.ts";
import type { Views } from "./views.ts";

/** The number of an event in the database: identity order, not log order. */
export type EventNumber = bigint;

/** The database's clock went back behind the newest signature: nothing is signed before it shows `until`. */
export interface ClockWait {
  readonly until: Instant;
  /** From now to then. */
  readonly seconds: number;
}

/** A failure of a machine that may pass: the request can be repeated with the same key. */
export class TryAgain extends Error {
  /** Whether the command was committed; unknown when the answer was lost. */
  readonly recorded: "no" | "yes" | "unknown";
  /** A DatabaseTrouble, a SQLSTATE, or a word of this program. */
  readonly code: string;
  /** Present when the clock must catch up first. */
  readonly clock: ClockWait | undefined;

  constructor(code: string, recorded: "no" | "yes" | "unknown", cause?: unknown, clock?: ClockWait) {
    super(`try again: ${code}`, { cause });
    this.name = "TryAgain";
    this.code = code;
    this.recorded = recorded;
    this.clock = clock;
  }
}

/** The answer to a question before a decision: the database's clock, whether the log may take more, the streams. */
export interface Loaded {
  readonly now: Instant;
  readonly head: Head;
  /** The oldest recorded event has waited for its seal for more than ten seconds. */
  readonly behind: boolean;
  /** Absent while the clock is right. */
  readonly clockWait: ClockWait | undefined;
  readonly streams: ReadonlyMap<StreamName, LoadedStream>;
  readonly repeated: Repeated | undefined;
}

/** The recording of an earlier request with the same idempotency key. */
export interface Repeated {
  readonly status: number;
  readonly events: readonly EventNumber[];
  readonly sameBody: boolean;
}

export interface StreamAdvance {
  readonly stream: StreamName;
  /** The version that it has; 0 when it begins. */
  readonly before: number;
  /** The stream as it will be loaded. */
  readonly after: LoadedStream;
}

export interface RecordedEvent {
  readonly stream: StreamName;
  readonly version: number;
  readonly body: Uint8Array;
}

/** A value behind a commitment: the store keeps it encrypted under a key of its subject. */
export interface SecretValue {
  readonly commitment: Hash;
  readonly stream: StreamName;
  /** JSON Pointer (RFC 6901) of the field within the event's data. */
  readonly path: string;
  readonly class: SecretClass;
  readonly subject: string;
  readonly salt: Uint8Array;
  readonly value: Json;
}

export interface Recording {
  /** SHA-256 of (person, office, route, key). */
  readonly scope: Uint8Array;
  /** Keyed digest of the canonical body. */
  readonly body: Uint8Array;
  readonly status: number;
  /** When it was decided, by the database's clock. The database refuses one older than a minute: decide again. */
  readonly decidedAt: Instant;
  readonly reads: readonly { readonly stream: StreamName; readonly version: number }[];
  readonly advances: readonly StreamAdvance[];
  readonly events: readonly RecordedEvent[];
  readonly secrets: readonly SecretValue[];
  readonly rows: RowChanges;
}

export type RecordOutcome =
  | {
      readonly status: "recorded";
      readonly events: readonly EventNumber[];
      /** Where they are in the log, if the transaction that recorded them also sealed them. */
      readonly placement?: Placement;
    }
  | { readonly status: "repeated"; readonly repeated: Repeated }
  | { readonly status: "still-running" }
  /** Decide again: a stream advanced meanwhile, the log takes nothing now, or the decision is too old. */
  | { readonly status: "moved" }
  /** A value that must be unique (the code of an office) is another's. */
  | { readonly status: "taken" };

/** An idempotency key: its scope (person, office, route, key) and a keyed digest of the body that it stands for. */
export interface Key {
  readonly scope: Uint8Array;
  readonly body: Uint8Array;
}

export interface Wanted {
  readonly names: readonly StreamName[];
  readonly key?: Key | undefined;
}

export type GroupRecorded =
  /** `events` has those of each recording; `sealed`: the batch was appended in the same transaction. */
  | {
      readonly status: "recorded";
      readonly now: Instant;
      readonly events: readonly (readonly EventNumber[])[];
      readonly sealed: boolean;
    }
  | GroupConflict;

/** Nothing was recorded because of members of the group: `by` has their places if known, `answer` theirs. */
export interface GroupConflict {
  readonly status: "hindered";
  readonly answer: Exclude<RecordOutcome, { readonly status: "recorded" }>;
  readonly by: readonly number[] | undefined;
}

export interface Records {
  /** Answers all in one round trip, in their order. A stream whose known version still holds is not fetched again. */
  load(wanted: readonly Wanted[], known: Known): Promise<readonly Loaded[]>;
  /**
   * Records the group in one transaction, all or nothing. No two recordings may have a key in common, or a stream that
   * one of them writes. The batch is sealed too if no other process seals, nothing waits, and the log is still the one
   * that the batch was made on. Throws TryAgain when the database gave no answer.
   */
  record(group: readonly Recording[], batch?: GrownLog): Promise<GroupRecorded>;
}

export interface Head {
  readonly size: number;
  /** The leaf hash of the last entry; 64 zeros in an empty log. */
  readonly hash: Hash;
  readonly edge: readonly Hash[];
  /** How many checkpoints were signed. */
  readonly checkpoints: number;
  readonly stopped: string | undefined;
}

export interface PendingEvent {
  readonly event: EventNumber;
  readonly recording: bigint;
  /** Text: what no server recorded may name no stream. */
  readonly stream: string;
  readonly version: number;
  readonly body: Uint8Array;
  /** The version before it is sealed already, or it is the first. */
  readonly follows: boolean;
}

export interface Pending {
  readonly events: readonly PendingEvent[];
  readonly recordings: readonly KeptRecording[];
  readonly clockWait: ClockWait | undefined;
}

/** The log grown by one seal, which adds the leaves [start, size). */
export interface GrownLog {
  readonly start: number;
  readonly size: number;
  /** The right edge of the tree before the seal; `edge` is the one after it. */
  readonly edgeBefore: readonly Hash[];
  readonly edge: readonly Hash[];
  readonly leaves: readonly Hash[];
  /** The signed checkpoint. */
  readonly note: Uint8Array;
  /** Its place among the checkpoints, and its tag (sealing/tags.ts). */
  readonly number: number;
  readonly tag: Uint8Array;
}

export interface Batch extends GrownLog {
  /** The event of each leaf. */
  readonly events: readonly EventNumber[];
}

export interface SealingTransaction {
  lockHead(): Promise<Head>;
  /** Reads the newest checkpoint with its leaves; undefined in an empty log. */
  newestBatch(): Promise<SealedBatch | undefined>;
  pending(limit: number): Promise<Pending>;
  append(batch: Batch): Promise<void>;
  /** Lifts the stop of a clock that went back, if it has caught up; tells whether it did. */
  liftClockStop(): Promise<boolean>;
}

export interface Sealing {
  /** Finds the events of one recording in the log, if they are sealed: all of them are, or none. */
  placement(events: readonly EventNumber[]): Promise<StoredPlacement | undefined>;
  /** Runs the work in a transaction of isolation level READ COMMITTED; an exception rolls it back. */
  transaction<T>(work: (transaction: SealingTransaction) => Promise<T>): Promise<T>;
  /** Tells whether the oldest pending row is older than this, or of an instant that is still to come. */
  waitingLongerThan(milliseconds: number): Promise<boolean>;
  /** Tells whether the database refuses all writes: a standby, or a role or database set to read only. */
  isReadOnly(): Promise<boolean>;
  stop(reason: string): Promise<void>;
}

export interface PlacedLeaf {
  readonly index: number;
  readonly leaf: Uint8Array;
}

/** Reads the log as it was sealed. */
export interface LogReader {
  head(): Promise<Head>;
  newestBatch(): Promise<SealedBatch | undefined>;
  /** Returns the newest checkpoint of fewer leaves than `below`. Only sealing/own-checkpoint.ts knows whether it is ours. */
  checkpoint(below?: number): Promise<DatedCheckpoint | undefined>;
  /** Says when the first leaf was signed. */
  beginning(): Promise<Instant | undefined>;
  checkpointOf(size: number): Promise<{ readonly note: Uint8Array } | undefined>;
  /** Returns the hashes [start, end) of a level, as far as they exist: of leaves in level 0, of subtrees above. */
  hashes(level: number, start: number, end: number): Promise<readonly Hash[]>;
  /** Returns the exact bytes of the leaves [start, end), as far as they exist. */
  leaves(start: number, end: number): Promise<readonly Uint8Array[]>;
  leavesOf(stream: StreamName): Promise<readonly PlacedLeaf[]>;
  /** Returns those of these leaves that exist, in the order of the index. */
  leavesAt(indexes: readonly number[]): Promise<readonly PlacedLeaf[]>;
}

export interface Revealed {
  readonly salt: string;
  readonly value: Json;
  readonly path: string;
  readonly class: SecretClass;
}

/** Reveals committed values by their commitments (hex). One that is missing was erased, or is of another log. */
export interface Vault {
  reveal(commitments: readonly string[]): Promise<ReadonlyMap<string, Revealed>>;
}

/** A second, independent memory of the newest signed checkpoint (src/README.md#the-signer-remembers). */
export interface SignerMemory {
  read(): Promise<{ readonly note: Uint8Array; readonly tag: string } | undefined>;
  /** Compares and swaps: `from` is the tag that was last seen, absent for an empty memory. moved: another was first. */
  swap(
    note: Uint8Array,
    from: string | undefined,
  ): Promise<{ readonly status: "swapped"; readonly tag: string } | { readonly status: "moved" }>;
}

export interface LogKey {
  readonly signer: Signer;
  /** The verifier key as C2SP signed-note writes it; its name is the origin. */
  readonly vkey: string;
}

export type KeyedUse = "idempotency" | "login" | "recording" | "stream" | "checkpoint";

export interface Ports {
  readonly records: Records;
  readonly sealing: Sealing;
  readonly log: LogReader;
  readonly vault: Vault;
  readonly memory: SignerMemory | undefined;
  readonly views: Views;
  readonly journal: Journal;
  readonly key: LogKey;
  readonly giveWay: GiveWay;
  /** Draws so many random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** Computes HMAC-SHA-256 under the server's key, with a label that separates its uses. */
  readonly keyed: (label: KeyedUse, message: Uint8Array) => Promise<Uint8Array>;
}
