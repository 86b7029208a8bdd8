/**
 * What is done without being asked, every minute: seal what was recorded and never sealed, and what an edition of the law
 * that was adopted has moved; once an hour, close the access
 * journal; once a day, five past midnight in Vietnam, seal the deadlines that were missed.
 */

import { sealIfDue } from "./health.ts";
import type { Host } from "./host.ts";
import { closeJournal } from "./journal.ts";
import { sealMissed } from "./missed-deadlines.ts";
import { sealMoved } from "./superseding.ts";

const minutesOfDay = 24 * 60;
/** 17:05 UTC. */
const afterMidnight = 17 * 60 + 5;

/** `at`: when the sweep was due, in milliseconds since 1970 (every hour begins at a multiple of one). */
export async function sweep(host: Host, at: number): Promise<void> {
  await sealIfDue(host);
  const minute = Math.floor(at / 60_000);
  if (minute % 60 === 0) await closeJournal(host);
  await sealMoved(host);
  if (minute % minutesOfDay === afterMidnight) await sealMissed(host);
}
