/** What a verification can find wrong: a fault of the log (src/log/audit.ts), of its checkpoint, or of how it is served. */

import type { FaultCode } from "../../src/log/audit.ts";
import type { CheckpointRefusal } from "../../src/log/checkpoint.ts";

export type VerifyCode =
  | FaultCode
  | CheckpointRefusal
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
}
