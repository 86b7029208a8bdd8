/** An edition is its text, so the edition that an event names can never change. */

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deadlines } from "../../src/law/detection/detection.ts";
import { currentEdition, editionText } from "../../src/law/edition.ts";
import { explanationOf } from "../../src/law/telling/explain-deadline.ts";
import { decision, file } from "./given.ts";

describe("an edition", () => {
  test("has a text that reads back as the edition", () => {
    expect(JSON.parse(editionText(currentEdition))).toEqual(currentEdition);
  });

  test("has another text when a term, a day off or a policy changes", () => {
    const [rule, ...rules] = currentEdition.rules;
    const [year, ...calendars] = currentEdition.calendars;
    if (rule === undefined || year === undefined) throw new Error("an empty edition");
    const texts = [
      currentEdition,
      { ...currentEdition, rules: [{ ...rule, term: { unit: "calendar_day", length: 31 } as const }, ...rules] },
      { ...currentEdition, calendars: [{ ...year, saturdaysWorked: ["01-09"] }, ...calendars] },
      { ...currentEdition, number: 2 },
    ].map(editionText);
    expect(new Set(texts).size).toBe(4);
  });

  // A change of any rule or calendar after the adoption of this edition makes the next edition, with a line of its own here.
  test("1 has the digest under which it was adopted", () => {
    expect(createHash("sha256").update(editionText(currentEdition)).digest("hex")).toBe(
      "3819365445b80060c2607cebdd0d4fde22af0a6871fdce1d7b5c74054b631e7c",
    );
  });

  test("given to detection decides instead of the current one: Monday 23 November off moves a due day", () => {
    const calendars = currentEdition.calendars.map((year) =>
      year.year === 2026
        ? {
            ...year,
            version: 2,
            daysOff: { ...year.daysOff, "11-23": "swapped" as const },
            saturdaysWorked: ["01-10", "08-22", "11-28"],
          }
        : year,
    );
    const next = { ...currentEdition, number: 2, calendars };
    const [moved] = deadlines(file([decision("enforcement", "2026-11-20")]), next);
    const why = moved && explanationOf(moved, next);
    expect([moved?.dueOn, why?.edition, why?.calendars]).toEqual(["2026-11-27", 2, [{ year: 2026, version: 2 }]]);
  });
});
