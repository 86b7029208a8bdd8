/** Files for the tests of detection. Each has two debtors and two assets, to show that no act serves the wrong one. */

import { type Day, parseDay } from "../../src/base/day.ts";
import { type ActId, parseId } from "../../src/base/ids.ts";
import type { Act, ActDays, ActType, DaySource, Subject } from "../../src/law/act.ts";
import type { Deadline } from "../../src/law/detection/deadline.ts";
import { assess, deadlines, type Obligation } from "../../src/law/detection/detection.ts";
import type { EnforcementFile } from "../../src/law/file.ts";
import type { Series } from "../../src/law/series.ts";

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`not a day: ${text}`);
  return parsed;
}

export const debtorA: Subject = { kind: "party", id: "debtor-a" };
export const debtorB: Subject = { kind: "party", id: "debtor-b" };
export const creditor: Subject = { kind: "party", id: "creditor" };
export const house: Subject = { kind: "asset", id: "house" };
export const car: Subject = { kind: "asset", id: "car" };
export const intake: Subject = { kind: "intake", id: "intake" };
export const caseFile: Subject = { kind: "case", id: "case" };

export function subject(kind: Subject["kind"], id: string): Subject {
  return { kind, id };
}

interface Details {
  readonly answers?: readonly Act[];
  readonly traits?: Readonly<Record<string, string>>;
  readonly source?: DaySource;
  readonly recordedOn?: string;
}

let numbered = 0;

/** Makes an act; days given as a text are the day on which it happened. */
export function act(
  type: ActType,
  about: Subject,
  days: string | Readonly<Record<string, string>>,
  details: Details = {},
): Act {
  numbered += 1;
  const id = parseId<ActId>(numbered.toString(16).padStart(32, "0"));
  if (id === undefined) throw new Error("ids have run out");
  const written = typeof days === "string" ? { happenedOn: days } : days;
  const { answers = [], traits = {}, source = "document", recordedOn } = details;
  const dated: ActDays = Object.fromEntries(
    Object.entries(written).map(([name, text]) => [name, { day: day(text), source }]),
  );
  const last = Object.values(written).toSorted().at(-1) ?? "";
  return {
    id,
    type,
    subject: about,
    answers: answers.map((one) => one.id),
    days: dated,
    traits,
    recordedOn: day(recordedOn ?? last),
  };
}

/** Makes a decision with a subject of its own. */
export function decision(kind: string, happenedOn: string, details: Details = {}): Act {
  const about = subject("decision", `decision-${numbered}`);
  return act("decision-issued", about, happenedOn, { ...details, traits: { ...details.traits, decision: kind } });
}

export function file(acts: readonly Act[], changes: Partial<EnforcementFile> = {}): EnforcementFile {
  return {
    kind: "on-request",
    interim: false,
    parties: [
      { id: debtorA.id, side: "debtor" },
      { id: debtorB.id, side: "debtor" },
      { id: creditor.id, side: "creditor" },
    ],
    assets: [
      { id: house.id, kind: "immovable" },
      { id: car.id, kind: "movable" },
    ],
    ...changes,
    acts,
  };
}

export function obligations(series: Series, of: EnforcementFile, today: string): readonly Obligation[] {
  return assess(of, { today: day(today) }).filter(({ rule }) => rule === series);
}

export function deadlinesOf(series: Series, of: EnforcementFile): readonly Deadline[] {
  return deadlines(of).filter(({ rule }) => rule === series);
}

/** Returns the state by subject, which most tests compare. */
export function states(series: Series, of: EnforcementFile, today: string): Readonly<Record<string, string>> {
  return Object.fromEntries(obligations(series, of, today).map((one) => [one.subject.id, one.state]));
}
