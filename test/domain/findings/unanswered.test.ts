/** A finding on a reply that did not come: an instrument is a file too, and what it is owed is found there (106/2025 Art.113(1)). */

import { describe, expect, it } from "vitest";
import { confirmDetections } from "../../../src/domain/findings/commands.ts";
import { findingId } from "../../../src/domain/findings/finding-id.ts";
import { clocks, only, received, reply, type Sent } from "../../kit/host/instrument.ts";
import { type File, must, subjectOf } from "../../kit/host/province.ts";

const unanswered = [
  ["recommendation", "RECOMMENDATION_REPLY"],
  ["protest", "PROTEST_REPLY"],
] as const;

/** The detection of the reply, as the procurator names it; the clock is found on `today`. */
function missedReply(sent: Sent, rule: (typeof unanswered)[number][1]): File {
  const { key } = only(clocks(sent, rule, "2026-12-01"));
  return { about: { kind: "instrument", id: subjectOf(sent.instrument) }, deadline: key };
}

describe("the reply that never came", () => {
  it.each(unanswered)("to a %s is a finding against the agency that was sent it", (kind, rule) => {
    // Received on Monday 9 November; the fifteenth day, 24 November, is a day off.
    const sent = received(kind, "2026-11-09");
    sent.province.stage.on("2026-12-01");
    const file = missedReply(sent, rule);
    const event = only(
      must(sent.province.stage.run(confirmDetections, { detections: [file] }, sent.province.procurator())),
    );
    expect(event).toMatchObject({
      kind: "finding",
      law: {
        rule,
        version: "L2025",
        citation: ["106/2025/QH15 113(1)"],
        due: "2026-11-25",
        trigger: { day: "2026-11-09" },
      },
      event: {
        type: "violation-confirmed",
        data: {
          about: { kind: "instrument", id: sent.instrument },
          subject: sent.instrument,
          office: sent.province.agency,
          weight: "violation",
          state: "missed",
          dueOn: "2026-11-25",
          metOn: undefined,
        },
      },
    });
    expect(sent.province.stage.state("finding", findingId(file.about, file.deadline))).toMatchObject({
      status: "confirmed",
      office: sent.province.agency,
      procuracy: sent.province.area,
    });
  });

  it.each(unanswered)("to a %s is none on its last day, nor once it was given in time", (kind, rule) => {
    const sent = received(kind, "2026-11-09");
    const confirm = () =>
      sent.province.stage.run(confirmDetections, { detections: [missedReply(sent, rule)] }, sent.province.procurator());
    sent.province.stage.on("2026-11-25");
    expect(confirm()).toMatchObject({ refusal: { code: "wrong-moment", detail: { state: "open" } } });
    reply(sent, "accepted", "2026-11-25");
    sent.province.stage.on("2026-12-01");
    expect(confirm()).toMatchObject({ refusal: { code: "wrong-moment", detail: { state: "met" } } });
  });
});
