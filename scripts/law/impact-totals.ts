/** Totals by rule and office: how many clocks run across the change of law, and how many of them are late under each policy. */

import { isLate } from "../../src/law/detection/crossing-clocks.ts";
import { type CrossingPolicy, crossings } from "../../src/law/edition.ts";
import type { FileClock } from "../../src/service/auditing/crossing-impact.ts";

type ByPolicy = Readonly<Record<CrossingPolicy, number>>;

export interface Total {
  readonly rule: string;
  readonly office: string;
  readonly limits: number;
  readonly late: ByPolicy;
}

/** Holds one total for each pair of rule and office, so its size does not depend on the length of the log. */
export class Totals {
  readonly #totals = new Map<string, Total>();

  add(clock: FileClock, office: string): void {
    const key = `${clock.rule} ${office}`;
    const before = this.#totals.get(key) ?? { rule: clock.rule, office, limits: 0, late: none };
    this.#totals.set(key, sum(before, { ...before, limits: 1, late: lateOf(clock) }));
  }

  rows(): readonly Total[] {
    return [...this.#totals].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
  }

  all(): Total {
    return this.rows().reduce(sum, { rule: "", office: "", limits: 0, late: none });
  }
}

const none: ByPolicy = { "law-of-the-starting-day": 0, "new-law-from-its-day": 0, "later-of-both": 0 };

function lateOf(clock: FileClock): ByPolicy {
  return byPolicy((policy) => (isLate(clock, clock.under[policy]) ? 1 : 0));
}

function sum(a: Total, b: Total): Total {
  return { ...a, limits: a.limits + b.limits, late: byPolicy((policy) => a.late[policy] + b.late[policy]) };
}

function byPolicy(count: (policy: CrossingPolicy) => number): ByPolicy {
  const counts = { ...none };
  for (const policy of crossings) counts[policy] = count(policy);
  return counts;
}
