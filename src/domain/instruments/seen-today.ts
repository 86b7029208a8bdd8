/**
 * What the machine sees today of the violation that a finding stands for. It is shown to whoever verifies a remedy, and a
 * remedy that the files do not show is verified only with a reason.
 */

import type { Day } from "../../base/day.ts";
import type { FindingId } from "../../base/ids.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import type { States } from "../command.ts";
import { type StreamName, streamName } from "../event.ts";
import { type Assessed, assessed } from "../findings/detected.ts";
import { deadlineKeyOf, type FindingState } from "../findings/finding.ts";

/** remedyReads names what must be loaded before firstOpen is asked about these findings. */
export function remedyReads(findings: readonly FindingId[], states: States): readonly StreamName[] {
  return findings.flatMap((each) => {
    const about = states.of("finding", each)?.about;
    return [streamName("finding", each), ...(about === undefined ? [] : [streamName(about.kind, about.id)])];
  });
}

/** obligationsSeen returns the obligation of each finding as it stands today; a correction may have left none. */
export function obligationsSeen(
  findings: Iterable<FindingState>,
  asked: { readonly states: States; readonly today: Day },
): ReadonlyMap<FindingId, Obligation> {
  const files = new Map<string, Assessed | undefined>();
  const seen = new Map<FindingId, Obligation>();
  for (const finding of findings) {
    const file = streamName(finding.about.kind, finding.about.id);
    if (!files.has(file)) files.set(file, assessed(finding.about, asked));
    const obligation = files.get(file)?.get(deadlineKeyOf(finding));
    if (obligation !== undefined) seen.set(finding.finding, obligation);
  }
  return seen;
}

/** isStillOpen is true of what is still not done, and of an act that was forbidden and still stands. */
export function isStillOpen({ state }: Pick<Obligation, "state">): boolean {
  return state === "open" || state === "missed" || state === "forbidden";
}

/** firstOpen returns the obligation of the first of these findings that is still open today. */
export function firstOpen(
  findings: readonly FindingId[],
  asked: { readonly states: States; readonly today: Day },
): Obligation | undefined {
  const known = findings.flatMap((each) => asked.states.of("finding", each) ?? []);
  return [...obligationsSeen(known, asked).values()].find(isStillOpen);
}
