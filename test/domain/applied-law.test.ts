/** Why a due day is the due day is sealed with the event that used it, without a word in any language (promise 3). */

import { describe, expect, it } from "vitest";
import { confirmDetections } from "../../src/domain/findings/commands.ts";
import { receiveInstrument, serveInstrument } from "../../src/domain/instruments/commands/serving.ts";
import type { States } from "../../src/domain/command.ts";
import { appliedBy, appliedLaw } from "../../src/domain/applied-law.ts";
import { missed } from "../../src/domain/deadlines/missed.ts";
import { assessed } from "../../src/domain/findings/detected.ts";
import { due } from "../../src/law/calendar/counting.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { explanationOf } from "../../src/law/telling/explain-deadline.ts";
import { openRuleBook } from "../../src/law/detection/rule-book.ts";
import { issued, only, served } from "../kit/host/instrument.ts";
import { must, Province } from "../kit/host/province.ts";
import { day } from "../kit/host/stage.ts";

describe("what an event says of the law", () => {
  it("names the starting act, the article, each day passed over with its reason, and the calendar", () => {
    const sent = served("recommendation");
    sent.province.stage.on("2026-11-09");
    const body = { instrument: sent.instrument };
    const { law } = only(must(sent.province.stage.run(receiveInstrument, body, sent.province.head())));
    expect(law).toEqual({
      rule: "RECOMMENDATION_REPLY",
      version: "L2025",
      citation: ["106/2025/QH15 113(1)"],
      trigger: {
        day: "2026-11-09",
        act: expect.stringMatching(/^[0-9a-f]{32}$/),
        type: "recommendation-received",
        dayName: "receivedOn",
        source: "system",
      },
      term: { unit: "calendar_day", length: 15, direction: "after" },
      lastDay: "2026-11-24",
      due: "2026-11-25",
      skipped: [{ day: "2026-11-24", reason: "culture-day" }],
      calendars: [{ year: 2026, version: 1 }],
      doubts: [],
    });
  });

  it("of what the system delivers is sealed with the delivery, which is the receipt; by post with the receipt", () => {
    const laws = (["system", "post"] as const).map((channel) => {
      const { province, instrument } = issued("recommendation", "2026-11-09");
      const { law } = only(must(province.stage.run(serveInstrument, { instrument, channel }, province.procurator())));
      const received = only(must(province.stage.run(receiveInstrument, { instrument }, province.head())));
      return [law?.due, received.law?.due];
    });
    expect(laws).toEqual([
      ["2026-11-25", undefined],
      [undefined, "2026-11-25"],
    ]);
  });

  it("of a finding is the explanation of its detection, also where the clock runs across 1 July 2026: both dates", () => {
    const province = new Province("2026-11-23");
    const file = province.caseSentLate("2026-06-29", "2026-07-20");
    const [event] = must(province.stage.run(confirmDetections, { detections: [file] }, province.procurator()));
    expect(event?.law).toMatchObject({
      version: "L2008",
      citation: ["26/2008/QH12 38"],
      due: "2026-07-02",
      crossing: {
        policy: "law-of-the-starting-day",
        other: { version: "L2025", citation: ["106/2025/QH15 35(2)"], due: "2026-07-02" },
      },
    });
  });

  it("of a missed day is sealed by the sweep too", () => {
    const province = new Province("2026-11-23");
    const { about, deadline } = province.caseSentLate("2026-10-05");
    const { stage } = province;
    const states: States = { of: (kind, id) => stage.state(kind, id) };
    const obligations = assessed(about, { states, today: day("2026-11-23") });
    const found = obligations?.get(deadline);
    if (obligations === undefined || found === undefined) throw new Error("not missed");
    const event = missed({ about, deadline, dueOn: day("2026-10-08") }, { states, obligations });
    expect(event?.law).toEqual(appliedBy(explanationOf(found)));
    expect(event?.law).toMatchObject({ trigger: { act: found.startedBy, day: "2026-10-05" }, due: "2026-10-08" });
  });

  it.each(currentEdition.rules)("fits the form of the log for $series $version", (rule) => {
    const { calendar } = openRuleBook(currentEdition);
    for (const from of ["2009-07-01", "2021-02-08", "2026-08-21", "2026-12-30"].map(day)) {
      const { due: dueOn } = due(from, rule.term, rule.direction, calendar);
      const explained = { rule: rule.series, version: rule.version, trigger: { day: from }, doubts: [], dueOn };
      const law = appliedBy(explanationOf({ ...explained, forbidden: true, metOn: from }));
      expect(appliedLaw.parse({ ...law, edition: 1 })).toEqual({ ...law, edition: 1 });
      expect(JSON.stringify(law).length).toBeLessThan(2000);
    }
  });
});
