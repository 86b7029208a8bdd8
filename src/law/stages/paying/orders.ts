/**
 * What must come before and after a payment: the price of a sold asset goes to creditors after its delivery (D62/2015 27(4); law
 * 106/2025 54(6)); money that its payee was called for and did not fetch is deposited (126(2); 59(1)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { anyAsset, d62, duty, l2008Unamended, l2025, never, outOfOrder, standstill } from "../phrases.ts";
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

// The law names the day from which money may be deposited (UNCLAIMED_MONEY_DEPOSIT) and none by which it must be. A month after the
// call is the measure of this project: the fifteen days of the call, and as many again.
const undeposited = {
  series: "ORD_DEPOSIT_DUTY",
  ...duty,
  confidence: "M",
  owner: "enforcer",
  starts: [{ act: "collection-notified", days: ["happenedOn", "sentOn"] }],
  metBy: [happened("money-deposited"), happened("paid-out")],
  excusedBy: [...standstill, happened("payout-blocked"), happened("unclaimed-forfeited")],
  when: { not: { asset: anyAsset } },
  term: { unit: "month", length: 1 },
  note: {
    vi: "luật không nêu số ngày; quá một tháng từ thông báo mà chưa chi trả, chưa gửi thì hỏi",
    en: "the law gives no number of days; a month after the call without pay-out or deposit is asked about",
  },
} as const;

export const payingOrders: readonly RuleVersion[] = [
  { ...undeposited, ...l2008Unamended, citation: cite("26/2008/QH12", "126(2)") },
  { ...undeposited, ...l2025, citation: cite("106/2025/QH15", "59(1)") },
  { ...undelivered, ...d62, citation: cite("62/2015/NĐ-CP", "27(4)") },
  { ...undelivered, ...l2025, citation: cite("106/2025/QH15", "54(6)") },
];
