/** Phrases that many rules share: the days on which each law was in force, terms, acts that excuse a duty. */

import { type Condition, transitionDay } from "../rule.ts";
import { type ActDay, decided, happened, received } from "../act-day.ts";
import { statutoryDay } from "../statutory-day.ts";

/** Law 26/2008 as amended by law 64/2014, in force from 2015-07-01. */
export const l2008 = { version: "L2008", from: statutoryDay("2015-07-01"), until: transitionDay } as const;
/** Articles of law 26/2008 that law 64/2014 left as they were, in force from 2009-07-01. */
export const l2008Unamended = { ...l2008, from: statutoryDay("2009-07-01") } as const;
/** Decree 62/2015. */
export const d62 = { ...l2008, from: statutoryDay("2015-09-01") } as const;
/** Joint circular 11/2016. */
export const jc2016 = { ...l2008, from: statutoryDay("2016-09-30") } as const;
/** Decree 62/2015 as amended by decree 33/2020. */
export const d62amended = { ...l2008, from: statutoryDay("2020-05-01") } as const;
/** Law 26/2008 Arts.55-57 as amended by law 03/2022: delegation of asset handling. */
export const l2022 = { ...l2008, from: statutoryDay("2022-03-01") } as const;
/** Law 106/2025. */
export const l2025 = { version: "L2025", from: transitionDay } as const;
/** Law 63/2014 on the procuracies, until law 82/2025 amended it. */
export const vksnd2014 = {
  version: "VKSND2014",
  from: statutoryDay("2015-06-01"),
  until: statutoryDay("2025-07-01"),
} as const;
export const vksnd2025 = { version: "VKSND2025", from: statutoryDay("2025-07-01") } as const;

export function workingDays(length: number): { unit: "working_day"; length: number } {
  return { unit: "working_day", length };
}

export function calendarDays(length: number): { unit: "calendar_day"; length: number } {
  return { unit: "calendar_day", length };
}

/**
 * Acts after which the steps of enforcement are not owed: it was postponed, suspended, terminated or ended. Where the person who
 * protested the judgment suspends it, the agency makes no decision of its own (26/2008 Art.49(1), 106/2025 Art.47(2)).
 */
export const standstill: readonly ActDay[] = [
  decided("postponement", "suspension", "termination"),
  received("cassation-suspension-received"),
  happened("case-ended"),
];
/** A standstill from before the clock, a delegation or a withdrawal of the enforcement decision leaves it open what is owed. */
export const goesOn: Condition = { fact: "goes-on" };
export const withdrawn: readonly ActDay[] = [happened("instrument-withdrawn")];

/** A duty after the act that starts it, by a provision read in full text. */
export const duty = { mode: "duty", direction: "after", confidence: "V" } as const;
/** A duty under an instrument of the procuracy; it ends when the instrument is withdrawn. */
export const underInstrument = { ...duty, excusedBy: withdrawn, endedBy: withdrawn } as const;

/** An act out of order: forbidden on any day while the rule's condition holds, by a provision read in full text. */
export const outOfOrder = {
  mode: "ban",
  direction: "out_of_order",
  term: { unit: "time_window" },
  metBy: [],
  confidence: "V",
} as const;

/** The kinds of asset; a subject that is no asset is of none of them. */
export const anyAsset = ["movable", "immovable", "money", "right"] as const;
/** Notice was withheld so that assets are not dissipated, or coercion could not wait; the act says so, or the decision behind it. */
export const withheldNotice: Condition = {
  any: [{ trait: "notice", among: ["withheld"] }, { answers: happened("decision-issued", { notice: ["withheld"] }) }],
};

export const immovable: Condition = { asset: ["immovable"] };
/** All assets but land and what is attached to it (Civil Code Art.107). */
export const movable: Condition = { asset: ["movable", "money", "right"] };

/** A condition that holds for no file, so that a rule never raises a violation by itself. */
export const never: Condition = { any: [] };
