/** What must come before a destruction: the council (26/2008 Art.125; 106/2025 Art.58). */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { l2008Unamended, l2025, never, outOfOrder } from "../phrases.ts";
import { happened } from "../../act-day.ts";

const withoutCouncil = {
  ...outOfOrder,
  series: "ORD_DESTROY",
  owner: "agency-head",
  starts: [happened("exhibit-destroyed")],
  forbids: { not: { done: happened("destruction-council-set-up"), by: "start" } },
  // Some things are destroyed at once by other laws, and no code says so.
  accuses: never,
  note: {
    vi: "được phép khi đã thành lập Hội đồng tiêu hủy, hoặc khi pháp luật quy định tiêu hủy ngay",
    en: "allowed once the destruction council was set up, or where a law orders destruction at once",
  },
} as const;

export const destroyingOrders: readonly RuleVersion[] = [
  { ...withoutCouncil, ...l2008Unamended, citation: cite("26/2008/QH12", "125(1)") },
  { ...withoutCouncil, ...l2025, citation: cite("106/2025/QH15", "58(2)") },
];
