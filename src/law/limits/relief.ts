/** Limits on postponement. */

import type { RuleVersion } from "../rule.ts";
import { cite } from "../sources.ts";
import { answered, decided, happened, l2008, l2025 } from "./phrases.ts";

// A period: what is owed when it is over, resumption within five working days, is a rule of its own.
const longestPostponement = {
  series: "POSTPONE_MAX",
  mode: "period",
  owner: "agency-head",
  starts: [answered("postponement-requested")],
  metBy: [decided("resumption", "withdrawal", "termination")],
  excusedBy: [happened("case-ended")],
  term: { unit: "month", length: 3 },
  direction: "maximum",
  confidence: "V",
} as const;

export const reliefLimits: readonly RuleVersion[] = [
  { ...longestPostponement, ...l2008, citation: cite("26/2008/QH12", "48(2)") },
  { ...longestPostponement, ...l2025, citation: cite("106/2025/QH15", "46(2)") },
];
