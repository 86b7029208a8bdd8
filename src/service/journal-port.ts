/** The access journal: who looked at which committed fields. It is kept off the log; the digest of its rows is sealed. */

import type { StreamName } from "../domain/event.ts";

/** The committed fields of a stream that were shown, by their commitments: the journal keeps their number. */
export interface ShownFields {
  readonly stream: StreamName;
  readonly sealed: readonly string[];
}

/** One look of a person for an office. */
export interface JournalLook {
  readonly person: string;
  readonly office: string;
  readonly shown: readonly ShownFields[];
}

export interface Journal {
  /** Notes a look before its values leave; nothing where nothing was shown. `page`: what was asked for (streams/look.ts). */
  note(look: JournalLook, page?: string): Promise<void>;
  /** Returns the complete rows after this number, oldest first: no row with a smaller number can still appear. */
  rows(after: number, limit: number): Promise<readonly JournalRow[]>;
  /** Counts the rows after this number, up to `mostWaiting`. */
  waiting(after: number): Promise<JournalWaiting>;
}

/** A count of more rows than this costs an answer to anybody too much, and says no more. */
export const mostWaiting = 1_000_000;

export interface JournalWaiting {
  readonly rows: number;
  /** The age of the first row; absent when none waits. */
  readonly oldestSeconds?: number;
}

export interface JournalRow {
  readonly number: number;
  readonly at: string;
  readonly person: string;
  readonly office: string;
  readonly page: string;
  readonly streams: readonly string[];
  readonly fields: readonly number[];
}
