/** Published instruments of procuracies with their real days, and a recommendation of these weeks. */

import { describe, expect, it } from "vitest";
import { assessSeriousness, confirmDetections } from "../../../src/domain/findings/commands.ts";
import { findingId } from "../../../src/domain/findings/finding-id.ts";
import { giveReply } from "../../../src/domain/instruments/commands/answering.ts";
import { draftInstrument } from "../../../src/domain/instruments/commands/drafting.ts";
import { importInstrument } from "../../../src/domain/instruments/commands/importing.ts";
import { instrumentFile } from "../../../src/domain/instruments/clocks.ts";
import { assess } from "../../../src/law/detection/detection.ts";
import { explanationOf } from "../../../src/law/telling/explain-deadline.ts";
import { clocks, only, received } from "../../kit/host/instrument.ts";
import { instrumentOf, must, Province, subjectOf } from "../../kit/host/province.ts";
import { day } from "../../kit/host/stage.ts";

const today = "2026-11-23";

function importer(province: Province) {
  return province.acting(province.operator, "importer");
}

describe("example 1: a not-yet-executable decision, land found on 2022-03-11 (Art.44a(1))", () => {
  it.each([
    ["2022-03-28", true],
    ["2022-03-29", false],
  ])(
    "a protest of the district procuracy issued on %s is in time: %s; its window closes on 2022-03-28",
    (issuedOn, inTime) => {
      const province = new Province(today);
      const files = [province.caseSentLate("2018-03-29", "2018-06-29", province.subDepartment)];
      const items = [
        { findings: province.findings(files, "serious", province.district), of: 1, demand: "thu hồi quyết định" },
      ];
      const past = {
        issuer: province.district,
        addressee: province.subDepartment,
        kind: "protest",
        number: "273/QĐ-VKS",
        issuedOn,
        groundOn: "2022-03-11",
        items,
        body: "văn bản",
      };
      const instrument = instrumentOf(must(province.stage.run(importInstrument, past, importer(province))));
      expect(province.stage.state("instrument", instrument)).toMatchObject({
        issue: { window: { rule: "PROTEST_SAME_LEVEL", version: "L2008", lastDay: "2022-03-28", inTime } },
      });
    },
  );
});

describe("example 2: two decisions received late, and a protest out of time (Arts.38, 160(2))", () => {
  function example() {
    const province = new Province(today);
    const files = [1, 2].map(() => province.caseSentLate("2021-01-14", "2021-03-19", province.subDepartment));
    const findings = province.findings(files, "serious", province.district);
    const past = {
      issuer: province.district,
      addressee: province.subDepartment,
      kind: "protest",
      number: "02/QĐ-VKS",
      issuedOn: "2021-04-28",
      groundOn: "2021-03-19",
      items: [{ findings, of: 2, demand: "hủy quyết định" }],
      body: "văn bản",
      withdrawn: { on: "2021-05-31", reason: "out-of-time" },
    };
    const events = must(province.stage.run(importInstrument, past, importer(province)));
    return { province, files, findings, events, instrument: instrumentOf(events) };
  }

  it("finds the agency late: due 2021-01-19, received 59 days after it", () => {
    const { province, findings } = example();
    expect(findings.map((finding) => province.stage.state("finding", finding))).toMatchObject([
      {
        rule: "SEND_DECISION_VKS",
        version: "L2008",
        office: province.subDepartment,
        state: "late",
        dueOn: "2021-01-19",
        metOn: "2021-03-19",
      },
      { dueOn: "2021-01-19" },
    ]);
  });

  it("records the protest with its window: due 2021-04-05, not in time", () => {
    const { province, instrument } = example();
    expect(province.stage.state("instrument", instrument)).toMatchObject({
      status: "withdrawn",
      reason: "out-of-time",
      issue: {
        number: "02/QĐ-VKS",
        source: "import",
        window: { rule: "PROTEST_SAME_LEVEL", startedOn: "2021-03-19", lastDay: "2021-04-05", inTime: false },
      },
    });
  });

  it("finds the procuracy itself late, by 23 days", () => {
    const { province, instrument } = example();
    const state = province.stage.state("instrument", instrument);
    if (state === undefined) throw new Error("no instrument");
    const own = assess(instrumentFile(state), { today: day(today) }).filter(({ rule }) => rule.startsWith("PROTEST_"));
    expect(only(own)).toMatchObject({
      rule: "PROTEST_SAME_LEVEL",
      state: "late",
      daysLate: 23,
      dueOn: "2021-04-05",
      metOn: "2021-04-28",
      weight: "violation",
    });
  });

  it("lets the superior procuracy confirm that against it, by the same two commands as against an agency", () => {
    const { province, instrument } = example();
    const [row] = province.stage.rows("instrument", instrument).deadline ?? [];
    const detection = { about: { kind: "instrument", id: subjectOf(instrument) } as const, deadline: row?.key ?? "" };
    const superior = province.procurator(province.provincial);
    must(province.stage.run(confirmDetections, { detections: [detection] }, superior));
    const finding = findingId(detection.about, detection.deadline);
    must(province.stage.run(assessSeriousness, { finding, seriousness: "less-serious" }, superior));
    expect(province.stage.state("finding", finding)).toMatchObject({
      office: province.district,
      procuracy: province.provincial,
      state: "late",
    });
  });

  it("frees the findings, which may then be the object of a recommendation because the window is closed", () => {
    const { province, findings } = example();
    const items = [{ findings, of: 2, demand: "khắc phục" }];
    const body = { kind: "recommendation", addressee: province.subDepartment, items, body: "văn bản" };
    const procurator = province.procurator(province.district);
    expect(province.stage.run(draftInstrument, body, procurator)).toMatchObject({
      refusal: { code: "deviation-needs-reason" },
    });
    expect(
      province.stage.run(draftInstrument, { ...body, deviation: "protest-window-closed" }, procurator),
    ).toMatchObject({ ok: true });
  });
});

describe("example 3: 157 of 686 decisions sent late (Art.38)", () => {
  it("is one recommendation with one item, n of N", () => {
    const province = new Province(today);
    const files = Array.from({ length: 157 }, () =>
      province.caseSentLate("2018-01-08", "2018-03-30", province.subDepartment),
    );
    const findings = province.findings(files, "less-serious", province.district);
    const items = [{ findings, of: 686, demand: "khắc phục" }];
    const past = {
      issuer: province.district,
      addressee: province.subDepartment,
      kind: "recommendation",
      number: "02/KN-VKS",
      issuedOn: "2018-05-18",
      items,
      body: "văn bản",
    };
    const instrument = instrumentOf(must(province.stage.run(importInstrument, past, importer(province))));
    expect(province.stage.state("instrument", instrument)?.items).toMatchObject([
      { rule: "SEND_DECISION_VKS", n: 157, of: 686 },
    ]);
  });
});

describe("example 5: a court that transfers 15 judgments late (Art.28(1))", () => {
  function example() {
    const province = new Province(today);
    const files = Array.from({ length: 15 }, () => province.judgmentTransferredLate("2020-11-02", "2021-02-10"));
    return { province, files, findings: province.findings(files, "serious", province.provincial) };
  }

  it("accuses the court on the intake, before any case exists", () => {
    const { province, findings } = example();
    expect(province.stage.state("finding", findings[0] ?? "")).toMatchObject({
      about: { kind: "intake" },
      office: province.court,
      rule: "COURT_TRANSFER_FINAL",
      version: "L2008",
    });
  });

  it("is a recommendation although it is serious, because a court is not protested to here", () => {
    const { province, findings } = example();
    const procurator = province.procurator(province.provincial);
    const items = [{ findings, of: 15, demand: "khắc phục ngay" }];
    const body = { addressee: province.court, items, body: "văn bản" };
    const protest = { ...body, kind: "protest", groundOn: { day: today, source: "stated" } };
    expect(province.stage.run(draftInstrument, protest, procurator)).toMatchObject({
      refusal: { code: "wrong-addressee" },
    });
    const recommendation = { ...body, kind: "recommendation", deviation: "court-addressee" };
    const instrument = instrumentOf(must(province.stage.run(draftInstrument, recommendation, procurator)));
    expect(province.stage.state("instrument", instrument)?.items).toMatchObject([{ n: 15, of: 15 }]);
  });

  it("keeps its printed number, and the court answers it", () => {
    const { province, findings } = example();
    const items = [{ findings, of: 15, demand: "khắc phục ngay" }];
    const past = {
      issuer: province.provincial,
      addressee: province.court,
      kind: "recommendation",
      number: "3974/KN-VKS-P8",
      issuedOn: "2021-11-19",
      receivedOn: "2021-11-22",
      items,
      body: "văn bản",
    };
    const instrument = instrumentOf(must(province.stage.run(importInstrument, past, importer(province))));
    const reply = {
      instrument,
      answers: [{ findings, answer: "accepted" }],
      repliedOn: { day: "2021-12-06", source: "document" },
    };
    must(province.stage.run(giveReply, reply, province.head(province.court)));
    expect(province.stage.rows("instrument", instrument).instrument).toMatchObject([
      { number: "3974/KN-VKS-P8", replied_on: "2021-12-06" },
    ]);
  });
});

describe("a recommendation of November 2026 (law 106/2025 Art.113(1))", () => {
  it("received on 2026-11-09 is due on 2026-11-25, because 24 November is a holiday", () => {
    const clock = only(clocks(received("recommendation", "2026-11-09"), "RECOMMENDATION_REPLY", today));
    expect(clock).toMatchObject({ dueOn: "2026-11-25", state: "open", weight: "violation" });
    expect(explanationOf(clock).skipped).toContainEqual(expect.objectContaining({ day: "2026-11-24" }));
  });
});
