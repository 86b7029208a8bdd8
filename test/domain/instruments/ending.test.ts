/** Withdrawal, closing and reopening: by a person's act, when all is settled, with a reason. */

import { describe, expect, it } from "vitest";
import { draftInstrument } from "../../../src/domain/instruments/commands/drafting.ts";
import { verifyRemedy } from "../../../src/domain/instruments/commands/remedying.ts";
import {
  closeInstrument,
  reopenInstrument,
  withdrawInstrument,
} from "../../../src/domain/instruments/commands/ending.ts";
import {
  claim,
  clocks,
  closed,
  issued,
  received,
  reply,
  type Sent,
  stateOf,
  verify,
} from "../../kit/host/instrument.ts";
import { must } from "../../kit/host/province.ts";

function withdraw(sent: Sent, body: object) {
  return sent.province.stage.run(withdrawInstrument, { instrument: sent.instrument, ...body }, sent.province.chief());
}

function close({ province, instrument }: Sent) {
  return province.stage.run(closeInstrument, { instrument }, province.procurator());
}

describe("closing", () => {
  it("is refused while one finding is not settled, with the counts", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    verify(sent, "confirmed", [sent.findings[0]]);
    expect(close(sent)).toMatchObject({ refusal: { code: "not-settled", detail: { findings: 2, settled: 1 } } });
  });

  it("is possible when every finding is verified", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    verify(sent, "confirmed");
    must(close(sent));
    expect(stateOf(sent)).toMatchObject({ status: "closed", closedOn: "2026-11-12" });
  });

  it("is possible when what is not verified was withdrawn", () => {
    const sent = received("recommendation");
    const [first, second] = sent.findings;
    claim(sent, "2026-11-12", [first]);
    verify(sent, "confirmed", [first]);
    must(withdraw(sent, { findings: [second], reason: "ground-gone" }));
    expect(close(sent)).toMatchObject({ ok: true });
  });

  it("is not done by claims alone: the machine's word and the agency's are no verification", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    expect(close(sent)).toMatchObject({ refusal: { code: "not-settled" } });
  });
});

describe("reopening", () => {
  it("has a reason, and the findings can be judged again", () => {
    const sent = closed("recommendation");
    const { province, instrument, findings } = sent;
    must(province.stage.run(reopenInstrument, { instrument, reason: "correction-not-real" }, province.procurator()));
    expect(stateOf(sent)).toMatchObject({ status: "received", reopened: [{ reason: "correction-not-real" }] });
    const verification = { instrument, findings, outcome: "not-confirmed", reason: "chưa gửi" };
    must(province.stage.run(verifyRemedy, verification, province.procurator()));
    expect(close(sent)).toMatchObject({ refusal: { code: "not-settled", detail: { settled: 0 } } });
  });

  it("leaves no trace of the closing day", () => {
    const sent = closed("recommendation");
    const { province, instrument } = sent;
    must(province.stage.run(reopenInstrument, { instrument, reason: "closed-in-error" }, province.procurator()));
    expect(province.stage.rows("instrument", instrument).instrument).toMatchObject([
      { status: "received", closed_on: null },
    ]);
  });

  it("is for what was closed", () => {
    const sent = received("recommendation");
    const body = { instrument: sent.instrument, reason: "repeated" };
    expect(sent.province.stage.run(reopenInstrument, body, sent.province.procurator())).toMatchObject({
      refusal: { code: "wrong-moment" },
    });
  });
});

describe("withdrawing", () => {
  it.each([
    ["out-of-time", "confirmed"],
    ["wrong-addressee", "confirmed"],
    ["superior-instruction", "confirmed"],
    ["ground-gone", "in-instrument"],
    ["reconsidered", "in-instrument"],
  ] as const)("because of %s leaves its findings %s", (reason, status) => {
    const sent = issued("recommendation");
    must(withdraw(sent, { reason }));
    expect(sent.province.stage.state("finding", sent.findings[0])).toMatchObject({ status });
  });

  it("out of time lets the findings go into a recommendation, with that reason", () => {
    const sent = issued("protest");
    const { province, findings } = sent;
    must(withdraw(sent, { reason: "out-of-time" }));
    const items = [{ findings, of: 40, demand: "khắc phục" }];
    const body = {
      kind: "recommendation",
      addressee: province.agency,
      body: "văn bản",
      items,
      deviation: "protest-window-closed",
    };
    expect(province.stage.run(draftInstrument, body, province.procurator())).toMatchObject({ ok: true });
  });

  it("keeps what was verified: it is not put to anybody again", () => {
    const sent = received("recommendation");
    const [first, second] = sent.findings;
    claim(sent, "2026-11-12", [first]);
    verify(sent, "confirmed", [first]);
    must(withdraw(sent, { reason: "wrong-addressee" }));
    const statuses = [first, second].map((finding) => sent.province.stage.state("finding", finding)?.status);
    expect(statuses).toEqual(["in-instrument", "confirmed"]);
  });

  it("stops the addressee's clock", () => {
    const sent = received("recommendation");
    must(withdraw(sent, { reason: "ground-gone" }));
    expect(clocks(sent, "RECOMMENDATION_REPLY", "2026-12-31")).toMatchObject([{ state: "excused" }]);
  });

  it("of some findings needs an instrument that is being answered", () => {
    const sent = issued("recommendation");
    expect(withdraw(sent, { findings: [sent.findings[0]], reason: "ground-gone" })).toMatchObject({
      refusal: { code: "wrong-moment", at: "/findings" },
    });
  });

  it("of a finding that was withdrawn already changes nothing", () => {
    const sent = received("recommendation");
    must(withdraw(sent, { findings: [sent.findings[0]], reason: "ground-gone" }));
    expect(withdraw(sent, { findings: [sent.findings[0]], reason: "out-of-time" })).toMatchObject({
      refusal: { code: "nothing-to-change" },
    });
  });

  it("is the chief's", () => {
    const sent = issued("recommendation");
    const body = { instrument: sent.instrument, reason: "ground-gone" };
    expect(sent.province.stage.run(withdrawInstrument, body, sent.province.procurator())).toMatchObject({
      refusal: { code: "not-permitted" },
    });
  });

  it("of the last accepted finding takes the clock to carry out away", () => {
    const sent = received("recommendation");
    reply(sent, "accepted", "2026-11-10");
    must(withdraw(sent, { findings: sent.findings, reason: "ground-gone" }));
    expect(clocks(sent, "RECOMMENDATION_COMPLY", "2026-12-31")).toEqual([]);
  });
});
