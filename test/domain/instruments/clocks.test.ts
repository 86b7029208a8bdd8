/** The clocks of an instrument, counted by the law from its steps: late is computed, never a state. */

import { describe, expect, it } from "vitest";
import { giveReply } from "../../../src/domain/instruments/commands/answering.ts";
import { withdrawInstrument } from "../../../src/domain/instruments/commands/ending.ts";
import { instrumentFile } from "../../../src/domain/instruments/clocks.ts";
import { checkAct } from "../../../src/law/act.ts";
import { explain } from "../../../src/law/telling/sentences.ts";
import { explanationOf } from "../../../src/law/telling/explain-deadline.ts";
import {
  claim,
  clocks,
  closed,
  issued,
  only,
  received,
  reply,
  type Sent,
  stateOf,
  verify,
} from "../../kit/host/instrument.ts";
import { day } from "../../kit/host/stage.ts";

function days(sent: Sent, rule: Parameters<typeof clocks>[1], on: string) {
  return clocks(sent, rule, on).map(({ startedOn, dueOn, metOn, state }) => ({ startedOn, dueOn, metOn, state }));
}

describe("the reply", () => {
  it("to a protest is due fifteen days after receipt (law 106/2025 Art.113(1))", () => {
    const sent = received("protest", "2026-11-06");
    expect(only(clocks(sent, "PROTEST_REPLY", "2026-11-06"))).toMatchObject({ dueOn: "2026-11-23", state: "open" });
  });

  it("is met when every finding has an answer, whatever it says", () => {
    const sent = received("recommendation");
    reply(sent, "disagreed", "2026-11-20");
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-12-01"))).toMatchObject({
      metOn: "2026-11-20",
      state: "met",
    });
  });

  it("in part does not meet it: the finding without an answer is still owed one", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-20", [sent.findings[0]]);
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-11-26"))).toMatchObject({ state: "missed", daysLate: 1 });
  });

  it("in parts is given on the day of the last part", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-20", [sent.findings[0]]);
    reply(sent, "disagreed", "2026-11-26", [sent.findings[1]]);
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-12-31"))).toMatchObject({
      metOn: "2026-11-26",
      state: "late",
      daysLate: 1,
    });
  });

  it("that is given again does not move the day of the first", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-20");
    reply(sent, "disagreed", "2026-12-10");
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-12-31"))).toMatchObject({
      metOn: "2026-11-20",
      state: "met",
    });
  });

  it("is not owed for a finding that was withdrawn before", () => {
    const sent = received("recommendation");
    const { province, instrument, findings } = sent;
    province.does(withdrawInstrument, { instrument, findings: [findings[1]], reason: "ground-gone" }, province.chief());
    reply(sent, "accepted", "2026-11-20", [findings[0]]);
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-11-26"))).toMatchObject({
      metOn: "2026-11-20",
      state: "met",
    });
  });

  it("that was missed is missed until the withdrawal and no longer: what is withdrawn asks no reply", () => {
    const sent = received("recommendation", "2026-11-06");
    const { province, instrument } = sent;
    province.stage.on("2026-11-26");
    province.does(withdrawInstrument, { instrument, reason: "ground-gone" }, province.chief());
    const missed = { dueOn: "2026-11-23", state: "missed", daysLate: 3, workingDaysLate: 2, endedOn: "2026-11-26" };
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-11-26"))).toMatchObject(missed);
    const later = only(clocks(sent, "RECOMMENDATION_REPLY", "2030-01-02"));
    expect(later).toMatchObject(missed);
    expect(explain(explanationOf(later), "vi").join(" ")).toContain("Văn bản được rút thứ Năm 26/11/2026");
  });

  it("that was missed stands in the lists as ended, and runs in none of them", () => {
    const sent = received("recommendation", "2026-11-06");
    const { province, instrument } = sent;
    const row = () =>
      province.stage.rows("instrument", instrument).deadline?.find(({ rule }) => rule === "RECOMMENDATION_REPLY");
    expect(row()).toMatchObject({ state: "open" });
    province.stage.on("2026-11-26");
    province.does(withdrawInstrument, { instrument, reason: "ground-gone" }, province.chief());
    expect(row()).toMatchObject({ state: "ended", satisfied: false, ended_on: "2026-11-26", day: "2026-11-23" });
  });

  it("is the only clock that runs while nobody replied", () => {
    const sent = received("recommendation");
    expect(clocks(sent, "RECOMMENDATION_COMPLY", "2027-01-04")).toEqual([]);
  });
});

describe("carrying out", () => {
  it("is due five working days after the reply that accepts (law 106/2025 Art.113(1))", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-20");
    // 24 November is a holiday.
    expect(only(clocks(sent, "RECOMMENDATION_COMPLY", "2026-11-30"))).toMatchObject({
      startedOn: "2026-11-20",
      dueOn: "2026-11-30",
      state: "open",
    });
  });

  it("is owed as well for what is accepted in part", () => {
    const sent = received("recommendation");
    reply(sent, "partly", "2026-11-20");
    expect(clocks(sent, "RECOMMENDATION_COMPLY", "2026-11-20")).toHaveLength(1);
  });

  it("is not owed for what is disagreed with", () => {
    const sent = received("recommendation");
    reply(sent, "disagreed", "2026-11-20");
    expect(clocks(sent, "RECOMMENDATION_COMPLY", "2027-01-04")).toEqual([]);
  });

  it("is met by the last of the claims", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-20");
    claim(sent, "2026-11-23", [sent.findings[0]]);
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-11-26")).toMatchObject([{ state: "open" }]);
    claim(sent, "2026-11-26", [sent.findings[1]]);
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-11-26")).toMatchObject([{ metOn: "2026-11-26", state: "met" }]);
  });

  it("is not met any more when a claim is found not to be true: it is due again", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-20");
    claim(sent, "2026-11-26");
    verify(sent, "not-confirmed", [sent.findings[0]]);
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-12-07")).toMatchObject([{ dueOn: "2026-11-30", state: "missed" }]);
  });

  it("is late by the day of the claim that holds", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-20");
    claim(sent, "2026-11-26");
    verify(sent, "not-confirmed", [sent.findings[0]]);
    claim(sent, "2026-12-04", [sent.findings[0]]);
    expect(only(clocks(sent, "RECOMMENDATION_COMPLY", "2026-12-07"))).toMatchObject({
      metOn: "2026-12-04",
      state: "late",
      daysLate: 4,
    });
  });

  it("before the reply is done on the day of the reply", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    reply(sent, "accepted", "2026-11-20");
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-11-20")).toMatchObject([{ metOn: "2026-11-20", state: "met" }]);
  });

  it("has one clock for each reply that newly accepts, met by its own findings", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-10", [sent.findings[0]]);
    reply(sent, "accepted", "2026-11-20", [sent.findings[1]]);
    claim(sent, "2026-11-23", [sent.findings[1]]);
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-11-23")).toEqual([
      { startedOn: "2026-11-10", dueOn: "2026-11-17", metOn: undefined, state: "missed" },
      { startedOn: "2026-11-20", dueOn: "2026-11-30", metOn: "2026-11-23", state: "met" },
    ]);
  });

  it("does not start again when an acceptance is repeated", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-10");
    reply(sent, "accepted", "2026-11-16");
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-11-18")).toMatchObject([{ dueOn: "2026-11-17", state: "missed" }]);
  });

  it("is not owed any more when the acceptance is taken back in time: the last answer counts", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-10");
    reply(sent, "disagreed", "2026-11-16");
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-12-31")).toMatchObject([{ state: "excused" }]);
  });

  it("stays missed when the acceptance is taken back after the due day", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-10");
    reply(sent, "disagreed", "2026-11-18");
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-12-31")).toMatchObject([{ state: "missed" }]);
  });

  it("is owed for the rest when the acceptance of one finding is taken back", () => {
    const sent = received("recommendation");
    const [first, second] = sent.findings;
    reply(sent, "accepted", "2026-11-10");
    reply(sent, "disagreed", "2026-11-11", [first]);
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-11-18")).toMatchObject([{ state: "missed" }]);
    claim(sent, "2026-11-18", [second]);
    expect(days(sent, "RECOMMENDATION_COMPLY", "2026-11-18")).toMatchObject([{ metOn: "2026-11-18", state: "late" }]);
  });
});

describe("a request (law 63/2014 Art.28(6))", () => {
  it("to self-inspect is complied with by the report, within thirty days", () => {
    const sent = received("request");
    expect(only(clocks(sent, "REQUEST_SELF_INSPECT", "2026-11-09"))).toMatchObject({
      dueOn: "2026-12-09",
      weight: "hint",
    });
    reply(sent, "accepted", "2026-12-01");
    expect(only(clocks(sent, "REQUEST_SELF_INSPECT", "2026-12-31"))).toMatchObject({
      metOn: "2026-12-01",
      state: "met",
    });
  });

  it("to enforce is complied with when it was done, not when it was answered", () => {
    const sent = received("request", "2026-11-09", { asks: "enforce" });
    reply(sent, "accepted", "2026-11-10");
    expect(only(clocks(sent, "REQUEST_COMPLY", "2026-11-10")).metOn).toBeUndefined();
    claim(sent, "2026-11-12");
    expect(only(clocks(sent, "REQUEST_COMPLY", "2026-11-12")).metOn).toBe("2026-11-12");
  });
});

describe("a day that is recorded later than it happened", () => {
  it("is counted, and shown as recorded late by so many days", () => {
    const sent = received("recommendation");
    sent.province.stage.on("2026-12-03");
    const body = { instrument: sent.instrument, answers: [{ findings: sent.findings, answer: "accepted" }] };
    sent.province.does(
      giveReply,
      { ...body, repliedOn: { day: "2026-11-25", source: "document" } },
      sent.province.head(),
    );
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-12-03"))).toMatchObject({
      state: "met",
      metSource: "document",
      metRecordedLate: 8,
    });
  });
});

describe("the acts of an instrument", () => {
  it.each(["request", "recommendation", "protest"] as const)(
    "of a %s are such as the law's catalogue takes",
    (kind) => {
      for (const sent of [issued(kind), received(kind), closed(kind)]) {
        const faults = instrumentFile(stateOf(sent)).acts.flatMap((act) => checkAct(act, day("2026-12-31")));
        expect(faults).toEqual([]);
      }
    },
  );

  it("say of a reply whether it accepted all, a part or nothing", () => {
    const outcomes = (["accepted", "partly", "disagreed"] as const).map((answer) => {
      const sent = received("protest");
      reply(sent, answer, "2026-11-10");
      return instrumentFile(stateOf(sent)).acts.find(({ type }) => type === "protest-replied")?.traits["outcome"];
    });
    expect(outcomes).toEqual(["accepted", "partly", "disagreed"]);
  });

  it("say of a reply that accepts one finding and not the other that it accepted a part", () => {
    const sent = received("protest");
    const [first, second] = sent.findings;
    const answers = [
      { findings: [first], answer: "accepted" },
      { findings: [second], answer: "disagreed", reason: "đã gửi" },
    ];
    sent.province.does(giveReply, { instrument: sent.instrument, answers }, sent.province.head());
    const acts = instrumentFile(stateOf(sent)).acts.filter(({ type }) => type === "protest-replied");
    expect(only(acts).traits).toEqual({ outcome: "partly" });
  });

  it("have ids of their own, which do not change as others follow", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-10");
    const before = instrumentFile(stateOf(sent)).acts.map(({ id }) => id);
    claim(sent, "2026-11-12");
    const after = instrumentFile(stateOf(sent)).acts.map(({ id }) => id);
    expect(new Set(after).size).toBe(after.length);
    expect(after.slice(0, before.length)).toEqual(before);
  });
});
