/** Checks before a process's first command that the database is at least as new as the signer's memory. */

import type { Host } from "../host.ts";
import { TryAgain } from "../ports.ts";
import { LogStopped } from "./seal.ts";
import { checkMemory } from "./signer-memory.ts";

const checked = new WeakSet<object>();

/**
 * Tells whether the memory was checked. Does not throw when the log stops or the memory is away: reads go on, commands
 * find the stop in the head.
 */
export async function checkMemoryOnce(host: Host): Promise<boolean> {
  const { lastSigned } = host.cache;
  if (checked.has(lastSigned)) return true;
  try {
    await checkMemory(lastSigned, host);
    checked.add(lastSigned);
    return true;
  } catch (fault) {
    if (!(fault instanceof LogStopped) && !(fault instanceof TryAgain)) throw fault;
    return false;
  }
}
