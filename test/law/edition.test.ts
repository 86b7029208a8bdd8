/** An edition is its text, so the edition that an event names can never change. */

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deadlines } from "../../src/law/detection/detection.ts";
import { currentEdition, editions, editionText } from "../../src/law/edition.ts";
import { ruleKey } from "../../src/law/editions/changes.ts";
import { changesOfSecond } from "../../src/law/editions/first-edition.ts";
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
      { ...currentEdition, number: currentEdition.number + 1 },
    ].map(editionText);
    expect(new Set(texts).size).toBe(4);
  });

  // An edition that was adopted is never edited: a change of any rule or calendar after that makes the next one.
  test.each([
    [1, "cf7af5650a958d71d5472907c6f05fb9e8d706551bddf51b25789756b0861ee8"],
    [2, "a24c8cdd93854240dd2bf10281fc858f8563ba948cc8bfbfc0faf9c74834de16"],
  ])("%i has the digest under which it is adopted", (number, digest) => {
    const edition = editions.find((each) => each.number === number);
    expect(edition && createHash("sha256").update(editionText(edition)).digest("hex")).toBe(digest);
  });

  test("1 is told by what 2 changed: each change is of a version or a year that 2 has", () => {
    const keys = currentEdition.rules.map(ruleKey);
    expect(new Set(keys).size).toBe(keys.length);
    const { rules, added, years, addedYears } = changesOfSecond;
    expect([...Object.keys(rules), ...added].filter((key) => !keys.includes(key))).toEqual([]);
    const known = currentEdition.calendars.map(({ year }) => year);
    expect([...years.map(({ year }) => year), ...addedYears].filter((year) => !known.includes(year))).toEqual([]);
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
    const next = { ...currentEdition, number: 3, calendars };
    const [moved] = deadlines(file([decision("enforcement", "2026-11-20")]), next);
    const why = moved && explanationOf(moved, next);
    expect([moved?.dueOn, why?.edition, why?.calendars]).toEqual(["2026-11-27", 3, [{ year: 2026, version: 2 }]]);
  });
});
