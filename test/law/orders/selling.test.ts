/** What must come before the steps of a sale and before the payment of its price. */

import { describe, expect, test } from "vitest";
import { act, car, decision, file, house, obligations, states, subject } from "../given.ts";
import type { Act, Subject } from "../../../src/law/act.ts";
import type { Series } from "../../../src/law/series.ts";

const today = "2026-11-23";
const opened = decision("enforcement", "2026-09-01");
const paid = (asset: Subject, on: string): Act => act("buyer-paid", asset, on);
const sold = (asset: Subject): Act => act("auction-held", asset, "2026-09-07", { traits: { outcome: "sold" } });
const delivered = (asset: Subject, on: string): Act => act("asset-delivered", asset, on);

describe("a sold asset is delivered only after full payment (D62/2015 Art.27(3); D152/2026 Art.67(1)(c))", () => {
  const rule = "ORD_DELIVER_PAID";

  test("is forbidden where the buyer of the other asset paid, or this one later", () => {
    const of = file([opened, paid(car, "2026-09-10"), delivered(house, "2026-09-14"), paid(house, "2026-09-15")]);
    expect(obligations(rule, of, today)).toMatchObject([{ subject: house, state: "forbidden", weight: "violation" }]);
  });

  test("is lawful on the day of the payment, and where the creditor takes the asset", () => {
    expect(states(rule, file([opened, paid(house, "2026-09-14"), delivered(house, "2026-09-14")]), today)).toEqual({});
    const taken = act("asset-taken", house, "2026-09-10");
    expect(states(rule, file([opened, taken, delivered(house, "2026-09-14")]), today)).toEqual({});
  });

  test("accuses in a case that an asset-handling decision opened, and not in a file that nothing opened", () => {
    const weights = (...acts: readonly Act[]) =>
      obligations(rule, file([...acts, sold(house), delivered(house, "2026-09-14")]), today).map(
        ({ weight }) => weight,
      );
    expect([weights(decision("asset-handling", "2026-09-01")), weights()]).toEqual([["violation"], ["hint"]]);
  });

  test("accuses only where the asset was sold: a judgment may give it to the creditor", () => {
    const weights = (...acts: readonly Act[]) =>
      obligations(rule, file([opened, ...acts, delivered(house, "2026-09-14")]), today).map(({ weight }) => weight);
    expect(weights()).toEqual(["hint"]);
    expect(weights(sold(car))).toEqual(["hint"]);
    for (const sale of ["auction-contract-signed", "sold-without-auction"] as const)
      expect(weights(act(sale, house, "2026-09-07"))).toEqual(["violation"]);
    expect(weights(sold(house))).toEqual(["violation"]);
    expect(weights(act("auction-held", house, "2026-09-07", { traits: { outcome: "failed" } }))).toEqual(["hint"]);
  });

  test("accuses nobody in an imported file", () => {
    const imported = act("asset-delivered", house, "2026-09-14", { source: "import" });
    expect(obligations(rule, file([opened, imported]), today)).toMatchObject([{ state: "forbidden", weight: "hint" }]);
  });
});

describe("no auction contract while a new valuation may be asked for (106/2025 Art.83(2)(a))", () => {
  const rule = "ORD_AUCTION_AFTER_REVALUE";
  const told = (asset: Subject, on: string): Act => act("valuation-result-notified", asset, on);
  const contract = (on: string): Act => act("auction-contract-signed", house, on);

  test("is forbidden within five working days of the last notice, and lawful after them", () => {
    // Five working days from Monday 5 October 2026 end on Monday the 12th.
    const notices = [told(house, "2026-09-28"), told(house, "2026-10-05")];
    const of = (on: string) => file([opened, ...notices, contract(on)]);
    expect(obligations(rule, of("2026-10-12"), today)).toMatchObject([{ state: "forbidden", weight: "violation" }]);
    expect(states(rule, of("2026-10-13"), today)).toEqual({});
  });

  test("does not ask of the notice for another asset, and not once the asset was valued anew", () => {
    expect(states(rule, file([opened, told(car, "2026-10-05"), contract("2026-10-06")]), today)).toEqual({});
    const anew = act("revaluation-result-received", house, { receivedOn: "2026-10-06" });
    expect(states(rule, file([opened, told(house, "2026-10-05"), anew, contract("2026-10-07")]), today)).toEqual({});
  });

  test("is lawful where the parties agreed on the price, and not where the enforcer fixed it", () => {
    const priced = (by: string): Act => act("price-fixed", house, "2026-10-06", { traits: { by } });
    const of = (by: string) => file([opened, told(house, "2026-10-05"), priced(by), contract("2026-10-07")]);
    expect([states(rule, of("agreement"), today), states(rule, of("enforcer"), today)]).toEqual([
      {},
      { house: "forbidden" },
    ]);
  });
});

describe("a valuation contract before the seizure (26/2008 Art.98; 106/2025 Art.82)", () => {
  const rule = "ORD_VALUE_AFTER_SEIZURE";
  const contract = (on: string): Act => act("valuation-contract-signed", house, on);

  test("is asked about, also where another asset was seized; it is in order from the day of the seizure", () => {
    const seized = act("asset-seized", house, "2026-09-14");
    const of = (on: string) => file([opened, act("asset-seized", car, "2026-09-01"), seized, contract(on)]);
    expect(obligations(rule, of("2026-09-13"), today)).toMatchObject([{ state: "forbidden", weight: "hint" }]);
    expect(states(rule, of("2026-09-14"), today)).toEqual({});
    expect(obligations(rule, file([contract("2026-06-30")]), today)).toMatchObject([{ version: "L2008" }]);
  });
});

describe("the price is paid out only after the delivery (D62/2015 Art.27(4); 106/2025 Art.54(6))", () => {
  const rule = "ORD_PAY_DELIVERED";
  const price = subject("sum", "price");
  const collected = act("money-collected", price, "2026-09-10", { traits: { origin: "asset-sale" }, answers: [] });

  test("before it is a hint, for the costs may be paid from it", () => {
    const of = (on: string) =>
      file([opened, paid(house, "2026-09-10"), collected, act("paid-out", price, on), delivered(house, "2026-09-20")]);
    expect(obligations(rule, of("2026-09-19"), today)).toMatchObject([
      { subject: price, state: "forbidden", weight: "hint" },
    ]);
    expect(states(rule, of("2026-09-20"), today)).toEqual({});
  });

  test("asks for the delivery of the asset that was sold, and of no other", () => {
    const buyer = paid(house, "2026-09-10");
    const its = act("money-collected", price, "2026-09-10", { traits: { origin: "asset-sale" }, answers: [buyer] });
    const of = (asset: Subject) =>
      file([
        opened,
        buyer,
        paid(car, "2026-09-10"),
        its,
        delivered(asset, "2026-09-12"),
        act("paid-out", price, "2026-09-14"),
      ]);
    expect(states(rule, of(car), today)).toEqual({ price: "forbidden" });
    expect(states(rule, of(house), today)).toEqual({});
  });

  test("does not ask of money that is no price, nor of the price of an unknown asset", () => {
    const wages = act("money-collected", price, "2026-09-10", { traits: { origin: "deduction" } });
    expect(states(rule, file([opened, wages, act("paid-out", price, "2026-09-12")]), today)).toEqual({});
    const two = [paid(house, "2026-09-10"), paid(car, "2026-09-10")];
    expect(states(rule, file([opened, ...two, collected, act("paid-out", price, "2026-09-12")]), today)).toEqual({});
  });
});

describe("what co-owners and parties are given before a sale", () => {
  const forbiddenOn = (series: Series, acts: readonly Act[]) =>
    obligations(series, file(acts), "2029-01-01").map(({ subject, weight, version }) => [subject.id, weight, version]);

  test("the owners of common property have thirty days to agree or to sue (26/2008 Art.74(1); 106/2025 Art.39(1))", () => {
    const told = act("common-property-notified", house, "2026-07-06");
    const seized = (asset: typeof house, on: string) => act("asset-seized", asset, on);
    expect(forbiddenOn("ORD_SHARE", [told, seized(house, "2026-08-05")])).toEqual([["house", "hint", "L2025"]]);
    expect(forbiddenOn("ORD_SHARE", [told, seized(house, "2026-08-06")])).toEqual([]);
    expect(forbiddenOn("ORD_SHARE", [told, seized(car, "2026-08-05")])).toEqual([]);
    const settled = act("common-property-settled", house, "2026-07-20", { traits: { by: "agreement" } });
    expect(forbiddenOn("ORD_SHARE", [told, settled, seized(house, "2026-07-20")])).toEqual([]);
  });

  test("the holder of a priority is asked before the auction contract (26/2008 Art.74(3); 106/2025 Art.83(1))", () => {
    const contract = (asset: typeof house, on: string) => act("auction-contract-signed", asset, on);
    const offered = (asset: typeof house, on = "2026-07-06") => act("priority-offered", asset, on);
    expect(forbiddenOn("ORD_PRIORITY", [offered(house), contract(house, "2026-07-21")])).toEqual([
      ["house", "hint", "L2025"],
    ]);
    expect(forbiddenOn("ORD_PRIORITY", [offered(house), contract(house, "2026-07-22")])).toEqual([]);
    expect(forbiddenOn("ORD_PRIORITY", [offered(car), contract(car, "2026-07-13")])).toHaveLength(1);
    expect(forbiddenOn("ORD_PRIORITY", [offered(car), contract(car, "2026-07-14")])).toEqual([]);
    expect(forbiddenOn("ORD_PRIORITY", [offered(car), contract(house, "2026-07-13")])).toEqual([]);
    const old = [offered(house, "2026-03-02"), contract(house, "2026-06-02")];
    expect(forbiddenOn("ORD_PRIORITY", old)).toEqual([["house", "hint", "L2008"]]);
    const used = act("priority-used", house, "2026-07-10");
    expect(forbiddenOn("ORD_PRIORITY", [offered(house), used, contract(house, "2026-07-13")])).toEqual([]);
  });

  test("a price is cut after a failed auction (26/2008 Art.104(1); 106/2025 Art.83(3))", () => {
    const cut = (on: string) => decision("price-cut", on);
    const held = (on: string, outcome: string) => act("auction-held", house, on, { traits: { outcome } });
    const notified = act("auction-failure-notified", house, { sentOn: "2026-08-03" });
    expect(forbiddenOn("ORD_CUT", [cut("2026-08-10")])).toMatchObject([[expect.anything(), "hint", "L2025"]]);
    expect(forbiddenOn("ORD_CUT", [held("2026-08-03", "sold"), cut("2026-08-10")])).toHaveLength(1);
    expect(forbiddenOn("ORD_CUT", [held("2026-08-11", "failed"), cut("2026-08-10")])).toHaveLength(1);
    expect(forbiddenOn("ORD_CUT", [held("2026-08-10", "failed"), cut("2026-08-10")])).toEqual([]);
    expect(forbiddenOn("ORD_CUT", [notified, cut("2026-08-10")])).toEqual([]);
    const cancelled = act("auction-result-cancelled", house, "2026-08-05");
    expect(forbiddenOn("ORD_CUT", [cancelled, cut("2026-08-10")])).toEqual([]);
  });
});
