/**
 * When the addressee may report a protest to those above it. Under the law of 2025 the procuracy must have maintained the
 * protest first (law 106/2025 Art.113(2)); the law of 2008 knew no reconsideration, so a protest received under that law is
 * reported at once (law 26/2008 Art.161(2)).
 */

import { currentEdition } from "../../law/edition.ts";
import { inForce } from "../../law/rule.ts";
import type { InstrumentState, ReceivedInstrument } from "./instrument.ts";

export function mayReport(state: InstrumentState): state is ReceivedInstrument {
  if (state.status !== "received" || state.kind !== "protest") return false;
  const { dispute, receipt } = state;
  // The answer maintained the protest, for one that gave it up withdrew it.
  if (dispute.stage !== "none") return dispute.stage === "answered";
  return !currentEdition.rules.some(
    (rule) => rule.series === "PROTEST_RECONSIDER_REPLY" && inForce(rule, receipt.on.day),
  );
}
