/** The clocks of a file that another edition ends on another day, starts, or no longer starts. */

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
/** The current edition with Monday 23 November 2026 as a day off. */
const dayOff: Edition = {
  ...currentEdition,
  number: 2,
  calendars: currentEdition.calendars.map((year) =>
    year.year === 2026 ? { ...year, daysOff: { ...year.daysOff, "11-23": "swapped" } } : year,
  ),
};
/** Two decisions: the sending of one is due after that day, that of the other long before it. */
const two = file([decision("enforcement", "2026-09-07"), decision("coercion", "2026-11-20")]);
const today = day("2026-11-23");
const sending = (edition: Edition, on = today) =>
  changedDeadlines(two, currentEdition, edition, on).filter(({ rule }) => rule === "SEND_DECISION_VKS");

describe("another edition", () => {
  test("with the same text changes nothing", () => {
    expect(changedDeadlines(two, currentEdition, { ...currentEdition, number: 2 }, today)).toEqual([]);
  });

  test("moves the due days that a new day off pushes back, and none before that day", () => {
    expect(sending(dayOff).map(({ before, after }) => [before?.dueOn, after?.dueOn])).toEqual([
      ["2026-11-26", "2026-11-27"],
    ]);
  });

  test("changes only clocks that had started", () => {
    expect(sending(dayOff, day("2026-11-19"))).toEqual([]);
  });

  test("without a rule has none of its clocks, and with it starts them", () => {
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
