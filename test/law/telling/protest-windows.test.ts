/** The windows in which a protest may be issued, each with its rule and its last day. */

import { describe, expect, test } from "vitest";
import { protestLevels } from "../../../src/law/act-entry.ts";
import { type ProtestGrounds, protestWindows } from "../../../src/law/telling/protest-windows.ts";
import { day } from "../given.ts";

const windows = (grounds: ProtestGrounds): readonly string[] =>
  protestWindows(grounds).map(({ rule, version, startsOn, lastDay }) => `${rule}.${version} ${startsOn}..${lastDay}`);

describe("protest windows", () => {
  test("give the same level 15 days from the receipt of the decision under the 2008 law (Art.160(2))", () => {
    expect(windows({ level: "district", decisionReceivedOn: day("2021-03-19") })).toEqual([
      "PROTEST_SAME_LEVEL.L2008 2021-03-19..2021-04-05",
    ]);
  });

  test("give the superior procuracy 30 days under the 2008 law", () => {
    expect(windows({ level: "superior", decisionReceivedOn: day("2021-03-19") })).toEqual([
      "PROTEST_SUPERIOR.L2008 2021-03-19..2021-04-19",
    ]);
  });

  test("open on receipt and on discovery, and the one that closes last comes first", () => {
    expect(
      windows({ level: "area", decisionReceivedOn: day("2026-10-01"), actDiscoveredOn: day("2026-11-09") }),
    ).toEqual([
      "PROTEST_AREA_PROVINCE.L2025 2026-11-09..2026-11-25",
      "PROTEST_AREA_PROVINCE.L2025 2026-10-01..2026-10-16",
    ]);
  });

  test("give 30 days to the Supreme Procuracy only under the 2025 law (Art.112(2))", () => {
    const rules = protestLevels.map((level) => [
      level,
      protestWindows({ level, decisionReceivedOn: day("2026-07-06") }).map((one) => one.rule),
    ]);
    const supreme = ["PROTEST_SUPREME"];
    const others = ["PROTEST_AREA_PROVINCE"];
    expect(Object.fromEntries(rules)).toEqual({
      district: others,
      area: others,
      provincial: others,
      "military-region": others,
      superior: others,
      supreme,
      "central-military": supreme,
    });
  });

  test("open for a year after the end of enforcement, provisional while that year's days off are not announced", () => {
    expect(protestWindows({ level: "area", endNoticeReceivedOn: day("2026-07-15") })).toMatchObject([
      { rule: "PROTEST_AFTER_CASE_END", lastDay: "2027-07-15", provisional: true },
    ]);
  });

  test("open on 1 July 2026 for the rest of the year after an earlier notice (Art.116(2))", () => {
    expect(windows({ level: "area", endNoticeReceivedOn: day("2026-03-02") })).toEqual([
      "PROTEST_AFTER_CASE_END.L2025 2026-07-01..2027-03-02",
    ]);
  });

  test("do not open for a year that was over before 1 July 2026", () => {
    expect(windows({ level: "area", endNoticeReceivedOn: day("2025-06-27") })).toEqual([]);
  });

  test("do not open when no day is known", () => {
    expect(windows({ level: "area" })).toEqual([]);
  });

  test("explain their last day", () => {
    expect(protestWindows({ level: "district", decisionReceivedOn: day("2021-03-19") })[0]?.explanation).toMatchObject({
      trigger: { day: "2021-03-19", type: "decision-sent-to-procuracy" },
      lastDay: "2021-04-03",
      dueOn: "2021-04-05",
      citation: { text: "Art.160(2)" },
    });
  });
});
