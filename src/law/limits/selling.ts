/** Limits from seizure to the auction contract. */

import type { RuleVersion } from "../rule.ts";
import { cite } from "../sources.ts";
import { calendarDays, happened, l2008, l2008Unamended, l2025, received, standstill, workingDays } from "./phrases.ts";

const assetReleased = [happened("seizure-lifted"), ...standstill];

const valuation = {
  series: "VALUATION_CONTRACT",
  mode: "duty",
  owner: "enforcer",
  starts: [happened("asset-seized")],
  metBy: [happened("valuation-contract-signed")],
  // A price that the parties agreed on or the enforcer may fix needs no contract (26/2008 Art.98, 106/2025 Art.82).
  excusedBy: [happened("price-fixed", { by: ["agreement", "enforcer"] }), ...assetReleased],
  term: workingDays(5),
  direction: "after",
  confidence: "V",
} as const;

const revaluation = {
  series: "REVALUATION_REQUEST",
  mode: "period",
  owner: "party",
  starts: [happened("valuation-result-notified")],
  metBy: [received("revaluation-requested")],
  term: workingDays(5),
  direction: "after",
  confidence: "V",
} as const;

const auction = {
  series: "AUCTION_CONTRACT",
  mode: "duty",
  owner: "enforcer",
  metBy: [happened("auction-contract-signed")],
  excusedBy: assetReleased,
  direction: "after",
  confidence: "V",
} as const;

export const sellingLimits: readonly RuleVersion[] = [
  { ...valuation, ...l2008Unamended, citation: cite("26/2008/QH12", "98(2)") },
  { ...valuation, ...l2025, citation: cite("106/2025/QH15", "82(1)(a)") },
  { ...revaluation, ...l2008, citation: cite("26/2008/QH12", "99(1)(b)") },
  { ...revaluation, ...l2025, citation: cite("106/2025/QH15", "82(2)(c)") },
  {
    ...auction,
    ...l2008Unamended,
    starts: [happened("price-fixed")],
    term: calendarDays(10),
    citation: cite("26/2008/QH12", "101(2)"),
  },
  {
    ...auction,
    ...l2025,
    starts: [{ endOf: "REVALUATION_REQUEST" }, received("revaluation-result-received")],
    term: workingDays(5),
    citation: cite("106/2025/QH15", "83(2)(a)"),
  },
];
