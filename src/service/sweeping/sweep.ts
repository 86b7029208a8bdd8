/**
 * What is done without being asked, every minute: seal what was recorded and never sealed, what an edition of the law
 * that was adopted has moved, and, once a day, the deadlines that were missed; once an hour, close the access journal.
 */

import { sweepDay } from "./daily-sweep.ts";
import { sealIfDue } from "./health.ts";
import type { Host } from "../host.ts";
import { closeJournal } from "./journal.ts";
import { sealMoved } from "./superseding.ts";

/** `at`: when the sweep was due, in milliseconds since 1970 (every hour begins at a multiple of one). */
export async function sweep(host: Host, at: number): Promise<void> {
  await sealIfDue(host);
  // A log that has stopped, or waits for its seal, takes nothing from the system either.
  const { head, behind } = await host.load([]);
  if (head.stopped !== undefined || behind) return;
  if (Math.floor(at / 60_000) % 60 === 0) await closeJournal(host);
  await sealMoved(host);
  await sweepDay(at, host);
}
