/** The port of the audit: every row, in one snapshot, page by page; store/evidence.ts implements it. */

import type { StreamName } from "../domain/event.ts";
import type { JournalRow } from "./journal-port.ts";
import type { EventNumber, Revealed } from "./ports.ts";
import type { KeptRecording } from "./kept-rows.ts";

/** A row of `leaf` with the event that it points to; `body` is missing when that event is. */
export interface LeafRow {
  readonly index: number;
  readonly hash: Uint8Array;
  readonly body: Uint8Array | undefined;
}

export interface CheckpointRow {
  readonly number: number;
  readonly tag: Uint8Array;
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
  readonly checkpoints: number;
  readonly stopped: string | undefined;
  /** The database's clock. */
  readonly now: Date;
}

export interface EventRow {
  readonly event: EventNumber;
  /** Text, for a row that was tampered with may name no stream. */
  readonly stream: string;
  readonly version: number;
  readonly body: Uint8Array;
}

export interface StreamRow {
  readonly name: StreamName;
  readonly version: number;
  readonly at: string;
  readonly state: string;
  readonly folded: number;
  readonly tail: readonly Uint8Array[];
  readonly tag: Uint8Array;
}

export interface ViewRow {
  readonly stream: string;
  readonly key: string;
  /** Whether a finding judges the deadline of this key: the one column that comes from another stream. */
  readonly judged: boolean;
  /** The row as PostgreSQL writes it as JSON, columns that are null included. */
  readonly row: Readonly<Record<string, unknown>>;
}

/** A row of `committed_value`: what it opens to, or why it does not open. */
export interface BoxRow extends Partial<Pick<Revealed, "salt" | "value">> {
  readonly commitment: string;
  readonly stream: string;
  readonly path: string;
  readonly status: "opened" | "erased" | "broken";
}

/** A dangling or misplaced event: neither sealed nor waiting; sealed, and still waiting; of no recording that there is. */
export interface Stray {
  readonly is: "forgotten" | "sealed-and-waiting" | "of-no-recording";
  readonly event: EventNumber;
}

/** A recording with its events in their order, and the index of the first of them that is sealed. */
export interface RecordingEvidence extends KeptRecording {
  readonly bodies: readonly Uint8Array[];
  readonly index: number | undefined;
}

/** Each list returns at most `limit` rows, in order, after the last row of the page before. */
export interface Evidence {
  head(): Promise<HeadRow>;
  leaves(from: number, limit: number): Promise<readonly LeafRow[]>;
  /** The events of these entries, by index; those that are gone are left out. */
  bodies(indexes: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>>;
  checkpoints(above: number, limit: number): Promise<readonly CheckpointRow[]>;
  tiles(level: number, from: number, limit: number): Promise<readonly TileRow[]>;
  /** In the order of stream and version. */
  events(after: Pick<EventRow, "stream" | "version"> | undefined, limit: number): Promise<readonly EventRow[]>;
  streams(names: readonly StreamName[]): Promise<readonly StreamRow[]>;
  countStreams(): Promise<number>;
  /** All rows of a read model, in the order of their streams. */
  viewRows(table: string): AsyncIterable<readonly ViewRow[]>;
  /** All committed values, in the order of their streams. */
  boxes(): AsyncIterable<readonly BoxRow[]>;
  /** Which of these commitments (hex) have a value. */
  commitments(some: readonly string[]): Promise<ReadonlySet<string>>;
  /** Rows of the access journal after this number and up to `to`. */
  journal(after: number, to: number, limit: number): Promise<readonly JournalRow[]>;
  /** All strays, kind by kind. */
  strays(): AsyncIterable<readonly Stray[]>;
  recordings(after: bigint | undefined, limit: number): Promise<readonly RecordingEvidence[]>;
  /** Roles, grants, tables, constraints, triggers and functions, a line each (db/catalog.txt), in order. */
  catalog(): Promise<readonly string[]>;
  /** Events that are recorded and not sealed: few, for the log takes nothing while the oldest waits too long. */
  waiting(): Promise<ReadonlySet<EventNumber>>;
}
