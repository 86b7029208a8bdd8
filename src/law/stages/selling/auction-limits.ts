/**
 * Rules from the auction contract to the delivery of the asset: the auction, its failure, the price, the buyer's papers.
 *
 * Law 26/2008: auction in 30 days, 45 for an immovable (101); after a failed one the parties are asked in 5 working days, and the
 * price may be cut 10 days later (104).
 * Law 106/2025: the price is cut in 5 working days (83(3)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import {
  calendarDays,
  d62amended,
  duty,
  goesOn,
  immovable,
  l2008,
  l2008Unamended,
  l2025,
  movable,
  standstill,
  workingDays,
} from "../phrases.ts";
import { decided, happened, received } from "../../act-day.ts";
import { statutoryDay } from "../../statutory-day.ts";

const noSale = [
  happened("seizure-lifted"),
  happened("asset-redeemed"),
  happened("asset-taken"),
  happened("priority-used"),
  ...standstill,
];

const auction = {
  ...duty,
  owner: "auction-body",
  starts: [happened("auction-contract-signed")],
  metBy: [happened("auction-held")],
  excusedBy: [happened("auction-paused"), ...noSale],
  // A second contract takes the place of the first.
  accuses: { all: [goesOn, { not: { again: happened("auction-contract-signed") } }] },
} as const;

const ofMovable = { ...auction, series: "AUCTION_HOLD_MOVABLE", when: movable, term: calendarDays(30) } as const;
const ofImmovable = { ...auction, series: "AUCTION_HOLD_IMMOVABLE", when: immovable, term: calendarDays(45) } as const;

const redemption = {
  series: "REDEEM_ASSET",
  mode: "period",
  owner: "debtor",
  starts: [happened("auction-held")],
  metBy: [happened("asset-redeemed")],
  term: workingDays(1),
  direction: "before",
  confidence: "V",
} as const;

const auctions: readonly RuleVersion[] = [
  { ...ofMovable, ...l2008Unamended, citation: cite("26/2008/QH12", "101(2)") },
  { ...ofMovable, ...l2025, citation: cite("106/2025/QH15", "83(2)(a)") },
  { ...ofImmovable, ...l2008Unamended, citation: cite("26/2008/QH12", "101(2)") },
  { ...ofImmovable, ...l2025, citation: cite("106/2025/QH15", "83(2)(a)") },
  { ...redemption, ...l2008Unamended, citation: cite("26/2008/QH12", "101(5)") },
  { ...redemption, ...l2025, citation: cite("106/2025/QH15", "83(4)") },
];

const failed = { outcome: ["failed"] };
const toldParties = [{ act: "auction-failure-notified", days: ["sentOn", "happenedOn"] }] as const;

const failures: readonly RuleVersion[] = [
  {
    ...l2008,
    series: "FAILED_AUCTION_ASK",
    ...duty,
    owner: "enforcer",
    starts: [received("auction-held", failed)],
    metBy: toldParties,
    excusedBy: noSale,
    // Art.104(1) is about the first auction; after a later one the price is cut without asking the parties again.
    when: { not: { trait: "round", among: ["later"] } },
    accuses: { all: [goesOn, { trait: "round", among: ["first"] }] },
    term: workingDays(5),
    citation: cite("26/2008/QH12", "104(1)"),
  },
  {
    ...l2025,
    series: "FAILED_AUCTION_NOTICE",
    carriesOver: true,
    ...duty,
    owner: "enforcer",
    starts: [received("auction-held", failed)],
    metBy: toldParties,
    excusedBy: noSale,
    accuses: goesOn,
    term: workingDays(2),
    citation: cite("152/2026/NĐ-CP", "65(6)"),
  },
  {
    ...l2008,
    series: "PRICE_CUT_DECISION",
    mode: "ban",
    owner: "enforcer",
    starts: [happened("auction-failure-notified")],
    metBy: [decided("price-cut")],
    term: calendarDays(10),
    direction: "not_before",
    citation: cite("26/2008/QH12", "104(1)"),
    confidence: "V",
  },
  {
    ...l2025,
    series: "PRICE_CUT_DECISION",
    carriesOver: true,
    ...duty,
    owner: "enforcer",
    starts: [received("auction-held", failed)],
    metBy: [decided("price-cut")],
    excusedBy: noSale,
    // After the second cut the creditor is first asked to take the asset, and below the costs nothing is cut (83(3)).
    accuses: {
      all: [
        goesOn,
        { any: [{ trait: "round", among: ["first"] }, { not: { done: decided("price-cut"), by: "start" } }] },
      ],
    },
    term: workingDays(5),
    citation: cite("106/2025/QH15", "83(3)"),
  },
];

/** Decree 62/2015 before decree 33/2020, of which no copy was read. */
const firstText = {
  version: "D62-2015",
  from: statutoryDay("2015-09-01"),
  until: statutoryDay("2020-05-01"),
} as const;

const price = {
  series: "AUCTION_BUYER_PAY",
  mode: "period",
  owner: "buyer",
  starts: [happened("auction-held", { outcome: ["sold"] })],
  metBy: [happened("buyer-paid")],
  excusedBy: [happened("auction-result-cancelled")],
  term: calendarDays(30),
  direction: "after",
  confidence: "V",
} as const;

const delivery = {
  series: "AUCTION_DELIVER",
  ...duty,
  owner: "agency",
  starts: [happened("buyer-paid")],
  metBy: [happened("asset-delivered")],
  excusedBy: [
    happened("auction-result-cancelled"),
    happened("delivery-obstructed", { ground: ["force-majeure", "objective-obstacle"] }),
  ],
  term: calendarDays(60),
} as const;

/** Art.27(3) until decree 152/2024, known from the press alone: 30 days, at most 60 where the delivery is difficult. */
const firstDelivery = {
  ...delivery,
  version: "D33-2020",
  from: statutoryDay("2020-05-01"),
  until: statutoryDay("2025-01-01"),
  citation: cite("62/2015/NĐ-CP", "27(3)"),
  confidence: "V2",
} as const;

const difficult = happened("delivery-obstructed", { ground: ["difficulty"] });

const deliveries: readonly RuleVersion[] = [
  {
    ...price,
    ...firstText,
    citation: cite("62/2015/NĐ-CP", "27(3)"),
    confidence: "U",
  },
  {
    ...price,
    ...d62amended,
    citation: cite("62/2015/NĐ-CP", "27(3)"),
    note: { vi: "không được gia hạn", en: "no extension" },
  },
  {
    ...price,
    ...l2025,
    citation: cite("152/2026/NĐ-CP", "65"),
    note: { vi: "đến 60 ngày nếu có thỏa thuận", en: "up to 60 days by agreement" },
  },
  {
    ...delivery,
    ...firstText,
    citation: cite("62/2015/NĐ-CP", "27(3)"),
    confidence: "U",
    note: {
      vi: "văn bản trước Nghị định 33/2020/NĐ-CP chưa được đọc; lấy thời hạn dài nhất đã biết",
      en: "the text before decree 33/2020 was not read; the longest known limit is taken",
    },
  },
  {
    ...firstDelivery,
    excusedBy: [...delivery.excusedBy, difficult],
    term: calendarDays(30),
    note: {
      vi: "tối đa 60 ngày nếu có khó khăn, trở ngại; theo tóm tắt của báo chí về Nghị định 33/2020/NĐ-CP",
      en: "60 days at most where it is difficult; from press summaries of decree 33/2020",
    },
  },
  {
    ...firstDelivery,
    series: "AUCTION_DELIVER_DIFFICULT",
    when: { done: difficult, by: "due" },
    direction: "maximum",
  },
  {
    ...delivery,
    ...l2008,
    from: statutoryDay("2025-01-01"),
    citation: cite("62/2015/NĐ-CP", "27(3)"),
    note: {
      vi: "trừ trường hợp bất khả kháng, trở ngại khách quan; theo Nghị định 152/2024/NĐ-CP",
      en: "save force majeure or an objective obstacle; as amended by decree 152/2024",
    },
  },
  {
    ...delivery,
    ...l2025,
    citation: cite("152/2026/NĐ-CP", "67(1)(c)"),
    note: {
      vi: "trừ trường hợp bất khả kháng, trở ngại khách quan",
      en: "save force majeure or an objective obstacle",
    },
  },
  {
    ...l2025,
    series: "DELIVER_SMALL",
    ...duty,
    owner: "enforcer",
    starts: [happened("sold-without-auction")],
    metBy: [happened("asset-delivered")],
    excusedBy: [happened("delivery-obstructed")],
    // Nothing is delivered before it is paid for.
    accuses: { done: happened("buyer-paid"), by: "due" },
    term: workingDays(3),
    citation: cite("152/2026/NĐ-CP", "67(1)(b)"),
    note: { vi: "tài sản bán không qua thủ tục đấu giá", en: "an asset sold without auction" },
  },
  {
    ...l2025,
    series: "REGISTRATION_FILE",
    ...duty,
    owner: "agency",
    starts: [happened("asset-delivered")],
    metBy: [happened("registration-file-supplied")],
    when: { any: [immovable, { not: { trait: "registered", among: ["no"] } }] },
    accuses: { any: [immovable, { trait: "registered", among: ["yes"] }] },
    term: calendarDays(10),
    citation: cite("152/2026/NĐ-CP", "69"),
  },
];

export const auctionLimits: readonly RuleVersion[] = [...auctions, ...failures, ...deliveries];
