/** An edition prepared for detection: its calendar opened, its rules indexed by the acts that start them. */

import type { ActType } from "../act.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { calendarOf, type Edition } from "../edition.ts";
import { type LawVersion, type RuleVersion, type Start, transitionDay } from "../rule.ts";
import type { ActDay } from "../act-day.ts";
import type { Series } from "../series.ts";

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
  /** Rules whose clock starts at the end of a time limit of this series. */
  readonly after: ReadonlyMap<Series, readonly RuleVersion[]>;
  /** Rights and powers, each with a start that opens it. */
  readonly windows: readonly RuleStart[];
  /** Rights and powers by the act that uses them. */
  readonly usedBy: ReadonlyMap<ActType, readonly RuleStart[]>;
  /** Bans by the act that starts them; that may be the forbidden act itself. */
  readonly bans: ReadonlyMap<ActType, readonly RuleStart[]>;
  /** The types of act that start a series. An act that answers one of them is about that start and no other. */
  readonly startTypes: ReadonlyMap<Series, ReadonlySet<ActType>>;
  /** For a version that the change of law of 2026-07-01 ended, the version that began then. */
  readonly successors: ReadonlyMap<RuleVersion, RuleVersion>;
}

const opened = new WeakMap<Edition, RuleBook>();

/** Opens an edition once and keeps the result, because every file is judged by it. */
export function openRuleBook(edition: Edition): RuleBook {
  const known = opened.get(edition);
  if (known !== undefined) return known;
  const book = makeRuleBook(edition);
  opened.set(edition, book);
  return book;
}

/** Returns the version of a rule that a deadline names. */
export function ruleOf({ edition }: RuleBook, series: Series, version: LawVersion): RuleVersion {
  const rule = edition.rules.find((one) => one.series === series && one.version === version);
  if (rule === undefined) throw new Error(`edition ${edition.number} has no rule ${series}.${version}`);
  return rule;
}

function makeRuleBook(edition: Edition): RuleBook {
  const { rules } = edition;
  const starts = (wanted: (rule: RuleVersion) => boolean): readonly RuleStart[] =>
    rules.filter(wanted).flatMap((rule) => rule.starts.flatMap((start) => ("endOf" in start ? [] : { rule, start })));
  const windows = starts(({ mode }) => mode === "window");
  return {
    edition,
    calendar: calendarOf(edition),
    startedBy: Map.groupBy(
      starts(({ mode }) => mode !== "window" && mode !== "ban"),
      ({ start }) => start.act,
    ),
    after: followersOf(rules),
    windows,
    usedBy: usersOf(windows),
    bans: Map.groupBy(
      starts(({ mode }) => mode === "ban"),
      ({ start }) => start.act,
    ),
    startTypes: typesOf(rules),
    successors: successorsOf(rules),
  };
}

function followersOf(rules: readonly RuleVersion[]): ReadonlyMap<Series, readonly RuleVersion[]> {
  const after = new Map<Series, RuleVersion[]>();
  for (const rule of rules) for (const start of rule.starts) if ("endOf" in start) push(after, start.endOf, rule);
  return after;
}

function usersOf(windows: readonly RuleStart[]): ReadonlyMap<ActType, readonly RuleStart[]> {
  const users = new Map<ActType, RuleStart[]>();
  for (const window of windows)
    for (const type of new Set(window.rule.metBy.map(({ act }) => act))) push(users, type, window);
  return users;
}

function typesOf(rules: readonly RuleVersion[]): ReadonlyMap<Series, ReadonlySet<ActType>> {
  const types = new Map<Series, Set<ActType>>();
  const starting = (series: Series): readonly ActType[] =>
    rules
      .filter((rule) => rule.series === series)
      .flatMap(({ starts }) => starts.flatMap((start) => ("act" in start ? [start.act] : starting(start.endOf))));
  for (const { series } of rules) types.set(series, new Set(starting(series)));
  return types;
}

function successorsOf(rules: readonly RuleVersion[]): ReadonlyMap<RuleVersion, RuleVersion> {
  const begun = new Map(rules.filter(({ from }) => from === transitionDay).map((rule) => [rule.series, rule]));
  const renamed = new Map(
    rules.flatMap((rule) => (rule.succeeds === undefined ? [] : [[rule.succeeds, rule] as const])),
  );
  const pairs = rules.flatMap((rule): readonly (readonly [RuleVersion, RuleVersion])[] => {
    const next = rule.until === transitionDay ? (begun.get(rule.series) ?? renamed.get(rule.series)) : undefined;
    return next === undefined ? [] : [[rule, next]];
  });
  return new Map(pairs);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
