/**
 * Whether a file was kept from its beginning. Only then does what it does not hold show that it was not done. Each is asked for every
 * clock, so a file is read once.
 */

import { type Day, daysBetween } from "../../base/day.ts";
import type { EnforcementFile } from "../file.ts";
import type { OpenFile } from "./open-file.ts";

/** Calendar days between the first act and the first recording: a month in which a new file is entered, and no longer. */
const longestDelay = 30;

/** The decisions that open a case. */
const openings: readonly string[] = ["enforcement", "asset-handling"];

interface Keeping {
  readonly isOpened: boolean;
  readonly isImported: boolean;
  readonly firstDay: Day | undefined;
  readonly firstRecorded: Day | undefined;
}

const keepings = new WeakMap<OpenFile, Keeping>();

/** A file was not kept from its beginning if nothing opened it, an import stated any of its days, or its recording began late. */
export function isKept(open: OpenFile): boolean {
  const { isOpened, isImported, firstDay, firstRecorded } = keepingOf(open);
  if (!isOpened || isImported || firstDay === undefined || firstRecorded === undefined) return false;
  return daysBetween(firstDay, firstRecorded) <= longestDelay;
}

/**
 * Whether a duty was over before the recording of a file that was imported began, and so may have been done without being stated:
 * an import says what another system knew, not what it did not know.
 */
export function isBeforeRecords(open: OpenFile, dueOn: Day): boolean {
  const { isImported, firstRecorded } = keepingOf(open);
  return isImported && firstRecorded !== undefined && dueOn < firstRecorded;
}

function keepingOf(open: OpenFile): Keeping {
  let keeping = keepings.get(open);
  if (keeping === undefined) {
    keeping = readKeeping(open.file);
    keepings.set(open, keeping);
  }
  return keeping;
}

function readKeeping({ acts }: EnforcementFile): Keeping {
  let [firstDay, firstRecorded]: [Day | undefined, Day | undefined] = [undefined, undefined];
  let [isOpened, isImported] = [false, false];
  for (const { type, traits, days, recordedOn } of acts) {
    isOpened ||= type === "decision-issued" && openings.includes(traits["decision"] ?? "");
    for (const { day, source } of Object.values(days)) {
      isImported ||= source === "import";
      if (firstDay === undefined || day < firstDay) firstDay = day;
    }
    if (firstRecorded === undefined || recordedOn < firstRecorded) firstRecorded = recordedOn;
  }
  return { isOpened, isImported, firstDay, firstRecorded };
}
