/** Civil days compared with JavaScript's Date in UTC, another implementation of the same arithmetic. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/base/day.ts";
import {
  addDays,
  addMonths,
  compareDays,
  dayAt,
  dayNumber,
  dayOf,
  daysBetween,
  dayThatExists,
  parseDay,
  parseInstant,
  weekday,
  yearAt,
} from "../../src/base/day.ts";

const first = Date.UTC(1900, 0, 1) / 86_400_000;
const last = Date.UTC(2199, 11, 31) / 86_400_000;
const numbers = fc.integer({ min: first, max: last });
const foreignDay = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`not a day: ${text}`);
  return parsed;
}

describe("a day", () => {
  test("the pattern of the days that exist takes exactly those that are read: every day of every month, from 0 to 39", () => {
    const pattern = new RegExp(`^${dayThatExists}$`);
    const two = (n: number): string => String(n).padStart(2, "0");
    for (let year = 1899; year <= 2200; year++)
      for (let month = 0; month <= 13; month++)
        for (let date = 0; date <= 39; date++) {
          const text = `${year}-${two(month)}-${two(date)}`;
          if (pattern.test(text) !== (parseDay(text) !== undefined)) throw new Error(text);
        }
  });

  test("every day from 1900 to 2199 has the number and weekday that another calendar gives it", () => {
    for (let number = first; number <= last; number++) {
      const written = foreignDay(number);
      if (dayAt(number) !== written || dayNumber(day(written)) !== number) throw new Error(written);
      if (yearAt(number) !== Number(written.slice(0, 4))) throw new Error(written);
      if (weekday(day(written)) !== ((new Date(number * 86_400_000).getUTCDay() + 6) % 7) + 1) throw new Error(written);
    }
  });

  test.each([
    "2026-02-30",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-1-01",
    "26-01-01",
    " 2026-01-01",
    "2026-01-01 ",
    "2026-01-01\n",
    "2026/01/01",
    "01/01/2026",
    "1899-12-31",
    "2200-01-01",
    "9999-12-31",
    "+2026-01-01",
    "",
  ])("%j is not a day", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each([20260101, null, undefined, {}, ["2026-01-01"], new Date()])(
    "a value that is no text is not a day",
    (value) => {
      expect(parseDay(value)).toBeUndefined();
    },
  );

  test("29 February exists in 2024 and 2000 and not in 2100", () => {
    expect([parseDay("2024-02-29"), parseDay("2000-02-29"), parseDay("2100-02-29")]).toEqual([
      "2024-02-29",
      "2000-02-29",
      undefined,
    ]);
  });

  test("adding days is the inverse of counting them", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -4000, max: 4000 }), (number, days) => {
        const from = dayAt(number);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test("the order of days is the order of their numbers", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(Math.sign(compareDays(dayAt(a), dayAt(b)))).toBe(Math.sign(a - b));
      }),
    );
  });

  test("arithmetic that leaves four-digit years is a fault", () => {
    expect(() => addMonths(day("2199-12-31"), 12 * 8000)).toThrow(RangeError);
  });
});

describe("a month (Civil Code Art.148(3))", () => {
  test.each([
    ["2026-01-15", 1, "2026-02-15"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-10-15", -3, "2026-07-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-31", -13, "2024-12-31"],
    ["2026-11-30", 1, "2026-12-30"],
  ])("%s and %i months: %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test("a corresponding day never leaves its month", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -60, max: 60 }), (number, months) => {
        const from = dayAt(number);
        const to = addMonths(from, months);
        const monthsOf = (d: Day): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(monthsOf(to) - monthsOf(from)).toBe(months);
      }),
    );
  });
});

describe("an instant and its day in Asia/Ho_Chi_Minh", () => {
  test.each([
    ["2026-11-23T08:15:30.123Z", "2026-11-23"],
    ["2026-11-23T16:59:59.999Z", "2026-11-23"],
    ["2026-11-23T17:00:00.000Z", "2026-11-24"],
    ["2026-12-31T17:00:00.000Z", "2027-01-01"],
    ["2024-02-28T23:59:59.999Z", "2024-02-29"],
  ])("%s is on %s", (text, on) => {
    const instant = parseInstant(text);
    expect(instant && dayOf(instant)).toBe(on);
  });

  test.each([
    "2026-11-23T08:15:30Z",
    "2026-11-23T08:15:30.123456Z",
    "2026-11-23T08:15:30.123+07:00",
    "2026-11-23 08:15:30.123Z",
    "2026-02-30T08:15:30.123Z",
    "2026-11-23T24:00:00.000Z",
    "2026-11-23T08:60:00.000Z",
    "2026-11-23T08:15:60.000Z",
    "2026-11-23t08:15:30.123z",
  ])("%j is not an instant", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test("agrees with the time zone data of the machine on every instant since 1976", () => {
    const foreign = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1976, 0, 1), max: Date.UTC(2090, 0, 1) }), (milliseconds) => {
        const date = new Date(milliseconds);
        const instant = parseInstant(date.toISOString());
        expect(instant && dayOf(instant)).toBe(foreign.format(date));
      }),
    );
  });
});
