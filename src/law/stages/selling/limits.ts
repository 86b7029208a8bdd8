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
  goesOn,
  immovable,
  l2008,
  l2008Unamended,
  l2025,
  movable,
  standstill,
  workingDays,
} from "../phrases.ts";
import { happened, received } from "../../act-day.ts";

const assetReleased = [
  happened("seizure-lifted"),
  happened("asset-redeemed"),
  happened("asset-taken"),
  happened("priority-used"),
  ...standstill,
];

/** The owners of common property agree or go to court before it is handled (26/2008 Art.74(1), 106/2025 Art.39(1)). */
const notCommon: Condition = { not: { done: happened("common-property-notified"), by: "due" } };
/** Gold, securities and digital assets are valued and sold by laws of their own (106/2025 Arts.82(1)(c), 83(2)(c)). */
const anyThing: Condition = { asset: ["movable", "immovable"] };

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
  {
    ...l2025,
    ...priority,
    series: "PREEMPT_PAY",
    // A holder who uses the right pays within five working days of the end of the time to use it, however early it was used.
    starts: [
      { endOf: "PREEMPT_IMMOVABLE", used: true },
      { endOf: "PREEMPT_MOVABLE", used: true },
    ],
    metBy: [happened("buyer-paid")],
    when: { done: happened("priority-used"), by: "start" },
    term: workingDays(5),
    citation: cite("106/2025/QH15", "83(1)"),
  },
];

const smallCodes = ["small-value", "perishable"];

const valuation = {
  series: "VALUATION_CONTRACT",
  ...duty,
  owner: "enforcer",
  starts: [happened("asset-seized")],
  metBy: [happened("valuation-contract-signed")],
  // A price agreed by the parties or fixed by the enforcer needs no contract (26/2008 Art.98, 106/2025 Art.82).
  excusedBy: [happened("price-fixed", { by: ["agreement", "enforcer"] }), ...assetReleased],
  accuses: {
    all: [
      goesOn,
      notCommon,
      anyThing,
      // The parties may agree on the price, or the enforcer fix it, after these days too.
      { not: { done: happened("price-fixed", { by: ["agreement", "enforcer"] }), by: "ever" } },
      { not: { done: happened("asset-seized", { "without-auction": smallCodes }), by: "start" } },
    ],
  },
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
    accuses: goesOn,
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
    accuses: goesOn,
    term: workingDays(5),
    citation: cite("106/2025/QH15", "82(3)"),
  },
];

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
  excusedBy: [
    happened("sold-without-auction"),
    received("revaluation-requested"),
    happened("revaluation-ground-established"),
    ...assetReleased,
  ],
  when: { not: saidSmall },
  accuses: {
    all: [
      goesOn,
      notCommon,
      anyThing,
      // A co-owner is offered the asset first (26/2008 Art.74(3), 106/2025 Art.83(1)).
      { not: { done: happened("priority-offered"), by: "due" } },
      // The last notice of the result begins the time to ask for another valuation.
      { not: { again: happened("valuation-result-notified") } },
      // Where no auction body would sign, or a movable is worth little, it is sold without a contract of the enforcer (26/2008
      // Art.101(3), 106/2025 Art.83(2)(a)).
      {
        any: [
          { done: happened("auction-contract-signed"), by: "ever" },
          { all: [immovable, { not: { done: happened("auction-held"), by: "ever" } }] },
        ],
      },
    ],
  },
} as const;

const smallSale = {
  series: "SELL_SMALL",
  ...duty,
  owner: "enforcer",
  metBy: [happened("sold-without-auction")],
  excusedBy: assetReleased,
  when: saidSmall,
  // Nobody may have bought it.
  accuses: { all: [goesOn, notCommon, { done: happened("sold-without-auction"), by: "ever" }] },
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
