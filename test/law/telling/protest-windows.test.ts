/** The days on which a protest may be issued: every window that applies, each with its rule and last day. */

import { describe, expect, test } from "vitest";
import { protestLevels } from "../../../src/law/act-entry.ts";
import { type ProtestGrounds, protestWindows } from "../../../src/law/telling/protest-windows.ts";
import { day } from "../given.ts";

const windows = (grounds: ProtestGrounds): readonly string[] =>
  protestWindows(grounds).map(({ rule, version, startsOn, lastDay }) => `${rule}.${version} ${startsOn}..${lastDay}`);

describe("protest windows", () => {
  test("the 2008 law gives the same level 15 days from the receipt of the decision (Art.160(2))", () => {
    expect(windows({ level: "district", decisionReceivedOn: day("2021-03-19") })).toEqual([
      "PROTEST_SAME_LEVEL.L2008 2021-03-19..2021-04-05",
    ]);
  });

  test("the 2008 law gives the superior 30 days", () => {
    expect(windows({ level: "superior", decisionReceivedOn: day("2021-03-19") })).toEqual([
      "PROTEST_SUPERIOR.L2008 2021-03-19..2021-04-19",
    ]);
  });

  test("receipt and discovery each open a window, the one that closes last in front", () => {
    expect(
      windows({ level: "area", decisionReceivedOn: day("2026-10-01"), actDiscoveredOn: day("2026-11-09") }),
    ).toEqual([
      "PROTEST_AREA_PROVINCE.L2025 2026-11-09..2026-11-25",
      "PROTEST_AREA_PROVINCE.L2025 2026-10-01..2026-10-16",
    ]);
  });

  test("the 2025 law gives 30 days to the Supreme Procuracy only (Art.112(2))", () => {
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

  test("the end of enforcement opens a year, provisional while that year's days off are not announced", () => {
    expect(protestWindows({ level: "area", endNoticeReceivedOn: day("2026-07-15") })).toMatchObject([
      { rule: "PROTEST_AFTER_CASE_END", lastDay: "2027-07-15", provisional: true },
    ]);
  });

  test("a notice before 1 July 2026 opens the rest of its year from that day on (Art.116(2))", () => {
    expect(windows({ level: "area", endNoticeReceivedOn: day("2026-03-02") })).toEqual([
      "PROTEST_AFTER_CASE_END.L2025 2026-07-01..2027-03-02",
    ]);
  });

  test("a year that was over before 1 July 2026 opens nothing", () => {
    expect(windows({ level: "area", endNoticeReceivedOn: day("2025-06-27") })).toEqual([]);
  });

  test("no day, no window", () => {
    expect(windows({ level: "area" })).toEqual([]);
  });

  test("each window explains its last day", () => {
    expect(protestWindows({ level: "district", decisionReceivedOn: day("2021-03-19") })[0]?.explanation).toMatchObject({
      trigger: { day: "2021-03-19", type: "decision-sent-to-procuracy" },
      lastDay: "2021-04-03",
      dueOn: "2021-04-05",
      citation: { text: "Art.160(2)" },
    });
  });
});
