/** Detection from seizure to pay-out, in files of two debtors and two assets. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, car, decision, file, house, deadlinesOf, obligations, states, subject } from "../given.ts";

describe("the valuation contract (26/2008 Art.98(2); 106/2025 Art.82(1)(a))", () => {
  const seized = (asset = house): Act => act("asset-seized", asset, "2021-09-01");

  test("is owed for each asset, and a contract for one does not serve for the other", () => {
    const signed = act("valuation-contract-signed", car, "2021-09-10");
    expect(obligations("VALUATION_CONTRACT", file([seized(), seized(car), signed]), "2021-09-13")).toMatchObject([
      { subject: house, dueOn: "2021-09-10", state: "missed", daysLate: 3, workingDaysLate: 1 },
      { subject: car, state: "met" },
    ]);
  });

  test("does not count when it was signed before the seizure", () => {
    const signed = act("valuation-contract-signed", house, "2021-08-31");
    expect(states("VALUATION_CONTRACT", file([seized(), seized(car), signed]), "2021-09-13")).toEqual({
      house: "missed",
      car: "missed",
    });
  });

  test("is not owed for an asset whose price the parties agreed on", () => {
    const agreed = act("price-fixed", house, "2021-09-03", { traits: { by: "agreement" } });
    expect(states("VALUATION_CONTRACT", file([seized(), seized(car), agreed]), "2021-09-13")).toEqual({
      house: "excused",
      car: "missed",
    });
  });

  test("is not owed for an asset whose seizure was lifted", () => {
    const lifted = act("seizure-lifted", car, "2021-09-08");
    expect(states("VALUATION_CONTRACT", file([seized(), seized(car), lifted]), "2021-09-13")).toEqual({
      house: "missed",
      car: "excused",
    });
  });
});

describe("the auction contract", () => {
  test("under the 2008 law is due ten days after the price of that asset (Art.101(2))", () => {
    const fixed = (asset = house): Act => act("price-fixed", asset, "2022-01-20", { traits: { by: "valuation" } });
    const signed = act("auction-contract-signed", house, "2022-02-08");
    expect(obligations("AUCTION_CONTRACT", file([fixed(), fixed(car), signed]), "2022-02-10")).toMatchObject([
      { subject: house, dueOn: "2022-02-07", state: "late", daysLate: 1 },
      { subject: car, state: "missed", daysLate: 3 },
    ]);
  });

  test("under the 2025 law counts from the end of the period to ask for revaluation (Art.83(2)(a))", () => {
    const notified = (asset = house): Act => act("valuation-result-notified", asset, "2026-07-06");
    expect(deadlinesOf("AUCTION_CONTRACT", file([notified(), notified(car)]))).toMatchObject([
      { subject: house, startedOn: "2026-07-13", dueOn: "2026-07-20" },
      { subject: car, startedOn: "2026-07-13", dueOn: "2026-07-20" },
    ]);
  });

  test("under the 2025 law counts from the result when revaluation was asked for in time", () => {
    const notified = (asset = house): Act => act("valuation-result-notified", asset, "2026-07-06");
    const asked = act("revaluation-requested", house, { receivedOn: "2026-07-10" });
    const result = act("revaluation-result-received", house, { receivedOn: "2026-08-03" });
    expect(deadlinesOf("AUCTION_CONTRACT", file([notified(), notified(car), asked]))).toMatchObject([{ subject: car }]);
    expect(deadlinesOf("AUCTION_CONTRACT", file([notified(), notified(car), asked, result]))).toMatchObject([
      { subject: car, dueOn: "2026-07-20" },
      { subject: house, startedBy: result.id, dueOn: "2026-08-10" },
    ]);
  });
});

describe("paying out (26/2008 Art.47(5); 106/2025 Art.54(6))", () => {
  const [first, second] = [subject("sum", "first"), subject("sum", "second")];

  test("is owed for each sum that was collected", () => {
    const collected = (sum = first): Act => act("money-collected", sum, "2021-04-20");
    const paid = act("paid-out", second, "2021-05-04");
    expect(states("PAY_OUT", file([collected(), collected(second), paid]), "2021-05-05")).toEqual({
      first: "missed",
      second: "met",
    });
  });

  test("under the 2025 law counts from the delivery for the price of an asset", () => {
    const price = act("money-collected", first, "2026-07-01", { traits: { origin: "asset-sale" } });
    const delivered = [act("asset-delivered", house, "2026-08-03"), act("asset-delivered", car, "2026-08-04")];
    const paid = act("paid-out", first, "2026-08-10", { answers: delivered.slice(0, 1) });
    expect(states("PAY_OUT", file([price, ...delivered, paid]), "2026-08-20")).toEqual({ house: "met", car: "missed" });
  });

  test("is not excused by the lifting of another asset's seizure", () => {
    const collected = act("money-collected", first, "2026-07-01");
    expect(
      states(
        "PAY_OUT",
        file([collected, act("seizure-lifted", car, "2026-07-02"), decision("enforcement", "2026-06-30")]),
        "2026-07-20",
      ),
    ).toEqual({ first: "missed" });
  });
});
