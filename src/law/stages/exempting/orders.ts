/** How often an exemption may be considered: once in twelve months for a judgment (26/2008 Art.61(5); 106/2025 Art.42). */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { l2008, l2025, never, outOfOrder } from "../phrases.ts";
import { happened, sent } from "../../act-day.ts";

const tooSoon = {
  ...outOfOrder,
  series: "ORD_EXEMPT_SPACING",
  owner: "agency",
  starts: [sent("exemption-proposed")],
  forbids: {
    standing: happened("exemption-decided", { result: ["granted"] }),
    until: [],
    term: { unit: "month", length: 12 },
  },
  // A file may hold more than one judgment, and each is considered by itself.
  accuses: never,
  note: {
    vi: "được phép khi đã qua 12 tháng từ lần xét miễn, giảm trước đối với bản án, quyết định đó",
    en: "allowed twelve months after the last exemption for that judgment",
  },
} as const;

export const exemptingOrders: readonly RuleVersion[] = [
  { ...tooSoon, ...l2008, citation: cite("26/2008/QH12", "61(5)") },
  { ...tooSoon, ...l2025, citation: cite("106/2025/QH15", "42") },
];
