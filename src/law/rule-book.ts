/** An edition made ready for detection: its calendar opened, its rules by the act that starts them. Made once for each. */

import type { ActType } from "./act.ts";
import { type Calendar, openCalendar } from "./calendar.ts";
import type { Edition } from "./edition.ts";
import type { ActDay, RuleVersion, Start } from "./rule.ts";
import type { Series } from "./series.ts";

export type ActStart = Extract<Start, ActDay>;

/** A version of a rule with one of the ways in which it starts. */
export interface RuleStart {
  readonly rule: RuleVersion;
  readonly start: ActStart;
}

export interface RuleBook {
  readonly edition: Edition;
  readonly calendar: Calendar;
  /** Duties and periods that an act of a type starts. */
  readonly startedBy: ReadonlyMap<ActType, readonly RuleStart[]>;
  /** Rules whose clock starts when a period of this series is over. */
  readonly after: ReadonlyMap<Series, readonly RuleVersion[]>;
  /** Rights and powers, judged by the act that used them. */
  readonly windows: readonly RuleStart[];
  /** The types of act that start a series: an act that answers one of them is about that one and no other. */
  readonly startTypes: ReadonlyMap<Series, ReadonlySet<ActType>>;
}

const opened = new WeakMap<Edition, RuleBook>();

export function openRuleBook(edition: Edition): RuleBook {
  const known = opened.get(edition);
  if (known !== undefined) return known;
  const book = makeRuleBook(edition);
  opened.set(edition, book);
  return book;
}

function makeRuleBook(edition: Edition): RuleBook {
  const startedBy = new Map<ActType, RuleStart[]>();
  const after = new Map<Series, RuleVersion[]>();
  const windows: RuleStart[] = [];
  for (const rule of edition.rules) {
    for (const start of rule.starts) {
      if ("endOf" in start) push(after, start.endOf, rule);
      else if (rule.mode === "window") windows.push({ rule, start });
      else push(startedBy, start.act, { rule, start });
    }
  }
  return {
    edition,
    calendar: openCalendar(edition.calendars),
    startedBy,
    after,
    windows,
    startTypes: typesOf(edition),
  };
}

function typesOf(edition: Edition): ReadonlyMap<Series, ReadonlySet<ActType>> {
  const types = new Map<Series, Set<ActType>>();
  const starting = (series: Series): readonly ActType[] =>
    edition.rules
      .filter((rule) => rule.series === series)
      .flatMap(({ starts }) => starts.flatMap((start) => ("act" in start ? [start.act] : starting(start.endOf))));
  for (const { series } of edition.rules) types.set(series, new Set(starting(series)));
  return types;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
