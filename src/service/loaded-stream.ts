/** A stream as the database keeps it. */

import type { Instant } from "../base/day.ts";
import type { StreamName } from "../domain/event.ts";

export interface LoadedStream {
  readonly version: number;
  readonly at: Instant;
  /** The state after the events up to the version `folded`, as JSON text. */
  readonly state: string;
  readonly folded: number;
  /** The bodies of the events after that version, oldest first: `stateOf` (streams/states.ts) folds them, too. */
  readonly tail: readonly Uint8Array[];
}

/** Looks up a stream as this process last saw it. */
export type Known = (name: StreamName) => LoadedStream | undefined;
