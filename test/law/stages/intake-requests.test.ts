/** Detection in an intake: requests, decisions of every kind that are owed there, private offices, delegations received. */

import { describe, expect, test } from "vitest";
import { act, decision, file, intake, deadlinesOf, obligations } from "../given.ts";

const on = (receivedOn: string) => ({ receivedOn });

describe("a request for enforcement (26/2008 Arts.30, 31; 106/2025 Art.34)", () => {
  const effective = act("judgment-effective", intake, "2021-03-15");

  test("after five years is only a hint, because the file does not show which time is excluded", () => {
    const late = act("request-received", intake, on("2026-03-17"));
    expect(obligations("REQUEST_LIMITATION", file([effective, late]), "2026-04-01")).toMatchObject([
      { dueOn: "2026-03-16", state: "late", daysLate: 1, weight: "hint", owner: "party" },
    ]);
  });

  test("is in time if it is so for the instalment that fell due last", () => {
    const due = act("obligation-due", intake, "2024-01-31");
    const request = act("request-received", intake, on("2026-03-17"));
    expect(obligations("REQUEST_LIMITATION", file([effective, due, request]), "2026-04-01")).toMatchObject([
      { startedBy: due.id, state: "met" },
    ]);
  });

  test("counts from its postmark", () => {
    const request = act("request-received", intake, { sentOn: "2026-03-16", receivedOn: "2026-03-18" });
    expect(obligations("REQUEST_LIMITATION", file([effective, request]), "2026-04-01")).toMatchObject([
      { metOn: "2026-03-16", state: "met" },
    ]);
  });

  test("renewed after its return has no limitation period", () => {
    const renewed = act("request-renewed", intake, on("2035-03-17"));
    expect(deadlinesOf("REQUEST_LIMITATION", file([effective, renewed]))).toEqual([]);
  });

  test("renewed with proof that the debtor has the means must be decided on in five working days", () => {
    const renewed = (proof: string) => file([act("request-renewed", intake, on("2028-11-20"), { traits: { proof } })]);
    expect(deadlinesOf("DECISION_ON_REQUEST", renewed("shown"))).toMatchObject([{ dueOn: "2028-11-28" }]);
    expect(deadlinesOf("DECISION_ON_REQUEST", renewed("not-shown"))).toEqual([]);
  });

  test("is refused late after five working days, counted from the request that the refusal names", () => {
    const [first, second] = [
      act("request-received", intake, on("2026-07-06")),
      act("request-received", intake, on("2026-07-13")),
    ];
    const refused = act("request-refused", intake, "2026-07-15", { answers: [first] });
    expect(obligations("REQUEST_REFUSAL_NOTICE", file([first, second, refused]), "2026-07-16")).toMatchObject([
      { startedBy: first.id, dueOn: "2026-07-13", state: "late", daysLate: 2, weight: "violation" },
    ]);
  });

  test("that was not refused owes no refusal", () => {
    expect(deadlinesOf("REQUEST_REFUSAL_NOTICE", file([act("request-received", intake, on("2026-07-06"))]))).toEqual(
      [],
    );
  });

  test("that is incomplete must be sent back for repair in one working day, and owes no decision (D152/2026 Art.9(6))", () => {
    const judgment = act("judgment-received", intake, on("2026-07-01"));
    const incomplete = act("request-received", intake, on("2026-07-10"), { traits: { request: "incomplete" } });
    const of = file([judgment, incomplete]);
    expect(obligations("REQUEST_DEFECT_NOTICE", of, "2026-07-14")).toMatchObject([
      { dueOn: "2026-07-13", state: "missed", weight: "violation" },
    ]);
    expect(deadlinesOf("DECISION_ON_REQUEST", of)).toEqual([]);
  });

  test("that was repaired starts a new clock of the decision", () => {
    const judgment = act("judgment-received", intake, on("2026-07-01"));
    const first = act("request-received", intake, on("2026-07-06"));
    const asked = act("request-repair-asked", intake, "2026-07-07", { answers: [first] });
    const repaired = act("request-received", intake, on("2026-07-20"));
    expect(obligations("DECISION_ON_REQUEST", file([judgment, first, asked, repaired]), "2026-08-03")).toMatchObject([
      { startedBy: first.id, state: "excused" },
      { startedBy: repaired.id, dueOn: "2026-07-27", state: "missed" },
    ]);
  });

  test("on a judgment with a condition starts no clock until the condition is known to be met (106/2025 Art.34(3))", () => {
    const judgment = act("judgment-received", intake, on("2026-07-01"));
    const request = act("request-received", intake, on("2026-07-06"));
    const known = act("enforcement-condition-known", intake, on("2026-08-03"));
    expect(deadlinesOf("DECISION_ON_REQUEST", file([judgment, request, known]))).toMatchObject([
      { startedBy: known.id, dueOn: "2026-08-10" },
    ]);
  });
});

describe("a judgment enforced on the agency's own motion", () => {
  const judgment = (kind: string) =>
    file([act("judgment-received", intake, on("2026-07-03"), { traits: { judgment: kind } })], { kind: "own-motion" });

  test("needs a decision in five working days when it is ordinary (106/2025 Art.33(3)(a))", () => {
    expect(deadlinesOf("DECISION_OWN_MOTION", judgment("ordinary"))).toMatchObject([{ dueOn: "2026-07-10" }]);
    expect(deadlinesOf("DECISION_BANKRUPTCY", judgment("ordinary"))).toEqual([]);
    expect(deadlinesOf("DECISION_INTERIM", judgment("ordinary"))).toEqual([]);
  });

  test("needs a decision in three when it declares a bankruptcy (106/2025 Art.33(3)(c))", () => {
    expect(deadlinesOf("DECISION_BANKRUPTCY", judgment("bankruptcy"))).toMatchObject([
      { dueOn: "2026-07-08", weight: "violation" },
    ]);
    expect(deadlinesOf("DECISION_OWN_MOTION", judgment("bankruptcy"))).toEqual([]);
  });

  test("needs a decision at once when it is an interim measure, so a breach is only a hint (106/2025 Art.33(3)(b))", () => {
    expect(deadlinesOf("DECISION_INTERIM", judgment("interim-measure"))).toMatchObject([
      { dueOn: "2026-07-03", weight: "hint" },
    ]);
    expect(deadlinesOf("DECISION_OWN_MOTION", judgment("interim-measure"))).toEqual([]);
  });
});

describe("a private enforcement office (106/2025 Art.31)", () => {
  test("must decide within five working days of its contract", () => {
    const signed = act("service-contract-signed", intake, "2026-10-23");
    const decided = decision("enforcement", "2026-11-02", { answers: [signed] });
    expect(obligations("OFFICE_DECISION", file([signed], { elsewhere: [decided] }), "2026-11-23")).toMatchObject([
      { owner: "office-head", dueOn: "2026-10-30", state: "late", daysLate: 3, weight: "violation" },
    ]);
  });

  const ended = (liquidation: string) =>
    act("service-contract-ended", { kind: "case", id: "case" }, "2026-08-20", { traits: { liquidation } });
  const handed = act("office-file-handed-over", { kind: "case", id: "case" }, { sentOn: "2026-08-21" });

  test("must both withdraw its decision and hand the file over in two working days", () => {
    const end = ended("moved-to-agency");
    const withdrawn = decision("withdrawal", "2026-08-25", { answers: [end] });
    expect(deadlinesOf("OFFICE_FILE_TRANSFER", file([end, handed]))).toMatchObject([{ metOn: undefined }]);
    expect(obligations("OFFICE_FILE_TRANSFER", file([end, handed, withdrawn]), "2026-09-30")).toMatchObject([
      { dueOn: "2026-08-22", metOn: "2026-08-25", state: "late" },
    ]);
  });

  test("keeps the file when the requester objects, and must notify the procuracy and the agency all the same", () => {
    const end = ended("requester-objects");
    const told = act(
      "contract-end-notice-sent",
      { kind: "case", id: "case" },
      { sentOn: "2026-08-24" },
      {
        traits: { to: "procuracy" },
      },
    );
    const of = file([end, told]);
    expect(deadlinesOf("OFFICE_FILE_TRANSFER", of)).toEqual([]);
    expect(obligations("OFFICE_END_NOTICE_VKS", of, "2026-09-30")).toMatchObject([
      { dueOn: "2026-08-26", state: "missed", owner: "enforcement-office" },
    ]);
  });

  test("whose file the agency received is followed by a decision that the agency owes", () => {
    const came = act("office-file-received", intake, on("2026-11-20"));
    expect(deadlinesOf("OFFICE_FILE_TAKEOVER", file([came]))).toMatchObject([
      { dueOn: "2026-11-30", owner: "agency-head" },
    ]);
  });
});

describe("a delegation received (26/2008 Art.57; 106/2025 Arts.49, 50)", () => {
  const received = (delegated: string, day: string) =>
    act("delegation-received", intake, on(day), { traits: { delegated } });

  test("must be followed by a decision in five working days", () => {
    expect(deadlinesOf("DELEGATE_RECEIVE", file([received("enforcement", "2026-11-18")]))).toMatchObject([
      { dueOn: "2026-11-26" },
    ]);
  });

  test("of an interim measure has no number of days under the 2025 law", () => {
    const of = (day: string) => file([received("enforcement", day)], { interim: true });
    expect([
      deadlinesOf("DELEGATE_RECEIVE", of("2026-11-18")).length,
      deadlinesOf("DELEGATE_RECEIVE", of("2021-11-18")).length,
    ]).toEqual([0, 1]);
  });

  test("to handle an asset is met by the decision that opens the case", () => {
    const taken = received("asset-handling", "2026-11-18");
    const decided = decision("enforcement", "2026-11-20", { answers: [taken] });
    expect(obligations("DELEGATE_ASSET_RECEIVE", file([taken], { elsewhere: [decided] }), "2026-12-31")).toMatchObject([
      { dueOn: "2026-11-26", state: "met" },
    ]);
    expect(deadlinesOf("DELEGATE_RECEIVE", file([taken]))).toEqual([]);
  });

  test("to handle an asset did not exist before March 2022", () => {
    expect(deadlinesOf("DELEGATE_ASSET_RECEIVE", file([received("asset-handling", "2022-02-28")]))).toEqual([]);
  });
});
