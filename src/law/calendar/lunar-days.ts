/**
 * Days that the moon fixes; test/law/calendar compares both tables with it. They reach beyond the longest term, five years, from any
 * day on which this edition is likely to be in use.
 */

import type { Day } from "../../base/day.ts";
import { statutoryDay } from "../statutory-day.ts";

/** The first day of each lunar year (UTC+7). */
export const lunarNewYears: readonly Day[] = [
  "2016-02-08",
  "2017-01-28",
  "2018-02-16",
  "2019-02-05",
  "2020-01-25",
  "2021-02-12",
  "2022-02-01",
  "2023-01-22",
  "2024-02-10",
  "2025-01-29",
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-02",
  "2031-01-23",
  "2032-02-11",
  "2033-01-31",
  "2034-02-19",
  "2035-02-08",
  "2036-01-28",
  "2037-02-15",
  "2038-02-04",
  "2039-01-24",
  "2040-02-12",
].map(statutoryDay);

/** Each tenth day of the third lunar month, giỗ tổ Hùng Vương (UTC+7), from the first year that had no notice when it was written. */
export const hungKingsDays: readonly Day[] = [
  "2027-04-16",
  "2028-04-04",
  "2029-04-23",
  "2030-04-12",
  "2031-04-01",
  "2032-04-19",
  "2033-04-09",
  "2034-04-28",
  "2035-04-17",
  "2036-04-06",
  "2037-04-24",
  "2038-04-13",
  "2039-04-03",
  "2040-04-20",
].map(statutoryDay);
