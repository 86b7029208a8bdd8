/** Detection of complaints and denunciations, two in each file to show that no act on one serves the other. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, debtorA, debtorB, decision, file, deadlinesOf, obligations, states, subject } from "../given.ts";

const [a, b] = [subject("complaint", "a"), subject("complaint", "b")];
const kind = (category: string, instance = "first") => ({ traits: { category, instance } });

describe("the time to complain (26/2008 Art.140(2); 106/2025 Art.96(2))", () => {
  const lodge = (told: string, lodgedOn: string, category: string): readonly Act[] => {
    const coercion = decision("coercion", told);
    const notice = act("party-notified", debtorA, told, { answers: [coercion] });
    const complaint = act("complaint-lodged", a, { sentOn: lodgedOn }, { ...kind(category), answers: [notice] });
    return [coercion, notice, complaint];
  };

  test.each([
    ["2021-09-06", "2021-09-21", "before-measures", "COMPLAIN_BEFORE_MEASURES", "met"],
    ["2021-09-06", "2021-09-10", "freeze", "COMPLAIN_FREEZE", "late"],
    ["2026-08-03", "2026-08-13", "freeze", "COMPLAIN_SECURITY", "met"],
    ["2021-09-06", "2021-09-16", "security", "COMPLAIN_SECURITY", "met"],
    ["2026-08-03", "2026-09-04", "coercion", "COMPLAIN_COERCION", "late"],
    ["2021-09-06", "2021-10-06", "after-coercion", "COMPLAIN_AFTER_COERCION", "met"],
    ["2026-08-03", "2026-09-01", "after-coercion", "COMPLAIN_COERCION", "met"],
  ] as const)("from the notice on %s to the complaint on %s about %s is judged by %s: %s", (...row) => {
    const [told, lodgedOn, category, series, state] = row;
    expect(obligations(series, file(lodge(told, lodgedOn, category)), "2026-10-01")).toMatchObject([
      { state, weight: "hint", owner: "complainant" },
    ]);
  });

  test("is judged only for the person who complained", () => {
    expect(deadlinesOf("COMPLAIN_COERCION", file(lodge("2026-08-03", "2026-08-20", "freeze")))).toEqual([]);
    expect(deadlinesOf("COMPLAIN_SECURITY", file([act("party-notified", debtorB, "2026-08-03")]))).toEqual([]);
  });

  test("runs from the day on which an act became known where no notice was given", () => {
    const known = act("complaint-ground-known", debtorA, "2026-08-03");
    const lodged = act("complaint-lodged", a, { sentOn: "2026-09-03" }, { ...kind("coercion"), answers: [known] });
    expect(deadlinesOf("COMPLAIN_COERCION", file([known, lodged]))).toMatchObject([{ dueOn: "2026-09-03" }]);
  });

  test("for the second complaint runs from the first decision (106/2025 Art.96(3))", () => {
    const received = act("complaint-decision-received", a, { receivedOn: "2026-08-03" });
    const again = act(
      "complaint-lodged",
      b,
      { sentOn: "2026-08-19" },
      { ...kind("coercion", "second"), answers: [received] },
    );
    expect(obligations("COMPLAIN_SECOND", file([received, again]), "2026-09-01")).toMatchObject([
      { dueOn: "2026-08-18", state: "late", daysLate: 1 },
    ]);
  });
});

describe("accepting a complaint (26/2008 Art.148; C13/2021 Art.9(1); 106/2025 Art.104)", () => {
  const lodged = (about: typeof a, instance: string): Act =>
    act("complaint-lodged", about, { receivedOn: "2026-08-03" }, kind("coercion", instance));

  test("is owed for each complaint: a written refusal of one leaves the other owed", () => {
    const refused = act("complaint-refused", a, "2026-08-10");
    expect(states("COMPLAINT_ACCEPT", file([lodged(a, "first"), lodged(b, "first"), refused]), "2026-08-11")).toEqual({
      a: "met",
      b: "missed",
    });
  });

  test("is due in ten days for a second complaint", () => {
    expect(deadlinesOf("COMPLAINT_ACCEPT_SECOND", file([lodged(a, "first"), lodged(b, "second")]))).toMatchObject([
      { subject: b, dueOn: "2026-08-13" },
    ]);
  });
});

describe("resolving a complaint (26/2008 Art.146; 106/2025 Art.102)", () => {
  const accepted = (on: string, category: string, instance = "first", about = a): Act =>
    act("complaint-accepted", about, on, kind(category, instance));

  test.each([
    ["2021-09-06", "before-measures", "first", "COMPLAINT_RESOLVE_A1", "2021-09-21"],
    ["2021-09-06", "before-measures", "second", "COMPLAINT_RESOLVE_A2", "2021-10-06"],
    ["2021-09-06", "freeze", "first", "COMPLAINT_RESOLVE_B", "2021-09-13"],
    ["2021-09-06", "coercion", "first", "COMPLAINT_RESOLVE_C1", "2021-10-06"],
    ["2021-09-06", "coercion", "second", "COMPLAINT_RESOLVE_C2", "2021-10-21"],
    ["2021-09-06", "after-coercion", "first", "COMPLAINT_RESOLVE_D1", "2021-09-21"],
    ["2021-09-06", "after-coercion", "second", "COMPLAINT_RESOLVE_D2", "2021-10-06"],
    ["2026-08-03", "security", "first", "COMPLAINT_RESOLVE_B", "2026-08-10"],
    ["2026-08-03", "after-coercion", "first", "COMPLAINT_RESOLVE_C1", "2026-09-03"],
    ["2026-08-03", "after-coercion", "second", "COMPLAINT_RESOLVE_C2", "2026-09-17"],
  ] as const)("accepted on %s, %s, %s is due under %s alone by %s", (...row) => {
    const [on, category, instance, series, dueOn] = row;
    const found = obligations(series, file([accepted(on, category, instance)]), "2026-12-01");
    expect(found).toMatchObject([{ dueOn, state: "missed", owner: "complaint-resolver" }]);
    const all = (["A1", "A2", "B", "C1", "C2", "D1", "D2"] as const).flatMap((type) =>
      deadlinesOf(`COMPLAINT_RESOLVE_${type}`, file([accepted(on, category, instance)])),
    );
    expect(all).toHaveLength(1);
  });

  test("extended in time is due at most 30 days after the end of the first time limit (Art.102(3), (4))", () => {
    const acts = [
      accepted("2026-08-03", "coercion"),
      accepted("2026-08-03", "coercion", "first", b),
      act("complaint-extended", a, "2026-08-31", { traits: { ground: "complex" } }),
      act("complaint-resolved", a, "2026-10-06"),
    ];
    expect(states("COMPLAINT_RESOLVE_C1", file(acts), "2026-10-10")).toEqual({ a: "excused", b: "missed" });
    expect(obligations("COMPLAINT_EXTENSION", file(acts), "2026-10-10")).toMatchObject([
      { subject: a, startedOn: "2026-09-03", dueOn: "2026-10-05", state: "late", daysLate: 1 },
    ]);
  });

  test("extended after its due day is late all the same, and gets no extension", () => {
    const acts = [accepted("2026-08-03", "coercion"), act("complaint-extended", a, "2026-09-04")];
    expect(states("COMPLAINT_RESOLVE_C1", file(acts), "2026-10-10")).toEqual({ a: "missed" });
    expect(deadlinesOf("COMPLAINT_EXTENSION", file(acts))).toEqual([]);
  });

  test("done in time starts no extension", () => {
    const acts = [
      accepted("2026-08-03", "coercion"),
      act("complaint-extended", a, "2026-08-20"),
      act("complaint-resolved", a, "2026-08-28"),
    ];
    expect(states("COMPLAINT_RESOLVE_C1", file(acts), "2026-10-10")).toEqual({ a: "met" });
    expect(deadlinesOf("COMPLAINT_EXTENSION", file(acts))).toEqual([]);
  });

  test("is not owed for a complaint that was withdrawn", () => {
    const acts = [
      accepted("2026-08-03", "coercion"),
      accepted("2026-08-03", "coercion", "first", b),
      act("complaint-withdrawn", b, "2026-08-10"),
    ];
    expect(states("COMPLAINT_RESOLVE_C1", file(acts), "2026-10-10")).toEqual({ a: "missed", b: "excused" });
  });
});

describe("the decision to the procuracy (JC 11/2016 Art.13)", () => {
  test("is only a hint, because two texts contradict each other", () => {
    const resolved = [act("complaint-resolved", a, "2022-06-10"), act("denunciation-resolved", b, "2022-06-10")];
    const sent = act("complaint-decision-sent-to-procuracy", b, { sentOn: "2022-06-15" });
    expect(obligations("SEND_COMPLAINT_DECISION_VKS", file([...resolved, sent]), "2022-06-20")).toMatchObject([
      { subject: a, dueOn: "2022-06-15", state: "missed", weight: "hint" },
      { subject: b, state: "met" },
    ]);
  });
});

describe("a denunciation (26/2008 Art.157(2); 106/2025 Art.110(2))", () => {
  const accepted = (on: string, complexity?: string): Act =>
    act("denunciation-accepted", a, on, complexity === undefined ? {} : { traits: { complexity } });

  test.each([
    ["2026-08-03", "ordinary", "DENUNCIATION_RESOLVE", "2026-09-03", "violation"],
    ["2026-08-03", undefined, "DENUNCIATION_RESOLVE", "2026-09-03", "hint"],
    ["2026-08-03", "complex", "DENUNCIATION_RESOLVE_COMPLEX", "2026-10-02", "violation"],
    ["2026-08-03", "very-complex", "DENUNCIATION_RESOLVE_VERY_COMPLEX", "2026-11-02", "violation"],
    ["2022-06-10", "ordinary", "DENUNCIATION_RESOLVE", "2022-08-09", "hint"],
  ] as const)("accepted on %s, %s is due under %s by %s, a %s", (...row) => {
    const [on, complexity, series, dueOn, weight] = row;
    const all = (["", "_COMPLEX", "_VERY_COMPLEX"] as const).flatMap((type) =>
      deadlinesOf(`DENUNCIATION_RESOLVE${type}`, file([accepted(on, complexity)])),
    );
    expect(all).toMatchObject([{ rule: series, dueOn, weight }]);
  });
});
