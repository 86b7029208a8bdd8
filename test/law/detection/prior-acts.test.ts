/** Counting back from an act: the acts that had to come before it, and which later act each of them serves. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, car, debtorA, debtorB, decision, file, house, obligations } from "../given.ts";

const coerced = (on: string, answers: readonly Act[] = []): Act =>
  act("coercion-carried-out", debtorA, on, { answers });
const told = (on: string, about = debtorA, answers: readonly Act[] = []): Act =>
  act("coercion-cost-notified", about, on, { answers });
const notice = (acts: readonly Act[]): readonly unknown[] =>
  obligations("COERCION_COST_NOTICE", file(acts), "2026-11-23").map(({ state, metOn, dueOn }) => [state, metOn, dueOn]);

describe("a notice of cost, two working days before Monday 14 September 2026 (106/2025 Art.72(7))", () => {
  const due = "2026-09-10";

  test("is in time on the last day that leaves both free", () => {
    expect(notice([told("2026-09-10"), coerced("2026-09-14")])).toEqual([["met", "2026-09-10", due]]);
  });

  test("is late a working day later, although the coercion was still to come", () => {
    expect(notice([told("2026-09-11"), coerced("2026-09-14")])).toEqual([["late", "2026-09-11", due]]);
  });

  test("does not count after the coercion", () => {
    expect(notice([coerced("2026-09-14"), told("2026-09-15")])).toEqual([["missed", undefined, due]]);
  });

  test("counts from the first of two, because the second adds nothing", () => {
    expect(notice([told("2026-09-10"), told("2026-09-11"), coerced("2026-09-14")])).toEqual([
      ["met", "2026-09-10", due],
    ]);
  });

  test("is missed by the two working days until the coercion when it is never given, however long ago that is", () => {
    expect(obligations("COERCION_COST_NOTICE", file([coerced("2026-09-14")]), "2026-11-23")).toMatchObject([
      { state: "missed", daysLate: 4, workingDaysLate: 2 },
    ]);
  });

  test("does not count when it went to the other debtor", () => {
    expect(notice([told("2026-09-01", debtorB), coerced("2026-09-14")])).toEqual([["missed", undefined, due]]);
  });

  test("serves one coercion, not the next of the same debtor", () => {
    expect(notice([told("2026-08-03"), coerced("2026-08-10"), coerced("2026-09-14")])).toEqual([
      ["met", "2026-08-03", "2026-08-06"],
      ["missed", undefined, due],
    ]);
  });

  test("serves the coercion that came next, be it the second of three or on the day of the notice itself", () => {
    const three = [coerced("2026-08-10"), coerced("2026-08-31"), coerced("2026-09-14")];
    expect(notice([told("2026-08-03"), told("2026-08-24"), ...three])).toEqual([
      ["met", "2026-08-03", "2026-08-06"],
      ["met", "2026-08-24", "2026-08-27"],
      ["missed", undefined, due],
    ]);
    expect(notice([told("2026-08-10"), coerced("2026-08-10"), coerced("2026-09-14")])).toEqual([
      ["late", "2026-08-10", "2026-08-06"],
      ["missed", undefined, due],
    ]);
  });

  test("is not used up by the coercion of the other debtor", () => {
    const other = act("coercion-carried-out", debtorB, "2026-08-31");
    expect(notice([told("2026-08-24"), other, coerced("2026-09-14")])).toEqual([
      ["missed", undefined, "2026-08-27"],
      ["met", "2026-08-24", due],
    ]);
  });

  test("counts alone when the coercion names it", () => {
    const late = told("2026-09-11");
    expect(notice([told("2026-09-01"), late, coerced("2026-09-14", [late])])).toEqual([["late", "2026-09-11", due]]);
  });
});

test("a coercion that names another act, such as its decision, is prepared by any notice before it", () => {
  const ordered = decision("coercion", "2026-08-31");
  expect(notice([ordered, told("2026-09-10"), coerced("2026-09-14", [ordered])])).toEqual([
    ["met", "2026-09-10", "2026-09-10"],
  ]);
});

describe("the seizure of a house, of which four must be told before (106/2025 Art.80(2)(a))", () => {
  const to = (who: string, sentOn: string, about = house): Act =>
    act("seizure-notice-sent", about, { sentOn, receivedOn: sentOn }, { traits: { to: who } });
  const everyone = ["procuracy", "land-authority", "commune", "parties"];
  const seized = act("asset-seized", house, "2026-09-14");
  const state = (notices: readonly Act[]): unknown =>
    obligations("SEIZE_REAL_ESTATE_NOTICE", file([...notices, seized]), "2026-11-23").map((one) => one.state);

  test("is prepared when all four were told, and its notice is missed when one was not", () => {
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

  test("is the last one before the proposal, and a day more makes it too old", () => {
    expect(fresh([verified("2026-01-12"), verified("2026-07-15")])).toEqual([["met", "2026-07-15"]]);
    expect(fresh([verified("2026-01-12"), verified("2026-07-14")])).toEqual([["missed", undefined]]);
  });

  test.each(["2026-07-16", "2026-10-01", "2026-10-15"])("is one of %s too, which is fresher than it must be", (on) => {
    expect(fresh([verified(on)])).toEqual([["met", on]]);
  });

  test("is the freshest of two", () => {
    expect(fresh([verified("2026-08-03"), verified("2026-10-01")])).toEqual([["met", "2026-10-01"]]);
  });

  test("is fresh for two proposals: no text says that it serves one alone", () => {
    const before = act("exemption-proposed", debtorA, { sentOn: "2026-09-15" });
    expect(fresh([verified("2026-09-01"), before])).toEqual([
      ["met", "2026-09-01"],
      ["met", "2026-09-01"],
    ]);
  });

  test("is neither one after the proposal nor one of the other debtor", () => {
    expect(fresh([verified("2026-10-16"), verified("2026-10-01", debtorB)])).toEqual([["missed", undefined]]);
  });
});
