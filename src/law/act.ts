/**
 * An act on an intake, a case, an instrument or a register. Only an act that cannot have happened is refused here. An act that
 * should not have happened is recorded, because supervision looks for just that (src/README.md#supervision).
 */

import { compareDays, type Day } from "../base/day.ts";
import type { ActId } from "../base/ids.ts";
import { type ActEntry, type CarriedDay, type DayName, plannedDay, type SubjectKind } from "./act-entry.ts";
import type { Words } from "./language.ts";
import { type KeyIn, type StageName, stages } from "./stages/stages.ts";

export type ActType = KeyIn<"acts">;

/** Whose word a day is (src/README.md#whose-word-a-day-is). An `import` is a statement of the past, not a proof. */
export type DaySource = "system" | "document" | "stated" | "import";

export interface DatedDay {
  readonly day: Day;
  readonly source: DaySource;
}

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

export type ActDays = { readonly [Name in CarriedDay]?: DatedDay };

export interface Act {
  readonly id: ActId;
  readonly type: ActType;
  readonly subject: Subject;
  /** The ids of the acts that this one fulfils or is about. */
  readonly answers: readonly ActId[];
  readonly days: ActDays;
  readonly traits: Readonly<Record<string, string>>;
  readonly recordedOn: Day;
}

/** A reason why an act cannot have happened, with its place in the act as a JSON Pointer. */
export interface ActFault {
  readonly code:
    | "subject-not-taken"
    | "day-missing"
    | "day-not-taken"
    | "day-in-future"
    | "days-contradict"
    | "trait-not-taken";
  readonly at: string;
}

/** The catalogue: every act that starts or fulfils a time limit, as its stage describes it. */
const catalogue: ReadonlyMap<string, ActEntry> = new Map(stages.flatMap(({ acts }) => Object.entries<ActEntry>(acts)));

export const actTypes: readonly ActType[] = [...catalogue.keys()].filter(isActType);

/** The acts of one stage, as a screen groups them. */
export interface Stage {
  readonly name: StageName;
  readonly words: Words;
  readonly acts: readonly ActType[];
}

export const actsByStage: readonly Stage[] = stages.map(({ name, words, acts }) => ({
  name,
  words,
  acts: Object.keys(acts).filter(isActType),
}));

/** The days of an act, in the only order in which they can follow one another. */
export const dayNames: readonly DayName[] = ["happenedOn", "sentOn", "receivedOn"];

/** All days that an act can carry. The planned day may be before the others: a plan made too late is a breach to be found. */
export const carriedDays: readonly CarriedDay[] = [...dayNames, plannedDay];

export function isActType(text: string): text is ActType {
  return catalogue.has(text);
}

export function actEntry(type: ActType): ActEntry {
  const entry = catalogue.get(type);
  if (entry === undefined) throw new RangeError(`no stage has the act ${type}`);
  return entry;
}

/** Returns every reason why this act cannot have happened as it is written; an act without one may be recorded. */
export function checkAct(act: Pick<Act, "type" | "subject" | "days" | "traits">, recordedOn: Day): readonly ActFault[] {
  const entry = actEntry(act.type);
  return [
    ...(entry.subjects.includes(act.subject.kind) ? [] : [{ code: "subject-not-taken", at: "/subject/kind" } as const]),
    ...checkDays(act.days, entry, recordedOn),
    ...checkTraits(act.traits, entry),
  ];
}

function checkDays(days: ActDays, entry: ActEntry, recordedOn: Day): readonly ActFault[] {
  const faults: ActFault[] = [];
  let before: Day | undefined;
  for (const name of dayNames) {
    const day = days[name]?.day;
    if (day === undefined) continue;
    const at = `/days/${name}`;
    if (!entry.days.includes(name)) faults.push({ code: "day-not-taken", at });
    if (compareDays(day, recordedOn) > 0) faults.push({ code: "day-in-future", at });
    if (before !== undefined && compareDays(day, before) < 0) faults.push({ code: "days-contradict", at });
    before = day;
  }
  if (before === undefined) return [{ code: "day-missing", at: "/days" }];
  return [...faults, ...checkNeeded(days, entry), ...checkPlanned(days, entry)];
}

function checkNeeded(days: ActDays, { needs }: ActEntry): readonly ActFault[] {
  return needs === undefined || days[needs] !== undefined ? [] : [{ code: "day-missing", at: `/days/${needs}` }];
}

function checkPlanned(days: ActDays, { plans }: ActEntry): readonly ActFault[] {
  const at = `/days/${plannedDay}`;
  if (days[plannedDay] !== undefined) return plans === undefined ? [{ code: "day-not-taken", at }] : [];
  // An import states only what another system knew, so it may lack the planned day.
  const imported = dayNames.every((name) => days[name] === undefined || days[name].source === "import");
  return plans?.must === true && !imported ? [{ code: "day-missing", at }] : [];
}

function checkTraits(traits: Readonly<Record<string, string>>, entry: ActEntry): readonly ActFault[] {
  const { must = {}, may = {} } = entry;
  const missing = Object.keys(must).filter((name) => !Object.hasOwn(traits, name));
  const wrong = Object.entries(traits).filter(([name, value]) => !codesOf(name, must, may).includes(value));
  return [...missing, ...wrong.map(([name]) => name)].map((name) => ({
    code: "trait-not-taken",
    at: `/traits/${name}`,
  }));
}

type CodeLists = Readonly<Record<string, readonly string[]>>;

function codesOf(name: string, must: CodeLists, may: CodeLists): readonly string[] {
  if (Object.hasOwn(must, name)) return must[name] ?? [];
  return Object.hasOwn(may, name) ? (may[name] ?? []) : [];
}
