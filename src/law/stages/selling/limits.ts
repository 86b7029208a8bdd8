/**
 * Rules from the seizure of an asset to its sale: co-owners, valuation, sale of small assets; auctions are in auction-limits.ts.
 *
 * Law 26/2008: valuation contract in 5 working days (98), revaluation asked for in 5 (99), auction contract in 10 days from the price
 * (101); a co-owner has 3 months for an immovable, 1 for a movable.
 * Law 106/2025: revaluation done in 5 working days (82(3)); auction contract in 5 after the time to ask for it (83(2)(a)); a co-owner
 * has 15 days or 5 working days (83(1)).
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { auctionLimits } from "./auction-limits.ts";
import {
  calendarDays,
  duty,
  immovable,
  l2008,
  l2008Unamended,
  l2025,
  movable,
  standstill,
  workingDays,
} from "../phrases.ts";
import { happened, received } from "../../act-day.ts";

const assetReleased = [happened("seizure-lifted"), ...standstill];

const commonProperty = {
  series: "COMMON_PROPERTY_AGREE",
  mode: "period",
  owner: "party",
  starts: [happened("common-property-notified")],
  metBy: [happened("common-property-settled")],
  term: calendarDays(30),
  direction: "after",
  confidence: "V",
} as const;

const priority = {
  mode: "period",
  owner: "co-owner",
  starts: [happened("priority-offered")],
  metBy: [happened("priority-used")],
  direction: "after",
  confidence: "V",
} as const;

const onImmovable = { ...priority, series: "PREEMPT_IMMOVABLE", when: immovable } as const;
const onMovable = { ...priority, series: "PREEMPT_MOVABLE", when: movable } as const;

const coOwners: readonly RuleVersion[] = [
  { ...commonProperty, ...l2008, citation: cite("26/2008/QH12", "74(1)") },
  { ...commonProperty, ...l2025, citation: cite("106/2025/QH15", "39(1)(b)") },
  { ...onImmovable, ...l2008, term: { unit: "month", length: 3 }, citation: cite("26/2008/QH12", "74(3)") },
  { ...onImmovable, ...l2025, term: calendarDays(15), citation: cite("106/2025/QH15", "83(1)") },
  { ...onMovable, ...l2008, term: { unit: "month", length: 1 }, citation: cite("26/2008/QH12", "74(3)") },
  { ...onMovable, ...l2025, term: workingDays(5), citation: cite("106/2025/QH15", "83(1)") },
];

const valuation = {
  series: "VALUATION_CONTRACT",
  ...duty,
  owner: "enforcer",
  starts: [happened("asset-seized")],
  metBy: [happened("valuation-contract-signed")],
  // A price agreed by the parties or fixed by the enforcer needs no contract (26/2008 Art.98, 106/2025 Art.82).
  excusedBy: [happened("price-fixed", { by: ["agreement", "enforcer"] }), ...assetReleased],
  term: workingDays(5),
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

const valuations: readonly RuleVersion[] = [
  { ...valuation, ...l2008Unamended, citation: cite("26/2008/QH12", "98(2)") },
  { ...valuation, ...l2025, citation: cite("106/2025/QH15", "82(1)(a)") },
  {
    ...l2025,
    series: "VALUATION_RESULT_NOTICE",
    ...duty,
    owner: "enforcer",
    starts: [received("valuation-result-received")],
    metBy: [happened("valuation-result-notified")],
    excusedBy: assetReleased,
    term: workingDays(3),
    citation: cite("152/2026/NĐ-CP", "60"),
  },
  { ...revaluation, ...l2008, citation: cite("26/2008/QH12", "99(1)(b)") },
  { ...revaluation, ...l2025, citation: cite("106/2025/QH15", "82(2)(c)") },
  {
    ...l2025,
    series: "REVALUATION_DO",
    ...duty,
    owner: "enforcer",
    starts: [happened("revaluation-ground-established")],
    metBy: [happened("valuation-contract-signed"), received("revaluation-result-received")],
    excusedBy: assetReleased,
    term: workingDays(5),
    citation: cite("106/2025/QH15", "82(3)"),
  },
];

const smallCodes = ["small-value", "perishable"];
const small: Condition = { trait: "without-auction", among: smallCodes };
/** Small value or perishable, as stated when the asset was seized or when its price was fixed. */
const saidSmall: Condition = {
  any: [
    small,
    { done: happened("asset-seized", { "without-auction": smallCodes }), by: "start" },
    { done: happened("price-fixed", { "without-auction": smallCodes }), by: "start" },
  ],
};

const auctionContract = {
  series: "AUCTION_CONTRACT",
  ...duty,
  owner: "enforcer",
  metBy: [happened("auction-contract-signed")],
  // A small or perishable asset is sold without auction, and one that was taken or bought by priority needs none.
  excusedBy: [happened("sold-without-auction"), happened("asset-taken"), happened("priority-used"), ...assetReleased],
  when: { not: saidSmall },
} as const;

const smallSale = {
  series: "SELL_SMALL",
  ...duty,
  owner: "enforcer",
  metBy: [happened("sold-without-auction")],
  excusedBy: assetReleased,
  when: saidSmall,
  term: workingDays(5),
} as const;

const sales: readonly RuleVersion[] = [
  {
    ...auctionContract,
    ...l2008Unamended,
    starts: [happened("price-fixed")],
    term: calendarDays(10),
    citation: cite("26/2008/QH12", "101(2)"),
  },
  {
    ...auctionContract,
    ...l2025,
    starts: [{ endOf: "REVALUATION_REQUEST" }, received("revaluation-result-received")],
    term: workingDays(5),
    citation: cite("106/2025/QH15", "83(2)(a)"),
  },
  { ...smallSale, ...l2008Unamended, starts: [happened("asset-seized")], citation: cite("26/2008/QH12", "101(4)") },
  { ...smallSale, ...l2025, starts: [happened("price-fixed")], citation: cite("106/2025/QH15", "83(2)(b)") },
];

export const sellingLimits: readonly RuleVersion[] = [...coOwners, ...valuations, ...sales, ...auctionLimits];
