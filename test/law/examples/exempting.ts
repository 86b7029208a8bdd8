/** Worked examples of exemption, and of courts that are asked, counted on a calendar without the code. */

import type { WorkedExample } from "../worked-examples.ts";

export const exemptingExamples: readonly WorkedExample[] = [
  ["COURT_EXPLAIN", "L2008", "2022-01-20", "2022-02-07", "15 days end Friday 4 February, a day off"],
  ["COURT_EXPLAIN_COMPLEX", "L2008", "2023-04-24", "2023-05-24", "30 days: Wednesday 24 May"],
  ["COURT_EXPLAIN", "L2025", "2026-08-19", "2026-09-18", "30 days: Friday 18 September"],
  ["COURT_EXPLAIN_COMPLEX", "L2025", "2026-10-26", "2026-12-10", "45 days: Thursday 10 December"],
  ["COURT_GDT_REPLY", "L2008", "2022-04-01", "2022-06-30", "90 days: Thursday 30 June"],
  ["EXEMPT_ACCEPT", "L2008", "2023-08-30", "2023-09-05", "Wednesday; 31 August, 5 September; 1, 4 September off"],
  ["EXEMPT_SESSION", "L2008", "2025-01-20", "2025-02-10", "20 days end Sunday 9 February"],
  [
    "EXEMPT_SEND",
    "L2008",
    "2024-08-26",
    "2024-09-04",
    "Monday; 27, 28, 29, 30 August, 4 September; 2, 3 September off",
  ],
  [
    "EXEMPT_PROTEST_SAME",
    "L2008",
    "2023-01-16",
    "2023-01-27",
    "7 days end Monday 23 January, a day off; 24, 25, 26 January off too",
  ],
  ["EXEMPT_PROTEST_SUPERIOR", "L2008", "2022-08-18", "2022-09-05", "15 days end Friday 2 September, a day off"],
  ["EXEMPT_FORWARD", "L2008", "2021-12-24", "2021-12-31", "7 days: Friday 31 December"],
  ["EXEMPT_HEAR", "L2008", "2025-04-22", "2025-05-07", "15 days: Wednesday 7 May"],
  [
    "EXEMPT_VERIFY_FRESH",
    "L2008",
    "2024-05-31",
    "2024-02-29",
    "3 months back: Thursday 29 February, which does not move",
  ],
  ["EXEMPT_ACCEPT", "L2025", "2026-11-16", "2026-11-18", "Monday; 17, 18 November"],
  ["EXEMPT_SESSION", "L2025", "2026-10-09", "2026-10-29", "20 days: Thursday 29 October"],
  [
    "EXEMPT_SEND",
    "L2025",
    "2026-08-26",
    "2026-09-07",
    "Wednesday; 27, 28 August, 3, 4, 7 September; 31 August, 1, 2 September off",
  ],
  ["EXEMPT_PROTEST_SAME", "L2025", "2026-11-20", "2026-11-27", "7 days: Friday 27 November"],
  ["EXEMPT_PROTEST_SUPERIOR", "L2025", "2026-07-10", "2026-07-27", "15 days end Saturday 25 July"],
  ["EXEMPT_FORWARD", "L2025", "2026-08-19", "2026-08-26", "7 days: Wednesday 26 August"],
  ["EXEMPT_HEAR", "L2025", "2026-10-26", "2026-11-10", "15 days: Tuesday 10 November"],
  ["EXEMPT_VERIFY_FRESH", "L2025", "2026-10-15", "2026-07-15", "3 months back: Wednesday 15 July, which does not move"],
  ["EXEMPT_VKS_REVIEW", "L2008", "2026-11-09", "2026-11-25", "15 days end Tuesday 24 November, a day off"],
];
