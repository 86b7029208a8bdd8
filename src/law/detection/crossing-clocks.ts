/**
 * What the change of law of 1 July 2026 means in one file (law 106/2025 Art.116): every time limit that runs across the day,
 * with its last day under either law, and what becomes of it under each policy.
 */

import type { Day } from "../../base/day.ts";
import type { ActId } from "../../base/ids.ts";
import type { Subject } from "../act.ts";
import type { ObligationState, Weight } from "./deadline.ts";
import { assess, type Obligation } from "./detection.ts";
import { type CrossingPolicy, crossings, type Edition } from "../edition.ts";
import type { EnforcementFile } from "../file.ts";
import type { DueUnder } from "./impact.ts";
import type { Mode } from "../rule.ts";
import type { Series } from "../series.ts";
import type { Owner } from "../owner.ts";

/** What one policy makes of a limit today. */
export interface Judged extends DueUnder {
  readonly state: ObligationState;
  readonly weight: Weight;
  /** Calendar days; none while it is not late. */
  readonly daysLate?: number;
}

export interface CrossingLimit {
  /** "<series>/<starting act>/<subject>". */
  readonly key: string;
  readonly rule: Series;
  readonly mode: Mode;
  readonly owner: Owner;
  readonly subject: Subject;
  readonly startedBy: ActId;
  /** Undefined: that law knows no such limit, or the act does not start it there. */
  readonly before: DueUnder | undefined;
  readonly after: DueUnder | undefined;
  /** Undefined: under that policy no such clock runs, or nothing forbidden was done. */
  readonly under: Readonly<Record<CrossingPolicy, Judged | undefined>>;
}

/** One edition of the law under each policy. */
export type Policies = Readonly<Record<CrossingPolicy, Edition>>;

export function policiesOf(edition: Edition): Policies {
  return eachPolicy((crossing) => (crossing === edition.crossing ? edition : { ...edition, crossing }));
}

/** The limits of a file that had started by `today` and run across the change, or begin on another day because one does. */
export function crossingLimits(file: EnforcementFile, policies: Policies, today: Day): readonly CrossingLimit[] {
  const found = eachPolicy((policy) => byKey(assess(file, { today, edition: policies[policy] })));
  const keys = new Set(crossings.flatMap((policy) => [...found[policy].keys()]));
  return [...keys].flatMap((key) => crossingLimit(eachPolicy((policy) => found[policy].get(key))));
}

/** Done too late or not done in time, or forbidden; letting a period given to someone pass breaches nothing. */
export function isLate({ mode }: Pick<CrossingLimit, "mode">, judged: Judged | undefined): boolean {
  return mode !== "period" && judged !== undefined && breaches.includes(judged.state);
}

const breaches: readonly ObligationState[] = ["late", "missed", "forbidden"];

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

function crossingLimit(found: Readonly<Record<CrossingPolicy, Obligation | undefined>>): readonly CrossingLimit[] {
  const [old, next] = [found["law-of-the-starting-day"], found["new-law-from-its-day"]];
  const one = old ?? next ?? found["later-of-both"];
  const isTouched = crossings.some((policy) => found[policy]?.crossesTransition === true) || !isSame(old, next);
  if (one === undefined || !isTouched) return [];
  const { key, rule, mode, owner, subject, startedBy } = one;
  const under = eachPolicy((policy) => found[policy] && judged(found[policy]));
  return [{ key, rule, mode, owner, subject, startedBy, ...byEitherLaw(old, next), under }];
}

/** What follows a limit that crosses may begin on another day, and does not cross itself. */
function byEitherLaw(
  old: Obligation | undefined,
  next: Obligation | undefined,
): Pick<CrossingLimit, "before" | "after"> {
  const crosses = old?.crossesTransition === true;
  const after = crosses ? old.otherLaw : next;
  const before = old ?? (next?.crossesTransition === true ? next.otherLaw : undefined);
  return { before: before && dueUnder(before), after: after && dueUnder(after) };
}

function isSame(a: Obligation | undefined, b: Obligation | undefined): boolean {
  return a?.dueOn === b?.dueOn && a?.version === b?.version;
}

function dueUnder({ version, dueOn }: DueUnder): DueUnder {
  return { version, dueOn };
}

function judged({ version, dueOn, state, weight, daysLate }: Obligation): Judged {
  return { version, dueOn, state, weight, ...(daysLate === undefined ? {} : { daysLate }) };
}
