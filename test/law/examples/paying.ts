/** Worked examples of money, exhibits, reports and data requests, counted on a calendar without the code. */

import type { WorkedExample } from "../worked-examples.ts";

export const payingExamples: readonly WorkedExample[] = [
  ["PAY_OUT_EXTENDED", "L2025", "2026-07-24", "2026-09-07", "45 days: Monday 7 September"],
  ["PAY_OUT_AFTER_BLOCK", "L2025", "2026-09-30", "2026-10-12", "10 days end Saturday 10 October"],
  [
    "RETURN_PROPERTY_NOTICE",
    "L2025",
    "2026-08-21",
    "2026-08-25",
    "Friday; 22, 24, 25 August; Saturday 22 August is worked",
  ],
  ["UNCLAIMED_MONEY_DEPOSIT", "L2008", "2023-08-30", "2023-09-14", "15 days are full on Thursday 14 September"],
  ["UNCLAIMED_MONEY_DEPOSIT", "L2025", "2026-10-09", "2026-10-26", "15 days are full on Saturday 24 October"],
  ["UNCLAIMED_ASSET_SALE", "L2008", "2023-11-30", "2024-02-29", "3 months are full on Thursday 29 February"],
  ["UNCLAIMED_ASSET_SALE", "L2025", "2026-11-20", "2026-12-21", "30 days are full on Sunday 20 December"],
  ["UNCLAIMED_FORFEIT", "L2008", "2021-01-14", "2026-01-14", "5 years are full on Wednesday 14 January"],
  ["UNCLAIMED_FORFEIT", "L2025", "2026-07-06", "2031-07-07", "5 years are full on Sunday 6 July"],
  ["CONFISCATED_HANDOVER", "L2008", "2025-04-22", "2025-05-05", "10 days end Friday 2 May, a day off"],
  ["CONFISCATED_HANDOVER", "L2025", "2026-11-09", "2026-11-19", "10 days: Thursday 19 November"],
  ["DESTRUCTION_COUNCIL", "L2008", "2024-01-31", "2024-02-29", "1 month: Thursday 29 February"],
  [
    "DESTRUCTION_COUNCIL",
    "L2025",
    "2026-07-31",
    "2026-09-03",
    "1 month ends Monday 31 August, a day off; 1, 2 September off too",
  ],
  ["DESTRUCTION_DO", "L2008", "2025-08-25", "2025-09-04", "10 days: Thursday 4 September"],
  ["DESTRUCTION_DO", "L2025", "2026-08-03", "2026-08-24", "20 days end Sunday 23 August"],
  ["STATE_MONEY_REMIT", "L2025", "2026-11-18", "2026-11-25", "7 days: Wednesday 25 November"],
  ["STAT_CLOSE", "JC12-2021", "2026-09-30", "2026-10-01", "1 day: Thursday 1 October"],
  ["STAT_PROVINCE_COMPILE", "JC12-2021", "2022-09-30", "2022-10-04", "Friday; 3, 4 October"],
  [
    "STAT_COUNTERSIGN",
    "JC12-2021",
    "2026-01-08",
    "2026-01-10",
    "Thursday; 9, 10 January; Saturday 10 January is worked",
  ],
  [
    "STAT_SEND_CENTRAL",
    "JC12-2021",
    "2023-12-27",
    "2024-01-04",
    "Wednesday; 28, 29 December, 2, 3, 4 January; 1 January off",
  ],
  ["PDP_ACK", "PDPL2025", "2026-02-13", "2026-02-24", "Friday; 23, 24 February; 16, 17, 18, 19, 20 February off"],
  [
    "PDP_72H",
    "D13-2023",
    "2025-01-24",
    "2025-01-27",
    "72 hours from a moment of Friday reach Monday; days off do not stop hours",
  ],
];
