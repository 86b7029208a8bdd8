/** Detection on protests: the clocks of the agency, and those of the procuracy itself (promise 4). */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, caseFile, decision, file, deadlinesOf, obligations, states, subject } from "../given.ts";

const [first, second] = [subject("instrument", "first"), subject("instrument", "second")];

describe("the day of a protest", () => {
  const decisions = [decision("not-yet-executable", "2021-01-14"), decision("not-yet-executable", "2021-01-14")];
  const arrived = decisions.map((one) => act("decision-sent-to-procuracy", one.subject, { receivedOn: "2021-03-19" }));
  const protest = (issuedOn: string, answers: readonly Act[], level = "district", about = first): Act =>
    act("protest-issued", about, issuedOn, { answers, traits: { level } });

  test("in published example 2 was due 2021-04-05 and issued 2021-04-28, 23 days late, beside the agency's 59", () => {
    const of = file([...decisions, ...arrived, protest("2021-04-28", arrived)]);
    expect(obligations("PROTEST_SAME_LEVEL", of, "2021-05-04")).toMatchObject([
      { owner: "procuracy", subject: first, dueOn: "2021-04-05", state: "late", daysLate: 23, weight: "violation" },
    ]);
    expect(obligations("SEND_DECISION_VKS", of, "2021-05-04").map((one) => [one.dueOn, one.daysLate])).toEqual([
      ["2021-01-19", 59],
      ["2021-01-19", 59],
    ]);
  });

  test("is not judged while no protest is issued, because a window is a power", () => {
    expect(deadlinesOf("PROTEST_SAME_LEVEL", file([...decisions, ...arrived]))).toEqual([]);
  });

  test("may be up to 30 days after the receipt for the superior procuracy (Art.160(2))", () => {
    const of = file([...arrived, protest("2021-04-19", arrived, "superior")]);
    expect(deadlinesOf("PROTEST_SAME_LEVEL", of)).toEqual([]);
    expect(obligations("PROTEST_SUPERIOR", of, "2021-05-04")).toMatchObject([{ dueOn: "2021-04-19", state: "met" }]);
  });

  test("is in time if any window is open, as for a decision that arrived later", () => {
    const later = act("decision-sent-to-procuracy", subject("decision", "later"), { receivedOn: "2021-04-20" });
    const of = file([...arrived, later, protest("2021-04-28", [...arrived, later])]);
    expect(obligations("PROTEST_SAME_LEVEL", of, "2021-05-04")).toMatchObject([
      { startedBy: later.id, dueOn: "2021-05-05", state: "met" },
    ]);
  });

  test("is not in time by a window of another case that the protest does not name", () => {
    const later = act("decision-sent-to-procuracy", subject("decision", "later"), { receivedOn: "2021-04-20" });
    expect(
      obligations("PROTEST_SAME_LEVEL", file([...arrived, later, protest("2021-04-28", arrived)]), "2021-05-04"),
    ).toMatchObject([{ state: "late" }]);
  });

  test("is judged for each of two protests by the acts that it names", () => {
    const of = file([
      ...arrived,
      protest("2021-04-01", arrived.slice(0, 1)),
      protest("2021-04-28", arrived.slice(1), "district", second),
    ]);
    expect(states("PROTEST_SAME_LEVEL", of, "2021-05-04")).toEqual({ first: "met", second: "late" });
  });

  test("may be within a year of the end of enforcement by the 2025 law, even after earlier notices (Arts.112(2), 116(2))", () => {
    const notice = act("end-notice-received", caseFile, { receivedOn: "2026-03-02" });
    const issued = (on: string): Act => protest(on, [notice], "area");
    expect(obligations("PROTEST_AFTER_CASE_END", file([notice, issued("2026-11-20")]), "2026-11-23")).toMatchObject([
      { version: "L2025", dueOn: "2027-03-02", state: "met" },
    ]);
    expect(deadlinesOf("PROTEST_AFTER_CASE_END", file([notice, issued("2026-06-30")]))).toEqual([]);
  });
});

describe("a protest received", () => {
  const received = [first, second].map((about) => act("protest-received", about, { receivedOn: "2026-11-09" }));
  const replied = (outcome: string, about = first): Act =>
    act("protest-replied", about, "2026-11-20", { traits: { outcome } });

  test("needs a reply of its own in 15 days (26/2008 Art.161(1); 106/2025 Art.113(1))", () => {
    expect(states("PROTEST_REPLY", file([...received, replied("accepted")]), "2026-11-26")).toEqual({
      first: "met",
      second: "missed",
    });
  });

  test.each([
    ["accepted", 1],
    ["partly", 1],
    ["disagreed", 0],
  ])("with a reply that is %s has %i clocks to carry it out", (outcome, clocks) => {
    expect(deadlinesOf("PROTEST_COMPLY", file([...received, replied(outcome)]))).toHaveLength(clocks);
  });

  test("must be carried out within five working days of its own reply", () => {
    const complied = act("protest-complied", second, "2026-11-30");
    const of = file([...received, replied("accepted"), replied("accepted", second), complied]);
    expect(obligations("PROTEST_COMPLY", of, "2026-11-30")).toMatchObject([
      { subject: first, dueOn: "2026-11-30", state: "open" },
      { subject: second, state: "met" },
    ]);
  });

  test("need not be carried out while it is disputed; the binding answer starts another clock", () => {
    const disputed = act("reconsideration-requested", first, { receivedOn: "2026-11-23" });
    const binding = act("binding-answer-given", first, "2026-12-01", { traits: { outcome: "upheld" } });
    expect(states("PROTEST_COMPLY", file([...received, replied("partly"), disputed]), "2026-12-02")).toEqual({
      first: "excused",
    });
    expect(deadlinesOf("PROTEST_COMPLY", file([...received, replied("disagreed"), disputed, binding]))).toMatchObject([
      { startedBy: binding.id, dueOn: "2026-12-08" },
    ]);
  });

  test("need not be carried out when the acceptance was taken back in time", () => {
    const takenBack = act("protest-replied", first, "2026-11-25", { traits: { outcome: "disagreed" } });
    const of = file([...received, replied("accepted"), replied("accepted", second), takenBack]);
    expect(states("PROTEST_COMPLY", of, "2026-12-02")).toEqual({ first: "excused", second: "missed" });
  });

  test("need not be carried out while the disagreement is before the superior bodies", () => {
    const reported = act("dispute-reported", second, { receivedOn: "2026-11-25" });
    const of = file([...received, replied("partly"), replied("partly", second), reported]);
    expect(states("PROTEST_COMPLY", of, "2026-12-02")).toEqual({ first: "missed", second: "excused" });
  });

  test("that was withdrawn needs no reply", () => {
    const back = act("instrument-withdrawn", second, "2026-11-20");
    expect(states("PROTEST_REPLY", file([...received, back]), "2026-11-26")).toEqual({
      first: "missed",
      second: "excused",
    });
  });

  test("obliges the procuracy itself to answer a request to reconsider in 10 days (106/2025 Art.113(2))", () => {
    const asked = act("reconsideration-requested", first, { receivedOn: "2026-11-09" });
    expect(obligations("PROTEST_RECONSIDER_REPLY", file([asked]), "2026-11-23")).toMatchObject([
      { owner: "procuracy", dueOn: "2026-11-19", state: "missed", weight: "violation" },
    ]);
  });

  test("in dispute must be decided in 30 days by the superior body, and in 30 by the Minister (Arts.113(2), (3))", () => {
    const reported = act("dispute-reported", first, { receivedOn: "2026-09-01" });
    const asked = act("minister-asked", first, { receivedOn: "2026-10-01" });
    const answer = act("minister-answered", first, "2026-11-02", { traits: { outcome: "upheld" } });
    expect(deadlinesOf("PROTEST_ESCALATION_REPLY", file([reported, answer]))).toMatchObject([
      { owner: "management-agency", dueOn: "2026-10-01" },
    ]);
    expect(obligations("PROTEST_MINISTER_REPLY", file([reported, asked, answer]), "2026-11-23")).toMatchObject([
      { dueOn: "2026-11-02", state: "met" },
    ]);
  });
});
