/**
 * The faults that the audit of the database finds, and what it could not look at because of them: closed lists of codes,
 * each with its place.
 */

import type { AuthorityReason } from "../../domain/authority/reasons.ts";
import type { FaultCode } from "../../log/audit.ts";
import type { CheckpointRefusal } from "../../log/checkpoint.ts";
import { FaultList } from "../../log/fault-list.ts";

export type DatabaseFaultCode =
  | FaultCode
  | CheckpointRefusal
  | AuthorityReason
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
  | "stream-foreign"
  | "row-differs"
  | "row-missing"
  | "row-unknown"
  | "value-missing"
  | "value-broken"
  | "value-differs"
  | "value-unknown"
  | "journal-differs"
  | "recording-foreign"
  | "recording-empty"
  | "event-of-no-recording"
  | "checkpoint-foreign"
  | "checkpoint-number-wrong"
  | "signer-memory-differs"
  | "catalog-differs"
  // the law
  | "edition-not-adopted"
  | "adoption-wrong"
  | "law-differs";

export interface DatabaseFault {
  readonly code: DatabaseFaultCode;
  /** An index of the log, a stream and version, a row, or a commitment. */
  readonly at: string;
}

export type UnseenCode =
  // an entry whose event is gone or does not read as one: nothing that it says
  | "event-unread"
  // an entry after one that is missing: its leaf hash
  | "leaf-hash-unmade"
  // a checkpoint, or the head, over entries that are missing: its root
  | "root-unmade"
  // a tile over entries that are missing
  | "tile-unmade"
  // a stream with a wrong event: its state and its rows from that version on
  | "state-unmade"
  // an event that applies the law to such a stream
  | "law-unjudged";

interface Unseen {
  readonly code: UnseenCode;
  readonly at: string;
}

/** What an audit found: all is counted, and the first hundred of each kind are kept. */
export interface Findings {
  readonly faults: FaultList<DatabaseFault>;
  readonly unseen: FaultList<Unseen>;
}

export function noFindings(): Findings {
  return { faults: new FaultList(), unseen: new FaultList() };
}
