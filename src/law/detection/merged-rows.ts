/**
 * A duty that each law starts by another act, such as the auction contract (price fixed; end of the time to ask for a
 * revaluation), is one row in a file across the change of law: that of the new law (Art.116(3)), with the day of the old one.
 */

import { transitionDay } from "../rule.ts";
import type { Deadline } from "./deadline.ts";
import { sameSubject } from "./open-file.ts";

export function mergedRows(found: readonly Deadline[]): readonly Deadline[] {
  const olds = found.filter((one) => one.crossesTransition && one.otherLaw === undefined && one.mode === "duty");
  const oldOf = new Map<Deadline, Deadline>();
  for (const old of olds) {
    const next = found.find((one) => !oldOf.has(one) && isSameDuty(old, one));
    if (next !== undefined) oldOf.set(next, old);
  }
  if (oldOf.size === 0) return found;
  const dropped = new Set(oldOf.values());
  return found.filter((one) => !dropped.has(one)).map((one) => withOldDay(one, oldOf.get(one)));
}

function withOldDay(next: Deadline, old: Deadline | undefined): Deadline {
  if (old === undefined) return next;
  const { version, citation, dueOn } = old;
  return { ...next, crossesTransition: true, otherLaw: { version, citation, dueOn } };
}

/** Whether the new law starts the duty by another act; one that the act which met the old row did not meet is another duty. */
function isSameDuty(old: Deadline, next: Deadline): boolean {
  return (
    next.rule === old.rule &&
    next.mode === old.mode &&
    next.version !== old.version &&
    next.startedOn >= transitionDay &&
    next.startedBy !== old.startedBy &&
    (old.metBy === undefined || old.metBy === next.metBy) &&
    sameSubject(next.subject, old.subject)
  );
}
