/** Clocks across the change of law (law 106/2025 Art.116), each with its due day by either law and state by policy. */

import type { Day } from "../../base/day.ts";
import type { ActId } from "../../base/ids.ts";
import { given } from "../../base/given.ts";
import type { Subject } from "../act.ts";
import type { ObligationState, Weight } from "./deadline.ts";
import { assess, isBreached, type Obligation } from "./detection.ts";
import { type CrossingPolicy, crossings, type Edition } from "../edition.ts";
import type { EnforcementFile } from "../file.ts";
import { type DueUnder, dueUnder } from "./impact.ts";
import type { Mode } from "../rule.ts";
import type { Series } from "../series.ts";
import type { Owner } from "../owner.ts";

/** A clock's due day and state today under one policy. */
export interface Judged extends DueUnder {
  readonly state: ObligationState;
  readonly weight: Weight;
  /** Calendar days; absent while the clock is not late. */
  readonly daysLate?: number;
}

export interface CrossingClock {
  /** "<series>/<starting act>/<subject>". */
  readonly key: string;
  readonly rule: Series;
  readonly mode: Mode;
  readonly owner: Owner;
  readonly subject: Subject;
  readonly startedBy: ActId;
  /** By the 2008 law, and `after` by the 2025 law. Undefined when that law has no such rule, or the act does not start it. */
  readonly before: DueUnder | undefined;
  readonly after: DueUnder | undefined;
  /** Undefined when no such clock runs under that policy, or nothing forbidden was done. */
  readonly under: Readonly<Record<CrossingPolicy, Judged | undefined>>;
}

/** One edition of the law under each policy. */
export type Policies = Readonly<Record<CrossingPolicy, Edition>>;

export function policiesOf(edition: Edition): Policies {
  return eachPolicy((crossing) => (crossing === edition.crossing ? edition : { ...edition, crossing }));
}

/**
 * Returns the clocks of a file that had started by `today` and run across the change of law, or that start on another day
 * because one before them does. A clock of which both laws say the same is left out.
 */
export function crossingClocks(file: EnforcementFile, policies: Policies, today: Day): readonly CrossingClock[] {
  const found = eachPolicy((policy) => byKey(assess(file, { today, edition: policies[policy] })));
  const keys = new Set(crossings.flatMap((policy) => [...found[policy].keys()]));
  return [...keys].flatMap((key) => crossingClock(eachPolicy((policy) => found[policy].get(key))));
}

/** Whether the obligation is late, missed or forbidden. A period given to someone may pass: that breaches nothing. */
export function isLate({ mode }: Pick<CrossingClock, "mode">, judged: Judged | undefined): boolean {
  return judged !== undefined && isBreached({ mode, state: judged.state });
}

function eachPolicy<T>(make: (policy: CrossingPolicy) => T): Readonly<Record<CrossingPolicy, T>> {
  return {
    "law-of-the-starting-day": make("law-of-the-starting-day"),
    "new-law-from-its-day": make("new-law-from-its-day"),
    "later-of-both": make("later-of-both"),
  };
}

function byKey(obligations: readonly Obligation[]): ReadonlyMap<string, Obligation> {
  return new Map(obligations.map((obligation) => [obligation.key, obligation]));
}

function crossingClock(found: Readonly<Record<CrossingPolicy, Obligation | undefined>>): readonly CrossingClock[] {
  const [old, next] = [found["law-of-the-starting-day"], found["new-law-from-its-day"]];
  const one = old ?? next;
  if (one === undefined) return [];
  const { key, rule, mode, owner, subject, startedBy } = one;
  const under = eachPolicy((policy) => found[policy] && judged(found[policy]));
  const laws = byEitherLaw(old, next);
  return isUnmoved(laws, under) ? [] : [{ key, rule, mode, owner, subject, startedBy, ...laws, under }];
}

/** Whether both laws give the same day and every policy the same judgment, so that nothing depends on the choice. */
function isUnmoved(
  { before, after }: Pick<CrossingClock, "before" | "after">,
  under: Readonly<Record<CrossingPolicy, Judged | undefined>>,
): boolean {
  if (before === undefined || after === undefined || before.dueOn !== after.dueOn) return false;
  const judgments = crossings.map(
    (policy) => `${under[policy]?.state} ${under[policy]?.weight} ${under[policy]?.dueOn}`,
  );
  return new Set(judgments).size === 1;
}

/** A clock that follows a crossing one may start on another day under each law without crossing itself. */
function byEitherLaw(
  old: Obligation | undefined,
  next: Obligation | undefined,
): Pick<CrossingClock, "before" | "after"> {
  const crosses = old?.crossesTransition === true;
  // Where the old law set no number, the row has the day of the new one under every policy (transition.ts).
  if (crosses && old.otherLaw !== undefined && old.otherLaw.dueOn === undefined)
    return { before: dueUnder(old.otherLaw), after: dueUnder(old) };
  const after = crosses ? old.otherLaw : next;
  const before = old ?? (next?.crossesTransition === true ? next.otherLaw : undefined);
  return { before: before && dueUnder(before), after: after && dueUnder(after) };
}

function judged({ version, dueOn, state, weight, daysLate }: Obligation): Judged {
  return { version, dueOn, state, weight, ...given({ daysLate }) };
}
