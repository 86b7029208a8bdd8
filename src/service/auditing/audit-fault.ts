/** The faults that the audit of the database finds: a closed list of codes, each with its place. */

import type { FaultCode } from "../../log/audit.ts";
import type { CheckpointRefusal } from "../../log/checkpoint.ts";

export type DatabaseFaultCode =
  | FaultCode
  | CheckpointRefusal
  // the log
  | "leaf-missing"
  | "event-missing"
  | "event-forgotten"
  | "event-sealed-and-waiting"
  | "checkpoint-parted"
  | "edge-wrong"
  | "signed-at-wrong"
  | "tile-missing"
  | "tile-unknown"
  | "head-wrong"
  | "key-other"
  // what hangs on it
  | "event-misplaced"
  | "event-not-ours"
  | "event-impossible"
  | "stream-differs"
  | "stream-unknown"
  | "row-differs"
  | "row-missing"
  | "row-unknown"
  | "value-missing"
  | "value-broken"
  | "value-differs"
  | "value-unknown"
  | "journal-differs"
  | "command-without-event"
  | "event-of-no-one-command"
  | "signer-memory-differs"
  // the law
  | "edition-not-adopted"
  | "adoption-wrong"
  | "law-differs";

export interface DatabaseFault {
  readonly code: DatabaseFaultCode;
  /** An index of the log, a stream and version, a row, or a commitment. */
  readonly at: string;
}
