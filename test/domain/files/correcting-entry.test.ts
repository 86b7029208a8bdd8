/** Đính chính: a new entry points at the wrong one, with the field, old and new, and why; detection folds what is right (src/README.md#supervision). */

import { describe, expect, it } from "vitest";
import { caseFile, intakeFile } from "../../../src/domain/files/file.ts";
import { assess } from "../../../src/law/detection/detection.ts";
import { Docket, type DocketCase } from "../../kit/host/docket.ts";
import { document, must } from "../../kit/host/province.ts";
import { day } from "../../kit/host/stage.ts";

const today = "2026-11-23";

function sentLate() {
  const docket = new Docket(today);
  const opened = docket.case();
  const sent = { type: "decision-sent-to-procuracy", subject: { kind: "decision", id: opened.decision } };
  const { act } = docket.record(opened.on, { ...sent, days: { sentOn: document("2026-11-20") } });
  return { docket, opened, act };
}

function stateOfSending(docket: Docket, { on, decision }: DocketCase) {
  const state = docket.province.stage.state("case", on.case);
  if (state === undefined) throw new Error("no case");
  const found = assess(caseFile(state), { today: day(today) });
  return found.find(({ rule, subject }) => rule === "SEND_DECISION_VKS" && subject.id === decision)?.state;
}

describe("a corrected day", () => {
  it("is what detection folds", () => {
    const { docket, opened, act } = sentLate();
    const before = stateOfSending(docket, opened);
    must(docket.askCorrection(opened.on, act, { field: "sentOn", after: document("2026-11-06") }));
    expect([before, stateOfSending(docket, opened)]).toEqual(["late", "met"]);
  });

  it("leaves what stood there in the entry, and why it was wrong sealed", () => {
    const { docket, opened, act } = sentLate();
    must(docket.askCorrection(opened.on, act, { field: "sentOn", after: document("2026-11-06") }));
    expect(docket.province.stage.state("case", opened.on.case)?.corrections).toMatchObject([
      {
        act,
        field: "sentOn",
        before: document("2026-11-20"),
        after: document("2026-11-06"),
        correctedOn: today,
        reason: { sealed: expect.any(String) },
      },
    ]);
  });

  it("was not known before the correction", () => {
    const { docket, opened, act } = sentLate();
    docket.province.stage.on("2026-12-21");
    must(docket.askCorrection(opened.on, act, { field: "sentOn", after: document("2026-11-06") }));
    expect(docket.province.stage.state("case", opened.on.case)?.acts.at(-1)).toMatchObject({
      id: act,
      recordedOn: "2026-12-21",
    });
  });

  it("may be taken away while another is left", () => {
    const { docket, opened, act } = sentLate();
    must(docket.askCorrection(opened.on, act, { field: "receivedOn", after: document("2026-11-21") }));
    must(docket.askCorrection(opened.on, act, { field: "sentOn" }));
    expect(docket.province.stage.state("case", opened.on.case)?.acts.at(-1)?.days).toEqual({
      receivedOn: document("2026-11-21"),
    });
  });
});

describe("an act is corrected", () => {
  const complied = { type: "debtor-complied", days: { happenedOn: document("2026-11-10") } };

  it("from one debtor to the other", () => {
    const docket = new Docket(today);
    const { on, debtors } = docket.case();
    const { act } = docket.record(on, { ...complied, subject: { kind: "party", id: debtors[0] } });
    const subject = { kind: "party", id: debtors[1] };
    must(docket.askCorrection(on, act, { field: "subject", after: subject }));
    expect(docket.province.stage.state("case", on.case)?.acts.at(-1)).toMatchObject({ subject, recordedOn: today });
  });

  it("in what it answers and in its codes", () => {
    const docket = new Docket(today);
    const { on, act: decision, debtors } = docket.case();
    const notified = {
      type: "party-notified",
      subject: { kind: "party", id: debtors[0] },
      days: { happenedOn: document("2026-11-10") },
    };
    const { act } = docket.record(on, notified);
    must(docket.askCorrection(on, act, { field: "answers", after: [decision] }));
    must(docket.askCorrection(on, act, { field: "traits", after: { means: "posting" } }));
    expect(docket.province.stage.state("case", on.case)?.acts.at(-1)).toMatchObject({
      answers: [decision],
      traits: { means: "posting" },
    });
  });

  it.each([
    [
      "to what it is already",
      { field: "sentOn", after: document("2026-11-20") },
      { code: "nothing-to-change", at: "/after" },
    ],
    [
      "to a day in the future",
      { field: "sentOn", after: document("2026-11-24") },
      { code: "day-in-future", at: "/after" },
    ],
    ["to no day at all", { field: "sentOn" }, { code: "day-missing", at: "/after" }],
    [
      "to a day that its type does not have",
      { field: "happenedOn", after: document("2026-11-20") },
      { code: "day-not-taken", at: "/after" },
    ],
    [
      "to a decision that is not there",
      { field: "subject", after: { kind: "decision", id: "f".repeat(32) } },
      { code: "unknown-subject", at: "/after" },
    ],
    [
      "to an answer that is not there",
      { field: "answers", after: ["f".repeat(32)] },
      { code: "unknown-act", at: "/after" },
    ],
    [
      "to a code that its type does not take",
      { field: "traits", after: { means: "posting" } },
      { code: "trait-not-taken", at: "/after" },
    ],
  ])("not %s", (_, change, refusal) => {
    const { docket, opened, act } = sentLate();
    expect(docket.askCorrection(opened.on, act, change)).toMatchObject({ refusal });
  });

  it("not to answer itself", () => {
    const { docket, opened, act } = sentLate();
    expect(docket.askCorrection(opened.on, act, { field: "answers", after: [act] })).toMatchObject({
      refusal: { code: "unknown-act" },
    });
  });

  it("not when it is not in that case", () => {
    const { docket, act } = sentLate();
    const change = { field: "sentOn", after: document("2026-11-06") };
    expect(docket.askCorrection(docket.case().on, act, change)).toMatchObject({
      refusal: { code: "unknown-act", at: "/act" },
    });
  });

  it("not by a procurator when it is the agency's", () => {
    const { docket, opened, act } = sentLate();
    const change = { field: "sentOn", after: document("2026-11-06") };
    const by = docket.province.procurator();
    expect(docket.askCorrection(opened.on, act, change, by)).toMatchObject({
      refusal: { code: "not-permitted", at: "/act" },
    });
  });
});

describe("the decision that opened a case", () => {
  const received = { type: "judgment-received", days: { receivedOn: document("2026-11-02") } };

  /** The case was decided 2026-11-04 on a judgment received 2026-11-02, due 2026-11-09. */
  function decided() {
    const docket = new Docket(today);
    const { on, acts } = docket.intake({ acts: [received, received] });
    return { docket, on, acts, opened: docket.case({ answers: [acts[0]] }, on.intake) };
  }

  function owed(docket: Docket, intake: Parameters<Docket["askCase"]>[0]) {
    const state = docket.province.stage.state("intake", intake);
    if (state === undefined) throw new Error("no intake");
    return assess(intakeFile(state), { today: day(today) }).map(({ rule, startedBy, state: is }) => [
      rule,
      startedBy,
      is,
    ]);
  }

  it("carries its corrected day into the intake, where it fulfilled the decision that was owed", () => {
    const { docket, on, acts, opened } = decided();
    must(docket.askCorrection(opened.on, opened.act, { field: "happenedOn", after: document("2026-11-16") }));
    expect(owed(docket, on.intake)).toContainEqual(["DECISION_OWN_MOTION", acts[0], "late"]);
  });

  it("is corrected in the intake in what it answers", () => {
    const { docket, on, acts, opened } = decided();
    must(docket.askCorrection(on, opened.act, { field: "answers", after: [acts[1]] }));
    expect(owed(docket, on.intake)).toEqual([
      ["DECISION_OWN_MOTION", acts[0], "missed"],
      ["DECISION_OWN_MOTION", acts[1], "met"],
    ]);
  });

  it.each([
    ["its subject", { field: "subject", after: { kind: "decision", id: "f".repeat(32) } }, "unknown-subject"],
    ["in its case what it answers", { field: "answers", after: ["f".repeat(32)] }, "unknown-act"],
    ["what kind of decision it is", { field: "traits", after: { decision: "coercion" } }, "trait-not-taken"],
    ["its only day away", { field: "happenedOn" }, "day-missing"],
  ])("does not change %s", (_, change, code) => {
    const { docket, opened } = decided();
    expect(docket.askCorrection(opened.on, opened.act, change)).toMatchObject({ refusal: { code } });
  });

  it("is corrected in its case, not in its intake, in everything else", () => {
    const { docket, on, opened } = decided();
    const change = { field: "happenedOn", after: document("2026-11-16") };
    expect(docket.askCorrection(on, opened.act, change)).toMatchObject({
      refusal: { code: "unknown-act", at: "/on/intake" },
    });
  });

  it("may be marked as one whose notice was withheld", () => {
    const { docket, opened } = decided();
    const traits = { decision: "enforcement", notice: "withheld" };
    expect(docket.askCorrection(opened.on, opened.act, { field: "traits", after: traits })).toMatchObject({ ok: true });
  });
});
