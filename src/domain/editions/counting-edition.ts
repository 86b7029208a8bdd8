/** The edition that counts: that of entry 0, for which no person has answered, until two persons adopt one. */

import type { States } from "../command.ts";
import { commitment } from "../field.ts";
import { editionId } from "./adoption.ts";
import type { EditionName } from "./offer.ts";

export interface Counting extends EditionName {
  /** opening: only entry 0 names it. adoption: two persons adopted it. */
  readonly by: "opening" | "adoption";
}

/** countingEdition returns undefined while the log is not open. */
export function countingEdition(states: States): Counting | undefined {
  const adopted = states.of("edition", editionId)?.adoptions.at(-1);
  if (adopted !== undefined) return { edition: adopted.edition, digest: adopted.digest, by: "adoption" };
  const log = states.of("log", "log");
  return log && { edition: log.edition, digest: commitment.parse(log.editionDigest), by: "opening" };
}
