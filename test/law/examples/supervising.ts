/** Worked examples of protests, recommendations and requests, counted on a calendar without the code. */

import type { WorkedExample } from "../worked-examples.ts";

export const supervisingExamples: readonly WorkedExample[] = [
  ["PROTEST_REPLY", "L2025", "2026-10-23", "2026-11-09", "15 days end Saturday 7 November"],
  ["PROTEST_COMPLY", "L2025", "2026-08-03", "2026-08-10", "Monday; 4, 5, 6, 7, 10 August"],
  ["PROTEST_ESCALATION_REPLY", "L2008", "2022-08-18", "2022-09-19", "30 days end Saturday 17 September"],
  ["PROTEST_MINISTER_REPLY", "L2025", "2026-07-24", "2026-08-24", "30 days end Sunday 23 August"],
  ["REQUEST_COMPLY", "VKSND2025", "2026-11-23", "2026-11-23", "at once"],
  ["REQUEST_SELF_INSPECT", "VKSND2025", "2026-11-02", "2026-12-02", "30 days: Wednesday 2 December"],
];
