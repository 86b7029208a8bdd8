/** Before the first command of a process: is this database at least as new as what the signer remembers? */

import type { Host } from "../host.ts";
import { TryAgain } from "../ports.ts";
import { LogStopped } from "./seal.ts";
import { checkMemory } from "./signer-memory.ts";

const recalled = new WeakSet<object>();

/** Reads go on when the log stops or the memory cannot be reached; commands find the stop in the head row. */
export async function checkMemoryOnce(host: Host): Promise<void> {
  const { lastSigned } = host.cache;
  if (recalled.has(lastSigned)) return;
  try {
    await checkMemory(lastSigned, host);
    recalled.add(lastSigned);
  } catch (fault) {
    if (!(fault instanceof LogStopped) && !(fault instanceof TryAgain)) throw fault;
  }
}
