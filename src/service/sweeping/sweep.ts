/**
 * The sweep runs every minute without being asked: it seals events that still wait, and the due days that an adopted
 * edition of the law changed; it closes the access journal hourly, or sooner when it fills; once a day it seals the deadlines that were
 * missed.
 */

import { sweepDay } from "./daily-sweep.ts";
import { sealIfDue } from "./health.ts";
import type { Host } from "../host.ts";
import { closeJournalIfDue } from "./journal.ts";
import { sealMoved } from "./superseding.ts";

/** `at` is when the sweep was due, in milliseconds since 1970. */
export async function sweep(host: Host, at: number): Promise<void> {
  await sealIfDue(host);
  // A log that is stopped, behind with sealing or waiting for its clock takes nothing from the system either.
  const { head, behind, clockWait } = await host.load([]);
  if (head.stopped !== undefined || behind || clockWait !== undefined) return;
  await closeJournalIfDue(host);
  await sealMoved(host);
  await sweepDay(at, host);
}
