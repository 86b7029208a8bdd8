/** Detection from the co-owners' notice to the delivery of the sold asset, in files of two assets. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, car, decision, file, house, deadlinesOf, obligations, states } from "../given.ts";

const auction = (
  asset: typeof house,
  days: Readonly<Record<string, string>>,
  traits: Readonly<Record<string, string>>,
): Act => act("auction-held", asset, days, { traits });

describe("a co-owner's priority (26/2008 Art.74(3); 106/2025 Art.83(1))", () => {
  test("is longer for an immovable than for a movable, and breaches nothing when it passes unused", () => {
    const offered = [act("priority-offered", house, "2026-08-03"), act("priority-offered", car, "2026-08-03")];
    expect(deadlinesOf("PREEMPT_IMMOVABLE", file(offered))).toMatchObject([
      { subject: house, dueOn: "2026-08-18", weight: "hint", owner: "co-owner" },
    ]);
    expect(deadlinesOf("PREEMPT_MOVABLE", file(offered))).toMatchObject([{ subject: car, dueOn: "2026-08-10" }]);
  });
});

describe("the auction (26/2008 Art.101(2); 106/2025 Art.83(2)(a))", () => {
  const contracts = [
    act("auction-contract-signed", house, "2026-08-03"),
    act("auction-contract-signed", car, "2026-08-03"),
  ];

  test("is due within 45 days for an immovable, within 30 for any other asset", () => {
    expect(deadlinesOf("AUCTION_HOLD_IMMOVABLE", file(contracts))).toMatchObject([
      { subject: house, dueOn: "2026-09-17" },
    ]);
    expect(deadlinesOf("AUCTION_HOLD_MOVABLE", file(contracts))).toMatchObject([{ subject: car, dueOn: "2026-09-03" }]);
  });

  test("is owed by the body that signed the contract, for each asset", () => {
    const held = auction(car, { happenedOn: "2026-09-04" }, { outcome: "sold" });
    expect(obligations("AUCTION_HOLD_MOVABLE", file([...contracts, held]), "2026-09-10")).toMatchObject([
      { owner: "auction-body", state: "late", daysLate: 1 },
    ]);
  });

  test("is not owed for the asset whose auction a protest paused (106/2025 Art.84(1)(c))", () => {
    const paused = act("auction-paused", house, "2026-09-10", { traits: { ground: "protest" } });
    expect(states("AUCTION_HOLD_IMMOVABLE", file([...contracts, paused]), "2026-10-01")).toEqual({ house: "excused" });
    expect(states("AUCTION_HOLD_MOVABLE", file([...contracts, paused]), "2026-10-01")).toEqual({ car: "missed" });
  });
});

describe("the debtor's right to redeem (26/2008 Art.101(5); 106/2025 Art.83(4))", () => {
  const redeemed = (on: string): Act => act("asset-redeemed", house, on);
  const held = auction(house, { happenedOn: "2026-09-03" }, { outcome: "sold" });

  test.each([
    ["2026-08-28", "met"],
    ["2026-08-31", "late"],
  ])("ends one working day before the auction: redeemed on %s it is %s", (on, state) => {
    expect(obligations("REDEEM_ASSET", file([redeemed(on), held]), "2026-09-10")).toMatchObject([
      { dueOn: "2026-08-28", state, weight: "hint" },
    ]);
  });
});

describe("a failed auction", () => {
  const failed = (asset: typeof house, receivedOn: string, round = "first"): Act =>
    auction(asset, { happenedOn: receivedOn, receivedOn }, { outcome: "failed", round });

  test("under the 2008 law must be notified to the parties within 5 working days of the first one (Art.104(1))", () => {
    const acts = [
      failed(house, "2022-02-07"),
      failed(car, "2022-02-07"),
      act("auction-failure-notified", car, "2022-02-14"),
    ];
    expect(states("FAILED_AUCTION_ASK", file(acts), "2022-02-15")).toEqual({ house: "missed", car: "met" });
  });

  test("under the 2008 law needs no such notice after a later auction", () => {
    expect(deadlinesOf("FAILED_AUCTION_ASK", file([failed(house, "2022-02-07", "later")]))).toEqual([]);
  });

  test("under the 2008 law is only a hint where the file does not say that it was the first", () => {
    const unknown = auction(house, { happenedOn: "2022-02-07", receivedOn: "2022-02-07" }, { outcome: "failed" });
    expect(deadlinesOf("FAILED_AUCTION_ASK", file([unknown]))).toMatchObject([{ weight: "hint" }]);
    expect(deadlinesOf("FAILED_AUCTION_ASK", file([failed(house, "2022-02-07")]))).toMatchObject([
      { weight: "violation" },
    ]);
  });

  test("under the 2008 law forbids a price cut within ten days of the notice (Art.104(1))", () => {
    const notified = act("auction-failure-notified", house, "2022-02-07");
    const early = decision("price-cut", "2022-02-14", { answers: [notified] });
    const inTime = decision("price-cut", "2022-02-18", { answers: [notified] });
    expect(obligations("PRICE_CUT_DECISION", file([notified, early]), "2022-03-01")).toMatchObject([
      { state: "forbidden", dueOn: "2022-02-17", metBy: early.id, weight: "violation" },
    ]);
    expect(obligations("PRICE_CUT_DECISION", file([notified, inTime]), "2022-03-01")).toEqual([]);
    expect(obligations("PRICE_CUT_DECISION", file([notified]), "2022-03-01")).toEqual([]);
  });

  test("under the 2025 law must be notified in 2 working days, and the price cut in 5 (D152/2026 Art.65(6); Art.83(3))", () => {
    const known = failed(house, "2026-08-03");
    const cut = decision("price-cut", "2026-08-11", { answers: [known] });
    const acts = [known, failed(car, "2026-08-03"), act("auction-failure-notified", house, "2026-08-05"), cut];
    expect(states("FAILED_AUCTION_NOTICE", file(acts), "2026-08-20")).toEqual({ house: "met", car: "missed" });
    expect(states("PRICE_CUT_DECISION", file(acts), "2026-08-20")).toEqual({ house: "late", car: "missed" });
  });

  test("needs no price cut when the creditor takes that asset in place of money", () => {
    const acts = [failed(house, "2026-08-03"), failed(car, "2026-08-03"), act("asset-taken", house, "2026-08-06")];
    expect(states("PRICE_CUT_DECISION", file(acts), "2026-08-20")).toEqual({ house: "excused", car: "missed" });
  });
});

describe("the sold asset", () => {
  const sold = (asset: typeof house): Act => auction(asset, { happenedOn: "2026-08-03" }, { outcome: "sold" });

  test("is paid by the buyer, and a late payment breaches nothing", () => {
    const acts = [sold(house), sold(car), act("buyer-paid", house, "2026-09-01")];
    expect(obligations("AUCTION_BUYER_PAY", file(acts), "2026-09-10")).toMatchObject([
      { subject: house, state: "met" },
      { subject: car, state: "missed", owner: "buyer", weight: "hint" },
    ]);
  });

  test("must be delivered within 60 days of its own payment (D152/2026 Art.67)", () => {
    const paid = [act("buyer-paid", house, "2026-08-10"), act("buyer-paid", car, "2026-08-10")];
    const delivered = act("asset-delivered", car, "2026-10-09");
    expect(obligations("AUCTION_DELIVER", file([...paid, delivered]), "2026-10-13")).toMatchObject([
      { subject: house, dueOn: "2026-10-09", state: "missed" },
      { subject: car, state: "met" },
    ]);
  });

  test.each([
    ["2016-05-04", "D62-2015", "2016-07-04", "hint"],
    ["2020-04-30", "D62-2015", "2020-06-29", "hint"],
    ["2020-05-04", "D33-2020", "2020-06-03", "hint"],
    ["2024-12-31", "D33-2020", "2025-02-03", "hint"],
    ["2025-01-01", "L2008", "2025-03-03", "violation"],
    ["2026-07-01", "L2025", "2026-09-03", "violation"],
  ])("that was paid on %s is delivered by the text %s until %s: %s", (on, version, dueOn, weight) => {
    expect(deadlinesOf("AUCTION_DELIVER", file([act("buyer-paid", house, on)]))).toMatchObject([
      { version, dueOn, weight },
    ]);
  });

  const obstructed = (ground: string, on: string, asset = house): Act =>
    act("delivery-obstructed", asset, on, { traits: { ground } });

  test.each(["2025-03-03", "2026-08-10"])(
    "need not be delivered in time, paid on %s, where force majeure or an objective obstacle stopped it",
    (on) => {
      const paid = act("buyer-paid", house, on);
      const state = (...acts: readonly Act[]): unknown =>
        states("AUCTION_DELIVER", file([paid, ...acts]), "2026-11-20");
      for (const ground of ["force-majeure", "objective-obstacle"]) {
        expect(state(obstructed(ground, on))).toEqual({ house: "excused" });
        expect(state(obstructed(ground, on, car))).toEqual({ house: "missed" });
        expect(state(obstructed(ground, "2026-11-02"))).toEqual({ house: "missed" });
      }
      expect(state(obstructed("difficulty", on))).toEqual({ house: "missed" });
    },
  );

  test("of 2020 to 2024 had 60 days at most where the delivery was difficult, and none more without that", () => {
    const paid = act("buyer-paid", house, "2021-03-19");
    const difficult = obstructed("difficulty", "2021-04-01");
    expect(states("AUCTION_DELIVER", file([paid, difficult]), "2021-08-02")).toEqual({ house: "excused" });
    expect(deadlinesOf("AUCTION_DELIVER_DIFFICULT", file([paid, difficult]))).toMatchObject([
      { dueOn: "2021-05-18", weight: "hint" },
    ]);
    expect(deadlinesOf("AUCTION_DELIVER_DIFFICULT", file([paid]))).toEqual([]);
  });

  test("needs no delivery when the result of its auction was cancelled", () => {
    const paid = [act("buyer-paid", house, "2026-08-10"), act("buyer-paid", car, "2026-08-10")];
    const cancelled = act("auction-result-cancelled", house, "2026-08-20");
    expect(states("AUCTION_DELIVER", file([...paid, cancelled]), "2026-10-13")).toEqual({
      house: "excused",
      car: "missed",
    });
  });

  test("needs its papers within 10 days if it is immovable or its right is registered (D152/2026 Art.69)", () => {
    const delivered = (asset: typeof house, registered?: string): Act =>
      act("asset-delivered", asset, "2026-10-09", registered === undefined ? {} : { traits: { registered } });
    const weights = (...acts: readonly Act[]): readonly unknown[] =>
      deadlinesOf("REGISTRATION_FILE", file(acts)).map(({ subject, weight }) => [subject.id, weight]);
    expect(weights(delivered(house), delivered(car, "yes"))).toEqual([
      ["house", "violation"],
      ["car", "violation"],
    ]);
    expect(weights(delivered(house), delivered(car))).toEqual([
      ["house", "violation"],
      ["car", "hint"],
    ]);
    expect(weights(delivered(house), delivered(car, "no"))).toEqual([["house", "violation"]]);
  });
});

describe("an asset of small value or perishable (26/2008 Art.101(4); 106/2025 Art.83(2)(b))", () => {
  const small = { traits: { "without-auction": "small-value" } };

  test("under the 2008 law must be sold without auction within five working days of its seizure", () => {
    const seized = [act("asset-seized", house, "2021-09-01"), act("asset-seized", car, "2021-09-01", small)];
    const sold = act("sold-without-auction", car, "2021-09-13");
    expect(states("SELL_SMALL", file([...seized, sold]), "2021-09-20")).toEqual({ car: "late" });
  });

  test("under the 2025 law must be sold within five working days of its price, if it was stated small then or at the seizure", () => {
    const seized = [act("asset-seized", house, "2026-07-20"), act("asset-seized", car, "2026-07-20", small)];
    const priced = act("price-fixed", car, "2026-08-03");
    expect(deadlinesOf("SELL_SMALL", file([...seized, act("price-fixed", house, "2026-08-03"), priced]))).toMatchObject(
      [{ subject: car, startedBy: priced.id, dueOn: "2026-08-10" }],
    );
    expect(deadlinesOf("SELL_SMALL", file([act("price-fixed", house, "2026-08-03", small)]))).toHaveLength(1);
  });

  test("needs no auction contract under the 2025 law (Art.83(2)(b))", () => {
    const seized = [act("asset-seized", house, "2026-07-20"), act("asset-seized", car, "2026-07-20", small)];
    const notified = [house, car].map((asset) => act("valuation-result-notified", asset, "2026-08-03"));
    expect(deadlinesOf("AUCTION_CONTRACT", file([...seized, ...notified]))).toMatchObject([{ subject: house }]);
  });

  test("needs no auction contract under the 2008 law", () => {
    const priced = [act("price-fixed", house, "2022-01-20"), act("price-fixed", car, "2022-01-20", small)];
    expect(deadlinesOf("AUCTION_CONTRACT", file(priced))).toMatchObject([{ subject: house }]);
  });
});
