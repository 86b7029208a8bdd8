/** The calendars compared with the lawyers' table of days off and with what the Labour Code says of any year. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, weekday } from "../../../src/base/day.ts";
import { dayOff, knownCalendar, openCalendar } from "../../../src/law/calendar/calendar.ts";
import { calendarYears } from "../../../src/law/calendar/calendar-years.ts";
import { due } from "../../../src/law/calendar/counting.ts";
import { day } from "../given.ts";

/** Year, weekdays off, weekend days worked, as in the table. */
const table: readonly (readonly [year: number, off: string, worked: string])[] = [
  [2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", ""],
  [2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", ""],
  [2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", ""],
  [2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04"],
  [2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26"],
  [2026, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22"],
];

/** The first day of each lunar year. */
const lunarNewYears = ["2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17"];

function daysOf(year: number): readonly Day[] {
  const days: Day[] = [];
  for (let one = day(`${year}-01-01`); one.startsWith(String(year)); one = addDays(one, 1)) days.push(one);
  return days;
}

describe("the calendar of a year", () => {
  test.each(table)("%i has the days off and the worked weekends of the table, and no others", (year, off, worked) => {
    const weekdaysOff = daysOf(year).filter((one) => weekday(one) < 6 && dayOff(knownCalendar, one) !== undefined);
    const weekendsWorked = daysOf(year).filter((one) => weekday(one) > 5 && dayOff(knownCalendar, one) === undefined);
    expect(weekdaysOff.map((one) => one.slice(5)).join(" ")).toBe(off);
    expect(weekendsWorked.map((one) => one.slice(5)).join(" ")).toBe(worked);
  });

  test.each(calendarYears)(
    "$year has the paid days of the Labour Code, ten until 2020 and eleven since, besides swaps and 24 November",
    ({ year, daysOff }) => {
      const paid = Object.values(daysOff).filter((holiday) => holiday !== "swapped" && holiday !== "culture-day");
      expect(paid).toHaveLength(year < 2021 ? 10 : 11);
    },
  );

  // Monday 31 December 2018 was swapped for Saturday 5 January 2019.
  test.each([
    [2018, 2019],
    ...calendarYears.map(({ year }) => [year]).filter(([year = 0]) => year < 2018 || year > 2019),
  ])("%i works as many weekend days as it swaps away", (...years: readonly number[]) => {
    const own = calendarYears.filter(({ year }) => years.includes(year));
    const swapped = own.flatMap(({ daysOff }) => Object.values(daysOff).filter((holiday) => holiday === "swapped"));
    expect(swapped).toHaveLength(own.flatMap(({ saturdaysWorked }) => saturdaysWorked).length);
  });

  test.each(lunarNewYears)("%s, a lunar new year, is a day off", (first) => {
    expect(["tet", "saturday", "sunday"]).toContain(dayOff(knownCalendar, day(first)));
  });

  test("24 November is a holiday from 2026 on, not before (Resolution 28/2026/QH16)", () => {
    expect(["2025-11-24", "2026-11-24"].map((one) => dayOff(knownCalendar, day(one)))).toEqual([
      undefined,
      "culture-day",
    ]);
  });

  test("the swap of 23 November 2026 is not there, because it was only proposed", () => {
    expect(["2026-11-23", "2026-11-28"].map((one) => dayOff(knownCalendar, day(one)))).toEqual([undefined, "saturday"]);
  });

  test("every year names its sources", () => {
    expect(calendarYears.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test("a date that its year does not have is a fault of the data", () => {
    const years = calendarYears
      .slice(0, 1)
      .map((year) => ({ ...year, year: 2023, daysOff: { "02-29": "tet" } as const }));
    expect(() => openCalendar(years)).toThrow(RangeError);
  });
});

describe("years outside the known ones", () => {
  test("a year before the first is unconfirmed, a year after the last provisional", () => {
    const nextWorkingDays = ["2020-12-30", "2020-12-31", "2026-12-30", "2026-12-31"].map((from) =>
      due(day(from), { unit: "working_day", length: 1 }, "after", knownCalendar),
    );
    expect(nextWorkingDays).toMatchObject([
      { due: "2020-12-31", unconfirmed: true, provisional: false },
      { due: "2021-01-04", unconfirmed: false, provisional: false },
      { due: "2026-12-31", unconfirmed: false, provisional: false },
      { due: "2027-01-04", unconfirmed: false, provisional: true },
    ]);
  });

  test("before the first year only weekends are off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const one = addDays(day("2007-10-01"), days);
        expect(dayOff(knownCalendar, one) !== undefined).toBe(weekday(one) > 5);
      }),
    );
  });

  test("after the last year the holidays of fixed date are off already", () => {
    const fixed = ["2027-01-01", "2027-04-30", "2028-05-01", "2027-09-02", "2027-11-24", "2027-09-03"];
    expect(fixed.map((one) => dayOff(knownCalendar, day(one)))).toEqual([
      "new-year",
      "reunification",
      "labour-day",
      "national-day",
      "culture-day",
      undefined,
    ]);
  });
});
