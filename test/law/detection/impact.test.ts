/** What another edition moves in a file: the clocks that end on another day, begin to run, or no longer do. */

import { describe, expect, test } from "vitest";
import { currentEdition, type Edition } from "../../../src/law/edition.ts";
import { changedDeadlines } from "../../../src/law/detection/impact.ts";
import { decision, file } from "../given.ts";
import { day } from "../../kit/host/stage.ts";

const without = (series: string): Edition => ({
  ...currentEdition,
  number: 2,
  rules: currentEdition.rules.filter((rule) => rule.series !== series),
});
/** Monday 23 November 2026 off. */
const dayOff: Edition = {
  ...currentEdition,
  number: 2,
  calendars: currentEdition.calendars.map((year) =>
    year.year === 2026 ? { ...year, daysOff: { ...year.daysOff, "11-23": "swapped" } } : year,
  ),
};
/** Two decisions: one whose sending ends beyond that day, one long before it. */
const two = file([decision("enforcement", "2026-09-07"), decision("coercion", "2026-11-20")]);
const today = day("2026-11-23");
const sending = (edition: Edition, on = today) =>
  changedDeadlines(two, currentEdition, edition, on).filter(({ rule }) => rule === "SEND_DECISION_VKS");

describe("another edition", () => {
  test("of the same text moves nothing", () => {
    expect(changedDeadlines(two, currentEdition, { ...currentEdition, number: 2 }, today)).toEqual([]);
  });

  test("moves what a day off pushes back, and nothing that ended before it", () => {
    expect(sending(dayOff).map(({ before, after }) => [before?.dueOn, after?.dueOn])).toEqual([
      ["2026-11-26", "2026-11-27"],
    ]);
  });

  test("counts only clocks that had started", () => {
    expect(sending(dayOff, day("2026-11-19"))).toEqual([]);
  });

  test("without a rule ends its clocks; with it, they begin", () => {
    const less = without("SEND_DECISION_VKS");
    expect(sending(less).map(({ before, after }) => [before?.dueOn, after])).toEqual([
      ["2026-09-10", undefined],
      ["2026-11-26", undefined],
    ]);
    const begun = changedDeadlines(two, less, currentEdition, today).filter(({ rule }) => rule === "SEND_DECISION_VKS");
    expect(begun.map(({ before, after }) => [before, after?.dueOn])).toEqual([
      [undefined, "2026-09-10"],
      [undefined, "2026-11-26"],
    ]);
  });
});
