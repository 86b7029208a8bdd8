/** Worked examples of verification and of cases that are not yet executable, counted on a calendar without the code. */

import type { WorkedExample } from "../worked-examples.ts";

export const verifyingExamples: readonly WorkedExample[] = [
  ["VERIFY_INTERIM", "L2008", "2021-02-05", "2021-02-05", "at once: the day itself"],
  ["VERIFY_INTERIM", "L2025", "2026-10-23", "2026-10-23", "at once: the day itself"],
  ["VERIFY_REPEAT_LONG", "L2008", "2021-08-31", "2022-08-31", "12 months, a Wednesday"],
  ["VERIFY_REPEAT_LONG", "L2025", "2026-07-31", "2027-08-02", "12 months end Saturday 31 July: Monday 2 August"],
  ["VERIFY_ON_NEW_INFO", "L2008", "2023-04-26", "2023-05-08", "10 days end Saturday 6 May: Monday 8 May"],
  ["VERIFY_ON_NEW_INFO", "L2025", "2026-11-20", "2026-11-30", "10 days, a Monday"],
  [
    "REVERIFY_AFTER_PROTEST",
    "L2008",
    "2024-04-26",
    "2024-05-07",
    "Friday; 2, 3, Saturday 4, 6, 7 May; 29, 30 April, 1 May off",
  ],
  [
    "REVERIFY_AFTER_PROTEST",
    "L2025",
    "2026-08-27",
    "2026-09-08",
    "Thursday; 28 August, 3, 4, 7, 8 September; 31 August, 1, 2 September off",
  ],
  ["INFO_REPLY", "L2008", "2025-04-24", "2025-04-28", "Thursday; 25, Saturday 26, 28 April"],
  ["INFO_REPLY", "L2025", "2026-07-17", "2026-07-22", "Friday; 20, 21, 22 July"],
  ["DELEGATED_VERIFY_REAL", "L2008", "2021-04-28", "2021-05-28", "30 days, a Friday"],
  ["DELEGATED_VERIFY_REAL", "L2025", "2026-11-18", "2026-12-18", "30 days, a Friday"],
  ["DELEGATED_VERIFY_OTHER", "L2008", "2022-01-26", "2022-02-10", "15 days, a Thursday"],
  ["DELEGATED_VERIFY_OTHER", "L2025", "2026-09-30", "2026-10-15", "15 days, a Thursday"],
  ["NO_CONDITION_DECISION", "L2025", "2026-07-03", "2026-07-10", "Friday; 6, 7, 8, 9, 10 July"],
  [
    "NO_CONDITION_PUBLISH",
    "L2008",
    "2025-08-28",
    "2025-09-08",
    "Thursday; 29 August, 3, 4, 5, 8 September; 1, 2 September off",
  ],
  [
    "NO_CONDITION_UPDATE",
    "L2008",
    "2024-02-06",
    "2024-02-16",
    "Tuesday; 7, 15, 16 February; 8, 9, 12, 13, 14 February off",
  ],
  ["NO_CONDITION_UPDATE", "L2025", "2026-10-23", "2026-10-28", "Friday; 26, 27, 28 October"],
  [
    "NO_CONDITION_UNPUBLISH",
    "L2008",
    "2023-08-30",
    "2023-09-05",
    "Wednesday; 31 August, 5 September; 1, 4 September off",
  ],
  ["NO_CONDITION_UNPUBLISH", "L2025", "2026-08-20", "2026-08-24", "Thursday; 21, Saturday 22, 24 August"],
  ["SEPARATE_BOOK", "L2008", "2021-02-05", "2021-02-17", "Friday; 8, 9, 17 February; 10, 11, 12, 15, 16 February off"],
  ["RETURN_REQUEST", "L2025", "2026-11-20", "2028-11-20", "2 years, a Monday"],
];
