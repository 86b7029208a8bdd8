/** Whether a file was kept from its beginning. Only then does what it does not hold show that it was not done. */

import { type Day, daysBetween } from "../../base/day.ts";
import type { EnforcementFile } from "../file.ts";

/** Calendar days between the first act and the first recording: a month in which a new file is entered, and no longer. */
const longestDelay = 30;

/** The decisions that open a case. */
const openings: readonly string[] = ["enforcement", "asset-handling"];

/** A file was not kept from its beginning if nothing opened it, an import stated any of its days, or its recording began late. */
export function isKept({ acts }: EnforcementFile): boolean {
  if (!acts.some(({ type, traits }) => type === "decision-issued" && openings.includes(traits["decision"] ?? "")))
    return false;
  let [firstDay, firstRecorded]: [Day | undefined, Day | undefined] = [undefined, undefined];
  for (const { days, recordedOn } of acts) {
    for (const dated of Object.values(days)) {
      if (dated.source === "import") return false;
      if (firstDay === undefined || dated.day < firstDay) firstDay = dated.day;
    }
    if (firstRecorded === undefined || recordedOn < firstRecorded) firstRecorded = recordedOn;
  }
  if (firstDay === undefined || firstRecorded === undefined) return false;
  return daysBetween(firstDay, firstRecorded) <= longestDelay;
}

/**
 * Whether a duty was over before the recording of a file that was imported began, and so may have been done without being stated:
 * an import says what another system knew, not what it did not know.
 */
export function isBeforeRecords({ acts }: EnforcementFile, dueOn: Day): boolean {
  const imported = acts.some(({ days }) => Object.values(days).some(({ source }) => source === "import"));
  return imported && acts.every(({ recordedOn }) => dueOn < recordedOn);
}
