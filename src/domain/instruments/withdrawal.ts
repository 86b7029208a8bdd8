/** The reasons to withdraw an instrument. Where its ground still stands, its findings may go into another instrument. */

import type { FindingId, InstrumentId } from "../../base/ids.ts";
import type { NewEvent } from "../command.ts";
import type { withdrawalReasons } from "./events.ts";

type WithdrawalReason = (typeof withdrawalReasons)[number];

const standing: Readonly<Record<WithdrawalReason, boolean>> = {
  "out-of-time": true,
  "wrong-addressee": true,
  "superior-instruction": true,
  "ground-gone": false,
  reconsidered: false,
};

export function freesFindings(reason: WithdrawalReason): boolean {
  return standing[reason];
}

export function takenOut(finding: FindingId, instrument: InstrumentId): NewEvent {
  return { kind: "finding", id: finding, event: { type: "finding-taken-out", data: { instrument } } };
}
