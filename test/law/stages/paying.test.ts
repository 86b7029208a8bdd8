/** Detection on money and exhibits: paying out, keeping, giving back, destroying, remitting them. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, car, caseFile, decision, file, house, deadlinesOf, obligations, states, subject } from "../given.ts";

const [first, second] = [subject("sum", "first"), subject("sum", "second")];

describe("paying out", () => {
  test("under the 2008 law includes an asset collected for the creditor (Art.47(5))", () => {
    const collected = [act("asset-collected", house, "2021-04-20"), act("asset-collected", car, "2021-04-20")];
    const returned = act("asset-returned", house, "2021-05-04");
    expect(states("PAY_OUT", file([...collected, returned]), "2021-05-05")).toEqual({ house: "met", car: "missed" });
  });

  test("that was extended is due within 45 days instead of the ten (D152/2026 Art.30(3)(a))", () => {
    const collected = [act("money-collected", first, "2026-07-01"), act("money-collected", second, "2026-07-01")];
    const acts = [...collected, act("payout-extended", first, "2026-07-09")];
    expect(states("PAY_OUT", file(acts), "2026-07-20")).toEqual({ first: "excused", second: "missed" });
    expect(deadlinesOf("PAY_OUT_EXTENDED", file(acts))).toMatchObject([
      { subject: first, dueOn: "2026-08-24", weight: "violation" },
    ]);
  });

  test("extended after the ten days is late all the same", () => {
    const acts = [act("money-collected", first, "2026-07-01"), act("payout-extended", first, "2026-07-14")];
    expect(states("PAY_OUT", file(acts), "2026-07-20")).toEqual({ first: "missed" });
  });

  test("that was blocked is due within ten days of the end of the block (D152/2026 Art.30(4))", () => {
    const acts = [
      act("money-collected", first, "2026-07-01"),
      act("payout-blocked", first, "2026-07-03"),
      act("payout-unblocked", first, { receivedOn: "2026-09-01" }),
      act("paid-out", first, "2026-09-14"),
    ];
    expect(states("PAY_OUT", file(acts), "2026-09-20")).toEqual({ first: "excused" });
    expect(obligations("PAY_OUT_AFTER_BLOCK", file(acts), "2026-09-20")).toMatchObject([
      { dueOn: "2026-09-11", state: "late", daysLate: 3 },
    ]);
  });
});

describe("unclaimed property (26/2008 Art.126(2); 106/2025 Art.59(1))", () => {
  const notified = act("collection-notified", first, "2026-08-03");

  test.each([
    ["2026-08-17", "forbidden"],
    ["2026-08-18", undefined],
  ])("is money deposited on %s after a notice of 3 August: %s", (on, state) => {
    const acts = [notified, act("collection-notified", second, "2026-08-03"), act("money-deposited", first, on)];
    expect(obligations("UNCLAIMED_MONEY_DEPOSIT", file(acts), "2026-09-01").map((one) => one.state)).toEqual(
      state === undefined ? [] : [state],
    );
  });

  test("may not be sold before 30 days are over unless it is perishable", () => {
    const told = (perishable: string): Act => act("collection-notified", car, "2026-08-03", { traits: { perishable } });
    const sold = act("unclaimed-asset-sold", car, "2026-08-20");
    expect(states("UNCLAIMED_ASSET_SALE", file([told("no"), sold]), "2026-09-10")).toEqual({ car: "forbidden" });
    expect(states("UNCLAIMED_ASSET_SALE", file([told("yes"), sold]), "2026-09-10")).toEqual({});
  });

  test("may not be forfeited, sum by sum and asset by asset, before five years from the judgment's effect (126(2), 59(1))", () => {
    const effective = act("judgment-took-effect", caseFile, "2021-07-14");
    const acts = [
      effective,
      act("unclaimed-forfeited", first, "2025-12-01", { answers: [effective] }),
      act("unclaimed-forfeited", car, "2026-07-13"),
      act("unclaimed-forfeited", second, "2026-07-14"),
      act("unclaimed-forfeited", house, "2026-08-03"),
    ];
    expect(obligations("UNCLAIMED_FORFEIT", file(acts), "2026-08-20")).toMatchObject([
      { subject: first, startedBy: effective.id, dueOn: "2026-07-14", state: "forbidden", weight: "violation" },
      { subject: car, dueOn: "2026-07-14", state: "forbidden" },
    ]);
  });

  test("must be notified within 3 working days of the decision for each listed exhibit, else of a later ground", () => {
    const decided = decision("enforcement", "2026-08-03");
    const listed = (asset: typeof house, fate: string): Act =>
      act("exhibit-listed", asset, "2026-08-03", { traits: { fate } });
    const ground = act("return-ground-arisen", first, "2026-08-10");
    const told = act("collection-notified", first, "2026-08-13");
    const acts = [decided, listed(house, "return"), listed(car, "destruction"), ground, told];
    expect(obligations("RETURN_PROPERTY_NOTICE", file(acts), "2026-08-20")).toMatchObject([
      { subject: house, startedBy: decided.id, dueOn: "2026-08-06", state: "missed" },
      { subject: first, startedBy: ground.id, dueOn: "2026-08-13", state: "met" },
    ]);
  });
});

describe("exhibits", () => {
  const decided = decision("enforcement", "2026-08-03");
  const listed = (asset: typeof house, fate: string): Act =>
    act("exhibit-listed", asset, "2026-08-20", { traits: { fate } });

  test("that are confiscated must each be handed over within ten days of the decision (106/2025 Art.57(1))", () => {
    const handed = act("exhibit-handed-over", car, "2026-08-12");
    const acts = [decided, listed(house, "confiscation"), listed(car, "confiscation"), handed];
    expect(obligations("CONFISCATED_HANDOVER", file(acts), "2026-08-20")).toMatchObject([
      { subject: house, startedBy: decided.id, dueOn: "2026-08-13", state: "missed" },
      { subject: car, state: "met" },
    ]);
  });

  test("to be destroyed need a council within a month of the decision (106/2025 Art.58(2))", () => {
    const acts = [decided, listed(house, "destruction"), listed(car, "confiscation")];
    const council = act("destruction-council-set-up", caseFile, "2026-09-04", { answers: [decided] });
    expect(obligations("DESTRUCTION_COUNCIL", file([...acts, council]), "2026-10-01")).toMatchObject([
      { startedBy: decided.id, dueOn: "2026-09-03", state: "late", daysLate: 1 },
    ]);
  });

  test("need no council when none of them is to be destroyed", () => {
    expect(deadlinesOf("DESTRUCTION_COUNCIL", file([decided, listed(house, "confiscation")]))).toEqual([]);
  });

  test("need a council for a destruction decision, whether they are listed or not (106/2025 Art.58(2))", () => {
    expect(deadlinesOf("DESTRUCTION_COUNCIL", file([decision("destruction", "2026-08-03")]))).toMatchObject([
      { dueOn: "2026-09-03" },
    ]);
  });

  test("must each be destroyed within 20 days of the council (D152/2026 Art.40)", () => {
    const council = act("destruction-council-set-up", caseFile, "2026-09-03");
    const destroyed = act("exhibit-destroyed", house, "2026-09-23", { answers: [council] });
    const acts = [decided, listed(house, "destruction"), listed(car, "destruction"), council, destroyed];
    expect(states("DESTRUCTION_DO", file(acts), "2026-09-24")).toEqual({ house: "met", car: "missed" });
  });
});

describe("confiscated money (D152/2026 Art.39)", () => {
  const decided = decision("enforcement", "2026-08-10");

  test.each([
    ["2026-08-03", "2026-08-17"],
    ["2026-08-12", "2026-08-19"],
  ])(
    "received on %s must be remitted by %s, seven days from the later of the receipt and the decision",
    (receivedOn, dueOn) => {
      const received = act("state-money-received", first, { receivedOn });
      const other = act("state-money-received", second, { receivedOn });
      const remitted = act("state-money-remitted", second, dueOn);
      expect(obligations("STATE_MONEY_REMIT", file([received, other, decided, remitted]), "2026-08-20")).toMatchObject([
        { subject: first, dueOn, state: "missed" },
        { subject: second, dueOn, state: "met" },
      ]);
    },
  );
});

describe("a creditor who was called and does not come (26/2008 Arts.47(5), 126(2); 106/2025 Arts.54(6), 59(1))", () => {
  const laws = [
    ["2022-03-01", "2022-03-09", "2022-03-24", "2022-03-23"],
    ["2026-09-07", "2026-09-16", "2026-10-01", "2026-09-30"],
  ] as const;
  const judged = (acts: readonly Act[], today: string): unknown =>
    obligations("PAY_OUT", file(acts), today).map(({ state, weight }) => [state, weight]);

  test.each(laws)("collected on %s and called on %s", (collectedOn, calledOn, full, early) => {
    const collected = act("money-collected", first, collectedOn, { traits: { origin: "debtor" } });
    const called = act("collection-notified", first, calledOn);
    const deposited = (on: string, about = first): Act => act("money-deposited", about, on);
    const today = "2026-11-20";
    // Deposited when the fifteen days are full: nothing is owed. A day before, or not at all, it is asked and not accused.
    expect(judged([collected, called, deposited(full)], today)).toEqual([["excused", "hint"]]);
    expect(judged([collected, called, deposited(early)], today)).toEqual([["missed", "hint"]]);
    expect(judged([collected, called], today)).toEqual([["missed", "hint"]]);
    // Another sum's call or deposit serves this one in nothing, nor does a deposit without a call.
    expect(judged([collected, act("collection-notified", second, calledOn), deposited(full)], today)).toEqual([
      ["missed", "violation"],
    ]);
    expect(judged([collected, called, deposited(full, second)], today)).toEqual([["missed", "hint"]]);
    expect(judged([collected, deposited(full)], today)).toEqual([["missed", "violation"]]);
  });

  test("is called too late after the ten days", () => {
    const collected = act("money-collected", first, "2026-09-07");
    const acts = [
      collected,
      act("collection-notified", first, "2026-09-18"),
      act("money-deposited", first, "2026-10-12"),
    ];
    expect(judged(acts, "2026-11-20")).toEqual([["missed", "violation"]]);
  });

  test.each([["2022-03-01", "2022-03-09", "2022-06-09", "2022-06-08"]])(
    "has an asset sold when three months are full under the 2008 law: called on %s, %s",
    (from, calledOn, full, early) => {
      const acts = [act("asset-collected", car, from), act("collection-notified", car, calledOn)];
      const soldOn = (on: string): Act => act("unclaimed-asset-sold", car, on);
      expect(judged([...acts, soldOn(full)], "2022-08-01")).toEqual([["excused", "hint"]]);
      expect(judged([...acts, soldOn(early)], "2022-08-01")).toEqual([["missed", "hint"]]);
    },
  );
});

describe("the price of a sold asset (D62/2015 Art.27(4); 106/2025 Art.54(6))", () => {
  const sale = { origin: "asset-sale" };
  const judged = (acts: readonly Act[], today = "2026-11-20"): unknown =>
    obligations("PAY_OUT", file(acts), today).map(({ subject: { id }, dueOn, state, weight }) => [
      id,
      dueOn,
      state,
      weight,
    ]);

  test.each([
    ["2021-10-26", "met"],
    ["2021-11-01", "met"],
    ["2021-11-02", "late"],
  ])("received on 6 September 2021 for a house delivered on 20 October and paid out on %s is %s", (on, state) => {
    const paid = act("buyer-paid", house, "2021-09-06");
    const collected = act("money-collected", first, "2021-09-06", { traits: sale });
    const acts = [paid, collected, act("asset-delivered", house, "2021-10-20"), act("paid-out", first, on)];
    expect(judged(acts)).toEqual([["house", "2021-11-01", state, "violation"]]);
  });

  const prices = (named: boolean): readonly Act[] =>
    [house, car].flatMap((asset, n) => {
      const paid = act("buyer-paid", asset, "2026-09-01");
      const answers = named ? [paid] : [];
      const sum = n === 0 ? first : second;
      return [paid, act("money-collected", sum, "2026-09-01", { traits: sale, answers })];
    });
  const delivered = [act("asset-delivered", house, "2026-09-07"), act("asset-delivered", car, "2026-09-07")];

  test("of two sold assets, each paid out under its own sum, meets the clock of its own asset", () => {
    const acts = [...prices(true), ...delivered, act("paid-out", second, "2026-09-14")];
    expect(judged(acts)).toEqual([
      ["house", "2026-09-17", "missed", "violation"],
      ["car", "2026-09-17", "met", "violation"],
    ]);
  });

  test("that may be that of either asset leaves both a hint when it is paid out", () => {
    const acts = [...prices(false), ...delivered, act("paid-out", second, "2026-09-14")];
    expect(judged(acts)).toEqual([
      ["house", "2026-09-17", "missed", "hint"],
      ["car", "2026-09-17", "missed", "hint"],
    ]);
    expect(judged([...prices(false), ...delivered])).toMatchObject([{ 3: "violation" }, { 3: "violation" }]);
  });

  test("is met by a payment that names its collection, and by one made before the delivery", () => {
    const [paid, collected] = prices(true);
    if (paid === undefined || collected === undefined) throw new Error("no price");
    const given = act("asset-delivered", house, "2026-09-07");
    const named = act("paid-out", first, "2026-09-14", { answers: [collected] });
    expect(judged([paid, collected, given, named])).toMatchObject([{ 2: "met" }]);
    expect(judged([paid, collected, given, act("paid-out", first, "2026-09-03")])).toMatchObject([{ 2: "met" }]);
  });

  test("is not called for or deposited by what is done about the price of the other asset", () => {
    const called = act("collection-notified", second, "2026-09-14");
    const acts = [...prices(true), ...delivered, called, act("money-deposited", second, "2026-09-29")];
    expect(judged(acts)).toMatchObject([
      { 0: "house", 2: "missed" },
      { 0: "car", 2: "excused" },
    ]);
  });

  test("is owed to nobody when the creditor took the asset in place of money", () => {
    expect(judged([act("asset-taken", house, "2026-09-01"), act("asset-delivered", house, "2026-09-07")])).toEqual([]);
    const other = [act("asset-taken", car, "2026-09-01"), act("asset-delivered", house, "2026-09-07")];
    expect(judged(other)).toMatchObject([{ 0: "house", 2: "missed" }]);
  });

  test("taken in place of money does not take away what is owed of other money", () => {
    const collected = act("money-collected", first, "2026-09-04", { traits: { origin: "debtor" } });
    expect(judged([act("asset-taken", house, "2026-09-01"), collected])).toMatchObject([{ 0: "first", 2: "missed" }]);
  });

  test("is known by the buyer's payment that its collection answers, although no origin is stated", () => {
    const paid = act("buyer-paid", house, "2026-09-01");
    const collected = act("money-collected", first, "2026-09-01", { answers: [paid] });
    expect(judged([paid, collected])).toEqual([]);
  });

  test.each(["debtor", "deduction"])(
    "is not money of origin %s, whose payment leaves the price in no doubt",
    (origin) => {
      const other = act("money-collected", second, "2026-09-01", { traits: { origin } });
      const acts = [act("buyer-paid", house, "2026-09-01"), act("asset-delivered", house, "2026-09-07"), other];
      expect(judged([...acts, act("paid-out", second, "2026-09-08")])).toMatchObject([
        { 0: "house", 2: "missed", 3: "violation" },
        { 0: "second", 2: "met" },
      ]);
    },
  );

  test("of money whose origin nobody stated is asked about where an asset was sold, and accused where none was", () => {
    const collected = act("money-collected", first, "2026-09-01");
    expect(judged([collected])).toMatchObject([{ 2: "missed", 3: "violation" }]);
    expect(judged([act("buyer-paid", house, "2026-09-01"), collected])).toMatchObject([{ 2: "missed", 3: "hint" }]);
  });
});
