/**
 * Worked examples for a lawyer with a wall calendar: the rule, the day of the event (not counted), the last day in time,
 * and the reason. Published cases have the days that the press printed.
 */

import type { LawVersion } from "../../src/law/rule.ts";
import type { Series } from "../../src/law/series.ts";
import { complainingExamples } from "./examples/complaining.ts";
import { exemptingExamples } from "./examples/exempting.ts";
import { haltingExamples } from "./examples/halting.ts";
import { intakeExamples } from "./examples/intake.ts";
import { payingExamples } from "./examples/paying.ts";
import { securingExamples } from "./examples/securing.ts";
import { sellingExamples } from "./examples/selling.ts";
import { supervisingExamples } from "./examples/supervising.ts";
import { unitExamples } from "./examples/units.ts";
import { verifyingExamples } from "./examples/verifying.ts";

export type WorkedExample = readonly [series: Series, version: LawVersion, event: string, due: string, why: string];

export const workedExamples: readonly WorkedExample[] = [
  // Protests: Art.160(2) of the 2008 law, Art.112(2) of the 2025 law.
  [
    "PROTEST_SAME_LEVEL",
    "L2008",
    "2021-03-19",
    "2021-04-05",
    "15 days end Saturday 3 April: next working day (published example 2)",
  ],
  [
    "PROTEST_SAME_LEVEL",
    "L2008",
    "2022-03-11",
    "2022-03-28",
    "15 days end Saturday 26 March (published example 1, discovered 11 March)",
  ],
  ["PROTEST_SUPERIOR", "L2008", "2021-03-19", "2021-04-19", "30 days end Sunday 18 April"],
  ["PROTEST_AREA_PROVINCE", "L2025", "2026-11-09", "2026-11-25", "15 days end on 24 November, a holiday since 2026"],
  ["PROTEST_SUPREME", "L2025", "2026-07-06", "2026-08-05", "30 days, a Wednesday"],
  ["PROTEST_AFTER_CASE_END", "L2025", "2026-07-15", "2027-07-15", "one year, the corresponding day, a Thursday"],
  [
    "PROTEST_REPLY",
    "L2008",
    "2021-04-28",
    "2021-05-13",
    "15 days; the holidays of 30 April and 3 May lie inside and do not count",
  ],
  [
    "PROTEST_COMPLY",
    "L2008",
    "2021-04-28",
    "2021-05-07",
    "5 working days: 29 April, 4, 5, 6, 7 May; 30 April and 3 May are off",
  ],
  [
    "PROTEST_RECONSIDER_REPLY",
    "L2025",
    "2026-08-21",
    "2026-09-03",
    "10 days end on 31 August (swapped), then 1 and 2 September off",
  ],
  ["PROTEST_ESCALATION_REPLY", "L2025", "2026-07-01", "2026-07-31", "30 days, a Friday"],
  [
    "PROTEST_MINISTER_REPLY",
    "L2008",
    "2025-04-02",
    "2025-05-05",
    "30 days end Friday 2 May 2025, swapped for Saturday 26 April; then a weekend",
  ],
  // Recommendations: Art.113 of the 2025 law.
  ["RECOMMENDATION_REPLY", "L2025", "2026-11-09", "2026-11-25", "15 days end on 24 November, a holiday: today's story"],
  [
    "RECOMMENDATION_REPLY",
    "L2025",
    "2026-11-23",
    "2026-12-08",
    "15 days, a Tuesday; 24 November lies inside and does not count",
  ],
  ["RECOMMENDATION_COMPLY", "L2025", "2026-12-08", "2026-12-15", "5 working days over one weekend"],
  ["RECOMMENDATION_DISAGREE", "L2025", "2026-11-09", "2026-11-25", "the 15 days of Art.113(1)"],
  [
    "REQUEST_SELF_INSPECT",
    "VKSND2014",
    "2021-01-14",
    "2021-02-17",
    "30 days end Saturday 13 February, then Tết to 16 February",
  ],
  ["REQUEST_COMPLY", "VKSND2014", "2021-01-14", "2021-01-14", "at once"],
  // Decisions to the procuracy and to the parties.
  [
    "SEND_DECISION_VKS",
    "L2008",
    "2021-01-14",
    "2021-01-19",
    "Thursday; Friday 15, Monday 18, Tuesday 19 (published example 2)",
  ],
  ["SEND_DECISION_VKS", "L2025", "2026-11-20", "2026-11-26", "Friday; 23, 25, 26 November, the 24th is a holiday"],
  [
    "SEND_DECISION_VKS",
    "L2008",
    "2026-01-07",
    "2026-01-10",
    "Wednesday; 8, 9 January and Saturday 10 January, worked for Friday 2 January",
  ],
  [
    "SEND_DECISION_VKS",
    "L2025",
    "2026-08-19",
    "2026-08-22",
    "Wednesday; 20, 21 and Saturday 22 August, worked for Monday 31 August",
  ],
  ["SEND_DECISION_VKS", "L2008", "2024-05-02", "2024-05-06", "Thursday; 3 May, Saturday 4 May (worked), Monday 6 May"],
  [
    "SEND_DECISION_VKS",
    "L2025",
    "2026-12-29",
    "2027-01-04",
    "30, 31 December, 4 January; 1 January is off by law although 2027 is not announced",
  ],
  [
    "NOTIFY_PARTIES",
    "L2008",
    "2022-12-29",
    "2023-01-04",
    "30 December, 3, 4 January; Monday 2 January makes up for Sunday 1 January",
  ],
  ["NOTIFY_PARTIES", "L2025", "2026-08-28", "2026-09-07", "Friday; 31 August to 2 September off; 3, 4, 7 September"],
  // The decision itself, and the judgment before it.
  [
    "DECISION_OWN_MOTION",
    "L2008",
    "2026-02-12",
    "2026-02-26",
    "13 February, Tết 16-20 February off, 23, 24, 25, 26 February",
  ],
  ["DECISION_OWN_MOTION", "L2025", "2026-07-03", "2026-07-10", "Friday; five working days of the next week"],
  ["DECISION_ON_REQUEST", "L2008", "2023-04-24", "2023-05-04", "25-28 April; 1, 2, 3 May off; 4 May"],
  ["DECISION_ON_REQUEST", "L2025", "2026-11-18", "2026-11-26", "19, 20, 23, 25, 26 November"],
  ["COURT_TRANSFER_FINAL", "L2008", "2020-12-05", "2021-01-04", "30 days, a Monday"],
  [
    "COURT_TRANSFER_IMMEDIATE",
    "L2008",
    "2021-01-28",
    "2021-02-17",
    "15 days end Friday 12 February, Tết to 16 February",
  ],
  ["COURT_TRANSFER_INTERIM", "L2008", "2021-01-28", "2021-01-28", "at once"],
  ["COURT_TRANSFER_DEFAULT", "L2025", "2026-10-09", "2026-10-26", "15 days end Saturday 24 October"],
  // Voluntary compliance, verification, sorting.
  ["VOLUNTARY_PERIOD", "L2025", "2026-07-06", "2026-07-16", "10 days, a Thursday"],
  ["VOLUNTARY_PERIOD", "L2025", "2026-11-04", "2026-11-16", "10 days end Saturday 14 November"],
  ["VOLUNTARY_PERIOD", "L2008", "2021-02-02", "2021-02-17", "10 days end Friday 12 February, the first day of Tết"],
  ["VERIFY_FIRST", "L2025", "2026-07-16", "2026-07-27", "9 days end Saturday 25 July"],
  ["VERIFY_FIRST", "L2008", "2021-03-15", "2021-03-25", "10 days, a Thursday"],
  ["VERIFY_REPEAT", "L2008", "2021-01-14", "2021-07-14", "six months, the corresponding day"],
  ["VERIFY_REPEAT", "L2025", "2026-08-31", "2027-03-01", "February has no 31st: 28 February, a Sunday"],
  ["VERIFY_REPEAT", "L2008", "2023-08-31", "2024-02-29", "the last day of February in a leap year"],
  [
    "NO_CONDITION_DECISION",
    "L2008",
    "2024-04-24",
    "2024-05-04",
    "25, 26 April, 2, 3 May and Saturday 4 May, worked for Monday 29 April",
  ],
  ["NO_CONDITION_PUBLISH", "L2025", "2026-07-10", "2026-07-17", "Friday; five working days"],
  ["POSTPONE_MAX", "L2025", "2026-07-31", "2026-11-02", "October has a 31st: a Saturday, so Monday 2 November"],
  // Selling and paying.
  ["VALUATION_CONTRACT", "L2008", "2021-09-01", "2021-09-10", "2, 3 September off; 6 to 10 September"],
  ["REVALUATION_REQUEST", "L2025", "2026-07-06", "2026-07-13", "Monday; 7, 8, 9, 10, 13 July"],
  [
    "AUCTION_CONTRACT",
    "L2008",
    "2022-01-20",
    "2022-02-07",
    "10 days end Sunday 30 January; Tết to 4 February and a weekend",
  ],
  ["AUCTION_CONTRACT", "L2025", "2026-07-13", "2026-07-20", "Monday; 14, 15, 16, 17, 20 July"],
  ["PAY_OUT", "L2008", "2021-04-20", "2021-05-04", "10 days end Friday 30 April; 1-3 May off"],
  ["PAY_OUT", "L2025", "2026-07-01", "2026-07-13", "10 days end Saturday 11 July"],
  ...intakeExamples,
  ...verifyingExamples,
  ...haltingExamples,
  ...securingExamples,
  ...sellingExamples,
  ...payingExamples,
  ...exemptingExamples,
  ...complainingExamples,
  ...supervisingExamples,
  ...unitExamples,
];

/** Before 2021 only weekends are known as days off, so these due days are unconfirmed. */
export const unconfirmedExamples: readonly WorkedExample[] = [
  ["POSTPONE_MAX", "L2008", "2019-10-04", "2020-01-06", "three months end Saturday 4 January (published example 6)"],
  ["SEND_DECISION_VKS", "L2008", "2017-12-01", "2017-12-06", "Friday; Monday to Wednesday (published example 3)"],
  ["VOLUNTARY_PERIOD", "L2008-orig", "2014-05-05", "2014-05-20", "15 days before the amendment of 2015"],
];
