/** Detection of postponement, suspension, termination, resumption, certificates, delegation, transfer of rights. */

import { describe, expect, test } from "vitest";
import {
  act,
  car,
  caseFile,
  debtorA,
  debtorB,
  decision,
  file,
  house,
  deadlinesOf,
  obligations,
  states,
} from "../given.ts";

const ground = (decided: string, on: string, about = caseFile) =>
  act("ground-established", about, on, { traits: { for: decided } });

describe("the decision owed five working days after its ground", () => {
  test.each([
    ["POSTPONE_DECISION", "postponement"],
    ["SUSPEND_DECISION", "suspension"],
    ["TERMINATE_DECISION", "termination"],
    ["DELEGATE_DECISION", "delegation"],
  ] as const)("of %s is met only by a decision of that kind that names its ground", (series, kind) => {
    const [forA, forB] = [ground(kind, "2026-10-23", debtorA), ground(kind, "2026-10-23", debtorB)];
    const decided = decision(kind, "2026-10-30", { answers: [forA] });
    const another = decision("amendment", "2026-10-30", { answers: [forB] });
    expect(states(series, file([forA, forB, decided, another]), "2026-11-02")).toEqual({
      [debtorA.id]: "met",
      [debtorB.id]: "missed",
    });
  });

  test("is owed by the head under the article and the law of its day", () => {
    expect(deadlinesOf("SUSPEND_DECISION", file([ground("suspension", "2025-04-24")]))).toMatchObject([
      { version: "L2008", owner: "agency-head", citation: { article: "49", clause: "2" }, dueOn: "2025-05-05" },
    ]);
    expect(deadlinesOf("SUSPEND_DECISION", file([ground("suspension", "2026-09-30")]))).toMatchObject([
      { version: "L2025", citation: { article: "47", clause: "1" }, dueOn: "2026-10-07" },
    ]);
  });

  test("to delegate an interim measure is due in 24 hours", () => {
    const of = file([ground("delegation", "2026-10-23")], { interim: true });
    expect(deadlinesOf("DELEGATE_INTERIM", of)).toMatchObject([{ dueOn: "2026-10-24" }]);
    expect(deadlinesOf("DELEGATE_DECISION", of)).toEqual([]);
  });
});

describe("a postponement requested by a person who may protest the judgment (26/2008 Art.48; 106/2025 Art.46)", () => {
  const asked = (traits: Readonly<Record<string, string>> = {}) =>
    act("postponement-requested", caseFile, { happenedOn: "2026-07-29", receivedOn: "2026-07-31" }, { traits });

  test("is due at once, so a breach is only a hint, and is not owed with less than 24 hours to go", () => {
    expect(deadlinesOf("POSTPONE_ON_REQUEST_24H", file([asked({ lead: "24-hours-or-more" })]))).toMatchObject([
      { dueOn: "2026-07-31", weight: "hint" },
    ]);
    expect(deadlinesOf("POSTPONE_ON_REQUEST_24H", file([asked({ lead: "less-than-24-hours" })]))).toEqual([]);
  });

  test("ends three months after the request, and enforcement must resume in five working days", () => {
    const request = asked();
    const postponed = decision("postponement", "2026-08-03", { answers: [request] });
    expect(obligations("RESUME_AFTER_POSTPONE", file([request, postponed]), "2026-11-30")).toMatchObject([
      { startedOn: "2026-10-29", dueOn: "2026-11-05", state: "missed", weight: "violation" },
    ]);
  });

  test("that was not granted owes no resumption", () => {
    expect(deadlinesOf("RESUME_AFTER_POSTPONE", file([asked()]))).toEqual([]);
  });

  test("ends early when its ground is gone", () => {
    const request = asked();
    const postponed = decision("postponement", "2026-08-03", { answers: [request] });
    const gone = act("resumption-ground-established", caseFile, "2026-08-20", { traits: { after: "postponement" } });
    const resumed = decision("resumption", "2026-08-25", { answers: [gone, request] });
    expect(obligations("RESUME_AFTER_POSTPONE", file([request, postponed, gone, resumed]), "2026-12-30")).toMatchObject(
      [{ startedBy: gone.id, dueOn: "2026-08-26", state: "met" }],
    );
  });
});

describe("a suspension (26/2008 Art.49; 106/2025 Art.47)", () => {
  test("by the person who protested must be notified to each party in five working days", () => {
    const received = act("cassation-suspension-received", caseFile, { receivedOn: "2026-07-03" });
    const told = act("party-notified", debtorA, "2026-07-08", { answers: [received] });
    expect(states("SUSPEND_NOTICE", file([received, told]), "2026-07-20")).toEqual({
      [debtorA.id]: "met",
      [debtorB.id]: "missed",
      creditor: "missed",
    });
  });

  test("must end by a decision within five working days of the document that ends it", () => {
    const document = act(
      "resumption-ground-established",
      caseFile,
      { receivedOn: "2026-10-23" },
      {
        traits: { after: "suspension" },
      },
    );
    const of = file([document]);
    expect(deadlinesOf("RESUME_AFTER_SUSPEND", of)).toMatchObject([{ dueOn: "2026-10-30" }]);
    expect(deadlinesOf("RESUME_AFTER_POSTPONE", of)).toEqual([]);
  });
});

describe("closing or passing on a case", () => {
  test("needs a certificate in three working days, five under the 2008 law", () => {
    const asked = (receivedOn: string) => act("certificate-requested", debtorA, { receivedOn });
    expect(deadlinesOf("CERTIFY_RESULT", file([asked("2025-08-28"), asked("2026-11-20")]))).toMatchObject([
      { dueOn: "2025-09-08", citation: { law: "26/2008/QH12" } },
      { dueOn: "2026-11-26", citation: { law: "152/2026/NĐ-CP", article: "32" } },
    ]);
  });

  test("needs a decision on the transferee in ten days (106/2025 Art.41(4))", () => {
    const known = act("transferee-identified", debtorA, "2026-10-23");
    const decided = decision("rights-transfer", "2026-11-03", { answers: [known] });
    expect(obligations("TRANSFER_RIGHTS_DECISION", file([known, decided]), "2026-11-23")).toMatchObject([
      { dueOn: "2026-11-02", state: "late", daysLate: 1 },
    ]);
  });

  test("needs the proceeds of each delegated asset remitted in five working days", () => {
    const handling = decision("asset-handling", "2026-06-01");
    const acts = [
      act("asset-delivered", house, "2026-07-03"),
      act("asset-delivered", car, "2026-07-03"),
      act("proceeds-remitted", car, "2026-07-09"),
    ];
    expect(states("DELEGATE_ASSET_REMIT", file([handling, ...acts]), "2026-07-20")).toEqual({
      house: "missed",
      car: "met",
    });
    expect(deadlinesOf("DELEGATE_ASSET_REMIT", file(acts))).toEqual([]);
  });
});
