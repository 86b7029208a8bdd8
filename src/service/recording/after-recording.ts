/**
 * What is done for an answer once its command was recorded. Whatever fails from there on, a read of the log or a row of the
 * journal too, leaves it recorded.
 */

import { TryAgain } from "../ports.ts";

export async function afterRecording<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw fault instanceof TryAgain ? new TryAgain(fault.code, "yes", fault, fault.clock) : fault;
  }
}
