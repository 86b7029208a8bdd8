/** The working days of a calendar, numbered once, so that a count of any length takes two look-ups. */

import { type Day, dayAt, dayNumber } from "../../base/day.ts";

import { statutoryDay } from "../statutory-day.ts";

export interface WorkingDays {
  /** How many working days there are up to and including a day of the table. */
  readonly upTo: Int32Array;
  /** The day number of the first, the second, … working day. */
  readonly days: Int32Array;
  /** Days already formatted: a few thousand recur in all files. */
  readonly written: (Day | undefined)[];
}

/** The table reaches 4000 days beyond either end of the days that exist (base/day.ts); the longest term has five years. */
const first = dayNumber(statutoryDay("1900-01-01")) - 4000;
const last = dayNumber(statutoryDay("2199-12-31")) + 4000;

export function countWorkingDays(works: (number: number) => boolean): WorkingDays {
  const upTo = new Int32Array(last - first + 1);
  const days = new Int32Array(upTo.length);
  let worked = 0;
  for (let number = first; number <= last; number++) {
    if (works(number)) days[worked++] = number;
    upTo[number - first] = worked;
  }
  return { upTo, days: days.subarray(0, worked), written: Array.from<Day | undefined>({ length: upTo.length }) };
}

/** As `dayAt`, from a cache. */
export function dayOfNumber({ written }: WorkingDays, number: number): Day {
  const known = written[number - first];
  if (known !== undefined) return known;
  const day = dayAt(number);
  written[number - first] = day;
  return day;
}

/** Counts the working days after one day, up to and including another. */
export function workedBetween({ upTo }: WorkingDays, from: number, to: number): number {
  return at(upTo, to - first) - at(upTo, from - first);
}

/** The n-th working day after a day; n is at least 1. */
export function nthAfter({ upTo, days }: WorkingDays, from: number, n: number): number {
  return at(days, at(upTo, from - first) + n - 1);
}

/** The n-th working day before a day; n is at least 1. */
export function nthBefore({ upTo, days }: WorkingDays, from: number, n: number): number {
  return at(days, at(upTo, from - 1 - first) - n);
}

function at(numbers: Int32Array, index: number): number {
  const value = numbers[index];
  if (value === undefined) throw new RangeError("counted beyond the years that days can have");
  return value;
}
