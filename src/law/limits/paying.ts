/** Limits on paying out what was collected. */

import type { RuleVersion } from "../rule.ts";
import { cite } from "../sources.ts";
import { calendarDays, happened, l2008, l2025 } from "./phrases.ts";

const payOut = {
  series: "PAY_OUT",
  mode: "duty",
  owner: "enforcer",
  metBy: [happened("paid-out")],
  term: calendarDays(10),
  direction: "after",
  confidence: "V",
} as const;

export const payingLimits: readonly RuleVersion[] = [
  { ...payOut, ...l2008, starts: [happened("money-collected")], citation: cite("26/2008/QH12", "47(5)") },
  {
    ...payOut,
    ...l2025,
    starts: [happened("money-collected"), happened("asset-delivered")],
    // The price of a sold asset is paid out from its delivery on; D152/2026 Art.30(3) extends or blocks paying out.
    when: {
      not: {
        any: [
          { trait: "origin", among: ["asset-sale"] },
          { trait: "payout", among: ["extended", "blocked"] },
        ],
      },
    },
    citation: cite("106/2025/QH15", "54(6)"),
  },
];
