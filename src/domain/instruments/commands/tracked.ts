/** The check of the findings that a command names: each is in the instrument, is named once, and allows the act. */

import type { FindingId } from "../../../base/ids.ts";
import type { Refusal } from "../../refusal.ts";
import type { Sent } from "../instrument.ts";
import type { Track } from "../item.ts";

/** refusalAmong returns the refusal of the first finding that does not allow the act; undefined when all do. */
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
