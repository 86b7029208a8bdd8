/** Instruments of the past: printed numbers and stated days; what should not have happened is recorded as it was. */

import { describe, expect, it } from "vitest";
import { importInstrument } from "../../../src/domain/instruments/commands/importing.ts";
import { instrumentOf, must, Province } from "../../kit/host/province.ts";

interface Scene {
  readonly province: Province;
  readonly finding: string;
  readonly past: object;
}

function scene(extra: object = {}): Scene {
  const province = new Province("2026-11-23");
  const [finding = ""] = province.findings([province.caseSentLate("2018-01-08", "2018-03-30")]);
  const items = [{ findings: [finding], of: 686, demand: "khắc phục" }];
  const past = {
    issuer: province.area,
    addressee: province.agency,
    kind: "recommendation",
    number: "02/KN-VKS",
    issuedOn: "2018-05-18",
    items,
    body: "văn bản",
    ...extra,
  };
  return { province, finding, past };
}

function run({ province, past }: Scene, extra: object = {}) {
  return province.stage.run(importInstrument, { ...past, ...extra }, province.acting(province.operator, "importer"));
}

describe("an import", () => {
  it("keeps the printed number and the past days, without a signature, each day by import", () => {
    const made = scene({ served: { channel: "post", sentOn: "2018-05-21" }, receivedOn: "2018-05-23" });
    const instrument = instrumentOf(must(run(made)));
    const state = made.province.stage.state("instrument", instrument);
    expect(state).toMatchObject({
      status: "received",
      issue: { number: "02/KN-VKS", issuedOn: "2018-05-18", source: "import" },
      service: { on: { day: "2018-05-21", source: "import" } },
      receipt: { on: { day: "2018-05-23", source: "import" } },
    });
    expect(state && "issue" in state && state.issue.signature).toBeUndefined();
  });

  it("does not take a number of the system", () => {
    const made = scene();
    must(run(made));
    expect(made.province.stage.state("numbering", made.province.area)).toMatchObject({
      given: {},
      printed: { "2018/recommendation": ["02/KN-VKS"] },
    });
  });

  it("of the same printed number twice is refused", () => {
    const made = scene();
    must(run(made));
    expect(run(made)).toMatchObject({ refusal: { code: "already-exists", at: "/number" } });
  });

  it("asks for no assessment and no reason: it says what was done, not what to do", () => {
    const province = new Province("2026-11-23");
    const items = [
      { findings: province.confirmed([province.caseSentLate("2018-01-08", "2018-03-30")]), of: 3, demand: "khắc phục" },
    ];
    const past = {
      issuer: province.area,
      addressee: province.agency,
      kind: "recommendation",
      number: "02/KN-VKS",
      issuedOn: "2018-05-18",
      items,
      body: "văn bản",
    };
    expect(province.stage.run(importInstrument, past, province.acting(province.operator, "importer"))).toMatchObject({
      ok: true,
    });
  });

  it("of a protest that does not state its ground is recorded without a window", () => {
    const made = scene({ kind: "protest", number: "02/QĐ-VKS" });
    const instrument = instrumentOf(must(run(made)));
    expect(made.province.stage.state("instrument", instrument)).toMatchObject({ status: "issued", level: "area" });
    expect(made.province.stage.rows("instrument", instrument).deadline).toEqual([]);
  });

  it("of a protest before the new law is not saved by its window after the end (Art.116(2))", () => {
    const province = new Province("2026-11-23");
    const file = province.caseSentLate("2025-11-03", "2025-12-15");
    province.ended(file, "2026-01-12");
    const items = [{ findings: province.findings([file], "serious"), of: 1, demand: "hủy" }];
    const past = { issuer: province.area, addressee: province.agency, kind: "protest", items, body: "văn bản" };
    const issue = (number: string, issuedOn: string) => {
      const whole = {
        ...past,
        number,
        issuedOn,
        groundOn: "2025-12-15",
        withdrawn: { on: issuedOn, reason: "out-of-time" },
      };
      const events = must(province.stage.run(importInstrument, whole, province.acting(province.operator, "importer")));
      return province.stage.state("instrument", instrumentOf(events));
    };
    expect(issue("02/QĐ-VKS", "2026-06-30")).toMatchObject({ issue: { window: { inTime: false } } });
    expect(issue("03/QĐ-VKS", "2026-07-01")).toMatchObject({
      issue: { window: { rule: "PROTEST_AFTER_CASE_END", inTime: true } },
    });
  });

  it("that was withdrawn gives its findings back as a withdrawal does", () => {
    const made = scene({ withdrawn: { on: "2018-06-01", reason: "wrong-addressee" } });
    must(run(made));
    expect(made.province.stage.state("finding", made.finding)).toMatchObject({ status: "confirmed" });
  });

  it("is the importer's: a procurator issues", () => {
    const made = scene();
    expect(made.province.stage.run(importInstrument, made.past, made.province.procurator())).toMatchObject({
      refusal: { code: "not-permitted" },
    });
  });
});

describe("days that cannot have been", () => {
  it.each([
    ["/issuedOn", { issuedOn: "2026-11-24" }, "day-in-future"],
    ["/issuedOn", { kind: "protest", number: "02/QĐ-VKS", groundOn: "2018-05-19" }, "days-contradict"],
    ["/served/sentOn", { served: { channel: "post", sentOn: "2018-05-17" } }, "days-contradict"],
    ["/receivedOn", { receivedOn: "2018-05-17" }, "days-contradict"],
    ["/receivedOn", { served: { channel: "hand", sentOn: "2018-05-25" }, receivedOn: "2018-05-24" }, "days-contradict"],
    ["/withdrawn/on", { withdrawn: { on: "2018-05-01", reason: "ground-gone" } }, "days-contradict"],
  ])("at %s: %o is %s", (at, extra, code) => {
    expect(run(scene(), extra)).toMatchObject({ refusal: { code, at } });
  });

  it("an issuer that is no procuracy is refused", () => {
    const made = scene();
    expect(run(made, { issuer: made.province.ministry })).toMatchObject({
      refusal: { code: "unknown-office", at: "/issuer" },
    });
  });

  it("an office that was closed on the day of issue is not addressed", () => {
    const made = scene();
    made.province.close(made.province.agency, "2018-01-31", made.province.subDepartment);
    expect(run(made)).toMatchObject({ refusal: { code: "office-closed", at: "/addressee" } });
  });
});
