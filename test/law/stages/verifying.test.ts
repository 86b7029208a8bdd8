/** Detection from voluntary compliance to not yet executable, in files of two debtors and two assets. */

import { describe, expect, test } from "vitest";
import type { Act } from "../../../src/law/act.ts";
import { act, caseFile, debtorA, debtorB, decision, file, deadlinesOf, obligations, states } from "../given.ts";

const enforcement = decision("enforcement", "2026-07-03");
const told = (who = debtorA, on = "2026-07-06"): Act => act("party-notified", who, on, { answers: [enforcement] });

describe("voluntary compliance (26/2008 Art.45(1); 106/2025 Art.36(1))", () => {
  test("counts for each debtor from the valid notice of the enforcement decision", () => {
    const later = told(debtorB, "2026-11-04");
    expect(deadlinesOf("VOLUNTARY_PERIOD", file([enforcement, told(), later]))).toMatchObject([
      { subject: debtorA, dueOn: "2026-07-16", owner: "debtor", mode: "period", weight: "hint" },
      { subject: debtorB, dueOn: "2026-11-16" },
    ]);
  });

  test("does not run for a creditor, or from the notice of another decision", () => {
    const other = decision("seizure", "2026-07-03");
    const creditorTold = act("party-notified", { kind: "party", id: "creditor" }, "2026-07-06", {
      answers: [enforcement],
    });
    expect(
      deadlinesOf(
        "VOLUNTARY_PERIOD",
        file([enforcement, other, creditorTold, act("party-notified", debtorA, "2026-07-06", { answers: [other] })]),
      ),
    ).toEqual([]);
  });

  test("had 15 days before the amendment of 2015", () => {
    const old = decision("enforcement", "2015-06-01");
    expect(
      deadlinesOf("VOLUNTARY_PERIOD", file([old, act("party-notified", debtorA, "2015-06-10", { answers: [old] })])),
    ).toMatchObject([{ version: "L2008-orig", dueOn: "2015-06-25" }]);
  });

  test("does not run in an interim measure under the 2025 law", () => {
    expect(deadlinesOf("VOLUNTARY_PERIOD", file([enforcement, told()], { interim: true }))).toEqual([]);
  });
});

describe("the first verification (26/2008 Art.44(1); 106/2025 Art.37(1))", () => {
  test("counts from the end of the voluntary period, and under the 2025 law is only a hint", () => {
    const notice = told();
    expect(deadlinesOf("VERIFY_FIRST", file([enforcement, notice]))).toMatchObject([
      {
        version: "L2025",
        startedBy: notice.id,
        startedOn: "2026-07-16",
        dueOn: "2026-07-27",
        weight: "hint",
        subject: debtorA,
      },
    ]);
  });

  test("is a violation under the 2008 law", () => {
    const old = decision("enforcement", "2021-03-01");
    const notice = act("party-notified", debtorA, "2021-03-05", { answers: [old] });
    expect(obligations("VERIFY_FIRST", file([old, notice]), "2021-04-01")).toMatchObject([
      { startedOn: "2021-03-15", dueOn: "2021-03-25", state: "missed", daysLate: 7, weight: "violation" },
    ]);
  });

  test("goes by the law of the day on which the voluntary period ended", () => {
    const old = decision("enforcement", "2026-06-22");
    const notice = act("party-notified", debtorA, "2026-06-24", { answers: [old] });
    expect(deadlinesOf("VERIFY_FIRST", file([old, notice]))).toMatchObject([
      { version: "L2025", startedOn: "2026-07-06" },
    ]);
    expect(deadlinesOf("VOLUNTARY_PERIOD", file([old, notice]))).toMatchObject([
      { version: "L2008", crossesTransition: true },
    ]);
  });

  test("is not listed before the period is over", () => {
    const of = file([enforcement, told()]);
    expect([
      obligations("VERIFY_FIRST", of, "2026-07-15").length,
      obligations("VERIFY_FIRST", of, "2026-07-16").length,
    ]).toEqual([0, 1]);
  });

  test("is not owed for the debtor who complied, but is for the other", () => {
    const paid = act("debtor-complied", debtorA, "2026-07-14");
    expect(states("VERIFY_FIRST", file([enforcement, told(), told(debtorB), paid]), "2026-08-03")).toEqual({
      [debtorB.id]: "missed",
    });
  });

  test("is excused when the debtor complies after the period and before its due day", () => {
    const paid = act("debtor-complied", debtorA, "2026-07-20");
    expect(states("VERIFY_FIRST", file([enforcement, told(), told(debtorB), paid]), "2026-08-03")).toEqual({
      [debtorA.id]: "excused",
      [debtorB.id]: "missed",
    });
  });

  test("of one debtor is not the verification of the other", () => {
    const verified = act("conditions-verified", debtorB, "2026-07-20");
    expect(states("VERIFY_FIRST", file([enforcement, told(), told(debtorB), verified]), "2026-08-03")).toEqual({
      [debtorA.id]: "missed",
      [debtorB.id]: "met",
    });
  });

  test("counts when it was done while the debtor could still comply", () => {
    const verified = act("conditions-verified", debtorA, "2026-07-10");
    expect(states("VERIFY_FIRST", file([enforcement, told(), verified]), "2026-08-03")).toEqual({
      [debtorA.id]: "met",
    });
  });

  test("does not count when it was done before the notice to the debtor", () => {
    const verified = act("conditions-verified", debtorA, "2026-07-01");
    expect(states("VERIFY_FIRST", file([enforcement, told(), verified]), "2026-08-03")).toEqual({
      [debtorA.id]: "missed",
    });
  });

  test("is excused by a postponement of the case before its due day, not by a later one", () => {
    const postponed = (on: string): Act => decision("postponement", on);
    expect(states("VERIFY_FIRST", file([enforcement, told(), postponed("2026-07-22")]), "2026-08-03")).toEqual({
      [debtorA.id]: "excused",
    });
    expect(states("VERIFY_FIRST", file([enforcement, told(), postponed("2026-07-28")]), "2026-08-03")).toEqual({
      [debtorA.id]: "missed",
    });
  });

  test("is not excused by a postponement before the notice to the debtor", () => {
    expect(
      states("VERIFY_FIRST", file([enforcement, decision("postponement", "2026-07-05"), told()]), "2026-08-03"),
    ).toEqual({
      [debtorA.id]: "missed",
    });
  });

  test("is not excused by a postponement for the other debtor", () => {
    const forB = told(debtorB);
    const postponed = decision("postponement", "2026-07-22", { answers: [forB] });
    expect(states("VERIFY_FIRST", file([enforcement, told(), forB, postponed]), "2026-08-03")).toEqual({
      [debtorA.id]: "missed",
      [debtorB.id]: "excused",
    });
  });
});

describe("not yet executable (26/2008 Art.44a with D62/2015 Art.9(4); 106/2025 Art.38(1))", () => {
  const ground = (who = debtorA): Act => act("no-condition-ground-established", who, "2026-07-10");

  test("needs a decision five working days after the ground, for the debtor whose ground it answers", () => {
    const [a, b] = [ground(), ground(debtorB)];
    const decided = decision("not-yet-executable", "2026-07-17", { answers: [a] });
    expect(states("NO_CONDITION_DECISION", file([a, b, decided]), "2026-07-20")).toEqual({
      [debtorA.id]: "met",
      [debtorB.id]: "missed",
    });
  });

  test("is not answered by a decision of another kind", () => {
    const a = ground();
    expect(
      states("NO_CONDITION_DECISION", file([a, decision("coercion", "2026-07-17", { answers: [a] })]), "2026-07-20"),
    ).toEqual({ [debtorA.id]: "missed" });
  });

  test("must be published for each decision, five working days after it", () => {
    const [one, other] = [decision("not-yet-executable", "2026-07-10"), decision("not-yet-executable", "2026-07-10")];
    const published = act("no-condition-published", other.subject, "2026-07-17");
    expect(states("NO_CONDITION_PUBLISH", file([one, other, published]), "2026-07-20")).toEqual({
      [one.subject.id]: "missed",
      [other.subject.id]: "met",
    });
  });

  test("need not be published when the case ended by another decision first", () => {
    const one = decision("not-yet-executable", "2026-07-10");
    const over = decision("termination", "2026-07-14");
    const ended = act("case-ended", caseFile, "2026-07-14", { answers: [over] });
    expect(states("NO_CONDITION_PUBLISH", file([one, over, ended]), "2026-07-20")).toEqual({
      [one.subject.id]: "excused",
    });
  });

  test("need not be published when its own decision was withdrawn first", () => {
    const [one, other] = [decision("not-yet-executable", "2026-07-10"), decision("not-yet-executable", "2026-07-10")];
    const back = decision("withdrawal", "2026-07-14", { answers: [one] });
    expect(states("NO_CONDITION_PUBLISH", file([one, other, back]), "2026-07-20")).toEqual({
      [one.subject.id]: "excused",
      [other.subject.id]: "missed",
    });
  });
});

describe("the longest postponement (26/2008 Art.48(2))", () => {
  test("in published example 6 ran to 2020-01-06 and was withdrawn earlier", () => {
    const asked = act("postponement-requested", caseFile, { happenedOn: "2019-10-04" });
    const other = act("postponement-requested", caseFile, { happenedOn: "2019-10-05" });
    const back = decision("withdrawal", "2019-10-14", { answers: [asked] });
    expect(
      obligations("POSTPONE_MAX", file([asked, other, decision("postponement", "2019-10-04"), back]), "2020-02-03"),
    ).toMatchObject([
      { dueOn: "2020-01-06", state: "met", metOn: "2019-10-14", weight: "hint" },
      { startedBy: other.id, state: "missed", weight: "hint" },
    ]);
  });
});

describe("a debtor who paid without any word on compliance", () => {
  const judged = (...acts: readonly Act[]): unknown =>
    obligations(
      "VERIFY_FIRST",
      file([act("party-notified", debtorA, "2019-07-05", { answers: [enforced] }), ...acts]),
      "2019-12-02",
    ).map(({ state, weight, doubts }) => [state, weight, doubts.includes("condition-not-shown")]);
  const enforced = decision("enforcement", "2019-07-03");
  const sum = (on: string): Act => act("money-collected", { kind: "sum", id: "sum" }, on);

  test("is asked about, not accused, for want of a verification (26/2008 Art.44(1))", () => {
    expect(judged(enforced)).toEqual([["missed", "violation", false]]);
    expect(judged(enforced, sum("2019-07-10"))).toEqual([["missed", "hint", true]]);
    expect(judged(enforced, sum("2019-11-04"))).toEqual([["missed", "violation", false]]);
  });
});
