/** Detection of coercion and seizure: forbidden days and hours, notices before them, when they end. */

import { describe, expect, test } from "vitest";
import { act, car, debtorA, debtorB, decision, file, house, deadlinesOf, obligations, states } from "../given.ts";

const coerced = (on: string, traits: Readonly<Record<string, string>> = {}) =>
  act("coercion-carried-out", debtorA, on, { traits });

describe("coercion at a forbidden time (26/2008 Art.46(2); 106/2025 Art.72(5))", () => {
  test("is forbidden on a Sunday, not on a Monday", () => {
    const of = file([coerced("2026-11-22"), act("coercion-carried-out", debtorB, "2026-11-23")]);
    expect(obligations("BAN_COERCION_NIGHT", of, "2026-11-23")).toMatchObject([
      { subject: debtorA, state: "forbidden", metOn: "2026-11-22", weight: "violation" },
    ]);
  });

  test("is forbidden on 24 November since it became a public holiday in 2026", () => {
    expect(deadlinesOf("BAN_COERCION_NIGHT", file([coerced("2026-11-24")]))).toHaveLength(1);
    expect(deadlinesOf("BAN_COERCION_NIGHT", file([coerced("2025-11-24")]))).toEqual([]);
  });

  test("is forbidden in the night of a working day when the file states it", () => {
    expect(deadlinesOf("BAN_COERCION_NIGHT", file([coerced("2026-11-23", { hours: "night" })]))).toHaveLength(1);
    expect(deadlinesOf("BAN_COERCION_NIGHT", file([coerced("2026-11-23", { hours: "day" })]))).toEqual([]);
  });

  test("may be a seizure, which is coercion too", () => {
    const of = file([act("asset-seized", house, "2026-11-22"), act("asset-seized", car, "2026-11-23")]);
    expect(states("BAN_COERCION_NIGHT", of, "2026-11-23")).toEqual({ house: "forbidden" });
  });

  test("is forbidden around Tết with mobilised forces, and allowed without", () => {
    const near = "2026-02-09";
    expect(deadlinesOf("BAN_COERCION_TET", file([coerced(near, { forces: "mobilised" })]))).toHaveLength(1);
    expect(deadlinesOf("BAN_COERCION_TET", file([coerced(near, { forces: "none-mobilised" })]))).toEqual([]);
    expect(deadlinesOf("BAN_COERCION_TET", file([coerced("2026-03-23", { forces: "mobilised" })]))).toEqual([]);
  });

  test("is forbidden with mobilised forces on the traditional day of a policy beneficiary", () => {
    const traits = { forces: "mobilised", occasion: "policy-beneficiary-day" };
    expect(obligations("BAN_COERCION_TET", file([coerced("2026-07-27", traits)]), "2026-08-01")).toMatchObject([
      { state: "forbidden", weight: "violation" },
    ]);
  });
});

describe("the coercion plan (26/2008 Art.72; 106/2025 Art.72(6))", () => {
  const sent = (to: string, sentOn: string) =>
    act("coercion-plan-sent", debtorA, { sentOn, receivedOn: sentOn }, { traits: { to } });

  test("must be sent at once to procuracy, police and commune, and a breach is only a hint", () => {
    const approved = act("coercion-plan-approved", debtorA, "2026-09-30");
    const two = [sent("procuracy", "2026-09-30"), sent("police", "2026-09-30")];
    expect(obligations("SEND_COERCION_PLAN_VKS", file([approved, ...two]), "2026-10-10")).toMatchObject([
      { metOn: undefined, state: "missed", weight: "hint" },
    ]);
    expect(
      obligations("SEND_COERCION_PLAN_VKS", file([approved, ...two, sent("commune", "2026-10-02")]), "2026-10-10"),
    ).toMatchObject([{ metOn: "2026-10-02", state: "late" }]);
  });

  test("gives the police three working days for their own plan", () => {
    expect(
      deadlinesOf("POLICE_PROTECTION_PLAN", file([sent("police", "2026-07-03"), sent("commune", "2026-07-03")])),
    ).toMatchObject([{ dueOn: "2026-07-08", owner: "police" }]);
  });

  test("of a large coercion had to be reported five working days before (D62/2015 Art.13(3))", () => {
    const large = coerced("2024-05-06", { scale: "large" });
    const late = sent("peoples-committee-chair", "2024-04-26");
    expect(obligations("BIG_COERCION_REPORT", file([late, large]), "2024-06-01")).toMatchObject([
      { dueOn: "2024-04-25", metOn: "2024-04-26", state: "late" },
    ]);
    expect(deadlinesOf("BIG_COERCION_REPORT", file([coerced("2024-05-06")]))).toEqual([]);
  });
});

describe("the estimated cost (26/2008 Art.73(4); 106/2025 Art.72(7))", () => {
  test("must be notified to the coerced debtor two working days before", () => {
    const told = act("coercion-cost-notified", debtorB, "2026-11-20");
    expect(obligations("COERCION_COST_NOTICE", file([told, coerced("2026-11-26")]), "2026-11-30")).toMatchObject([
      { subject: debtorA, dueOn: "2026-11-23", state: "missed" },
    ]);
    const intime = act("coercion-cost-notified", debtorA, "2026-11-23");
    expect(obligations("COERCION_COST_NOTICE", file([intime, coerced("2026-11-26")]), "2026-11-30")).toMatchObject([
      { state: "met" },
    ]);
  });

  test("is not owed under the 2025 law where coercion must follow at once", () => {
    expect(deadlinesOf("COERCION_COST_NOTICE", file([coerced("2026-11-26", { notice: "withheld" })]))).toEqual([]);
  });
});

describe("the seizure of real estate (26/2008 Art.88(1); 106/2025 Art.80(2)(a))", () => {
  const told = (to: string, sentOn: string, about = house) =>
    act("seizure-notice-sent", about, { sentOn }, { traits: { to } });
  const seized = (on: string, traits: Readonly<Record<string, string>> = {}) =>
    act("asset-seized", house, on, { traits });
  const everyone = ["procuracy", "land-authority", "commune", "parties"];

  test("must be notified to all four, the procuracy too, three working days before", () => {
    const all = everyone.map((to) => told(to, "2026-11-20"));
    expect(obligations("SEIZE_REAL_ESTATE_NOTICE", file([...all, seized("2026-11-26")]), "2026-11-30")).toMatchObject([
      { dueOn: "2026-11-20", state: "met" },
    ]);
    const without = all.slice(1);
    expect(
      obligations("SEIZE_REAL_ESTATE_NOTICE", file([...without, seized("2026-11-26")]), "2026-11-30"),
    ).toMatchObject([{ state: "missed", weight: "violation" }]);
  });

  test("is notified only when the last of them is", () => {
    const all = everyone.map((to) => told(to, to === "procuracy" ? "2026-11-23" : "2026-11-20"));
    expect(obligations("SEIZE_REAL_ESTATE_NOTICE", file([...all, seized("2026-11-26")]), "2026-11-30")).toMatchObject([
      { metOn: "2026-11-23", state: "late" },
    ]);
  });

  test("needed no notice to the procuracy before 2026", () => {
    const all = ["commune", "parties"].map((to) => told(to, "2024-05-02"));
    expect(obligations("SEIZE_REAL_ESTATE_NOTICE", file([...all, seized("2024-05-06")]), "2024-06-01")).toMatchObject([
      { dueOn: "2024-05-02", state: "met" },
    ]);
  });

  test("needs no notice where the debtor might dissipate the asset, nor for a car", () => {
    const of = file([seized("2026-11-26", { notice: "withheld" }), act("asset-seized", car, "2026-11-26")]);
    expect(deadlinesOf("SEIZE_REAL_ESTATE_NOTICE", of)).toEqual([]);
  });

  test("must end within three working days of the ground, and since 2026 a deduction from income too (Art.95(3))", () => {
    const ground = (about: typeof house, on: string, measure: string) =>
      act("lift-ground-established", about, on, { traits: { measure } });
    const of = file([
      ground(house, "2026-11-20", "seizure"),
      act("seizure-lifted", car, "2026-11-23"),
      ground(debtorA, "2026-11-20", "income-deduction"),
      act("income-deduction-ended", debtorA, "2026-11-26"),
    ]);
    expect(states("LIFT_SEIZURE", of, "2026-11-30")).toEqual({ house: "missed", [debtorA.id]: "met" });
    expect(deadlinesOf("LIFT_SEIZURE", file([ground(debtorA, "2023-04-26", "income-deduction")]))).toEqual([]);
  });
});

describe("the time of a debtor who is compelled to act (26/2008 Arts.118-121; 106/2025 Arts.91-94)", () => {
  test("is five working days from the valid notice of the coercion decision, and its end breaches nothing", () => {
    const decided = decision("coercion", "2026-08-24", { traits: { compels: "reinstatement" } });
    const other = decision("coercion", "2026-08-24");
    const told = [
      act("party-notified", debtorA, "2026-08-27", { answers: [decided] }),
      act("party-notified", debtorB, "2026-08-27", { answers: [other] }),
    ];
    expect(deadlinesOf("COMPEL_ACT", file([decided, other, ...told]))).toMatchObject([
      { subject: debtorA, dueOn: "2026-09-08", mode: "period", weight: "hint", owner: "debtor" },
    ]);
  });

  test("ran from the fine under the 2008 law: five working days, or ten days to reinstate a worker", () => {
    const fined = (compels: string) => decision("fine", "2021-04-28", { traits: { compels } });
    const [made, worker] = [fined("act"), fined("reinstatement")];
    const of = file([made, worker]);
    expect(deadlinesOf("COMPEL_ACT", of)).toMatchObject([{ startedBy: made.id, dueOn: "2021-05-07" }]);
    expect(deadlinesOf("COMPEL_REINSTATE", of)).toMatchObject([{ startedBy: worker.id, dueOn: "2021-05-10" }]);
  });
});
