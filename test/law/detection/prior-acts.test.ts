/** Counting back from an act: what had to be done before it, and for which act it was done. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, car, debtorA, debtorB, file, house, obligations } from "../given.ts";

const coerced = (on: string, answers: readonly Act[] = []): Act =>
  act("coercion-carried-out", debtorA, on, { answers });
const told = (on: string, about = debtorA, answers: readonly Act[] = []): Act =>
  act("coercion-cost-notified", about, on, { answers });
const notice = (acts: readonly Act[]): readonly unknown[] =>
  obligations("COERCION_COST_NOTICE", file(acts), "2026-11-23").map(({ state, metOn, dueOn }) => [state, metOn, dueOn]);

describe("a notice of cost, two working days before Monday 14 September 2026 (106/2025 Art.72(7))", () => {
  const due = "2026-09-10";

  test("on the last day that leaves them free is in time", () => {
    expect(notice([told("2026-09-10"), coerced("2026-09-14")])).toEqual([["met", "2026-09-10", due]]);
  });

  test("a working day later is late, although the coercion was still to come", () => {
    expect(notice([told("2026-09-11"), coerced("2026-09-14")])).toEqual([["late", "2026-09-11", due]]);
  });

  test("after the coercion prepared nothing", () => {
    expect(notice([coerced("2026-09-14"), told("2026-09-15")])).toEqual([["missed", undefined, due]]);
  });

  test("never given is late for the two working days until the coercion, however long ago that is", () => {
    expect(obligations("COERCION_COST_NOTICE", file([coerced("2026-09-14")]), "2026-11-23")).toMatchObject([
      { state: "missed", daysLate: 4, workingDaysLate: 2 },
    ]);
  });

  test("to the other debtor prepared nothing", () => {
    expect(notice([told("2026-09-01", debtorB), coerced("2026-09-14")])).toEqual([["missed", undefined, due]]);
  });

  test("serves one coercion, not the next of the same debtor", () => {
    expect(notice([told("2026-08-03"), coerced("2026-08-10"), coerced("2026-09-14")])).toEqual([
      ["met", "2026-08-03", "2026-08-06"],
      ["missed", undefined, due],
    ]);
  });

  test("that the coercion names is the one that counts", () => {
    const late = told("2026-09-11");
    expect(notice([told("2026-09-01"), late, coerced("2026-09-14", [late])])).toEqual([["late", "2026-09-11", due]]);
  });
});

describe("the seizure of a house, which four are told of before (106/2025 Art.80(2)(a))", () => {
  const to = (who: string, sentOn: string, about = house): Act =>
    act("seizure-notice-sent", about, { sentOn, receivedOn: sentOn }, { traits: { to: who } });
  const everyone = ["procuracy", "land-authority", "commune", "parties"];
  const seized = act("asset-seized", house, "2026-09-14");
  const state = (notices: readonly Act[]): unknown =>
    obligations("SEIZE_REAL_ESTATE_NOTICE", file([...notices, seized]), "2026-11-23").map((one) => one.state);

  test("is prepared when all of them were told, and missed when one was not", () => {
    expect(state(everyone.map((who) => to(who, "2026-09-03")))).toEqual(["met"]);
    for (const left of everyone) {
      expect(state(everyone.filter((who) => who !== left).map((who) => to(who, "2026-09-03")))).toEqual(["missed"]);
    }
  });

  test("is not prepared by a notice about the car", () => {
    expect(state(everyone.map((who) => to(who, "2026-09-03", car)))).toEqual(["missed"]);
  });
});

describe("a verification no older than three months when exemption is proposed (106/2025 Art.43(3))", () => {
  const verified = (on: string, about = debtorA): Act => act("conditions-verified", about, on);
  const fresh = (acts: readonly Act[]): unknown =>
    obligations(
      "EXEMPT_VERIFY_FRESH",
      file([...acts, act("exemption-proposed", debtorA, { sentOn: "2026-10-15" })]),
      "2026-11-23",
    ).map(({ state, metOn }) => [state, metOn]);

  test("is the last one before, and one day makes the difference", () => {
    expect(fresh([verified("2026-01-12"), verified("2026-07-15")])).toEqual([["met", "2026-07-15"]]);
    expect(fresh([verified("2026-01-12"), verified("2026-07-14")])).toEqual([["missed", undefined]]);
  });

  test("is not one that came afterwards, nor that of the other debtor", () => {
    expect(fresh([verified("2026-10-16"), verified("2026-10-01", debtorB)])).toEqual([["missed", undefined]]);
  });
});
