/**
 * The edition of the law that this program applies, compared with the one that counts. Where they differ, nothing that names
 * an edition is recorded; acts, parties and replies still are, and can be assessed once the right program runs.
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

/** editionOf returns undefined when this program does not have the edition. */
export function editionOf(name: EditionName, { known }: ProgramLaw): Edition | undefined {
  return known.find((edition) => isSameEdition(editionName(edition), name));
}

/** adopted: two persons adopted the running edition. opening: only entry 0 names it. other: another edition counts. */
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

/** lawRefusal refuses events that name the law while another edition counts than this program applies. */
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
