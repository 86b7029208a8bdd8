/** A host lent to one request: the worker makes one for each, the server lends the same to all. */

import type { Host } from "./host.ts";

export interface LentHost {
  readonly host: Host;
  /** Gives back what the host holds; called when nothing of the request runs any more. */
  readonly end: () => Promise<void>;
}
