/** What must come before a payment: the price of a sold asset goes to creditors after its delivery (D62/2015 27(4); law 106/2025 54(6)). */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { d62, l2025, never, outOfOrder } from "../phrases.ts";
import { happened } from "../../act-day.ts";

const undelivered = {
  ...outOfOrder,
  series: "ORD_PAY_DELIVERED",
  owner: "enforcer",
  starts: [happened("paid-out")],
  forbids: { fact: "price-of-undelivered" },
  // The costs of enforcement may be paid before, and the file does not say to whom a payment went.
  accuses: never,
  note: {
    vi: "được phép khi đã giao tài sản cho người mua; chi phí cưỡng chế được thanh toán trước",
    en: "allowed once the asset was delivered to the buyer; the costs of enforcement may be paid before",
  },
} as const;

export const payingOrders: readonly RuleVersion[] = [
  { ...undelivered, ...d62, citation: cite("62/2015/NĐ-CP", "27(4)") },
  { ...undelivered, ...l2025, citation: cite("106/2025/QH15", "54(6)") },
];
