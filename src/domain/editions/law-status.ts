/**
 * The edition of the law that this program applies, against the one that counts. Where they differ, nothing that would
 * name an edition is recorded: what happened is (acts, parties, replies), and can be assessed when the right program runs.
 */

import type { Edition } from "../../law/edition.ts";
import type { Command, NewEvent, States } from "../command.ts";
import type { Refusal } from "../refusal.ts";
import { type Counting, countingEdition } from "./counting-edition.ts";
import { type EditionName, isSameEdition, editionName } from "./offer.ts";

/** The editions that this program has. */
export interface ProgramLaw {
  /** The edition by which it finds, counts and explains. */
  readonly running: Edition;
  readonly known: readonly Edition[];
}

/** Finds an edition by its name, in case this program has it. */
export function editionOf(name: EditionName, { known }: ProgramLaw): Edition | undefined {
  return known.find((edition) => isSameEdition(editionName(edition), name));
}

/** adopted: two persons adopted it; opening: only entry 0 names it; other: another edition counts. */
export type EditionCounting = "adopted" | "opening" | "other";

export interface LawStatus {
  readonly status: EditionCounting;
  readonly running: EditionName;
  /** Absent while the log is not open. */
  readonly counting: Counting | undefined;
}

/** `states` holds the streams that say which edition counts (`editionStreams`). */
export function lawStatus(states: States, { running }: ProgramLaw): LawStatus {
  const counting = countingEdition(states);
  return { status: statusOf(editionName(running), counting), running: editionName(running), counting };
}

function statusOf(running: EditionName, counting: Counting | undefined): EditionCounting {
  if (counting === undefined) return "opening";
  if (!isSameEdition(running, counting)) return "other";
  return counting.by === "adoption" ? "adopted" : "opening";
}

/** Why this program may not record these events, if it may not: they name the law, and another edition counts. */
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
