/** Days are read and typed as people here write them; the distance to a due day is in working days. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, dayAt, parseDay, parseInstant } from "../../../src/base/day.ts";
import { distance, formatDay, formatInstant, parseTypedDay } from "../../../src/web/parts/day-text.ts";

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no day: ${text}`);
  return parsed;
}

describe("a day on a screen", () => {
  test("a day is written dd/mm/yyyy, and parses back to itself", () => {
    expect(formatDay(day("2026-11-09"))).toBe("09/11/2026");
    fc.assert(
      fc.property(
        fc.integer({ min: -25_000, max: 80_000 }),
        (number) => parseTypedDay(formatDay(dayAt(number))) === dayAt(number),
      ),
    );
  });

  test.each(["31/02/2026", "9-11-2026", "2026-11-09", "09/11/26", "", "09/13/2026"])("%j is no day", (text) => {
    expect(parseTypedDay(text)).toBeUndefined();
  });

  test("a day may be typed without leading zeros", () => {
    expect(parseTypedDay("9/3/2026")).toBe("2026-03-09");
  });
});

test("an instant is written in the time of Vietnam (UTC+7)", () => {
  const late = parseInstant("2026-11-23T17:30:00.000Z");
  expect(late && formatInstant(late)).toBe("24/11/2026 00:30");
});

describe("how far a due day is off", () => {
  test("the distance counts working days: 24 November 2026 is a holiday (Resolution 28/2026/QH16)", () => {
    expect(distance(day("2026-11-25"), day("2026-11-23"))).toBe("còn 1 ngày làm việc");
  });

  test("a deadline is due today on the day itself", () => {
    expect(distance(day("2026-11-25"), day("2026-11-25"))).toBe("đến hạn hôm nay");
  });

  test("a deadline is overdue from the next day on, in working days; over a weekend alone in days", () => {
    expect(distance(day("2026-11-20"), day("2026-11-25"))).toBe("quá 2 ngày làm việc");
    expect(distance(day("2026-11-20"), day("2026-11-21"))).toBe("quá 1 ngày");
  });
});
