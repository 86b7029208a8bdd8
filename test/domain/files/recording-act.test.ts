/** Only what cannot have happened is refused; what should not have happened is recorded, for that is what is to be found (src/README.md#supervision). */

import { describe, expect, it } from "vitest";
import { openOffice } from "../../../src/domain/offices/commands.ts";
import { Docket, type On } from "../../kit/host/docket.ts";
import { document } from "../../kit/host/province.ts";

const today = "2026-11-23";
const nobody = "f".repeat(32);
const happened = (day: string) => ({ happenedOn: document(day) });

describe("an act is recorded", () => {
  it("with its document, its amount and its note sealed, and its days in the clear", () => {
    const docket = new Docket(today);
    const { on } = docket.case();
    const sums = { document: "biên lai 12", amount: 14_341_000, note: "nộp tại cơ quan" };
    docket.record(on, { type: "money-collected", days: happened("2026-11-10"), ...sums });
    const sealed = { sealed: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(docket.province.stage.state("case", on.case)?.acts.at(-1)).toMatchObject({
      days: happened("2026-11-10"),
      document: sealed,
      amount: sealed,
      note: sealed,
    });
  });

  it("about the case itself when its type leaves no choice", () => {
    const docket = new Docket(today);
    const { on } = docket.case();
    expect(docket.record(on, { type: "case-ended", days: happened("2026-11-10") }).subject).toBe(on.case);
  });

  it("with a new decision, which later acts may be about", () => {
    const docket = new Docket(today);
    const { on, decision } = docket.case();
    const coercion = docket.record(on, {
      type: "decision-issued",
      traits: { decision: "coercion" },
      days: happened("2026-11-10"),
    });
    const sent = { type: "decision-sent-to-procuracy", subject: { kind: "decision", id: coercion.subject } };
    docket.record(on, { ...sent, days: { sentOn: document("2026-11-11") } });
    expect(coercion.subject).not.toBe(decision);
  });

  it("even where the law was broken: years after it was due, and against the order of things", () => {
    const docket = new Docket(today);
    const { on, decision, assets } = docket.case({ decidedOn: document("2020-01-06") });
    docket.record(on, {
      type: "paid-out",
      subject: { kind: "sum", id: sumOf(docket, on) },
      days: happened("2019-01-02"),
    });
    docket.record(on, {
      type: "auction-contract-signed",
      subject: { kind: "asset", id: assets[0] },
      days: happened("2019-01-02"),
    });
    const late = { type: "decision-sent-to-procuracy", subject: { kind: "decision", id: decision } };
    expect(docket.ask(on, { ...late, days: { sentOn: document("2026-11-20") } })).toMatchObject({ ok: true });
  });
});

function sumOf(docket: Docket, on: On): string {
  return docket.record(on, { type: "money-collected", days: happened("2020-02-03") }).subject;
}

describe("an act is refused", () => {
  it.each([
    [
      "on a day in the future",
      { type: "case-ended", days: happened("2026-11-24") },
      { code: "day-in-future", at: "/days/happenedOn" },
    ],
    ["without any day", { type: "case-ended", days: {} }, { code: "day-missing", at: "/days" }],
    [
      "with a day that it cannot have",
      { type: "case-ended", days: { sentOn: document("2026-11-10") } },
      { code: "day-not-taken", at: "/days/sentOn" },
    ],
    [
      "with a code that its type does not take",
      { type: "case-ended", days: happened("2026-11-10"), traits: { by: "direct" } },
      { code: "trait-not-taken", at: "/traits/by" },
    ],
    [
      "without a code that its type must have",
      { type: "decision-issued", days: happened("2026-11-10") },
      { code: "trait-not-taken", at: "/traits/decision" },
    ],
    [
      "about another kind of thing",
      { type: "case-ended", subject: { kind: "party", id: nobody }, days: happened("2026-11-10") },
      { code: "subject-not-taken", at: "/subject/kind" },
    ],
    [
      "about another case",
      { type: "case-ended", subject: { kind: "case", id: nobody }, days: happened("2026-11-10") },
      { code: "unknown-subject", at: "/subject/id" },
    ],
    [
      "about a party that the case has not",
      { type: "party-notified", subject: { kind: "party", id: nobody }, days: happened("2026-11-10") },
      { code: "unknown-subject", at: "/subject/id" },
    ],
    [
      "about no party",
      { type: "party-notified", subject: { kind: "party" }, days: happened("2026-11-10") },
      { code: "unknown-subject", at: "/subject/id" },
    ],
    [
      "about an asset that the case has not",
      { type: "asset-seized", subject: { kind: "asset", id: nobody }, days: happened("2026-11-10") },
      { code: "unknown-subject", at: "/subject/id" },
    ],
    [
      "about a decision that nobody issued",
      { type: "no-condition-published", subject: { kind: "decision", id: nobody }, days: happened("2026-11-10") },
      { code: "unknown-subject", at: "/subject/id" },
    ],
    [
      "when it would make a decision that has an id",
      {
        type: "decision-issued",
        subject: { kind: "decision", id: nobody },
        traits: { decision: "seizure" },
        days: happened("2026-11-10"),
      },
      { code: "subject-not-taken", at: "/subject/id" },
    ],
    [
      "when it answers an act that is not here",
      { type: "case-ended", answers: [nobody], days: happened("2026-11-10") },
      { code: "unknown-act", at: "/answers/0" },
    ],
    [
      "by the system's word about another day",
      { type: "case-ended", days: { happenedOn: { day: "2026-11-10", source: "system" } } },
      { code: "day-not-taken", at: "/days/happenedOn/source" },
    ],
    [
      "as an import by somebody who does not import",
      { type: "case-ended", days: { happenedOn: { day: "2026-11-10", source: "import" } } },
      { code: "day-not-taken", at: "/days/happenedOn/source" },
    ],
    [
      "on a case when it belongs to an intake",
      { type: "request-received", days: { receivedOn: document("2026-11-10") } },
      { code: "unknown-subject", at: "/subject/id" },
    ],
    [
      "on a case when it belongs to an instrument",
      { type: "protest-received", days: { receivedOn: document("2026-11-10") } },
      { code: "unknown-subject", at: "/subject/id" },
    ],
  ])("%s", (_, act, refusal) => {
    const docket = new Docket(today);
    expect(docket.ask(docket.case().on, act)).toMatchObject({ refusal });
  });

  it("when it was received before it was sent", () => {
    const docket = new Docket(today);
    const { on, decision } = docket.case();
    const days = { sentOn: document("2026-11-12"), receivedOn: document("2026-11-11") };
    const act = { type: "decision-sent-to-procuracy", subject: { kind: "decision", id: decision }, days };
    expect(docket.ask(on, act)).toMatchObject({ refusal: { code: "days-contradict", at: "/days/receivedOn" } });
  });

  it("on an intake, where no decision is made", () => {
    const docket = new Docket(today);
    const act = { type: "decision-issued", traits: { decision: "enforcement" }, days: happened("2026-11-10") };
    expect(docket.ask(docket.intake().on, act)).toMatchObject({
      refusal: { code: "subject-not-taken", at: "/subject/kind" },
    });
  });
});

describe("whose acts are recorded", () => {
  const transfer = { type: "judgment-transferred", days: { sentOn: document("2026-11-10") } };
  const discovery = { type: "violation-discovered", subject: { kind: "case" }, days: happened("2026-11-10") };
  const notice = { type: "end-notice-received", days: { receivedOn: document("2026-11-10") } };
  const ended = { type: "case-ended", days: happened("2026-11-10") };

  it.each([
    ["a court its transfers", "court", "court-officer", transfer, "intake", true],
    ["an agency the court's transfers too", "agency", "agency-officer", transfer, "intake", true],
    [
      "a court nothing else",
      "court",
      "court-officer",
      { type: "request-received", days: { receivedOn: document("2026-11-10") } },
      "intake",
      false,
    ],
    ["a court nothing on a case", "court", "court-officer", ended, "case", false],
    ["the procuracy what it discovered", "area", "procurator", discovery, "case", true],
    ["the procuracy the notices it received", "area", "chief-procurator", notice, "case", true],
    ["the procuracy nothing of the agency's", "area", "procurator", ended, "case", false],
    ["an agency no discovery of the procuracy's", "agency", "agency-head", discovery, "case", false],
    ["an agency the notice that the procuracy received", "agency", "agency-head", notice, "case", true],
    ["another procuracy nothing", "district", "procurator", discovery, "case", false],
    ["an auditor nothing", "area", "auditor", discovery, "case", false],
  ] as const)("%s", (...[, office, role, act, place, permitted]) => {
    const docket = new Docket(today);
    const on = place === "case" ? docket.case().on : docket.intake().on;
    const by = docket.province.acting(docket.province[office], role);
    const outcome = docket.ask(on, act, by);
    expect(outcome.ok || outcome.refusal.code).toBe(permitted || "not-permitted");
  });

  it("a court nothing where another court is named, or none", () => {
    const docket = new Docket(today);
    const { province } = docket;
    const administrator = province.acting(province.operator, "directory-administrator");
    const opening = { code: "toa-2", kind: "court", name: "tòa án khác", openedOn: "2026-01-01" };
    const [other] = province.does(openOffice, opening, administrator);
    const by = province.acting(province.court, "court-officer");
    const outcomes = [{ court: other?.id }, { court: undefined }].map((more) =>
      docket.ask(docket.intake(more).on, transfer, by),
    );
    expect(outcomes).toMatchObject([{ refusal: { code: "not-permitted" } }, { refusal: { code: "not-permitted" } }]);
  });
});
