/**
 * When the addressee may report a protest to those above. Under the law of 2025 the procuracy must have maintained it first
 * (law 106/2025 Art.113(2)); the law of 2008 knew no reconsideration, so that a protest received under it is reported at
 * once (law 26/2008 Art.161(2)).
 */

import { currentEdition } from "../../law/edition.ts";
import { inForce } from "../../law/rule.ts";
import type { ReceivedInstrument } from "./instrument.ts";

/** Answered means maintained here: a protest that was given up is withdrawn. */
export function mayReport({ kind, dispute, receipt }: ReceivedInstrument): boolean {
  if (kind !== "protest") return false;
  if (dispute.stage !== "none") return dispute.stage === "answered";
  return !currentEdition.rules.some(
    (rule) => rule.series === "PROTEST_RECONSIDER_REPLY" && inForce(rule, receipt.on.day),
  );
}
