/** Counting by Civil Code Arts.145-148: each unit and direction by example, and properties that hold for every day. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, compareDays, type Day, dayAt, dayNumber, daysBetween } from "../../../src/base/day.ts";
import { dayOff, knownCalendar } from "../../../src/law/calendar/calendar.ts";
import { type Count, due, type Walk, walk, workingDaysBetween } from "../../../src/law/calendar/counting.ts";
import type { Direction, Term } from "../../../src/law/term.ts";
import { day } from "../given.ts";

const count = (from: string, term: Term, direction: Direction = "after"): Count =>
  due(day(from), term, direction, knownCalendar);

const walked = (from: string, term: Term): Walk => walk(day(from), term, "after", knownCalendar);

describe("a count forward", () => {
  test("the day of the event is not counted (Art.147(2), (3))", () => {
    expect(count("2026-07-06", { unit: "calendar_day", length: 1 }).due).toBe("2026-07-07");
  });

  test("a last day that is off moves to the next working day, and each day passed over is listed (Art.148(5))", () => {
    expect(count("2026-08-21", { unit: "calendar_day", length: 10 })).toEqual({
      due: "2026-09-03",
      lastDay: "2026-08-31",
      provisional: false,
      unconfirmed: false,
    });
    expect(walked("2026-08-21", { unit: "calendar_day", length: 10 })).toEqual({
      skipped: [
        { day: "2026-08-31", reason: "swapped" },
        { day: "2026-09-01", reason: "national-day" },
        { day: "2026-09-02", reason: "national-day" },
      ],
      years: [2026],
    });
  });

  test("days off inside a term of calendar days are counted like any other", () => {
    expect(walked("2026-11-20", { unit: "calendar_day", length: 5 }).skipped).toEqual([]);
  });

  test("working days leave out weekends and holidays, so the last one never moves", () => {
    const term = { unit: "working_day", length: 3 } as const;
    const counted = count("2026-11-20", term);
    expect([counted.due, counted.lastDay, walked("2026-11-20", term).skipped.map((one) => one.day)]).toEqual([
      "2026-11-26",
      "2026-11-26",
      ["2026-11-21", "2026-11-22", "2026-11-24"],
    ]);
  });

  test("a worked Saturday is a working day", () => {
    expect(count("2026-01-08", { unit: "working_day", length: 2 }).due).toBe("2026-01-10");
  });

  test("a term may end on a worked Saturday", () => {
    expect(count("2026-08-12", { unit: "calendar_day", length: 10 }).due).toBe("2026-08-22");
  });

  test("an event on a day off starts the clock like any other day", () => {
    expect(count("2026-11-21", { unit: "working_day", length: 1 }).due).toBe("2026-11-23");
  });

  test("a month ends on the corresponding day, else on the last of the month (Art.148(3))", () => {
    expect(["2026-01-29", "2026-01-31"].map((from) => count(from, { unit: "month", length: 1 }).lastDay)).toEqual([
      "2026-02-28",
      "2026-02-28",
    ]);
  });

  test("a year from 29 February ends on 28 February (Art.148(4))", () => {
    expect(count("2024-02-29", { unit: "year", length: 1 }).due).toBe("2025-02-28");
  });

  test.each([
    ["2026-11-20", 24, "2026-11-21"],
    ["2026-11-23", 24, "2026-11-24"],
    ["2026-11-20", 72, "2026-11-23"],
    ["2026-11-20", 1, "2026-11-21"],
  ])("from %s, %i hours run through days off to %s (Art.147(1))", (from, length, to) => {
    expect(count(from, { unit: "hour", length }).due).toBe(to);
  });

  test('a term "at once" ends on the day itself, even a day off', () => {
    expect(count("2026-11-21", { unit: "immediate" }).due).toBe("2026-11-21");
  });

  test.each(["no_limit_stated", "time_window"] as const)("%s has no due day", (unit) => {
    expect(count("2026-11-20", { unit })).toMatchObject({ due: undefined, lastDay: undefined });
  });

  test.each(["maximum", "minimum", "not_before"] as const)('%s counts forward like "after"', (direction) => {
    expect(count("2021-03-19", { unit: "calendar_day", length: 15 }, direction).due).toBe("2021-04-05");
  });

  test.each(["forbidden", "forbidden_window"] as const)("%s is a ban and has no due day", (direction) => {
    expect(count("2026-02-01", { unit: "calendar_day", length: 15 }, direction).due).toBeUndefined();
  });
});

describe("a count backward", () => {
  test("a last day three working days before leaves three whole working days free", () => {
    expect(count("2026-11-26", { unit: "working_day", length: 3 }, "before").due).toBe("2026-11-20");
  });

  test("two working days before a Monday reach across the weekend", () => {
    expect(count("2026-08-10", { unit: "working_day", length: 2 }, "before").due).toBe("2026-08-06");
  });

  test("an age of at most three months gives the earliest day, which does not move", () => {
    expect(count("2026-11-23", { unit: "month", length: 3 }, "lookback_max").due).toBe("2026-08-23");
  });
});

describe("a due day beyond the known years", () => {
  test("is provisional in a year whose days off are not announced", () => {
    expect(count("2026-12-30", { unit: "working_day", length: 3 })).toMatchObject({
      due: "2027-01-05",
      provisional: true,
    });
    expect(walked("2026-12-30", { unit: "working_day", length: 3 }).years).toEqual([2026, 2027]);
  });

  test("is not provisional on the last day of the last known year", () => {
    expect(count("2026-12-30", { unit: "working_day", length: 1 })).toMatchObject({
      due: "2026-12-31",
      provisional: false,
    });
  });

  test("is unconfirmed in a year before the first known one", () => {
    expect(count("2020-12-30", { unit: "working_day", length: 2 })).toMatchObject({
      unconfirmed: true,
      provisional: false,
    });
  });
});

describe("for every day", () => {
  const days = fc.integer({ min: dayNumber(day("2009-07-01")), max: dayNumber(day("2030-12-31")) }).map(dayAt);
  const terms: fc.Arbitrary<Term> = fc.oneof(
    fc.record({ unit: fc.constant("calendar_day" as const), length: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ unit: fc.constant("working_day" as const), length: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ unit: fc.constantFrom("month" as const, "year" as const), length: fc.integer({ min: 1, max: 24 }) }),
  );
  const dueOf = (from: Day, term: Term): Day => {
    const end = due(from, term, "after", knownCalendar).due;
    if (end === undefined) throw new Error("no due day");
    return end;
  };

  test("a term never ends on a day off", () => {
    fc.assert(
      fc.property(days, terms, (from, term) => {
        expect(dayOff(knownCalendar, dueOf(from, term))).toBeUndefined();
      }),
    );
  });

  test("a later start never ends earlier", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), terms, (from, later, term) => {
        expect(compareDays(dueOf(from, term), dueOf(addDays(from, later), term))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("a longer term never ends earlier", () => {
    fc.assert(
      fc.property(days, terms, (from, term) => {
        const longer = "length" in term ? { ...term, length: term.length + 1 } : term;
        expect(compareDays(dueOf(from, term), dueOf(from, longer))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("n working days lie between the start and the end of a term of n working days", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, length) => {
        const end = dueOf(from, { unit: "working_day", length });
        expect(workingDaysBetween(from, end, knownCalendar)).toBe(length);
      }),
    );
  });

  test("a term is never shorter than its days, and every day that its end moved is listed", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 400 }), (from, length) => {
        const { skipped } = walk(from, { unit: "calendar_day", length }, "after", knownCalendar);
        expect(skipped.length).toBe(daysBetween(from, dueOf(from, { unit: "calendar_day", length })) - length);
      }),
    );
  });

  test("the table of working days counts as one would day by day", () => {
    const stepwise = (from: Day, length: number, step: 1 | -1): Day => {
      let [one, left] = [from, length];
      while (left > 0) {
        one = addDays(one, step);
        if (dayOff(knownCalendar, one) === undefined) left -= 1;
      }
      return one;
    };
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, length) => {
        const term = { unit: "working_day", length } as const;
        expect(due(from, term, "after", knownCalendar).due).toBe(stepwise(from, length, 1));
        expect(due(from, term, "before", knownCalendar).due).toBe(stepwise(from, length, -1));
      }),
    );
  });

  test("a due day before an act is never later for an earlier act", () => {
    const back = fc.constantFrom("before" as const, "lookback_max" as const);
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), terms, back, (from, later, term, direction) => {
        const [first, last] = [from, addDays(from, later)].map((one) => due(one, term, direction, knownCalendar).due);
        expect(first !== undefined && last !== undefined && first <= last).toBe(true);
      }),
    );
  });

  test("hours run on through days off and end on the last day that they can reach", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 200 }), (from, length) => {
        expect(daysBetween(from, dueOf(from, { unit: "hour", length }))).toBe(Math.ceil(length / 24));
      }),
    );
  });

  test("five years can be counted forward and back from every day that exists", () => {
    const years = { unit: "year", length: 5 } as const;
    const ends = (["after", "lookback_max"] as const).flatMap((direction) =>
      ["1905-01-02", "2194-12-31"].map((from) => due(day(from), years, direction, knownCalendar).due),
    );
    expect(ends).toEqual(["1910-01-03", "2199-12-31", "1900-01-02", "2189-12-31"]);
    expect(due(day("2199-12-31"), { unit: "working_day", length: 60 }, "after", knownCalendar).due).toMatch(/^2200-/);
    expect(due(day("1900-01-01"), { unit: "working_day", length: 60 }, "before", knownCalendar).due).toMatch(/^1899-/);
  });

  test("working days counted back from a working day and forward again return to it", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (from, length) => {
        const work = dueOf(from, { unit: "calendar_day", length: 1 });
        const back = due(work, { unit: "working_day", length }, "before", knownCalendar).due;
        expect(back && dueOf(back, { unit: "working_day", length })).toBe(work);
      }),
    );
  });
});
