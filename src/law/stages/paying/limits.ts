/**
 * Rules on the money and property of a case: paid out, given back, kept for an owner who does not come, remitted to the State.
 *
 * Law 26/2008: pay-out in 10 days from collection (47(5)), of the price of an asset from its delivery (D62/2015 27(4)); unclaimed
 * money 15 days, assets 3 months, forfeiture after 5 years (126).
 * Law 106/2025: pay-out in 10 days from collection or from delivery of the asset (54(6)), extended by 45 days at most, or blocked by
 * a protest or complaint (D152/2026 30(3), (4)); notice to the owner in 3 working days, unclaimed assets 30 days (59(1)).
 */

import type { Condition, RuleVersion } from "../../rule.ts";
import { cite, citeTogether } from "../../sources.ts";
import { calendarDays, duty, goesOn, l2008, l2008Unamended, l2025, workingDays } from "../phrases.ts";
import { decided, happened, received } from "../../act-day.ts";

const called = happened("collection-notified");
const deposited = { act: happened("money-deposited"), called, term: calendarDays(15) } as const;
const sold = { act: happened("unclaimed-asset-sold"), called } as const;

/** A creditor who took the asset in place of money is owed none. */
const takenForMoney: Condition = {
  all: [{ asset: ["immovable", "movable", "right", "money"] }, { done: happened("asset-taken"), by: "start" }],
};

/** The agency that handles an asset for another one remits the money to it (26/2008 Art.57(2)(c), D152/2026 27(1)(b)). */
const forAnother: Condition = {
  all: [{ asset: ["immovable", "movable", "right", "money"] }, { done: decided("asset-handling"), by: "start" }],
};
/** What a judgment gives to the creditor is delivered too, and has no price. */
const soldOrCollected: Condition = {
  any: [
    { not: { asset: ["immovable", "movable", "right", "money"] } },
    { done: happened("buyer-paid"), by: "start" },
    { done: happened("asset-collected"), by: "start" },
  ],
};
/** Money is kept, and nobody paid, while enforcement is halted or an order or a complaint holds the money back. */
const notHalted: Condition = {
  not: {
    any: [
      { done: decided("postponement", "suspension"), by: "due" },
      { done: received("cassation-suspension-received"), by: "due" },
      { done: happened("payout-blocked"), by: "due" },
      { done: happened("payout-extended"), by: "due" },
    ],
  },
};

const payOut = {
  series: "PAY_OUT",
  ...duty,
  owner: "enforcer",
  term: calendarDays(10),
  // For the price of a sold asset the time runs from the delivery of the asset.
  when: { not: { any: [{ fact: "sale-price" }, takenForMoney, forAnother] } },
  accuses: {
    all: [
      // A creditor who was called in time may be the one who is late.
      { not: { done: called, by: "due" } },
      // Money whose origin is not stated may be the price of an asset.
      { fact: "money-traced" },
      // What is collected on own motion may be owed to the State, which is no payment to a party.
      { fact: "on-request" },
      { not: { done: happened("state-money-remitted"), by: "ever" } },
      soldOrCollected,
      notHalted,
    ],
  },
} as const;

const payOuts: readonly RuleVersion[] = [
  {
    ...payOut,
    ...l2008,
    starts: [happened("money-collected"), happened("asset-collected"), happened("asset-delivered")],
    metBy: [happened("paid-out"), happened("asset-returned")],
    // Law 26/2008 Art.126(2): what a creditor who was called does not fetch is deposited or sold.
    settledBy: [deposited, { ...sold, term: { unit: "month", length: 3 } }],
    // D62/2015 Art.27(4): the price of a sold asset is paid out in 10 days from the delivery of the asset.
    citation: citeTogether("Art.47(5); D62/2015 Art.27(4)", ["26/2008/QH12", "47(5)"], ["62/2015/NĐ-CP", "27(4)"]),
  },
  {
    ...payOut,
    ...l2025,
    starts: [happened("money-collected"), happened("asset-delivered")],
    metBy: [happened("paid-out")],
    // D152/2026 Art.30(3): a pay-out may be extended or blocked.
    excusedBy: [happened("payout-extended"), happened("payout-blocked")],
    // Law 106/2025 Art.59(1): as law 26/2008 Art.126(2), with 30 days for an asset.
    settledBy: [deposited, { ...sold, term: calendarDays(30) }],
    citation: cite("106/2025/QH15", "54(6)"),
  },
  {
    ...l2025,
    series: "PAY_OUT_EXTENDED",
    mode: "duty",
    owner: "enforcer",
    starts: [happened("payout-extended")],
    metBy: [happened("paid-out")],
    excusedBy: [happened("payout-blocked")],
    term: calendarDays(45),
    direction: "maximum",
    citation: cite("152/2026/NĐ-CP", "30(3)(a)"),
    confidence: "V",
  },
  {
    ...l2025,
    series: "PAY_OUT_AFTER_BLOCK",
    ...duty,
    owner: "enforcer",
    starts: [{ act: "payout-unblocked", days: ["receivedOn", "happenedOn"] }],
    metBy: [happened("paid-out")],
    excusedBy: [happened("payout-blocked")],
    term: calendarDays(10),
    citation: cite("152/2026/NĐ-CP", "30(4)"),
  },
];

const deposit = {
  series: "UNCLAIMED_MONEY_DEPOSIT",
  mode: "ban",
  owner: "enforcer",
  starts: [happened("collection-notified")],
  metBy: [happened("money-deposited")],
  // Where an address is unknown or enforcement is halted, the money is deposited at once (D62/2015 49(5), D152/2026 30(8)).
  accuses: { all: [{ not: { fact: "some-party-unknown" } }, goesOn, notHalted] },
  term: calendarDays(15),
  direction: "not_before",
  confidence: "V",
} as const;

const sale = {
  series: "UNCLAIMED_ASSET_SALE",
  mode: "ban",
  owner: "enforcer",
  starts: [happened("collection-notified")],
  metBy: [happened("unclaimed-asset-sold")],
  accuses: { not: { trait: "perishable", among: ["yes"] } },
  direction: "not_before",
  confidence: "V",
} as const;

const forfeit = {
  series: "UNCLAIMED_FORFEIT",
  mode: "ban",
  owner: "agency-head",
  starts: [{ ...happened("judgment-took-effect"), each: happened("unclaimed-forfeited") }],
  metBy: [happened("unclaimed-forfeited")],
  // What an inmate may no longer claim is forfeited a year after the notice (D62/2015 49, D152/2026 41).
  accuses: { not: { fact: "some-party-in-prison" } },
  term: { unit: "year", length: 5 },
  direction: "not_before",
  confidence: "V",
} as const;

const unclaimed: readonly RuleVersion[] = [
  {
    ...l2025,
    series: "RETURN_PROPERTY_NOTICE",
    ...duty,
    owner: "agency",
    starts: [
      { ...decided("enforcement"), each: happened("exhibit-listed", { fate: ["return"] }) },
      happened("return-ground-arisen"),
    ],
    metBy: [{ act: "collection-notified", days: ["sentOn", "happenedOn"] }],
    term: workingDays(3),
    citation: cite("106/2025/QH15", "59(1)"),
  },
  { ...deposit, ...l2008Unamended, citation: cite("26/2008/QH12", "126(2)") },
  { ...deposit, ...l2025, citation: cite("106/2025/QH15", "59(1)") },
  { ...sale, ...l2008Unamended, term: { unit: "month", length: 3 }, citation: cite("26/2008/QH12", "126(2)") },
  {
    ...sale,
    ...l2025,
    when: { not: { trait: "perishable", among: ["yes"] } },
    term: calendarDays(30),
    citation: cite("106/2025/QH15", "59(1)"),
    note: { vi: "tài sản mau hỏng: 05 ngày làm việc", en: "perishable: 5 working days" },
  },
  { ...forfeit, ...l2008Unamended, citation: cite("26/2008/QH12", "126(2)") },
  {
    ...forfeit,
    ...l2025,
    citation: cite("106/2025/QH15", "59(1)"),
    note: {
      vi: "hoặc 01 năm kể từ ngày thông báo nếu thu được sau đó",
      en: "or 1 year from the notice if it was collected later",
    },
  },
];

const stateMoney: readonly RuleVersion[] = [
  {
    ...l2025,
    series: "STATE_MONEY_REMIT",
    ...duty,
    owner: "agency",
    // Money received before the decision is owed from the day of the decision.
    starts: [{ ...received("state-money-received"), with: decided("enforcement") }],
    metBy: [happened("state-money-remitted")],
    term: calendarDays(7),
    citation: cite("152/2026/NĐ-CP", "39"),
  },
];

export const payingLimits: readonly RuleVersion[] = [...payOuts, ...unclaimed, ...stateMoney];
