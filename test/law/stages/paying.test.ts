/** Detection of what happens to money and exhibits: paid out, kept, given back, destroyed, remitted. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, car, caseFile, decision, file, house, limits, obligations, states, subject } from "../given.ts";

const [first, second] = [subject("sum", "first"), subject("sum", "second")];

describe("paying out", () => {
  test("under the 2008 law includes an asset collected for the creditor (Art.47(5))", () => {
    const collected = [act("asset-collected", house, "2021-04-20"), act("asset-collected", car, "2021-04-20")];
    const returned = act("asset-returned", house, "2021-05-04");
    expect(states("PAY_OUT", file([...collected, returned]), "2021-05-05")).toEqual({ house: "met", car: "missed" });
  });

  test("that was extended has 45 days more and not the ten (D152/2026 Art.30(3)(a))", () => {
    const collected = [act("money-collected", first, "2026-07-01"), act("money-collected", second, "2026-07-01")];
    const acts = [...collected, act("payout-extended", first, "2026-07-09")];
    expect(states("PAY_OUT", file(acts), "2026-07-20")).toEqual({ first: "excused", second: "missed" });
    expect(limits("PAY_OUT_EXTENDED", file(acts))).toMatchObject([
      { subject: first, dueOn: "2026-08-24", weight: "violation" },
    ]);
  });

  test("extended when the ten days are over is late all the same", () => {
    const acts = [act("money-collected", first, "2026-07-01"), act("payout-extended", first, "2026-07-14")];
    expect(states("PAY_OUT", file(acts), "2026-07-20")).toEqual({ first: "missed" });
  });

  test("that was blocked is owed within ten days of the end of the block (D152/2026 Art.30(4))", () => {
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

describe("what nobody collects (26/2008 Art.126(2); 106/2025 Art.59(1))", () => {
  const notified = act("collection-notified", first, "2026-08-03");

  test.each([
    ["2026-08-17", "forbidden"],
    ["2026-08-18", undefined],
  ])("money deposited on %s after a notice of 3 August: %s", (on, state) => {
    const acts = [notified, act("collection-notified", second, "2026-08-03"), act("money-deposited", first, on)];
    expect(obligations("UNCLAIMED_MONEY_DEPOSIT", file(acts), "2026-09-01").map((one) => one.state)).toEqual(
      state === undefined ? [] : [state],
    );
  });

  test("an asset that is not perishable is not sold before 30 days are over", () => {
    const told = (perishable: string): Act => act("collection-notified", car, "2026-08-03", { traits: { perishable } });
    const sold = act("unclaimed-asset-sold", car, "2026-08-20");
    expect(states("UNCLAIMED_ASSET_SALE", file([told("no"), sold]), "2026-09-10")).toEqual({ car: "forbidden" });
    expect(states("UNCLAIMED_ASSET_SALE", file([told("yes"), sold]), "2026-09-10")).toEqual({});
  });

  test("is not forfeited before five years from the judgment's effect, each sum and asset for itself (126(2), 59(1))", () => {
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

  test("the owner is told within 3 working days, from the decision for each listed exhibit, from a later ground else", () => {
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

  test("that are confiscated are handed over within ten days of the decision, each one (106/2025 Art.57(1))", () => {
    const handed = act("exhibit-handed-over", car, "2026-08-12");
    const acts = [decided, listed(house, "confiscation"), listed(car, "confiscation"), handed];
    expect(obligations("CONFISCATED_HANDOVER", file(acts), "2026-08-20")).toMatchObject([
      { subject: house, startedBy: decided.id, dueOn: "2026-08-13", state: "missed" },
      { subject: car, state: "met" },
    ]);
  });

  test("that are destroyed need a council within a month of the decision (106/2025 Art.58(2))", () => {
    const acts = [decided, listed(house, "destruction"), listed(car, "confiscation")];
    const council = act("destruction-council-set-up", caseFile, "2026-09-04", { answers: [decided] });
    expect(obligations("DESTRUCTION_COUNCIL", file([...acts, council]), "2026-10-01")).toMatchObject([
      { startedBy: decided.id, dueOn: "2026-09-03", state: "late", daysLate: 1 },
    ]);
  });

  test("need no council where none of them is to be destroyed", () => {
    expect(limits("DESTRUCTION_COUNCIL", file([decided, listed(house, "confiscation")]))).toEqual([]);
  });

  test("of a decision to destroy need a council, listed or not (106/2025 Art.58(2))", () => {
    expect(limits("DESTRUCTION_COUNCIL", file([decision("destruction", "2026-08-03")]))).toMatchObject([
      { dueOn: "2026-09-03" },
    ]);
  });

  test("are destroyed within 20 days of the council, each one (D152/2026 Art.40)", () => {
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
    "received on %s is remitted by %s: seven days from the later of the receipt and the decision",
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
