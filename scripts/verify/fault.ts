/**
 * What a verification can find wrong: a fault of the log (src/log/audit.ts), of its checkpoint, or of how it is served.
 * And what it could not look at because of them.
 */

import type { AuthorityReason } from "../../src/domain/authority/reasons.ts";
import type { FaultCode } from "../../src/log/audit.ts";
import type { CheckpointRefusal } from "../../src/log/checkpoint.ts";
import { FaultList } from "../../src/log/fault-list.ts";

export type VerifyCode =
  | FaultCode
  | CheckpointRefusal
  | AuthorityReason
  | "tile-missing"
  | "bundle-malformed"
  | "key-other"
  | "kept-not-of-this-log"
  | "entries-lost";

/** A fault among the leaves [index, until); without an index the checkpoint itself is wrong. */
export interface Fault {
  readonly code: VerifyCode;
  readonly index?: number;
  readonly until?: number;
  /** The type of the entry and who is said to have made it, where the fault is that they might not. */
  readonly made?: string;
}

export type UnseenCode =
  // entries that are missing, or whose bundle cannot be read
  | "entries-unread"
  // the root of the tree: leaf hashes below it are unknown, or no signature says what it should be
  | "root-unmade"
  | "root-unsigned"
  // hashes of the tiles above, over leaf hashes that are unknown
  | "tile-unmade"
  // the checkpoint that the auditor kept, for leaf hashes below it are unknown
  | "kept-unmade";

/** Why the leaves [index, until) were not looked at, and what of them. */
export interface Unseen {
  readonly code: UnseenCode;
  readonly index: number;
  readonly until: number;
}

/** What a verification found: all is counted, and the first hundred of each kind are kept. */
export interface Findings {
  readonly faults: FaultList<Fault>;
  readonly unseen: FaultList<Unseen>;
}

export function noFindings(): Findings {
  return { faults: new FaultList(), unseen: new FaultList() };
}
