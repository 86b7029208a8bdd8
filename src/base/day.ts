/**
 * Civil days and instants. A day is a calendar date of Vietnam in the Gregorian calendar (Civil Code Art.145(2)); an instant is
 * RFC 3339 in UTC with milliseconds. All of this is arithmetic: it reads no clock and no time zone data of the machine.
 */

import type { Brand } from "./brand.ts";

/** A date that exists, written "YYYY-MM-DD". */
export type Day = Brand<string, "day">;

/** An instant, written "YYYY-MM-DDThh:mm:ss.mmmZ". It always has 24 characters, so that the texts sort in the order of time. */
export type Instant = Brand<string, "instant">;

export const writtenDay = /^(?:19|20|21)\d\d-\d\d-\d\d$/;
/** The source of a pattern of the days that parseDay reads, for texts in which a day is a part. */
export const dayThatExists = [
  String.raw`(?:(?:19|20|21)\d\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`,
  String.raw`(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)`,
].join("|");
export const writtenInstant = /^(?:19|20|21)\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** parseDay reads a day of the years 1900 to 2199 that exists. The bound keeps every count from it within four-digit years. */
export function parseDay(value: unknown): Day | undefined {
  if (typeof value !== "string" || !writtenDay.test(value)) return undefined;
  const day = value as Day;
  return dayAt(dayNumber(day)) === day ? day : undefined;
}

/** parseInstant reads an instant as the database writes it: in UTC, with milliseconds and without leap seconds. */
export function parseInstant(value: unknown): Instant | undefined {
  if (typeof value !== "string" || !writtenInstant.test(value)) return undefined;
  return parseDay(value.slice(0, 10)) === undefined ? undefined : (value as Instant);
}

/** dayOf returns the day in Asia/Ho_Chi_Minh. A fixed offset suffices: UTC+7 without daylight saving since 13 June 1975. */
export function dayOf(instant: Instant): Day {
  const day = instant.slice(0, 10) as Day;
  return Number(instant.slice(11, 13)) + 7 < 24 ? day : addDays(day, 1);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/** daysBetween returns the calendar days from one day to another; they are negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** addMonths returns the corresponding day of another month, or that month's last day if it has none (Civil Code Art.148(3)). */
export function addMonths(day: Day, months: number): Day {
  const target = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const [y, m] = [Math.floor(target / 12), (target % 12) + 1];
  return write(y, m, Math.min(dateOf(day), daysInMonth(y, m)));
}

/** weekday returns 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return weekdayAt(dayNumber(day));
}

export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** dayNumber returns the days since 1970-01-01. Counting uses these numbers, because it is many times faster than on texts. */
export function dayNumber(day: Day): number {
  return marchDays(yearOf(day), monthOf(day)) + dateOf(day) - 1;
}

/** dayAt returns the day of a number; it is the inverse of dayNumber. */
export function dayAt(number: number): Day {
  const marchYear = marchYearAt(number);
  const dayOfYear = number - marchDays(marchYear, 3);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - monthStart(monthFromMarch) + 1;
  return monthFromMarch < 10
    ? write(marchYear, monthFromMarch + 3, date)
    : write(marchYear + 1, monthFromMarch - 9, date);
}

function yearOf(day: Day): number {
  return digits(day, 0) * 100 + digits(day, 2);
}

export function yearAt(number: number): number {
  const marchYear = marchYearAt(number);
  return number < marchDays(marchYear + 1, 1) ? marchYear : marchYear + 1;
}

export function weekdayAt(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Days from 1 March of year 0 to 1 January 1970. */
const daysToEpoch = 719_468;

/** marchYearAt returns a day's year from 1 March. Its leap day is the last, so the estimate is at most one off. */
function marchYearAt(number: number): number {
  const estimate = Math.floor((number + daysToEpoch) / 365.2425);
  if (marchDays(estimate, 3) > number) return estimate - 1;
  return marchDays(estimate + 1, 3) <= number ? estimate + 1 : estimate;
}

/** marchDays returns the number of the first day of a month. January and February count to the year before. */
function marchDays(year: number, month: number): number {
  const y = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + monthStart((month + 9) % 12) - daysToEpoch;
}

/** monthStart returns the days before a month counted from March, whose months have 31 30 31 30 31, 31 30 31 30 31, 31 days. */
function monthStart(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}

function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : marchDays(year, month + 1) - marchDays(year, month);
}

function monthOf(day: Day): number {
  return digits(day, 5);
}

function dateOf(day: Day): number {
  return digits(day, 8);
}

/** digits reads two digits as a number. It takes no slice, because detection parses days more often than anything else. */
function digits(day: Day, at: number): number {
  return (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48;
}

function write(year: number, month: number, date: number): Day {
  if (year < 1 || year > 9999) throw new RangeError(`year ${year} has no four digits`);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}` as Day;
}
