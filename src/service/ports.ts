/**
 * What the service needs of the world. store/ implements it on PostgreSQL, S3 and WebCrypto; the roots put them together.
 * On workerd all of it is made anew for each request, on one connection.
 */

import type { Json } from "../base/canonical-json.ts";
import type { Instant } from "../base/day.ts";
import type { StreamName } from "../domain/event.ts";
import type { RowChanges } from "../domain/row-changes.ts";
import type { SecretClass } from "../domain/secret.ts";
import type { Hash } from "../log/hash.ts";
import type { Signer } from "../log/note.ts";
import type { Placement } from "../log/receipt.ts";
import type { SubtreeRoot } from "../log/tree.ts";
import type { Known, LoadedStream } from "./loaded-stream.ts";
import type { Views } from "./views.ts";

/** The number of an event in the database: identity order, not log order. */
export type EventNumber = bigint;

/** A machine's failure that may pass: the request can be repeated with the same key. */
export class TryAgain extends Error {
  /** Whether the command was committed: no, yes, or the answer was lost. */
  readonly recorded: "no" | "yes" | "unknown";
  readonly code: string;

  constructor(code: string, recorded: "no" | "yes" | "unknown", cause?: unknown) {
    super(`try again: ${code}`, { cause });
    this.name = "TryAgain";
    this.code = code;
    this.recorded = recorded;
  }
}

/** What recording asks before it decides: the database's clock, whether the log may take more, and the streams. */
export interface Loaded {
  readonly now: Instant;
  readonly head: Head;
  /** The oldest recorded event has waited for its seal for more than ten seconds. */
  readonly behind: boolean;
  readonly streams: ReadonlyMap<StreamName, LoadedStream>;
  readonly repeated: Repeated | undefined;
}

/** An idempotency key that is known already. */
export interface Repeated {
  readonly status: number;
  readonly events: readonly EventNumber[];
  readonly sameBody: boolean;
}

export interface StreamAdvance {
  readonly stream: StreamName;
  /** Its version; 0: it begins. */
  readonly before: number;
  /** As it will be loaded. */
  readonly after: LoadedStream;
}

export interface RecordedEvent {
  readonly stream: StreamName;
  readonly version: number;
  readonly body: Uint8Array;
}

/** A value behind a commitment, to be kept encrypted under a key of its subject. */
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
  /** When it was decided, by the database's clock: recorded within a minute, or decided again. */
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
      /** Where they are in the log, if they were sealed by the transaction that recorded them. */
      readonly placement?: Placement;
    }
  | { readonly status: "repeated"; readonly repeated: Repeated }
  | { readonly status: "still-running" }
  /** Decide again: a stream was moved meanwhile, the log takes nothing now, or it was decided too long ago. */
  | { readonly status: "moved" }
  /** What must be unique (the code of an office) is somebody else's. */
  | { readonly status: "taken" };

/** An idempotency key: of whom, for what, and a keyed digest of the body that it stands for. */
export interface Key {
  readonly scope: Uint8Array;
  readonly body: Uint8Array;
}

export interface Wanted {
  readonly names: readonly StreamName[];
  readonly key?: Key | undefined;
}

export type GroupRecorded =
  /** The events of each recording; sealed: the batch that came with them was appended in the same transaction. */
  | {
      readonly status: "recorded";
      readonly now: Instant;
      readonly events: readonly (readonly EventNumber[])[];
      readonly sealed: boolean;
    }
  | GroupConflict;

/** Nothing was recorded: these of the group (by their places) are in the way and are told this; undefined: some of them. */
export interface GroupConflict {
  readonly status: "hindered";
  readonly answer: Exclude<RecordOutcome, { readonly status: "recorded" }>;
  readonly by: readonly number[] | undefined;
}

export interface Records {
  /** One round trip for all; an answer for each, in their order. What is still as it is known is not fetched again. */
  load(wanted: readonly Wanted[], known: Known): Promise<readonly Loaded[]>;
  /**
   * One transaction, all or nothing. No two recordings of a group may have a key in common, or a stream that one of them
   * writes. Sealed with the batch if nobody else seals, nothing waits, and the log is what the batch was made on. Throws
   * TryAgain when the database gave no answer.
   */
  record(group: readonly Recording[], batch?: GrownLog): Promise<GroupRecorded>;
}

export interface Head {
  readonly size: number;
  /** Leaf hash of the last entry; 64 zeros in an empty log. */
  readonly hash: Hash;
  readonly edge: readonly Hash[];
  readonly stopped: string | undefined;
}

export interface PendingEvent {
  readonly event: EventNumber;
  readonly stream: StreamName;
  readonly version: number;
  readonly body: Uint8Array;
  /** The version before it is sealed already (or it is the first). */
  readonly follows: boolean;
}

export interface Pending {
  readonly events: readonly PendingEvent[];
  /** The database's clock is more than 60 s behind the last signature. */
  readonly clockBack: boolean;
}

/** What one seal makes of the log: it adds the leaves [start, size). */
export interface GrownLog {
  readonly start: number;
  readonly size: number;
  /** The right edge of the tree before, and after. */
  readonly edgeBefore: readonly Hash[];
  readonly edge: readonly Hash[];
  readonly leaves: readonly Hash[];
  readonly tiles: readonly SubtreeRoot[];
  /** The signed checkpoint. */
  readonly note: Uint8Array;
}

export interface Batch extends GrownLog {
  /** Of each leaf. */
  readonly events: readonly EventNumber[];
}

export interface SealingTransaction {
  lockHead(): Promise<Head>;
  pending(limit: number): Promise<Pending>;
  append(batch: Batch): Promise<void>;
}

export interface Sealing {
  /** Where the events of one recording are in the log; undefined while they are not. They are sealed all together. */
  placement(events: readonly EventNumber[]): Promise<Placement | undefined>;
  /** begin isolation level read committed … commit; an exception rolls back. */
  transaction<T>(work: (transaction: SealingTransaction) => Promise<T>): Promise<T>;
  /** The oldest pending row is older than this. */
  waitingLongerThan(milliseconds: number): Promise<boolean>;
  stop(reason: string): Promise<void>;
}

/** Reading the log as it was sealed. */
export interface LogReader {
  head(): Promise<Head>;
  /** The newest signed checkpoint; of at least `size` leaves when given: the first that covers them. */
  checkpoint(
    covering?: number,
  ): Promise<{ readonly size: number; readonly note: Uint8Array; readonly signedAt: Instant } | undefined>;
  checkpointOf(size: number): Promise<{ readonly note: Uint8Array } | undefined>;
  /** Leaf hashes of level 0, subtree hashes above: indexes [start, end) of that level, as far as they exist. */
  hashes(level: number, start: number, end: number): Promise<readonly Hash[]>;
  /** Leaves [start, end): the exact bytes. */
  leaves(start: number, end: number): Promise<readonly Uint8Array[]>;
  leavesOf(stream: StreamName): Promise<readonly { readonly index: number; readonly leaf: Uint8Array }[]>;
}

export interface Revealed {
  readonly salt: string;
  readonly value: Json;
  readonly path: string;
  readonly class: SecretClass;
}

/** Sealed values by commitment (hex). Missing: erased, or never ours. */
export interface Vault {
  reveal(commitments: readonly string[]): Promise<ReadonlyMap<string, Revealed>>;
}

/** A second, independent memory of the newest signed checkpoint (design: the signer remembers). */
export interface SignerMemory {
  read(): Promise<{ readonly note: Uint8Array; readonly tag: string } | undefined>;
  /** Compare and swap: from the tag last seen (undefined: there was none). moved: somebody else was first. */
  swap(
    note: Uint8Array,
    from: string | undefined,
  ): Promise<{ readonly status: "swapped"; readonly tag: string } | { readonly status: "moved" }>;
}

/** Who looked at which sealed fields: kept off the log; its digest is sealed hourly. */
export interface Journal {
  note(
    reads: readonly {
      readonly person: string;
      readonly office: string;
      readonly stream: StreamName;
      readonly fields: number;
    }[],
  ): Promise<void>;
  /** Rows after this number, oldest first. */
  rows(after: number, limit: number): Promise<readonly JournalRow[]>;
}

export interface JournalRow {
  readonly number: number;
  readonly at: string;
  readonly person: string;
  readonly office: string;
  readonly stream: string;
  readonly fields: number;
}

export interface LogKey {
  readonly signer: Signer;
  /** The verifier key as C2SP signed-note writes it; its name is the origin. */
  readonly vkey: string;
}

export interface Ports {
  readonly records: Records;
  readonly sealing: Sealing;
  readonly log: LogReader;
  readonly vault: Vault;
  readonly memory: SignerMemory | undefined;
  readonly views: Views;
  readonly journal: Journal;
  readonly key: LogKey;
  /** So many random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** HMAC-SHA-256 under the server's key, with a label that separates its uses. */
  readonly keyed: (label: "idempotency" | "login", message: Uint8Array) => Promise<Uint8Array>;
}
