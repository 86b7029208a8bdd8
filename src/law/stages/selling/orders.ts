/**
 * What must come before the steps of a sale. Decree 62/2015: delivery after the whole price (27(3)). Law 106/2025: no auction contract
 * while the parties may ask for a new valuation (83(2)(a)); delivery after the whole price (D152/2026 67(1)(c)). Both laws: co-owners agree
 * or sue (74(1); 39(1)) and are offered the asset (74(3); 83(1)) first; a price is cut after a failed auction (104(1); 83(3)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { d62, l2008, l2025, never, outOfOrder } from "../phrases.ts";
import { decided, happened, received } from "../../act-day.ts";

const unpaid = {
  ...outOfOrder,
  series: "ORD_DELIVER_PAID",
  owner: "enforcer",
  starts: [happened("asset-delivered")],
  // A creditor who takes the asset for the debt pays only what it is worth more.
  when: { not: { done: happened("asset-taken"), by: "start" } },
  forbids: { not: { done: happened("buyer-paid"), by: "start" } },
  // An asset that the judgment itself gives to the creditor is handed over without a price.
  accuses: {
    all: [
      { fact: "kept-from-beginning" },
      {
        any: [
          { done: happened("auction-contract-signed"), by: "start" },
          { done: happened("auction-held", { outcome: ["sold"] }), by: "start" },
          { done: happened("sold-without-auction"), by: "start" },
          { done: happened("buyer-paid"), by: "due" },
        ],
      },
    ],
  },
  note: {
    vi: "được phép khi người mua đã nộp đủ tiền, hoặc khi người được thi hành án nhận tài sản để trừ tiền",
    en: "allowed once the buyer has paid in full, or where the creditor takes the asset for the debt",
  },
} as const;

const unseized = {
  ...outOfOrder,
  series: "ORD_VALUE_AFTER_SEIZURE",
  owner: "enforcer",
  starts: [happened("valuation-contract-signed")],
  forbids: { not: { done: happened("asset-seized"), by: "start" } },
  // An agreed sale and a thing held as evidence need no seizure, and no code says so.
  accuses: never,
  note: {
    vi: "được phép khi tài sản đã được kê biên, hoặc khi đương sự thỏa thuận bán, tài sản là tang vật đang tạm giữ",
    en: "allowed once the asset was seized, or where its sale is agreed or it is held as evidence",
  },
} as const;

const unsettled = {
  ...outOfOrder,
  series: "ORD_SHARE",
  owner: "enforcer",
  starts: [happened("asset-seized"), happened("valuation-contract-signed")],
  when: { not: { done: happened("common-property-settled"), by: "start" } },
  forbids: { running: "COMMON_PROPERTY_AGREE", of: "subject" },
  // The enforcer may fix the share of a spouse or of a household, and no code says so.
  accuses: never,
  note: {
    vi: "được phép khi hết thời hạn thỏa thuận, khởi kiện, khi phần sở hữu đã được xác định, hoặc đối với tài sản của vợ chồng, hộ gia đình",
    en: "allowed once the time to agree or sue is over, the share is settled, or the property is of spouses or a household",
  },
} as const;

const unoffered = {
  ...outOfOrder,
  owner: "enforcer",
  series: "ORD_PRIORITY",
  starts: [happened("auction-contract-signed")],
  when: { not: { done: happened("priority-used"), by: "start" } },
  forbids: {
    any: [
      { running: "PREEMPT_IMMOVABLE", of: "subject" },
      { running: "PREEMPT_MOVABLE", of: "subject" },
    ],
  },
  // The holder may have refused in writing, which is no act of the catalogue.
  accuses: never,
  note: {
    vi: "được phép khi hết thời hạn thực hiện quyền ưu tiên mua, hoặc khi người có quyền từ chối bằng văn bản",
    en: "allowed once the time for the right of priority is over, or its holder refused in writing",
  },
} as const;

const uncalled = {
  ...outOfOrder,
  series: "ORD_CUT",
  owner: "enforcer",
  starts: [decided("price-cut")],
  forbids: {
    all: [
      { not: { done: happened("auction-held", { outcome: ["failed"] }), by: "start" } },
      { not: { done: received("auction-held", { outcome: ["failed"] }), by: "start" } },
      { not: { done: { act: "auction-failure-notified", days: ["happenedOn", "sentOn"] }, by: "start" } },
      { not: { done: happened("auction-result-cancelled"), by: "start" } },
    ],
  },
  // A sale without auction may have failed as well, and the catalogue has no act for it.
  accuses: never,
  note: {
    vi: "được phép sau khi đấu giá không thành hoặc không bán được tài sản",
    en: "allowed after an auction failed or the asset could not be sold",
  },
} as const;

export const sellingOrders: readonly RuleVersion[] = [
  { ...unsettled, ...l2008, citation: cite("26/2008/QH12", "74(1)") },
  { ...unsettled, ...l2025, citation: cite("106/2025/QH15", "39(1)") },
  { ...unoffered, ...l2008, citation: cite("26/2008/QH12", "74(3)") },
  { ...unoffered, ...l2025, citation: cite("106/2025/QH15", "83(1)") },
  { ...uncalled, ...l2008, citation: cite("26/2008/QH12", "104(1)") },
  { ...uncalled, ...l2025, citation: cite("106/2025/QH15", "83(3)") },
  { ...unseized, ...l2008, citation: cite("26/2008/QH12", "98") },
  { ...unseized, ...l2025, citation: cite("106/2025/QH15", "82") },
  { ...unpaid, ...d62, citation: cite("62/2015/NĐ-CP", "27(3)") },
  { ...unpaid, ...l2025, citation: cite("152/2026/NĐ-CP", "67(1)(c)") },
  {
    ...outOfOrder,
    ...l2025,
    series: "ORD_AUCTION_AFTER_REVALUE",
    owner: "enforcer",
    starts: [happened("auction-contract-signed")],
    // The right is used up by a revaluation, and nobody needs it where the parties agreed on the price.
    when: {
      not: {
        any: [
          { done: received("revaluation-result-received"), by: "start" },
          { done: happened("price-fixed", { by: ["agreement"] }), by: "start" },
        ],
      },
    },
    forbids: { running: "REVALUATION_REQUEST", of: "subject" },
    citation: cite("106/2025/QH15", "83(2)(a)"),
    note: {
      vi: "được phép khi đã hết thời hạn yêu cầu định giá lại tính từ thông báo cho đương sự cuối cùng, hoặc khi đã định giá lại, hoặc khi các bên thỏa thuận được giá",
      en: "allowed once the time to ask for a new valuation has ended for the last party, or after a new valuation or an agreement on the price",
    },
  },
];
