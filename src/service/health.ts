/** How the log is: for the operator, for monitors, for anyone. Whoever asks also seals what has waited for a second. */

import type { Instant } from "../base/day.ts";
import type { Host } from "./host.ts";
import { LogStopped, sealWaiting } from "./seal.ts";

export interface Health {
  readonly now: Instant;
  /** Why the signer may not sign again. */
  readonly stopped: string | undefined;
  /** What was recorded has waited for its seal for more than ten seconds: commands are refused. */
  readonly behind: boolean;
  /** Leaves of the newest signed checkpoint. */
  readonly size: number;
  readonly signedAt: Instant | undefined;
}

export async function healthOf(host: Host): Promise<Health> {
  await sealIfDue(host);
  const {
    now,
    head: { stopped },
    behind,
  } = await host.load([]);
  const newest = await host.log.checkpoint();
  return { now, stopped, behind, size: newest?.size ?? 0, signedAt: newest?.signedAt };
}

/** A log that has stopped is read on; why it stopped is in its head. */
export async function sealIfDue(host: Host): Promise<void> {
  if (!(await host.sealing.waitingLongerThan(1000))) return;
  try {
    const made = await sealWaiting(host);
    if (made !== undefined) await host.remember(made.batch.size);
  } catch (fault) {
    if (!(fault instanceof LogStopped)) throw fault;
  }
}
