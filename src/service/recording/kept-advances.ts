/** After a recording, the process knows its streams as they are now: nothing that it knew before may be read any more. */

import type { Host } from "../host.ts";
import type { Recording } from "../ports.ts";

export function keepAdvances({ advances }: Pick<Recording, "advances">, { cache, clock }: Host): void {
  // Later than every load that was answered before the commit, which saw older versions.
  const at = clock();
  for (const { stream, after } of advances) cache.streams.keep(stream, after, at);
}
