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
