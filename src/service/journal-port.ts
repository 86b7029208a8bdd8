/** The access journal: who looked at which committed fields. It is kept off the log; its digest is sealed hourly. */

import type { StreamName } from "../domain/event.ts";

export interface Journal {
  note(
    reads: readonly {
      readonly person: string;
      readonly office: string;
      readonly stream: StreamName;
      readonly fields: number;
    }[],
  ): Promise<void>;
  /** Returns the rows after this number, oldest first. */
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
