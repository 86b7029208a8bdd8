/** What detection sees of an intake and of a case: per subject, with two debtors and two assets (src/law/DETECTION.md#how-an-act-fulfils-another). */

import { describe, expect, it } from "vitest";
import type { Obligation } from "../../../src/law/detection/detection.ts";
import { assess } from "../../../src/law/detection/detection.ts";
import { caseFile, intakeFile } from "../../../src/domain/files/file.ts";
import { Docket, type DocketCase } from "../../kit/host/docket.ts";
import { document } from "../../kit/host/province.ts";
import { day } from "../../kit/host/stage.ts";

const today = "2026-11-30";
const happened = (on: string) => ({ happenedOn: document(on) });

function inCase(docket: Docket, { on }: DocketCase): readonly Obligation[] {
  const state = docket.province.stage.state("case", on.case);
  if (state === undefined) throw new Error("no case");
  return assess(caseFile(state), { today: day(today) });
}

function statesOf(found: readonly Obligation[], rule: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    found.filter((each) => each.rule === rule).map(({ subject, state }) => [subject.id, state]),
  );
}

describe("a case", () => {
  it("owes notice to each party: one debtor's does not serve for the other", () => {
    const docket = new Docket(today);
    const opened = docket.case();
    const [first, second] = opened.debtors;
    docket.record(opened.on, {
      type: "party-notified",
      subject: { kind: "party", id: first },
      answers: [opened.act],
      days: happened("2026-11-05"),
    });
    expect(statesOf(inCase(docket, opened), "NOTIFY_PARTIES")).toEqual({
      [first]: "met",
      [second]: "missed",
      [opened.creditor]: "missed",
    });
  });

  it("owes a valuation contract for each asset: one asset's does not serve for the other", () => {
    const docket = new Docket(today);
    const opened = docket.case();
    const [one, two] = opened.assets;
    for (const id of opened.assets)
      docket.record(opened.on, { type: "asset-seized", subject: { kind: "asset", id }, days: happened("2026-11-06") });
    docket.record(opened.on, {
      type: "valuation-contract-signed",
      subject: { kind: "asset", id: two },
      days: happened("2026-11-09"),
    });
    expect(statesOf(inCase(docket, opened), "VALUATION_CONTRACT")).toEqual({ [one]: "missed", [two]: "met" });
  });

  it("owes the procuracy each decision: sending one does not serve for the other", () => {
    const docket = new Docket(today);
    const opened = docket.case();
    const coercion = docket.record(opened.on, {
      type: "decision-issued",
      traits: { decision: "coercion" },
      days: happened("2026-11-06"),
    });
    const subject = { kind: "decision", id: coercion.subject };
    docket.record(opened.on, { type: "decision-sent-to-procuracy", subject, days: { sentOn: document("2026-11-09") } });
    expect(statesOf(inCase(docket, opened), "SEND_DECISION_VKS")).toEqual({
      [opened.decision]: "missed",
      [coercion.subject]: "met",
    });
  });
});

describe("an intake", () => {
  const request = (receivedOn: string) => ({ type: "request-received", days: { receivedOn: document(receivedOn) } });
  const judgment = { type: "judgment-received", days: { receivedOn: document("2026-11-02") } };

  function owed(docket: Docket, intake: Parameters<Docket["askCase"]>[0]) {
    const state = docket.province.stage.state("intake", intake);
    if (state === undefined) throw new Error("no intake");
    return assess(intakeFile(state), { today: day(today) });
  }

  it("owes a decision on each request: the one decided does not serve for the other", () => {
    const docket = new Docket(today);
    const { on, acts } = docket.intake({
      motion: "on-request",
      acts: [judgment, request("2026-11-02"), request("2026-11-03")],
    });
    docket.case({ answers: [acts[0], acts[2]] }, on.intake);
    const found = owed(docket, on.intake).filter(({ rule }) => rule === "DECISION_ON_REQUEST");
    expect(found.map(({ startedBy, state }) => [startedBy, state])).toEqual([
      [acts[1], "missed"],
      [acts[2], "met"],
    ]);
  });

  it("owes nothing of what its decision started: that runs in the case", () => {
    const docket = new Docket(today);
    const { on, acts } = docket.intake({ motion: "on-request", acts: [judgment, request("2026-11-02")] });
    docket.case({}, on.intake);
    expect(new Set(owed(docket, on.intake).map(({ startedBy }) => startedBy))).toEqual(new Set([acts[1]]));
  });

  it("shows the court's late transfer while no case exists (law 106/2025 Art.33(1))", () => {
    const docket = new Docket(today);
    const effective = {
      type: "judgment-effective",
      days: happened("2026-09-01"),
      traits: { "procedural-limit": "none" },
    };
    const { on } = docket.intake({
      acts: [effective, { type: "judgment-transferred", days: { sentOn: document("2026-11-02") } }],
    });
    expect(owed(docket, on.intake)).toMatchObject([{ rule: "COURT_TRANSFER_DEFAULT", owner: "court", state: "late" }]);
  });
});
