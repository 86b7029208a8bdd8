/** What one edition says otherwise than another: the list that a law keeper reads before the adoption. */

import { canonicalJson, type Json } from "../../base/canonical-json.ts";
import type { Edition } from "../edition.ts";
import type { RuleVersion } from "../rule.ts";
import { ruleKey } from "./changes.ts";

export interface RuleChange {
  readonly kind: "added" | "changed" | "removed";
  /** The version as it is now, or as it was if it was removed. */
  readonly rule: RuleVersion;
  /** The members of a changed version that differ. */
  readonly members: readonly string[];
}

export interface YearChange {
  readonly kind: RuleChange["kind"];
  readonly year: number;
}

export interface EditionChanges {
  readonly rules: readonly RuleChange[];
  readonly years: readonly YearChange[];
}

/** changesBetween compares versions by series, name and first day, so that a version with another first day is another one. */
export function changesBetween(before: Edition, after: Edition): EditionChanges {
  const rules = compared(before.rules, after.rules, ruleKey);
  const years = compared(before.calendars, after.calendars, ({ year }) => String(year));
  return {
    rules: rules.map(({ kind, was, is }) => ({ kind, rule: is ?? was, members: membersChanged(was, is) })),
    years: years.map(({ kind, was, is }) => ({ kind, year: (is ?? was).year })),
  };
}

type Compared<T> =
  | { readonly kind: "added"; readonly was: undefined; readonly is: T }
  | { readonly kind: "changed"; readonly was: T; readonly is: T }
  | { readonly kind: "removed"; readonly was: T; readonly is: undefined };

function compared<T extends Json>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): readonly Compared<T>[] {
  const were = new Map(before.map((one) => [keyOf(one), one]));
  const are = new Set(after.map(keyOf));
  const now = after.flatMap((is): readonly Compared<T>[] => {
    const was = were.get(keyOf(is));
    if (was === undefined) return [{ kind: "added", was, is }];
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ kind: "changed", was, is }];
  });
  const gone = before.filter((was) => !are.has(keyOf(was)));
  return [...now, ...gone.map((was): Compared<T> => ({ kind: "removed", was, is: undefined }))];
}

function membersChanged(was: RuleVersion | undefined, is: RuleVersion | undefined): readonly string[] {
  if (was === undefined || is === undefined) return [];
  const [before, after] = [new Map(Object.entries(was)), new Map(Object.entries(is))];
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return names.filter((name) => canonicalJson([before.get(name) ?? null]) !== canonicalJson([after.get(name) ?? null]));
}
