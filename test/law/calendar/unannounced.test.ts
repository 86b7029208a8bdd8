/** The days off that are certain before the notice of a year: Labour Code Arts.111(3), 112(1), whatever the Prime Minister chooses. */

import { describe, expect, test } from "vitest";
import { addDays, type Day, dayAt, dayNumber, weekday } from "../../../src/base/day.ts";
import { calendarYears } from "../../../src/law/calendar/calendar-years.ts";
import { dayOff, knownCalendar, knownLunarDays, openCalendar } from "../../../src/law/calendar/calendar.ts";
import { due } from "../../../src/law/calendar/counting.ts";
import { hungKingsDays, lunarNewYears } from "../../../src/law/calendar/lunar-days.ts";
import { unannouncedDaysOff } from "../../../src/law/calendar/unannounced.ts";
import { act, day, debtorA, deadlinesOf, file } from "../given.ts";
import { newMoon } from "./moon.ts";

const offIn = (year: number): readonly string[] =>
  [...unannouncedDaysOff(year, knownLunarDays).keys()]
    .toSorted((a, b) => a - b)
    .map((number) => dayAt(number).slice(5));

describe("the days off of 2027, before they are announced", () => {
  test("are 5, 8, 9 February of Tết, 16 April, 3 May, and those of fixed date", () => {
    expect(offIn(2027).join(" ")).toBe("01-01 02-05 02-08 02-09 04-16 04-30 05-03 09-02 11-24");
  });

  test("of 2028 make up a Saturday 2 September under either choice, and 30 April after 1 May", () => {
    expect(offIn(2028)).toEqual(expect.arrayContaining(["04-04", "05-01", "05-02", "09-04"]));
    expect(offIn(2028)).not.toContain("09-05");
  });

  test("let no time limit end on the third day of Tết", () => {
    const ends = [
      due(day("2027-02-03"), { unit: "working_day", length: 3 }, "after", knownCalendar),
      due(day("2027-01-22"), { unit: "calendar_day", length: 15 }, "after", knownCalendar),
      due(day("2027-04-28"), { unit: "working_day", length: 3 }, "after", knownCalendar),
    ];
    expect(ends).toMatchObject([
      { due: "2027-02-11", provisional: true },
      { due: "2027-02-10", provisional: true },
      { due: "2027-05-05", provisional: true },
    ]);
  });

  test("forbid coercion without forces too, as a hint where one choice only makes up a weekend; 10 February is not certain", () => {
    const coerced = (on: string) => deadlinesOf("BAN_COERCION_NIGHT", file([act("coercion-carried-out", debtorA, on)]));
    expect(coerced("2027-02-05")).toMatchObject([{ weight: "violation" }]);
    expect(coerced("2027-02-08")).toMatchObject([{ forbidden: true, weight: "hint", doubts: ["day-off-moved"] }]);
    expect(coerced("2027-02-10")).toEqual([]);
  });
});

describe("every year whose notice is known", () => {
  const hungKings = ["2021-04-21", "2022-04-10", "2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26"].map(day);

  test.each(calendarYears.filter(({ year }) => year >= 2021))(
    "$year was off on each day that was certain before, but for what a swap moved",
    ({ year, daysOff }) => {
      const certain = [...unannouncedDaysOff(year, { newYears: lunarNewYears, hungKings }).keys()].map(dayAt);
      const worked = certain.filter((one) => daysOff[one.slice(5)] === undefined && !one.endsWith("11-24"));
      expect(worked).toEqual([]);
    },
  );
});

describe("the tenth day of the third lunar month", () => {
  test.each(hungKingsDays)("%s is by the moon: the month that holds the day of Grain Rain, 20 April", (hungKing) => {
    const rain = day(`${hungKing.slice(0, 4)}-04-20`);
    const moons = [-1, 0, 1].map((i) => newMoon(Math.round((Number(hungKing.slice(0, 4)) - 2000 + 0.3) * 12.3685) + i));
    const month = moons.findLast((one) => one <= rain);
    expect(month && addDays(month, 9)).toBe(hungKing);
  });

  test("is in the table for each lunar new year after the last announced year", () => {
    const years = (days: readonly Day[]) => days.map((one) => Number(one.slice(0, 4))).filter((year) => year > 2026);
    expect(years(hungKingsDays)).toEqual(years(lunarNewYears));
  });
});

test("without the days of the moon only the holidays of fixed date are known, as in edition 1", () => {
  const calendar = openCalendar([...calendarYears]);
  const off = (on: string) => dayOff(calendar, day(on));
  expect(["2027-02-08", "2027-04-16", "2027-05-03", "2027-09-02"].map(off)).toEqual([
    undefined,
    undefined,
    undefined,
    "national-day",
  ]);
  expect(weekday(day("2027-02-08"))).toBe(1);
  expect(dayNumber(day("2027-02-08"))).toBeGreaterThan(calendar.lastDay);
});

test("the transfer of a judgment of 8 January 2019 was due after Tết, on 11 February, and eight days late on the 19th", () => {
  const effective = act("judgment-effective", { kind: "intake", id: "intake" }, "2019-01-08");
  const received = act(
    "judgment-received",
    { kind: "intake", id: "intake" },
    { receivedOn: "2019-02-19" },
    { answers: [effective] },
  );
  expect(deadlinesOf("COURT_TRANSFER_FINAL", file([effective, received]))).toMatchObject([
    { dueOn: "2019-02-11", metOn: "2019-02-19", weight: "hint", doubts: ["calendar-unconfirmed"] },
  ]);
});
