/**
 * The edition of the law that this program applies, against the one that counts. Where they differ, nothing that would
 * name an edition is recorded: what happened is (acts, parties, replies), and can be assessed when the right program runs.
 */

import type { Command, NewEvent, States } from "../../domain/command.ts";
import { type Counting, countingEdition } from "../../domain/editions/adoption.ts";
import { type EditionName, isSameEdition, editionName } from "../../domain/editions/offer.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Edition } from "../../law/edition.ts";

/** The editions that this program has. */
export interface ProgramLaw {
  /** By which it finds, counts and explains. */
  readonly running: Edition;
  readonly known: readonly Edition[];
}

/** The edition of that name; undefined when this program does not have it. */
export function editionOf(name: EditionName, { known }: ProgramLaw): Edition | undefined {
  return known.find((edition) => isSameEdition(editionName(edition), name));
}

/** adopted: by two persons; opening: entry 0 names it, nobody has adopted one; other: another edition counts. */
export type EditionCounting = "adopted" | "opening" | "other";

export interface LawStatus {
  readonly status: EditionCounting;
  readonly running: EditionName;
  /** Undefined: the log is not open. */
  readonly counting: Counting | undefined;
}

/** What a process keeps of it (law-status-cache.ts). */
export interface LawStatusCache {
  status: LawStatus | undefined;
  /** When it was read, by the host's clock in milliseconds. */
  at: number;
}

export function emptyLawStatusCache(): LawStatusCache {
  return { status: undefined, at: 0 };
}

export function lawStatus(states: States, { running }: ProgramLaw): LawStatus {
  const counting = countingEdition(states);
  return { status: statusOf(editionName(running), counting), running: editionName(running), counting };
}

function statusOf(running: EditionName, counting: Counting | undefined): EditionCounting {
  if (counting === undefined) return "opening";
  if (!isSameEdition(running, counting)) return "other";
  return counting.by === "adoption" ? "adopted" : "opening";
}

/** Why these events cannot be recorded by this program. `states` holds the streams that say which edition counts. */
export function lawRefusal(
  events: readonly NewEvent[],
  { command, states, law }: { command: Pick<Command<never>, "name" | "appliesLaw">; states: States; law: ProgramLaw },
): Refusal | undefined {
  if (events.every((event) => event.law === undefined)) return undefined;
  if (command.appliesLaw !== true) throw new Error(`${command.name} names an edition of the law and does not say so`);
  const { status, running, counting } = lawStatus(states, law);
  if (status !== "other" || counting === undefined) return undefined;
  return { code: "edition-not-adopted", detail: { running: running.edition, counting: counting.edition } };
}
