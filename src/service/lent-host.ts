/** A host lent to one request: the worker makes one for each, the server lends the same to all. */

import type { Host } from "./host.ts";

export interface LentHost {
  readonly host: Host;
  /** Gives back what the host holds; called when nothing of the request runs any more. */
  readonly end: () => Promise<void>;
}

export interface Lender {
  readonly lend: () => LentHost | Promise<LentHost>;
  /** Is told when a connection does not close well. The answer stands all the same. */
  readonly report: (fault: unknown) => void;
}

/** Lends a host to the work and takes it back when the work has ended. */
export async function lending<T>({ lend, report }: Lender, work: (host: Host) => Promise<T>): Promise<T> {
  const { host, end } = await lend();
  try {
    return await work(host);
  } finally {
    await end().catch(report);
  }
}
