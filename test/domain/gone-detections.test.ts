/** A detection that disappears by a correction stays as gone by correction, with both readings (src/README.md#supervision). */

import { describe, expect, it } from "vitest";
import { ownedFile } from "../../src/domain/file-kinds.ts";
import { goneDetections } from "../../src/domain/gone-detections.ts";
import { Docket, type DocketCase } from "../kit/host/docket.ts";
import { document, must } from "../kit/host/province.ts";

const today = "2026-11-23";

/** Decided on 4 November, due at the procuracy on the 9th, sent on the 20th. */
function sentLate() {
  const docket = new Docket(today);
  const opened = docket.case();
  const sent = { type: "decision-sent-to-procuracy", subject: { kind: "decision", id: opened.decision } };
  const { act } = docket.record(opened.on, { ...sent, days: { sentOn: document("2026-11-20") } });
  return { docket, opened, act };
}

function goneFrom(docket: Docket, { on }: Pick<DocketCase, "on">) {
  const state = docket.province.stage.state("case", on.case);
  if (state === undefined) throw new Error("no case");
  return goneDetections(ownedFile("case", state)).map(({ correction, before, after, office }) => ({
    rule: before.rule,
    subject: before.subject.id,
    before: [before.state, before.dueOn, before.metOn],
    after: after && [after.state, after.dueOn, after.metOn],
    by: [correction.act, correction.version, correction.correctedOn],
    office,
  }));
}

describe("a breach that a correction takes away", () => {
  it("is gone by that correction, as it was read before and after", () => {
    const { docket, opened, act } = sentLate();
    must(docket.askCorrection(opened.on, act, { field: "sentOn", after: document("2026-11-06") }));
    expect(goneFrom(docket, opened)).toEqual([
      {
        rule: "SEND_DECISION_VKS",
        subject: opened.decision,
        before: ["late", "2026-11-09", "2026-11-20"],
        after: ["met", "2026-11-09", "2026-11-06"],
        by: [act, 3, today],
        office: docket.province.agency,
      },
    ]);
  });

  it("is not gone while it is late by fewer days", () => {
    const { docket, opened, act } = sentLate();
    must(docket.askCorrection(opened.on, act, { field: "sentOn", after: document("2026-11-11") }));
    expect(goneFrom(docket, opened)).toEqual([]);
  });

  it("is a detection again when a later correction brings it back, and is gone by the last that takes it away", () => {
    const { docket, opened, act } = sentLate();
    const gone = ["2026-11-06", "2026-11-11", "2026-11-05"].map((on) => {
      must(docket.askCorrection(opened.on, act, { field: "sentOn", after: document(on) }));
      return goneFrom(docket, opened).map(({ before, after }) => [before[2], after?.[2]]);
    });
    expect(gone).toEqual([[["2026-11-20", "2026-11-06"]], [], [["2026-11-11", "2026-11-05"]]]);
  });

  it("was missed until then: the day of the decision itself was wrong, and with it its due day", () => {
    const docket = new Docket(today);
    const opened = docket.case();
    must(docket.askCorrection(opened.on, opened.act, { field: "happenedOn", after: document("2026-11-20") }));
    const missed = goneFrom(docket, opened).filter(({ rule }) => rule === "SEND_DECISION_VKS");
    expect(missed).toMatchObject([
      { before: ["missed", "2026-11-09", undefined], after: ["open", "2026-11-26", undefined] },
    ]);
  });
});

describe("two debtors and two assets", () => {
  const coerced = { type: "coercion-carried-out", traits: { forces: "none-mobilised" } };

  it("what was forbidden for one of them is gone for that one", () => {
    const docket = new Docket(today);
    const opened = docket.case();
    const acts = opened.debtors.map((id) => {
      const subject = { kind: "party", id };
      // A Sunday (106/2025 Art.72(5)).
      return docket.record(opened.on, { ...coerced, subject, days: { happenedOn: document("2026-11-22") } }).act;
    });
    const [first = opened.act] = acts;
    must(docket.askCorrection(opened.on, first, { field: "happenedOn", after: document("2026-11-20") }));
    const banned = goneFrom(docket, opened).filter(({ rule }) => rule === "BAN_COERCION_NIGHT");
    expect(banned).toMatchObject([
      { subject: opened.debtors[0], before: ["forbidden", undefined, "2026-11-22"], after: undefined },
    ]);
  });

  it("what moves to the other is gone for the one and stays a breach of the other", () => {
    const docket = new Docket(today);
    const opened = docket.case();
    const [house, car] = opened.assets;
    const subject = { kind: "asset", id: house };
    const days = { happenedOn: document("2026-11-22") };
    const { act } = docket.record(opened.on, { type: "asset-seized", subject, days });
    must(docket.askCorrection(opened.on, act, { field: "subject", after: { kind: "asset", id: car } }));
    const banned = goneFrom(docket, opened).filter(({ rule }) => rule === "BAN_COERCION_NIGHT");
    expect(banned.map((each) => [each.subject, each.after])).toEqual([[house, undefined]]);
  });
});

it("what is recorded after a correction changes nothing of what it was read as then", () => {
  const { docket, opened, act } = sentLate();
  must(docket.askCorrection(opened.on, act, { field: "sentOn", after: document("2026-11-06") }));
  const before = goneFrom(docket, opened);
  docket.province.stage.on("2026-12-21");
  docket.record(opened.on, {
    type: "party-notified",
    subject: { kind: "party", id: opened.debtors[1] },
    answers: [opened.act],
    days: { happenedOn: document("2026-12-18") },
  });
  must(docket.askCorrection(opened.on, act, { field: "receivedOn", after: document("2026-11-09") }));
  expect(goneFrom(docket, opened)).toEqual(before);
});

it("of an intake: the day of the decision is corrected in its case, and the intake's breach is gone with it", () => {
  const docket = new Docket(today);
  const { on, acts } = docket.intake({
    acts: [{ type: "judgment-received", days: { receivedOn: document("2026-11-02") } }],
  });
  const opened = docket.case({ decidedOn: document("2026-11-18"), answers: [acts[0]] }, on.intake);
  must(docket.askCorrection(opened.on, opened.act, { field: "happenedOn", after: document("2026-11-05") }));
  const state = docket.province.stage.state("intake", on.intake);
  if (state === undefined) throw new Error("no intake");
  expect(goneDetections(ownedFile("intake", state))).toMatchObject([
    {
      before: { rule: "DECISION_OWN_MOTION", state: "late", metOn: "2026-11-18" },
      after: { state: "met", metOn: "2026-11-05" },
      correction: { act: opened.act, version: 4 },
    },
  ]);
});
