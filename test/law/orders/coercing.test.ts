/** What must come before coercion: each breach beside the lawful cases next to it. */

import { describe, expect, test } from "vitest";
import { act, car, creditor, debtorA, debtorB, decision, file, house, obligations, states } from "../given.ts";
import type { Act, Subject } from "../../../src/law/act.ts";

const today = "2026-11-23";
const enforcement = decision("enforcement", "2026-09-01");
const told = (debtor: Subject, on: string): Act => act("party-notified", debtor, on, { answers: [enforcement] });
const ordered = (of: Act, on: string, traits: Readonly<Record<string, string>> = {}): Act =>
  decision("coercion", on, { answers: [of], traits });

describe("no coercion before the voluntary period has ended (26/2008 Arts.45(1), 46(1); 106/2025 Arts.36(1), 72(1))", () => {
  // Ten days from 3 September 2026 end on Sunday the 13th, and so on Monday the 14th.
  const noticeA = told(debtorA, "2026-09-03");
  const coercedA = (on: string, traits = {}): Act => act("coercion-carried-out", debtorA, on, { traits });
  const rule = "ORD_VOLUNTARY";

  test("coercion on the last day is forbidden, and the explanation says when it would have been lawful", () => {
    expect(obligations(rule, file([enforcement, noticeA, coercedA("2026-09-11")]), today)).toMatchObject([
      {
        subject: debtorA,
        state: "forbidden",
        weight: "violation",
        version: "L2025",
        citation: { text: "Arts.36(1), 72(1)" },
      },
    ]);
  });

  test("after the period it is lawful, also on the days to which a last day off moves it", () => {
    for (const on of ["2026-09-14", "2026-09-15", "2026-10-20"])
      expect(states(rule, file([enforcement, noticeA, coercedA(on)]), today)).toEqual({});
  });

  test("the day of the notice and the last day belong to the period, the day after it does not", () => {
    // Ten days from Friday 4 September 2026 end on Monday the 14th.
    const friday = told(debtorA, "2026-09-04");
    const on = (day: string) => states(rule, file([enforcement, friday, coercedA(day)]), today);
    expect(["2026-09-03", "2026-09-04", "2026-09-14", "2026-09-15"].map((day) => on(day)["debtor-a"])).toEqual([
      undefined,
      "forbidden",
      "forbidden",
      undefined,
    ]);
  });

  test("the period is that of the debtor who is coerced", () => {
    const noticeB = told(debtorB, "2026-09-03");
    const early = told(debtorA, "2026-08-20");
    const both = file([
      enforcement,
      early,
      noticeB,
      coercedA("2026-09-07"),
      act("coercion-carried-out", debtorB, "2026-09-07"),
    ]);
    expect(states(rule, both, today)).toEqual({ "debtor-b": "forbidden" });
  });

  test("a second notice gives no second period", () => {
    const again = told(debtorA, "2026-09-20");
    expect(states(rule, file([enforcement, noticeA, again, coercedA("2026-09-25")]), today)).toEqual({});
  });

  test("a notice of another decision begins none", () => {
    const other = decision("coercion", "2026-09-02");
    const notice = act("party-notified", debtorA, "2026-09-03", { answers: [other] });
    expect(states(rule, file([enforcement, other, notice, coercedA("2026-09-07")]), today)).toEqual({});
  });

  test("a decision on coercion or seizure is judged by the debtor to whom it goes back; another decision is free", () => {
    const hasty = ordered(noticeA, "2026-09-08");
    const frozen = decision("freeze", "2026-09-08", { answers: [noticeA] });
    expect(states(rule, file([enforcement, noticeA, hasty, frozen]), today)).toEqual({
      [hasty.subject.id]: "forbidden",
    });
  });

  test("a seized asset whose owner is not said is judged only if the period runs for all debtors", () => {
    const seized = act("asset-seized", house, "2026-09-08");
    expect(states(rule, file([enforcement, noticeA, seized]), today)).toEqual({});
    expect(states(rule, file([enforcement, noticeA, told(debtorB, "2026-09-04"), seized]), today)).toEqual({
      house: "forbidden",
    });
  });

  test("without notice beforehand, because assets are being dissipated, and for interim measures it is lawful", () => {
    const withheld = { notice: "withheld" };
    const quick = ordered(noticeA, "2026-09-07", withheld);
    const lawful = [
      coercedA("2026-09-08", withheld),
      act("asset-seized", car, "2026-09-08", { answers: [quick] }),
      quick,
    ];
    expect(states(rule, file([enforcement, noticeA, told(debtorB, "2026-09-03"), ...lawful]), today)).toEqual({});
    expect(states(rule, file([enforcement, noticeA, coercedA("2026-09-08")], { interim: true }), today)).toEqual({});
  });

  test("before 1 July 2026 it is judged by the law of 2008, also where the period runs on under the new one", () => {
    const old = decision("enforcement", "2026-06-22");
    const notice = act("party-notified", debtorA, "2026-06-24", { answers: [old] });
    const versions = (on: string) =>
      obligations(rule, file([old, notice, coercedA(on)]), today).map(({ version }) => version);
    expect(versions("2026-06-29")).toEqual(["L2008"]);
    expect(versions("2026-07-02")).toEqual(["L2025"]);
    expect(versions("2026-07-07")).toEqual([]);
  });
});

describe("no coercion of a debtor who was not told (26/2008 Arts.39, 46(1); 106/2025 Arts.36(1), 72(1))", () => {
  const coerced = act("coercion-carried-out", debtorA, "2026-10-12");
  const rule = "ORD_NOTICE_FIRST";

  test("is forbidden where only the other debtor was told, or this one later", () => {
    const notices = [told(debtorB, "2026-09-03"), told(debtorA, "2026-10-13")];
    expect(obligations(rule, file([enforcement, ...notices, coerced]), today)).toMatchObject([
      { subject: debtorA, state: "forbidden", weight: "violation" },
    ]);
  });

  test("is lawful from the day of the notice on", () => {
    expect(states(rule, file([enforcement, told(debtorA, "2026-10-12"), coerced]), today)).toEqual({});
  });

  test("is lawful without notice because assets are being dissipated", () => {
    const withheld = act("coercion-carried-out", debtorA, "2026-10-12", { traits: { notice: "withheld" } });
    expect(states(rule, file([enforcement, withheld]), today)).toEqual({});
  });

  test("accuses nobody in a file that was not kept from its beginning", () => {
    const imported = act("file-opened", { kind: "case", id: "case" }, "2026-09-02", { source: "import" });
    const late = decision("enforcement", "2026-08-01", { recordedOn: "2026-10-01" });
    const soon = decision("enforcement", "2026-09-11", { recordedOn: "2026-10-11" });
    const weights = (acts: readonly Act[]) => obligations(rule, file(acts), today).map(({ weight }) => weight);
    expect(weights([enforcement, imported, coerced])).toEqual(["hint"]);
    expect(weights([late, coerced])).toEqual(["hint"]);
    expect(weights([soon, coerced])).toEqual(["violation"]);
  });
});

describe("coercion only under a decision (26/2008 Art.70(3); 106/2025 Art.72(4))", () => {
  const rule = "ORD_COERCION_DECISION";
  const notices = [told(debtorA, "2026-09-03"), told(debtorB, "2026-09-03")];
  const coerced = (debtor: Subject): Act => act("coercion-carried-out", debtor, "2026-10-12");

  test("is forbidden against a debtor whom no coercion decision names", () => {
    const of = file([
      enforcement,
      ...notices,
      ordered(notices[0] ?? enforcement, "2026-10-05"),
      coerced(debtorA),
      coerced(debtorB),
    ]);
    expect(obligations(rule, of, today)).toMatchObject([{ subject: debtorB, state: "forbidden", weight: "violation" }]);
  });

  test("is lawful under a decision of the same day, and forbidden under one of the next", () => {
    const on = (day: string) =>
      file([enforcement, ...notices, ordered(notices[0] ?? enforcement, day), coerced(debtorA)]);
    expect(states(rule, on("2026-10-12"), today)).toEqual({});
    expect(states(rule, on("2026-10-13"), today)).toEqual({ "debtor-a": "forbidden" });
  });

  test("of a seizure it is only a hint, because a judgment may order it", () => {
    const of = file([enforcement, ...notices, act("asset-seized", house, "2026-10-12")]);
    expect(obligations(rule, of, today)).toMatchObject([{ state: "forbidden", weight: "hint" }]);
  });
});

describe("coercion under a delegated asset", () => {
  test("without a notice in this file is only asked about: the other agency told the debtor", () => {
    const coerced = act("coercion-carried-out", debtorA, "2026-09-25");
    const handling = decision("asset-handling", "2026-09-02");
    const weights = (...acts: readonly Act[]) =>
      obligations("ORD_NOTICE_FIRST", file([...acts, coerced]), today).map(({ weight }) => weight);
    expect([weights(enforcement), weights(enforcement, handling)]).toEqual([["violation"], ["hint"]]);
  });
});

describe("a coercion decision on a debtor who was never verified (26/2008 Art.46(1); 106/2025 Art.72(1))", () => {
  const rule = "ORD_CONDITIONS";
  const notice = told(debtorA, "2026-09-03");
  const verified = (who: Subject) => act("conditions-verified", who, "2026-09-15");

  test("is asked about, also where the other debtor was verified", () => {
    const of = file([enforcement, notice, verified(debtorB), ordered(notice, "2026-09-21")]);
    expect(obligations(rule, of, today)).toMatchObject([{ state: "forbidden", weight: "hint", version: "L2025" }]);
    const old = act("party-notified", debtorA, "2026-06-01");
    expect(obligations(rule, file([old, ordered(old, "2026-06-30")]), today)).toMatchObject([{ version: "L2008" }]);
  });

  test("is in order after a verification, on delegation too, and at once where assets are dissipated", () => {
    const order = ordered(notice, "2026-09-15");
    expect(states(rule, file([enforcement, notice, verified(debtorA), order]), today)).toEqual({});
    const delegated = act("verification-delegation-answered", debtorA, { receivedOn: "2026-09-14" });
    expect(states(rule, file([enforcement, notice, delegated, order]), today)).toEqual({});
    const urgent = ordered(notice, "2026-09-15", { notice: "withheld" });
    expect(states(rule, file([enforcement, notice, urgent]), today)).toEqual({});
  });
});

describe("coercion with mobilised forces (26/2008 Art.72; 106/2025 Art.72(6))", () => {
  const rule = "ORD_PLAN";
  const planned = (type: "coercion-plan-made" | "coercion-plan-approved", who: Subject) => act(type, who, "2026-09-21");
  const sentOn = (on: string) => act("coercion-plan-sent", debtorA, { sentOn: on }, { traits: { to: "procuracy" } });
  const coerced = (traits: Readonly<Record<string, string>>) =>
    act("coercion-carried-out", debtorA, "2026-09-25", { traits });
  const mobilised = coerced({ forces: "mobilised" });
  const made = planned("coercion-plan-made", debtorA);
  const approved = planned("coercion-plan-approved", debtorA);

  test("is asked about while its plan was not made, approved and sent", () => {
    const steps = [made, approved, sentOn("2026-09-25")];
    expect(states(rule, file([...steps, mobilised]), today)).toEqual({});
    for (const missing of steps) {
      const of = file([...steps.filter((step) => step !== missing), mobilised]);
      expect(obligations(rule, of, today)).toMatchObject([{ state: "forbidden", weight: "hint" }]);
    }
    expect(states(rule, file([made, approved, sentOn("2026-09-26"), mobilised]), today)).toEqual({
      "debtor-a": "forbidden",
    });
    const others = [planned("coercion-plan-made", debtorB), planned("coercion-plan-approved", debtorB)];
    expect(states(rule, file([...others, sentOn("2026-09-25"), mobilised]), today)).toEqual({
      "debtor-a": "forbidden",
    });
  });

  test("needs no plan without forces, nor where it cannot wait", () => {
    for (const traits of [{}, { forces: "none-mobilised" }, { forces: "mobilised", notice: "withheld" }])
      expect(states(rule, file([coerced(traits)]), today)).toEqual({});
    expect(states(rule, file([mobilised], { interim: true }), today)).toEqual({});
  });
});

describe("a decision that answers the notice to the creditor", () => {
  const toCreditor = told(creditor, "2026-09-03");
  const noticeA = told(debtorA, "2026-09-03");
  const coerced = (who: Subject) => act("coercion-carried-out", who, "2026-09-25");
  const weights = (...acts: readonly Act[]) =>
    obligations("ORD_COERCION_DECISION", file([enforcement, noticeA, toCreditor, ...acts]), today).map(
      ({ weight }) => weight,
    );

  test("orders the coercion of a debtor all the same", () => {
    expect(weights(ordered(toCreditor, "2026-09-21"), coerced(debtorA))).toEqual([]);
  });

  test("is not the one that answers the notice to the other debtor, nor one made later", () => {
    expect(weights(ordered(noticeA, "2026-09-21"), coerced(debtorB))).toEqual(["violation"]);
    expect(weights(ordered(toCreditor, "2026-09-26"), coerced(debtorA))).toEqual(["violation"]);
  });
});
