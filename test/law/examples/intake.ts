/** Worked examples of the judgment, the request, the decision and its notice, counted on a calendar without the code. */

import type { WorkedExample } from "../worked-examples.ts";

export const intakeExamples: readonly WorkedExample[] = [
  ["REQUEST_LIMITATION", "L2008", "2021-03-15", "2026-03-16", "5 years end Sunday 15 March: Monday 16 March"],
  ["REQUEST_LIMITATION", "L2025", "2026-08-20", "2031-08-20", "5 years, a Wednesday"],
  ["REQUEST_REFUSAL_NOTICE", "L2008", "2022-04-27", "2022-05-06", "Wednesday; 28, 29 April, 4, 5, 6 May; 2, 3 May off"],
  [
    "REQUEST_REFUSAL_NOTICE",
    "L2025",
    "2026-11-20",
    "2026-11-30",
    "Friday; 23, 25, 26, 27, 30 November; 24 November off",
  ],
  ["REQUEST_DEFECT_NOTICE", "L2025", "2026-08-27", "2026-08-28", "Thursday; 28 August"],
  ["DECISION_INTERIM", "L2008", "2023-04-26", "2023-04-26", "at once: the day itself"],
  ["DECISION_INTERIM", "L2025", "2026-07-17", "2026-07-17", "at once: the day itself"],
  ["DECISION_BANKRUPTCY", "L2008", "2024-04-26", "2024-05-04", "Friday; 2, 3, Saturday 4 May; 29, 30 April, 1 May off"],
  ["DECISION_BANKRUPTCY", "L2025", "2026-11-18", "2026-11-23", "Wednesday; 19, 20, 23 November"],
  ["FILE_OPEN", "L2008", "2025-04-24", "2025-04-26", "Thursday; 25, Saturday 26 April"],
  ["FILE_OPEN", "L2025", "2026-09-30", "2026-10-02", "Wednesday; 1, 2 October"],
  [
    "CHANGE_ENFORCER_REPLY",
    "L2008",
    "2021-04-28",
    "2021-05-07",
    "Wednesday; 29 April, 4, 5, 6, 7 May; 30 April, 3 May off",
  ],
  ["CHANGE_ENFORCER_REPLY", "L2025", "2026-07-03", "2026-07-08", "Friday; 6, 7, 8 July"],
  ["OFFICE_DECISION", "L2025", "2026-10-23", "2026-10-30", "Friday; 26, 27, 28, 29, 30 October"],
  ["OFFICE_FILE_TRANSFER", "L2025", "2026-08-20", "2026-08-22", "Thursday; 21, Saturday 22 August"],
  ["OFFICE_FILE_TAKEOVER", "L2025", "2026-11-20", "2026-11-30", "Friday; 23, 25, 26, 27, 30 November; 24 November off"],
  [
    "OFFICE_END_NOTICE_VKS",
    "L2025",
    "2026-08-27",
    "2026-09-08",
    "Thursday; 28 August, 3, 4, 7, 8 September; 31 August, 1, 2 September off",
  ],
  ["POSTING_DURATION", "L2008", "2023-08-30", "2023-09-11", "10 days end Saturday 9 September: Monday 11 September"],
  ["POSTING_DURATION", "L2025", "2026-07-03", "2026-07-10", "7 days, a Friday"],
];
