/** The first days of the lunar years compared with the moon, and the days around Tết on which no forces may be mobilised. */

import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../../../src/base/day.ts";
import { lunarNewYears } from "../../../src/law/calendar/lunar-days.ts";
import { newMoon } from "./moon.ts";
import { act, car, day, debtorA, debtorB, file, house, deadlinesOf } from "../given.ts";

/** Years from the first whole year of the ban (decree 62/2015, in force 2015-09-01). */
const years = Array.from({ length: 25 }, (_, i) => 2016 + i);

/** The first lunar month is the one with the day of Rain Water (sun at 330°), 19 February in these years. */
function lunarNewYear(year: number): Day {
  const rainWater = day(`${year}-02-19`);
  const moons = [0, 1, 2, 3].map((i) => newMoon(Math.round((year - 2000) * 12.3685) - 1 + i));
  const last = moons.findLast((one) => one <= rainWater);
  if (last === undefined) throw new Error(`no new moon before ${rainWater}`);
  return last;
}

describe("the first day of the lunar year", () => {
  test("is known for every year of the ban, and is the day of the new moon in Vietnam", () => {
    expect(lunarNewYears).toEqual(years.map(lunarNewYear));
  });

  test("is a day earlier in Vietnam than in China when the moon is new between 23:00 and midnight, as in 2007 and 2030", () => {
    expect([2007, 2030].map(lunarNewYear)).toEqual(["2007-02-17", "2030-02-02"]);
  });
});

describe("mobilising forces around Tết (62/2015 Art.13(2); 152/2026 Art.42(2))", () => {
  const verdict = (on: Day): readonly string[] => {
    const forces = { traits: { forces: "mobilised" } };
    const acts = [
      act("coercion-carried-out", debtorA, on, forces),
      act("coercion-carried-out", debtorB, on, { traits: { forces: "none-mobilised" } }),
      act("asset-seized", house, on, forces),
      act("asset-seized", car, on, { traits: { forces: "none-mobilised" } }),
    ];
    return deadlinesOf("BAN_COERCION_TET", file(acts)).map(({ subject, weight }) => `${subject.id} ${weight}`);
  };
  const violations = ["debtor-a violation", "house violation"];

  test.each(years)("in %i is a violation on the first and the last of the fifteen days before and after", (year) => {
    const first = lunarNewYear(year);
    expect([addDays(first, -15), first, addDays(first, 15)].map(verdict)).toEqual([violations, violations, violations]);
  });

  test.each(years)("in %i is no violation outside those days", (year) => {
    const first = lunarNewYear(year);
    expect(
      [addDays(first, -16), addDays(first, 16)].flatMap(verdict).filter((found) => found.endsWith("violation")),
    ).toEqual([]);
  });

  test("in 2016 is forbidden from 24 January to 23 February, and a hint until 15 days after the days off", () => {
    const edges = ["2016-01-23", "2016-01-24", "2016-02-23", "2016-02-27", "2016-02-28"];
    expect(edges.map((on) => verdict(day(on)).length)).toEqual([0, 2, 2, 2, 0]);
  });
});
