/** The conditions of rules: what was done again, twice, before, or while a period ran. */

import { describe, expect, test } from "vitest";
import type { Act, Subject } from "../../../src/law/act.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, car, creditor, deadlinesOf, debtorA, debtorB, decision, file, house, subject } from "../given.ts";

const doubts = (series: Series, acts: readonly Act[]): readonly unknown[] =>
  deadlinesOf(series, file(acts)).map(({ startedOn, doubts: found }) => [startedOn, found]);
const unsure = ["condition-not-shown"];

describe("after two fruitless verifications the next one waits for new information (26/2008 Art.44(2))", () => {
  const verified = (on: string, who = debtorA, result?: string): Act =>
    act("conditions-verified", who, on, result === undefined ? {} : { traits: { result } });
  const last = verified("2021-01-12");
  const grounds = act("no-condition-ground-established", debtorA, "2021-01-12");
  const sorted = [grounds, decision("not-yet-executable", "2021-01-14", { answers: [grounds] })];
  const of = (...earlier: readonly Act[]) => doubts("VERIFY_REPEAT", [...earlier, last, ...sorted]);

  test("so the third accuses nobody, and the second does", () => {
    expect(of()).toEqual([["2021-01-12", []]]);
    expect(of(verified("2020-07-10"))).toEqual([["2021-01-12", unsure]]);
  });

  test("and one that found means, or was of the other debtor, is none of the two", () => {
    expect(of(verified("2020-07-10", debtorA, "executable"))).toEqual([["2021-01-12", []]]);
    expect(of(verified("2020-07-10", debtorB))).toEqual([["2021-01-12", []]]);
  });

  test("and two records of one day are one verification, of which the second meets the first", () => {
    expect(of(verified("2021-01-12"))).toEqual([
      ["2021-01-12", []],
      ["2021-01-12", unsure],
    ]);
  });

  test("and one that came later does not count for the clock before it", () => {
    expect(of(verified("2021-07-05"))).toEqual([
      ["2021-07-05", unsure],
      ["2021-01-12", []],
    ]);
  });
});

describe("a second auction contract takes the place of the first (106/2025 Art.83(2)(a))", () => {
  const signed = (on: string, asset = car): Act => act("auction-contract-signed", asset, on);
  const of = (...acts: readonly Act[]) => doubts("AUCTION_HOLD_MOVABLE", acts);
  const first = signed("2026-07-06");

  test.each(["2026-07-07", "2026-08-05"])("when it is signed on %s, by the day that the first was due", (on) => {
    expect(of(first, signed(on))).toEqual([
      ["2026-07-06", unsure],
      [on, []],
    ]);
  });

  test("but not when it is signed later, or is about another asset", () => {
    expect(of(first, signed("2026-08-06"))).toEqual([
      ["2026-07-06", []],
      ["2026-08-06", []],
    ]);
    expect(of(first, signed("2026-07-20", house))).toEqual([["2026-07-06", []]]);
  });

  test("and of two signed on one day, the file does not show which is the second", () => {
    expect(of(first, signed("2026-07-06"))).toEqual([
      ["2026-07-06", unsure],
      ["2026-07-06", unsure],
    ]);
  });
});

describe("a judgment received again may be covered by the decision that stood before (106/2025 Art.34(2))", () => {
  const details = { traits: { "seizure-minutes": "none" } };
  const received = (on: string): Act => act("judgment-received", subject("intake", "one"), { receivedOn: on }, details);
  const weights = (decidedOn: string) => {
    const [one, again] = [received("2026-07-06"), received("2026-07-20")];
    const decided = decision("enforcement", decidedOn, { answers: [one] });
    return deadlinesOf("DECISION_OWN_MOTION", file([one, again, decided], { kind: "own-motion" })).map(
      ({ startedOn, doubts: found }) => [startedOn, found],
    );
  };

  test("but one of its own day does not show that it came first", () => {
    expect(weights("2026-07-17")).toContainEqual(["2026-07-20", unsure]);
    expect(weights("2026-07-20")).toContainEqual(["2026-07-20", []]);
  });
});

describe("a period that someone has (106/2025 Arts.35(1), 83(1))", () => {
  const contract = (on: string): Act => act("auction-contract-signed", house, on);
  const found = (offered: readonly Act[], on: string): number =>
    deadlinesOf("ORD_PRIORITY", file([...offered, contract(on)])).length;
  const offered = (on: string, asset: Subject = house): Act => act("priority-offered", asset, on);

  test("runs from its first day to its last: fifteen days from 6 July 2026 end on the 21st", () => {
    const days = ["2026-07-03", "2026-07-06", "2026-07-07", "2026-07-21", "2026-07-22"];
    expect(days.map((on) => found([offered("2026-07-06")], on))).toEqual([0, 1, 1, 1, 0]);
  });

  test("does not run for another asset, and no period of the old law runs from a day of the new one", () => {
    expect(found([offered("2026-07-06", car)], "2026-07-07")).toBe(0);
    expect(found([offered("2026-07-06")], "2026-08-03")).toBe(0);
    expect(found([offered("2026-06-30")], "2026-08-03")).toBe(1);
  });

  test("runs for a debtor, so a file that names none forbids nothing", () => {
    const coerced = act("coercion-carried-out", house, "2026-07-08");
    const parties = [{ id: creditor.id, side: "creditor" }] as const;
    for (const series of ["ORD_VOLUNTARY", "ORD_NOTICE_FIRST", "ORD_STANDSTILL"] as const)
      expect(deadlinesOf(series, file([coerced], { parties }))).toEqual([]);
  });
});

describe("the price of a sold asset is paid out after its delivery (106/2025 Art.54(6))", () => {
  const price = subject("sum", "price");
  const bought = act("buyer-paid", house, "2026-08-03");
  const collected = act("money-collected", price, "2026-08-03", { answers: [bought] });
  const paid = act("paid-out", price, "2026-08-17");
  const found = (...delivered: readonly Act[]): number =>
    deadlinesOf("ORD_PAY_DELIVERED", file([bought, collected, ...delivered, paid])).length;
  const delivered = (asset: Subject, on: string): Act => act("asset-delivered", asset, on);

  test("that is, of this asset, whatever became of another", () => {
    expect(found(delivered(car, "2026-08-10"))).toBe(1);
    expect(found(delivered(car, "2026-08-24"), delivered(house, "2026-08-10"))).toBe(0);
  });

  test("on the day itself at the latest", () => {
    expect([found(delivered(house, "2026-08-17")), found(delivered(house, "2026-08-18"))]).toEqual([0, 1]);
  });
});
