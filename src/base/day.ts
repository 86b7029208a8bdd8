/**
 * Civil days and instants. A day is the calendar date of Vietnam, Gregorian as Civil Code Art.145(2) says; an
 * instant is RFC 3339 in UTC with milliseconds. Pure arithmetic on dates: no clock, no time zone data of the machine.
 */

import type { Brand } from "./brand.ts";

/** "YYYY-MM-DD", a date that exists. */
export type Day = Brand<string, "day">;

/** "YYYY-MM-DDThh:mm:ss.mmmZ", always 24 characters, so that the order of the texts is the order of time. */
export type Instant = Brand<string, "instant">;

export const writtenDay = /^(?:19|20|21)\d\d-\d\d-\d\d$/;
export const writtenInstant = /^(?:19|20|21)\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A day of the years 1900 to 2199 that exists; the bound keeps every later count inside four-digit years. */
export function parseDay(value: unknown): Day | undefined {
  if (typeof value !== "string" || !writtenDay.test(value)) return undefined;
  const day = value as Day;
  return dayAt(dayNumber(day)) === day ? day : undefined;
}

/** An instant as the database writes it: UTC, milliseconds, no leap second. */
export function parseInstant(value: unknown): Instant | undefined {
  if (typeof value !== "string" || !writtenInstant.test(value)) return undefined;
  return parseDay(value.slice(0, 10)) === undefined ? undefined : (value as Instant);
}

/** The day in Asia/Ho_Chi_Minh: UTC+7 without daylight saving since 13 June 1975, so a fixed offset suffices here. */
export function dayOf(instant: Instant): Day {
  const day = instant.slice(0, 10) as Day;
  return Number(instant.slice(11, 13)) + 7 < 24 ? day : addDays(day, 1);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/** Calendar days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The corresponding day of a later (or earlier) month, else that month's last day (Civil Code Art.148(3)). */
export function addMonths(day: Day, months: number): Day {
  const target = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const [y, m] = [Math.floor(target / 12), (target % 12) + 1];
  return write(y, m, Math.min(dateOf(day), daysInMonth(y, m)));
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return weekdayAt(dayNumber(day));
}

export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Days since 1970-01-01. Counting runs on these numbers: it is many times faster than on texts. */
export function dayNumber(day: Day): number {
  return marchDays(yearOf(day), monthOf(day)) + dateOf(day) - 1;
}

/** The day of a number; the pair of `dayNumber`. */
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

/** The year of a day number. */
export function yearAt(number: number): number {
  const marchYear = marchYearAt(number);
  return number < marchDays(marchYear + 1, 1) ? marchYear : marchYear + 1;
}

export function weekdayAt(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Days from 1 March of year 0 to 1 January 1970. */
const daysToEpoch = 719_468;

/** The year that began in March and holds the day: the leap day is then last, and the estimate one year off at most. */
function marchYearAt(number: number): number {
  const estimate = Math.floor((number + daysToEpoch) / 365.2425);
  if (marchDays(estimate, 3) > number) return estimate - 1;
  return marchDays(estimate + 1, 3) <= number ? estimate + 1 : estimate;
}

/** The number of the first day of a month, in years that begin in March. */
function marchDays(year: number, month: number): number {
  const y = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + monthStart((month + 9) % 12) - daysToEpoch;
}

/** Days before a month, counted from March: 31 30 31 30 31, 31 30 31 30 31, 31. */
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

/** Two digits as a number, without a slice: detection parses days more often than anything else. */
function digits(day: Day, at: number): number {
  return (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48;
}

function write(year: number, month: number, date: number): Day {
  if (year < 1 || year > 9999) throw new RangeError(`year ${year} has no four digits`);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}` as Day;
}
