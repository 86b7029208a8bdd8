/**
 * What may not lie still: a debtor who was found able, or against whom enforcement was resumed, is proceeded against. No law gives a
 * number of months; procuracies name twelve in their findings, and so does this hint.
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { duty, l2008, l2025, standstill } from "../phrases.ts";
import { decided, happened, sent } from "../../act-day.ts";

/** Any of these shows that the case moves, whichever asset or sum of the debtor it is about. */
const steps = [
  happened("debtor-complied"),
  happened("coercion-plan-made"),
  happened("coercion-carried-out"),
  sent("seizure-notice-sent"),
  happened("asset-seized"),
  happened("valuation-contract-signed"),
  happened("auction-contract-signed"),
  happened("auction-held"),
  happened("asset-delivered"),
  happened("asset-taken"),
  happened("sold-without-auction"),
  happened("money-collected"),
  happened("paid-out"),
];

const inactive = {
  series: "ORD_INACTIVE",
  ...duty,
  confidence: "M",
  owner: "enforcer",
  starts: [happened("conditions-verified", { result: ["executable"] }), decided("resumption")],
  metBy: [happened("conditions-verified")],
  excusedBy: [
    // A resumption is a decision, so a verification after it is about another subject and fulfils nothing.
    happened("conditions-verified"),
    ...steps,
    ...standstill,
    decided("coercion", "seizure", "freeze", "custody", "registration-stop", "security"),
    decided("not-yet-executable", "delegation", "asset-handling", "rights-transfer", "withdrawal", "annulment"),
  ],
  term: { unit: "month", length: 12 },
  note: {
    vi: "luật không nêu số tháng; 12 tháng không có hoạt động nào thì hỏi",
    en: "the law gives no number of months; twelve without any step are asked about",
  },
} as const;

export const verifyingOrders: readonly RuleVersion[] = [
  { ...inactive, ...l2008, citation: cite("26/2008/QH12", "20(1)") },
  { ...inactive, ...l2025, citation: cite("106/2025/QH15", "72(1)") },
];
