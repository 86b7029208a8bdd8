/** The findings that a command names: each must be in the instrument, once, and allow what is to be done with it. */

import type { FindingId } from "../../../base/ids.ts";
import type { Refusal } from "../../refusal.ts";
import type { Sent } from "../instrument.ts";
import type { Track } from "../item.ts";

/** The first reason why not, with its place in the list; undefined: all of them allow it. */
export function refusalAmong(
  findings: readonly FindingId[],
  { tracks }: Pick<Sent, "tracks">,
  allows: (track: Track) => boolean,
): Refusal | undefined {
  const seen = new Set<FindingId>();
  for (const [i, finding] of findings.entries()) {
    const at = `/findings/${i}`;
    const track = tracks[finding];
    if (track === undefined) return { code: "unknown-finding", at };
    if (seen.has(finding)) return { code: "already-exists", at };
    if (!allows(track)) return { code: "nothing-to-change", at };
    seen.add(finding);
  }
  return undefined;
}
