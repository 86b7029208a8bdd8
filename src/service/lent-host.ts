/** A host lent to one request: by the worker made anew, by the server one for all. */

import type { Host } from "./host.ts";

export interface LentHost {
  readonly host: Host;
  /** Gives back what it holds, when nothing of the request runs any more. */
  readonly end: () => Promise<void>;
}
