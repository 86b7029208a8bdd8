/**
 * Each unit and direction in its hardest cases: over Tết, over a swapped Saturday, at the end of a month, back in time. The
 * days were worked out with a calculator that shares nothing with the code.
 */

import type { LawVersion } from "../../../src/law/rule.ts";
import type { Series } from "../../../src/law/series.ts";
import type { WorkedExample } from "../worked-examples.ts";

export const unitExamples: readonly WorkedExample[] = [
  // Working days, forward and back.
  ["DECISION_ON_REQUEST", "L2008", "2026-02-13", "2026-02-27", "Friday before Tết; 23 to 27 February"],
  [
    "DECISION_ON_REQUEST",
    "L2008",
    "2025-04-25",
    "2025-05-06",
    "Friday; Saturday 26 April (worked), 28, 29 April, 5, 6 May; 30 April to 2 May off",
  ],
  [
    "SEND_DECISION_VKS",
    "L2025",
    "2026-11-21",
    "2026-11-26",
    "issued on a Saturday; 23, 25, 26 November, the 24th is a holiday",
  ],
  [
    "COERCION_COST_NOTICE",
    "L2008",
    "2026-02-24",
    "2026-02-12",
    "Tuesday; back over 23, 13, 12 February: Tết lies between",
  ],
  ["COERCION_COST_NOTICE", "L2025", "2026-09-04", "2026-08-28", "Friday; back over 3 September and 28 August"],
  [
    "REDEEM_ASSET",
    "L2008",
    "2026-01-12",
    "2026-01-10",
    "Monday; the working day before is Saturday 10 January, worked",
  ],
  [
    "SEIZE_REAL_ESTATE_NOTICE",
    "L2025",
    "2026-08-24",
    "2026-08-20",
    "Monday; back over Saturday 22 (worked), 21, 20 August",
  ],
  [
    "BIG_COERCION_REPORT",
    "L2008",
    "2025-02-05",
    "2025-01-22",
    "Wednesday; back over 4, 3 February, 24, 23, 22 January",
  ],
  // Calendar days: days off inside the term count; only the last day moves.
  ["PROTEST_SUPERIOR", "L2008", "2026-01-18", "2026-02-23", "30 days end Tuesday 17 February, the first day of Tết"],
  ["PAY_OUT_EXTENDED", "L2025", "2026-07-10", "2026-08-24", "45 days at most: Monday 24 August"],
  [
    "POSTING_DURATION",
    "L2008",
    "2022-01-21",
    "2022-02-07",
    "10 days end Monday 31 January, Tết to 4 February, a weekend",
  ],
  ["POSTING_DURATION", "L2025", "2026-08-24", "2026-09-03", "7 days end Monday 31 August, swapped; 1, 2 September off"],
  [
    "UNCLAIMED_MONEY_DEPOSIT",
    "L2008",
    "2026-02-02",
    "2026-02-23",
    "not before 15 days are over: Tuesday 17 February, the first day of Tết",
  ],
  ["UNCLAIMED_MONEY_DEPOSIT", "L2025", "2026-11-09", "2026-11-25", "15 days end on 24 November, a holiday since 2026"],
  // Months and years: the corresponding day, else the last of the month.
  [
    "DESTRUCTION_COUNCIL",
    "L2025",
    "2026-07-31",
    "2026-09-03",
    "one month ends Monday 31 August, swapped; 1, 2 September off",
  ],
  ["POSTPONE_MAX", "L2008", "2025-11-30", "2026-03-02", "February has no 30th: Saturday 28 February"],
  [
    "POSTPONE_MAX",
    "L2025",
    "2026-08-24",
    "2026-11-25",
    "three months at most end on 24 November, a holiday since 2026",
  ],
  ["VERIFY_REPEAT_LONG", "L2008", "2024-02-29", "2025-02-28", "2025 has no 29 February: the 28th, a Friday"],
  ["VERIFY_REPEAT_LONG", "L2008", "2025-08-22", "2026-08-22", "12 months end on Saturday 22 August, which is worked"],
  [
    "UNCLAIMED_ASSET_SALE",
    "L2008",
    "2025-11-30",
    "2026-03-02",
    "not before three months are over: Saturday 28 February",
  ],
  [
    "EXEMPT_VERIFY_FRESH",
    "L2025",
    "2026-11-30",
    "2026-08-30",
    "three months back: Sunday 30 August, which does not move",
  ],
  ["RETURN_REQUEST", "L2025", "2026-07-15", "2028-07-17", "two years are full on Saturday 15 July"],
  ["UNCLAIMED_FORFEIT", "L2008", "2021-02-28", "2026-03-02", "five years are full on Saturday 28 February"],
  ["REQUEST_LIMITATION", "L2008", "2021-09-02", "2026-09-03", "five years end on National Day, 2 September"],
  // Hours run on through days off; "at once" is the day itself.
  ["FREEZE_DECISION", "L2008", "2026-02-13", "2026-02-14", "24 hours from Friday end on Saturday, at the edge of Tết"],
  ["FREEZE_DECISION", "L2025", "2026-12-31", "2027-01-01", "24 hours from 31 December end on New Year's day"],
  ["PDP_72H", "D13-2023", "2025-01-25", "2025-01-28", "72 hours from Saturday end on Tuesday, the eve of Tết"],
  ["DECISION_INTERIM", "L2025", "2026-09-02", "2026-09-02", "at once, on National Day too"],
];

/** Days and whether coercion is allowed on them, with mobilised forces if the rule is about those. */
export type ClosedDay = readonly [
  series: Series,
  version: LawVersion,
  day: string,
  verdict: "forbidden" | "hint" | "open",
  why: string,
];

export const closedDays: readonly ClosedDay[] = [
  // 15 days before and after the first day of the lunar year: 17 February 2026, 29 January 2025, 6 February 2027.
  [
    "BAN_COERCION_TET",
    "L2008",
    "2026-01-31",
    "open",
    "Saturday; 16 days before the first day off for Tết, 16 February",
  ],
  [
    "BAN_COERCION_TET",
    "L2008",
    "2026-02-01",
    "hint",
    "15 days before the first day off, 16 before the first lunar day",
  ],
  ["BAN_COERCION_TET", "L2008", "2026-02-02", "forbidden", "15 days before the first lunar day"],
  ["BAN_COERCION_TET", "L2008", "2026-02-17", "forbidden", "the first lunar day itself"],
  ["BAN_COERCION_TET", "L2008", "2026-03-04", "forbidden", "15 days after the first lunar day"],
  ["BAN_COERCION_TET", "L2008", "2026-03-05", "hint", "15 days after the days off, of which the last is 20 February"],
  ["BAN_COERCION_TET", "L2008", "2026-03-07", "hint", "the 15th day after 20 February"],
  ["BAN_COERCION_TET", "L2008", "2026-03-08", "open", "by no way of counting"],
  ["BAN_COERCION_TET", "L2008", "2025-01-14", "forbidden", "15 days before 29 January 2025"],
  ["BAN_COERCION_TET", "L2008", "2025-02-13", "forbidden", "15 days after 29 January 2025"],
  ["BAN_COERCION_TET", "L2008", "2018-02-01", "forbidden", "15 days before 16 February 2018"],
  ["BAN_COERCION_TET", "L2008", "2018-01-31", "hint", "15 days before 14 February, the first day off"],
  ["BAN_COERCION_TET", "L2008", "2018-01-29", "open", "by no way of counting"],
  ["BAN_COERCION_TET", "L2025", "2027-01-22", "forbidden", "15 days before 6 February 2027"],
  ["BAN_COERCION_TET", "L2025", "2027-02-21", "forbidden", "15 days after 6 February 2027"],
  ["BAN_COERCION_TET", "L2025", "2027-02-24", "hint", "15 days after 9 February, which is off under every choice"],
  ["BAN_COERCION_TET", "L2025", "2027-02-25", "open", "a day later; the rest of Tết 2027 is not announced"],
  ["BAN_COERCION_NIGHT", "L2025", "2027-02-05", "forbidden", "the eve of Tết, whichever days are chosen"],
  [
    "BAN_COERCION_NIGHT",
    "L2025",
    "2027-02-08",
    "hint",
    "off under every choice, but one of them only makes up a weekend",
  ],
  ["BAN_COERCION_NIGHT", "L2008", "2023-01-25", "hint", "makes up Saturday 21 January, a day of Tết"],
  ["BAN_COERCION_NIGHT", "L2008", "2023-01-24", "forbidden", "the third day of Tết"],
  [
    "BAN_COERCION_NIGHT",
    "L2025",
    "2027-05-03",
    "hint",
    "makes up Saturday 1 May; whether it binds enforcement bodies is not said",
  ],
  ["BAN_COERCION_NIGHT", "L2008", "2019-02-07", "hint", "Tết 2019 by memory"],
  ["BAN_COERCION_NIGHT", "L2008", "2019-04-30", "forbidden", "a holiday of fixed date"],
  // Rest days and public holidays.
  ["BAN_COERCION_NIGHT", "L2025", "2026-11-21", "forbidden", "a Saturday"],
  ["BAN_COERCION_NIGHT", "L2025", "2026-11-22", "forbidden", "a Sunday"],
  ["BAN_COERCION_NIGHT", "L2025", "2026-11-23", "open", "a Monday"],
  ["BAN_COERCION_NIGHT", "L2025", "2026-11-24", "forbidden", "a public holiday since 2026"],
  ["BAN_COERCION_NIGHT", "L2008", "2025-11-24", "open", "not yet a holiday in 2025"],
  ["BAN_COERCION_NIGHT", "L2025", "2026-08-22", "open", "a Saturday that was worked"],
  [
    "BAN_COERCION_NIGHT",
    "L2025",
    "2026-08-31",
    "hint",
    "a Monday off by a swap: whether that is a rest day here is open",
  ],
  ["BAN_COERCION_NIGHT", "L2008", "2022-01-03", "hint", "a Monday off for New Year on a Saturday: the same question"],
  [
    "BAN_COERCION_NIGHT",
    "L2008",
    "2019-06-01",
    "hint",
    "a Saturday before 2021: it may have been worked for another day",
  ],
  ["BAN_COERCION_NIGHT", "L2008", "2019-06-02", "forbidden", "a Sunday is never worked"],
  ["BAN_COERCION_NIGHT", "L2025", "2027-03-13", "hint", "a Saturday of a year whose swaps are not announced"],
  ["BAN_COERCION_NIGHT", "L2025", "2027-09-02", "forbidden", "National Day, fixed by law"],
];
