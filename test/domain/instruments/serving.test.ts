/** Service and receipt (src/README.md#whose-word-a-day-is): a recipient can contest a day but cannot withhold it. */

import { describe, expect, it } from "vitest";
import { contestDay, receiveInstrument, serveInstrument } from "../../../src/domain/instruments/commands/serving.ts";
import { clocks, issued, only, received, type Sent, served, stateOf } from "../../kit/host/instrument.ts";
import { must } from "../../kit/host/province.ts";

function serve(sent: Sent, body: object) {
  return sent.province.stage.run(serveInstrument, { instrument: sent.instrument, ...body }, sent.province.procurator());
}

function receive(sent: Sent, body: object = {}) {
  return sent.province.stage.run(receiveInstrument, { instrument: sent.instrument, ...body }, sent.province.head());
}

describe("service by post", () => {
  it("is received on the day that the addressee records, or that a slip shows", () => {
    const sent = served("recommendation");
    sent.province.stage.on("2026-11-10");
    must(receive(sent, { receivedOn: { day: "2026-11-09", source: "document" } }));
    expect(stateOf(sent)).toMatchObject({
      status: "received",
      receipt: { on: { day: "2026-11-09", source: "document" }, recordedOn: "2026-11-10" },
    });
  });

  it("names the rule that the receipt starts, with its due day", () => {
    const sent = served("recommendation");
    sent.province.stage.on("2026-11-09");
    expect(only(must(receive(sent)))).toMatchObject({
      law: { rule: "RECOMMENDATION_REPLY", version: "L2025", due: "2026-11-25" },
    });
  });

  it("cannot be received before it was sent", () => {
    const sent = served("recommendation");
    expect(receive(sent, { receivedOn: { day: "2026-11-01", source: "stated" } })).toMatchObject({
      refusal: { code: "days-contradict", at: "/receivedOn", detail: { notBefore: "2026-11-02" } },
    });
  });

  it("cannot be received tomorrow", () => {
    const sent = served("recommendation");
    expect(receive(sent, { receivedOn: { day: "2026-11-03", source: "stated" } })).toMatchObject({
      refusal: { code: "day-in-future" },
    });
  });

  it("starts no clock while it is under way", () => {
    const sent = served("recommendation");
    expect(clocks(sent, "RECOMMENDATION_REPLY", "2027-01-04")).toEqual([]);
  });

  it("cannot have been sent before it was issued", () => {
    const sent = issued("recommendation");
    expect(serve(sent, { channel: "post", sentOn: { day: "2026-10-30", source: "document" } })).toMatchObject({
      refusal: { code: "days-contradict" },
    });
  });
});

describe("service through the system", () => {
  function delivered(): Sent {
    const sent = issued("recommendation");
    must(serve(sent, { channel: "system" }));
    return sent;
  }

  it("starts the clock on the day of delivery, though no desk has shown it", () => {
    const sent = delivered();
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-11-30"))).toMatchObject({
      startedOn: "2026-11-02",
      dueOn: "2026-11-17",
      state: "missed",
    });
  });

  it("is received on the day of delivery, however late the desk shows it", () => {
    const sent = delivered();
    sent.province.stage.on("2026-11-20");
    must(receive(sent));
    expect(stateOf(sent)).toMatchObject({
      status: "received",
      receipt: { on: { day: "2026-11-02", source: "system" } },
    });
  });

  it("keeps one clock under one key before and after the desk shows it", () => {
    const sent = delivered();
    const before = only(clocks(sent, "RECOMMENDATION_REPLY", "2026-11-02"));
    must(receive(sent));
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-11-02")).key).toBe(before.key);
  });

  it("takes nobody's word for its days", () => {
    const sent = issued("recommendation");
    expect(serve(sent, { channel: "system", sentOn: { day: "2026-11-02", source: "stated" } })).toMatchObject({
      refusal: { code: "day-not-taken" },
    });
    must(serve(sent, { channel: "system" }));
    expect(receive(sent, { receivedOn: { day: "2026-11-02", source: "stated" } })).toMatchObject({
      refusal: { code: "day-not-taken" },
    });
  });
});

describe("a contested day", () => {
  function contest(sent: Sent, body: object) {
    const whole = { instrument: sent.instrument, day: "receivedOn", stated: "2026-11-10", reason: "nhận sau", ...body };
    return sent.province.stage.run(contestDay, whole, sent.province.head());
  }

  it("is kept beside the recorded one, and the clock runs on from that", () => {
    const sent = received("recommendation");
    sent.province.stage.on("2026-11-12");
    must(contest(sent, {}));
    expect(stateOf(sent)).toMatchObject({
      contests: [{ day: "receivedOn", stated: "2026-11-10", contestedOn: "2026-11-12" }],
    });
    expect(only(clocks(sent, "RECOMMENDATION_REPLY", "2026-11-12")).startedOn).toBe("2026-11-09");
  });

  it.each([
    ["the day that is recorded", { stated: "2026-11-09" }, "nothing-to-change"],
    ["a day to come", { stated: "2026-11-30" }, "day-in-future"],
  ])("is not %s", (_what, body, code) => {
    expect(contest(received("recommendation"), body)).toMatchObject({ refusal: { code } });
  });

  it("of receipt does not exist while nothing was received", () => {
    expect(contest(served("recommendation"), { stated: "2026-11-01" })).toMatchObject({
      refusal: { code: "wrong-moment", at: "/day" },
    });
  });
});
