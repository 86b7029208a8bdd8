/**
 * A breach that a correction took away stays on the list, with the correction and both readings, so that no correction
 * makes a breach vanish unseen. A later correction that brings the breach back takes it off that list again.
 */

import type { OfficeId } from "../base/ids.ts";
import { assess, isBreached, type Obligation } from "../law/detection/detection.ts";
import type { Edition } from "../law/edition.ts";
import type { OwnedFile } from "./file-kinds.ts";
import type { Correction } from "./files/recorded.ts";
import { officeOwing } from "./owners.ts";

export interface GoneDetection {
  readonly correction: Correction;
  /** The obligation as it stood on the day of the correction. */
  readonly before: Obligation;
  /** Undefined when no such clock runs any more. */
  readonly after: Obligation | undefined;
  /** The office that the breach was attributed to. */
  readonly office: OfficeId;
}

export function goneDetections({ readings, owners }: OwnedFile, edition?: Edition): readonly GoneDetection[] {
  const gone = new Map<string, GoneDetection>();
  for (const { correction, ...read } of readings()) {
    const asked = { today: correction.correctedOn, ...(edition === undefined ? {} : { edition }) };
    const before = assess(read.before, asked).filter(isBreached);
    const after = new Map(assess(read.after, asked).map((obligation) => [obligation.key, obligation]));
    for (const each of before) {
      const now = after.get(each.key);
      const office = officeOwing(each.owner, owners);
      if (office !== undefined && (now === undefined || !isBreached(now)))
        gone.set(each.key, { correction, before: each, after: now, office });
    }
    for (const each of after.values()) if (isBreached(each)) gone.delete(each.key);
  }
  return [...gone.values()];
}
