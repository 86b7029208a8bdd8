/**
 * What the audit of the database reads (audit-database.ts): every row of the log, of what hangs on it and of what is made
 * from it, in one snapshot, page by page. store/evidence.ts implements it on PostgreSQL.
 */

import type { StreamName } from "../domain/event.ts";
import type { EventNumber, JournalRow, Revealed } from "./ports.ts";

/** A row of `leaf` with the event that it points to; `body` is missing when that event is. */
export interface LeafRow {
  readonly index: number;
  readonly hash: Uint8Array;
  readonly body: Uint8Array | undefined;
}

export interface CheckpointRow {
  readonly size: number;
  readonly start: number;
  readonly edge: Uint8Array;
  readonly note: Uint8Array;
  readonly signedAt: Date;
}

interface TileRow {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

interface HeadRow {
  readonly size: number;
  readonly hash: Uint8Array;
  readonly edge: Uint8Array;
  readonly stopped: string | undefined;
  /** The database's clock. */
  readonly now: Date;
}

export interface EventRow {
  readonly event: EventNumber;
  /** Perhaps of no kind that there is. */
  readonly stream: string;
  readonly version: number;
  readonly body: Uint8Array;
}

export interface StreamRow {
  readonly name: StreamName;
  readonly version: number;
  readonly at: string;
  readonly state: string;
  readonly tail: readonly Uint8Array[];
}

export interface ViewRow {
  readonly table: string;
  readonly key: string;
  /** The row as canonical as PostgreSQL writes JSON: columns that are null included. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** A row of `committed_value`: what it opens to, or why it does not. */
export interface BoxRow extends Partial<Pick<Revealed, "salt" | "value">> {
  readonly commitment: string;
  readonly stream: string;
  readonly path: string;
  readonly status: "opened" | "erased" | "broken";
}

/** Rows that point to what is not there, or are where they must not be; at most a few of each. */
export interface Strays {
  /** Neither sealed nor waiting. */
  readonly forgotten: readonly EventNumber[];
  /** Sealed, and waiting still. */
  readonly waitingSealed: readonly EventNumber[];
  /** Scopes (hex) of remembered commands whose events are not those of one recording. */
  readonly commands: readonly string[];
  /** Events that no remembered command names, or more than one; re-openings, which are no command, are left out. */
  readonly unnamed: readonly EventNumber[];
}

/** Pages of at most so many rows, in order, of what comes after. */
export interface Evidence {
  head(): Promise<HeadRow>;
  leaves(from: number, limit: number): Promise<readonly LeafRow[]>;
  checkpoints(above: number, limit: number): Promise<readonly CheckpointRow[]>;
  tiles(level: number, from: number, limit: number): Promise<readonly TileRow[]>;
  /** By stream and version; after the last one of the page before. */
  events(after: Pick<EventRow, "stream" | "version"> | undefined, limit: number): Promise<readonly EventRow[]>;
  streams(names: readonly StreamName[]): Promise<readonly StreamRow[]>;
  countStreams(): Promise<number>;
  viewRows(table: string, after: string | undefined, limit: number): Promise<readonly ViewRow[]>;
  boxes(after: string | undefined, limit: number): Promise<readonly BoxRow[]>;
  journal(from: number, to: number): Promise<readonly JournalRow[]>;
  strays(): Promise<Strays>;
  /** Recorded and not sealed yet: few, for nothing is recorded while the oldest waits. */
  waiting(): Promise<ReadonlySet<EventNumber>>;
}
