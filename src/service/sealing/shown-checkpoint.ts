/**
 * The newest checkpoint that may leave: one of ours that the signer remembers. A log that has stopped still shows what was
 * signed before: the newest that is not beyond what the signer's memory holds.
 */

import { openCheckpoint } from "../../log/checkpoint.ts";
import type { Host } from "../host.ts";
import type { DatedCheckpoint } from "../kept-rows.ts";
import { ownCheckpoint, ownCheckpointBelow, type OwnPorts } from "./own-checkpoint.ts";
import { LogStopped } from "./seal.ts";
import { ownVerifier } from "./signatories.ts";

export type ShowingHost = OwnPorts & Pick<Host, "memory" | "remember">;

/** Returns undefined if nothing was ever sealed; throws TryAgain when the memory is away. */
export async function shownCheckpoint(host: ShowingHost): Promise<DatedCheckpoint | undefined> {
  const newest = await ownCheckpoint(host);
  return newest === undefined || (await isRemembered(newest.size, host)) ? newest : newestHeld(newest, host);
}

/** Tells whether so many leaves may be shown; a log that goes on need not remember its newest checkpoint for that. */
export async function mayShow(size: number, host: ShowingHost): Promise<boolean> {
  const newest = await ownCheckpoint(host);
  if (newest === undefined || size > newest.size) return false;
  if (await isRemembered(size, host)) return true;
  const held = await newestHeld(newest, host);
  return held !== undefined && size <= held.size;
}

/** Returns whether the signer remembers so much; false when the log stops for what the memory holds. */
async function isRemembered(size: number, host: ShowingHost): Promise<boolean> {
  try {
    await host.remember(size);
    return true;
  } catch (fault) {
    if (fault instanceof LogStopped) return false;
    throw fault;
  }
}

/**
 * Finds the newest checkpoint of ours that is not beyond the remembered one: a larger one was never remembered, and might
 * be of a second history. A memory that somebody else signed says nothing of this log, and forbids nothing.
 */
async function newestHeld(newest: DatedCheckpoint, host: ShowingHost): Promise<DatedCheckpoint | undefined> {
  const held = await host.memory?.read();
  const opened = held && (await openCheckpoint(held.note, ownVerifier(host.key)));
  if (opened?.ok !== true || newest.size <= opened.value.size) return newest;
  return ownCheckpointBelow(opened.value.size + 1, host);
}
