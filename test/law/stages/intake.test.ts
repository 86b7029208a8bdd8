/** Detection on an intake: the court's transfer and the enforcement decision; two debtors and two assets each. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { deadlines } from "../../../src/law/detection/detection.ts";
import { act, decision, file, intake, deadlinesOf, obligations, states } from "../given.ts";

describe("the enforcement decision", () => {
  const asked = act("request-received", intake, { receivedOn: "2026-11-02" });

  test("on request under the 2008 law runs from the request (Art.36(1))", () => {
    const old = act("request-received", intake, { receivedOn: "2026-06-01" });
    expect(deadlinesOf("DECISION_ON_REQUEST", file([old]))).toMatchObject([
      { version: "L2008", dueOn: "2026-06-08", startedBy: old.id },
    ]);
  });

  test("on request under the 2025 law needs request and judgment, and runs from the later day (Art.34(3))", () => {
    const judgment = act("judgment-received", intake, { receivedOn: "2026-11-09" });
    expect(deadlinesOf("DECISION_ON_REQUEST", file([asked]))).toEqual([]);
    expect(deadlinesOf("DECISION_ON_REQUEST", file([asked, judgment]))).toMatchObject([
      { version: "L2025", startedBy: asked.id, startedOn: "2026-11-09", dueOn: "2026-11-16" },
    ]);
  });

  test("on a request before 1 July 2026 is owed under the 2008 law alone, even if the judgment came after", () => {
    const old = act("request-received", intake, { receivedOn: "2026-06-30" });
    const judgment = act("judgment-received", intake, { receivedOn: "2026-07-06" });
    expect(deadlinesOf("DECISION_ON_REQUEST", file([old, judgment]))).toMatchObject([
      { version: "L2008", dueOn: "2026-07-07" },
    ]);
  });

  test("on one creditor's request does not answer another's", () => {
    const judgment = act("judgment-received", intake, { receivedOn: "2026-10-01" });
    const second = act("request-received", intake, { receivedOn: "2026-11-03" });
    const answer = decision("enforcement", "2026-11-05", { answers: [second] });
    const found = obligations("DECISION_ON_REQUEST", file([judgment, asked, second, answer]), "2026-11-23");
    expect(found.map(({ startedBy, state }) => [startedBy, state])).toEqual([
      [asked.id, "missed"],
      [second.id, "met"],
    ]);
  });

  test("recorded in the case that it opened answers the intake, and starts no clock there", () => {
    const judgment = act("judgment-received", intake, { receivedOn: "2026-10-01" });
    const second = act("request-received", intake, { receivedOn: "2026-11-03" });
    const answer = decision("enforcement", "2026-11-05", { answers: [second] });
    const of = file([judgment, asked, second], { elsewhere: [answer] });
    expect(
      obligations("DECISION_ON_REQUEST", of, "2026-11-23").map(({ startedBy, state }) => [startedBy, state]),
    ).toEqual([
      [asked.id, "missed"],
      [second.id, "met"],
    ]);
    expect(deadlines(of).filter(({ startedBy }) => startedBy === answer.id)).toEqual([]);
  });

  test("is not owed when the request was refused in time", () => {
    const judgment = act("judgment-received", intake, { receivedOn: "2026-10-01" });
    const refusal = act("request-refused", intake, "2026-11-04");
    expect(states("DECISION_ON_REQUEST", file([judgment, asked, refusal]), "2026-11-23")).toEqual({
      [intake.id]: "excused",
    });
  });

  test("on own motion runs from the receipt of the judgment (26/2008 Art.36(2)), in own-motion files only", () => {
    const judgment = act("judgment-received", intake, { receivedOn: "2026-02-12" });
    expect(deadlinesOf("DECISION_OWN_MOTION", file([judgment], { kind: "own-motion" }))).toMatchObject([
      { dueOn: "2026-02-26" },
    ]);
    expect(deadlinesOf("DECISION_OWN_MOTION", file([judgment]))).toEqual([]);
  });

  test("on own motion in an interim measure has a rule of its own", () => {
    const judgment = act("judgment-received", intake, { receivedOn: "2026-02-12" });
    expect(deadlinesOf("DECISION_OWN_MOTION", file([judgment], { kind: "own-motion", interim: true }))).toEqual([]);
  });

  test("has one clock although court and agency both recorded the transfer", () => {
    const sent = act("judgment-transferred", intake, { sentOn: "2026-02-10", receivedOn: "2026-02-12" });
    const received = act("judgment-received", intake, { receivedOn: "2026-02-13" });
    const ownMotion = { kind: "own-motion" } as const;
    expect(deadlinesOf("DECISION_OWN_MOTION", file([sent], ownMotion))).toMatchObject([{ startedBy: sent.id }]);
    expect(deadlinesOf("DECISION_OWN_MOTION", file([sent, received], ownMotion))).toMatchObject([
      { startedBy: received.id },
    ]);
  });
});

describe("the transfer of a judgment by the court", () => {
  const effective = act("judgment-effective", intake, "2020-11-02");

  test("is late after 30 days (26/2008 Art.28(1))", () => {
    const sent = act("judgment-transferred", intake, { sentOn: "2021-02-17" });
    expect(obligations("COURT_TRANSFER_FINAL", file([effective, sent]), "2021-11-19")).toMatchObject([
      { owner: "court", dueOn: "2020-12-02", state: "late", daysLate: 77, weight: "violation" },
    ]);
  });

  test("is met when it came before the judgment took effect", () => {
    const sent = act("judgment-transferred", intake, { sentOn: "2020-10-20" });
    expect(states("COURT_TRANSFER_FINAL", file([effective, sent]), "2021-11-19")).toEqual({ [intake.id]: "met" });
  });

  test("is shown by the agency's record of receipt where the court recorded nothing", () => {
    const received = act("judgment-received", intake, { receivedOn: "2020-11-20" });
    expect(states("COURT_TRANSFER_FINAL", file([effective, received]), "2021-11-19")).toEqual({ [intake.id]: "met" });
  });

  test("is due in 15 days for an immediately enforceable judgment, at once for an interim measure (Art.28(2), (3))", () => {
    const issued = (judgment: string): Act => act("judgment-issued", intake, "2021-03-01", { traits: { judgment } });
    expect(deadlinesOf("COURT_TRANSFER_IMMEDIATE", file([issued("immediately-enforceable")]))).toMatchObject([
      { dueOn: "2021-03-16", weight: "violation" },
    ]);
    expect(deadlinesOf("COURT_TRANSFER_INTERIM", file([issued("interim-measure")]))).toMatchObject([
      { dueOn: "2021-03-01", weight: "hint" },
    ]);
    expect(deadlines(file([issued("ordinary")]))).toEqual([]);
  });

  test("under the 2025 law is a violation only where procedural law is known to set no time limit (Art.33(1))", () => {
    const effect = (traits: Readonly<Record<string, string>>): Act =>
      act("judgment-effective", intake, "2026-10-09", { traits });
    expect(deadlinesOf("COURT_TRANSFER_DEFAULT", file([effect({})]))).toMatchObject([
      { dueOn: "2026-10-26", weight: "hint" },
    ]);
    expect(deadlinesOf("COURT_TRANSFER_DEFAULT", file([effect({ "procedural-limit": "none" })]))).toMatchObject([
      { weight: "violation" },
    ]);
    expect(deadlinesOf("COURT_TRANSFER_DEFAULT", file([effect({ "procedural-limit": "set" })]))).toEqual([]);
  });
});

describe("a judgment with which the copies of the seizure minutes must come (106/2025 Art.33(3)(a))", () => {
  const weights = (traits: Readonly<Record<string, string>>): unknown =>
    obligations(
      "DECISION_OWN_MOTION",
      file([act("judgment-received", intake, { receivedOn: "2026-08-03" }, { traits })], { kind: "own-motion" }),
      "2026-09-07",
    ).map(({ state, weight }) => [state, weight]);

  test("accuses only where the file says that they came, or that the court seized nothing", () => {
    expect(weights({ "seizure-minutes": "awaited" })).toEqual([["missed", "hint"]]);
    expect(weights({ "seizure-minutes": "complete" })).toEqual([["missed", "violation"]]);
    expect(weights({ "seizure-minutes": "none" })).toEqual([["missed", "violation"]]);
    expect(weights({})).toEqual([["missed", "hint"]]);
  });
});

test("a judgment of 2013 was to be transferred within thirty days (26/2008 Art.28(1))", () => {
  expect(deadlinesOf("COURT_TRANSFER_FINAL", file([act("judgment-effective", intake, "2013-04-02")]))).toMatchObject([
    { dueOn: "2013-05-02" },
  ]);
});
