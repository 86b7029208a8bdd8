/**
 * The sweep runs every minute without being asked: it seals events that still wait, and the due days that an adopted
 * edition of the law changed; once an hour it closes the access journal; once a day it seals the deadlines that were
 * missed.
 */

import { sweepDay } from "./daily-sweep.ts";
import { sealIfDue } from "./health.ts";
import type { Host } from "../host.ts";
import { closeJournal } from "./journal.ts";
import { sealMoved } from "./superseding.ts";

/** `at` is when the sweep was due, in milliseconds since 1970; an hour begins at a multiple of an hour. */
export async function sweep(host: Host, at: number): Promise<void> {
  await sealIfDue(host);
  // A log that is stopped or behind with sealing takes nothing from the system either.
  const { head, behind } = await host.load([]);
  if (head.stopped !== undefined || behind) return;
  if (Math.floor(at / 60_000) % 60 === 0) await closeJournal(host);
  await sealMoved(host);
  await sweepDay(at, host);
}
