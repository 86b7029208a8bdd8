/** Reply, remedy and verification: three axes of each finding, none of which is a deadline. */

import { describe, expect, it } from "vitest";
import { giveReply } from "../../../src/domain/instruments/commands/answering.ts";
import { claimRemedy, verifyRemedy, withdrawClaim } from "../../../src/domain/instruments/commands/remedying.ts";
import { withdrawInstrument } from "../../../src/domain/instruments/commands/ending.ts";
import { isSent } from "../../../src/domain/instruments/instrument.ts";
import type { Track } from "../../../src/domain/instruments/item.ts";
import { countsOf } from "../../../src/domain/instruments/settled.ts";
import { claim, received, reply, type Sent, sentNever, stateOf, verify } from "../../kit/host/instrument.ts";
import { must } from "../../kit/host/province.ts";

function track(sent: Sent, which: 0 | 1 = 0): Track | undefined {
  const state = stateOf(sent);
  return isSent(state) ? state.tracks[sent.findings[which]] : undefined;
}

function answer(sent: Sent, body: object) {
  return sent.province.stage.run(giveReply, { instrument: sent.instrument, ...body }, sent.province.head());
}

describe("a reply", () => {
  it("answers each finding, those alike together, reasons sealed", () => {
    const sent = received("recommendation");
    const [first, second] = sent.findings;
    must(
      answer(sent, {
        answers: [
          { findings: [first], answer: "accepted" },
          { findings: [second], answer: "disagreed", reason: "đã gửi" },
        ],
      }),
    );
    expect([track(sent, 0)?.answers, track(sent, 1)?.answers]).toMatchObject([
      [{ answer: "accepted" }],
      [{ answer: "disagreed", reason: { sealed: expect.any(String) } }],
    ]);
  });

  it("may be given again: all stay, the last counts", () => {
    const sent = received("recommendation");
    reply(sent, "disagreed", "2026-11-10");
    reply(sent, "accepted", "2026-11-11");
    expect(track(sent)?.answers.map((each) => each.answer)).toEqual(["disagreed", "accepted"]);
    const state = stateOf(sent);
    expect(isSent(state) && countsOf(state, state).accepted).toBe(2);
  });

  it.each(["partly", "disagreed"])("that is %s says why (law 106/2025 Art.113(4))", (code) => {
    const sent = received("recommendation");
    expect(answer(sent, { answers: [{ findings: sent.findings, answer: code }] })).toMatchObject({
      refusal: { code: "reason-needed", at: "/answers/0/reason" },
    });
  });

  it("does not answer a finding twice at once", () => {
    const sent = received("recommendation");
    const [first] = sent.findings;
    expect(answer(sent, { answers: [{ findings: [first, first], answer: "accepted" }] })).toMatchObject({
      refusal: { code: "already-exists" },
    });
  });

  it("does not answer a finding that the procuracy withdrew", () => {
    const sent = received("recommendation");
    const { province, instrument, findings } = sent;
    must(
      province.stage.run(
        withdrawInstrument,
        { instrument, findings: [findings[0]], reason: "ground-gone" },
        province.chief(),
      ),
    );
    expect(answer(sent, { answers: [{ findings: [findings[0]], answer: "accepted" }] })).toMatchObject({
      refusal: { code: "nothing-to-change" },
    });
  });

  it("does not answer a finding of another instrument", () => {
    const sent = received("recommendation");
    expect(answer(sent, { answers: [{ findings: ["0".repeat(32)], answer: "accepted" }] })).toMatchObject({
      refusal: { code: "unknown-finding" },
    });
  });

  it("cannot have been given before the instrument was received", () => {
    const sent = received("recommendation");
    const body = {
      answers: [{ findings: sent.findings, answer: "accepted" }],
      repliedOn: { day: "2026-11-06", source: "document" },
    };
    expect(answer(sent, body)).toMatchObject({
      refusal: { code: "days-contradict", detail: { notBefore: "2026-11-09" } },
    });
  });

  it("is the head's: an officer is not permitted", () => {
    const sent = received("recommendation");
    const officer = sent.province.acting(sent.province.agency, "agency-officer");
    const body = { instrument: sent.instrument, answers: [{ findings: sent.findings, answer: "accepted" }] };
    expect(sent.province.stage.run(giveReply, body, officer)).toMatchObject({ refusal: { code: "not-permitted" } });
  });
});

describe("a remedy", () => {
  it("is claimed with entries of the log", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    expect(track(sent)).toMatchObject({ remedy: { status: "claimed" }, verification: { status: "not-yet" } });
    expect(stateOf(sent)).toMatchObject({ claims: [{ entries: [7], on: { day: "2026-11-12", source: "system" } }] });
  });

  it("that nothing shows is refused", () => {
    const sent = received("recommendation");
    const body = { instrument: sent.instrument, findings: sent.findings, entries: [] };
    expect(sent.province.stage.run(claimRemedy, body, sent.province.head())).toMatchObject({
      refusal: { code: "reason-needed", at: "/entries" },
    });
  });

  it("that names an entry which the log does not have is refused", () => {
    const sent = received("recommendation");
    const body = { instrument: sent.instrument, findings: sent.findings, entries: [7, 100] };
    expect(sent.province.stage.run(claimRemedy, body, sent.province.head())).toMatchObject({
      refusal: { code: "unknown-entry", at: "/entries/1" },
    });
  });

  it("is not claimed again while the claim stands", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    const body = { instrument: sent.instrument, findings: sent.findings, entries: [8] };
    expect(sent.province.stage.run(claimRemedy, body, sent.province.head())).toMatchObject({
      refusal: { code: "nothing-to-change" },
    });
  });

  it("may be taken back before it is verified, and not after", () => {
    const sent = received("recommendation");
    const { province, instrument, findings } = sent;
    claim(sent, "2026-11-12");
    verify(sent, "confirmed", [findings[1]]);
    must(province.stage.run(withdrawClaim, { instrument, findings: [findings[0]] }, province.head()));
    expect(track(sent)).toMatchObject({ remedy: { status: "withdrawn" } });
    expect(province.stage.run(withdrawClaim, { instrument, findings: [findings[1]] }, province.head())).toMatchObject({
      refusal: { code: "nothing-to-change" },
    });
  });
});

describe("a verification", () => {
  it("is of a claim: without one there is nothing to verify", () => {
    const sent = received("recommendation");
    const body = { instrument: sent.instrument, findings: sent.findings, outcome: "confirmed" };
    expect(sent.province.stage.run(verifyRemedy, body, sent.province.procurator())).toMatchObject({
      refusal: { code: "nothing-to-change" },
    });
  });

  it("that does not confirm says why", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    const body = { instrument: sent.instrument, findings: sent.findings, outcome: "not-confirmed" };
    expect(sent.province.stage.run(verifyRemedy, body, sent.province.procurator())).toMatchObject({
      refusal: { code: "reason-needed" },
    });
  });

  it("of what its file still shows as not done says why, and is recorded once it does", () => {
    const sent = sentNever();
    claim(sent, "2026-11-12");
    const body = { instrument: sent.instrument, findings: sent.findings, outcome: "confirmed" };
    const { stage } = sent.province;
    expect(stage.run(verifyRemedy, body, sent.province.procurator())).toMatchObject({
      refusal: {
        code: "still-open-needs-reason",
        at: "/reason",
        rule: "SEND_DECISION_VKS",
        detail: { state: "missed" },
      },
    });
    must(stage.run(verifyRemedy, { ...body, reason: "đã xem sổ gửi" }, sent.province.procurator()));
    expect(track(sent)).toMatchObject({ verification: { status: "confirmed" } });
  });

  it("of one finding asks for no reason because another one is still open", () => {
    const sent = sentNever();
    claim(sent, "2026-11-12");
    const [done, open] = sent.findings;
    const verifying = (finding: typeof done) =>
      sent.province.stage.run(
        verifyRemedy,
        { instrument: sent.instrument, findings: [finding], outcome: "confirmed" },
        sent.province.procurator(),
      );
    expect(verifying(open)).toMatchObject({ refusal: { code: "still-open-needs-reason" } });
    expect(verifying(done)).toMatchObject({ ok: true });
  });

  it("of what was done late, as its file shows, needs no reason", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    const body = { instrument: sent.instrument, findings: sent.findings, outcome: "confirmed" };
    expect(sent.province.stage.run(verifyRemedy, body, sent.province.procurator())).toMatchObject({ ok: true });
  });

  it("that does not confirm makes the remedy due again, and counts how often", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    verify(sent, "not-confirmed");
    claim(sent, "2026-11-16");
    expect(track(sent)).toMatchObject({
      remedy: { status: "claimed" },
      verification: { status: "not-yet" },
      failed: 1,
    });
  });

  it("is the procuracy's: the agency is not permitted", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    const body = { instrument: sent.instrument, findings: sent.findings, outcome: "confirmed" };
    expect(sent.province.stage.run(verifyRemedy, body, sent.province.head())).toMatchObject({
      refusal: { code: "not-permitted" },
    });
  });

  it("counts per item: 1 of 2 verified", () => {
    const sent = received("recommendation");
    claim(sent, "2026-11-12");
    verify(sent, "confirmed", [sent.findings[0]]);
    expect(sent.province.stage.rows("instrument", sent.instrument).instrument).toMatchObject([
      { findings: 2, verified: 1 },
    ]);
  });

  it("of a finding that the procuracy withdrew is not asked for", () => {
    const sent = received("recommendation");
    const { province, instrument, findings } = sent;
    claim(sent, "2026-11-12");
    const part = { instrument, findings: [findings[0]], reason: "ground-gone" };
    must(province.stage.run(withdrawInstrument, part, province.chief()));
    const body = { instrument, findings: [findings[0]], outcome: "confirmed" };
    expect(province.stage.run(verifyRemedy, body, province.procurator())).toMatchObject({
      refusal: { code: "nothing-to-change" },
    });
  });
});
