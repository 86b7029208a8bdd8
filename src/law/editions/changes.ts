/**
 * What an edition changed of the one before it. The one before is kept as these changes and not as a second copy of all its
 * rules: taken back, they give it word for word, and they are what a law keeper has to read before the adoption.
 */

import { given } from "../../base/given.ts";
import type { CalendarYear } from "../calendar/calendar-years.ts";
import type { RuleVersion } from "../rule.ts";

type OptionalMember = {
  [M in keyof RuleVersion]-?: object extends Pick<RuleVersion, M> ? M : never;
}[keyof RuleVersion];

/** The members of a version that were otherwise; undefined for one that was not there. */
type Was = Partial<Omit<RuleVersion, OptionalMember>> & {
  readonly [M in OptionalMember]?: RuleVersion[M] | undefined;
};

export interface Changes {
  /** What was otherwise in a version, under the key of the version that stands in its place now. */
  readonly rules: Readonly<Record<string, Was>>;
  /** The keys of the versions that were not there. */
  readonly added: readonly string[];
  /** The calendar years as they were. */
  readonly years: readonly CalendarYear[];
  /** The calendar years that were not there. */
  readonly addedYears: readonly number[];
}

/** ruleKey names a version of a rule within an edition: "PAY_OUT L2008 2015-07-01". */
export function ruleKey({ series, version, from }: Pick<RuleVersion, "series" | "version" | "from">): string {
  return `${series} ${version} ${from}`;
}

/** Returns the rules before the changes, in their order. */
export function rulesBefore(rules: readonly RuleVersion[], { rules: were, added }: Changes): readonly RuleVersion[] {
  return rules
    .filter((rule) => !added.includes(ruleKey(rule)))
    .map((rule) => given({ ...rule, ...were[ruleKey(rule)] }));
}

/** Returns the calendar years before the changes, in their order. */
export function yearsBefore(
  years: readonly CalendarYear[],
  { years: were, addedYears }: Changes,
): readonly CalendarYear[] {
  return years
    .filter(({ year }) => !addedYears.includes(year))
    .map((each) => were.find(({ year }) => year === each.year) ?? each);
}
