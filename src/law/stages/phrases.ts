/** Phrases that many rules share: how long each law was in force, and what takes a duty away. */

import { type ActDay, type Condition, transitionDay } from "../rule.ts";
import { statutoryDay } from "../statutory-day.ts";

/** Law 26/2008 as amended by law 64/2014 from 2015-07-01; articles left as they were are in force since 2009-07-01. */
export const l2008 = { version: "L2008", from: statutoryDay("2015-07-01"), until: transitionDay } as const;
export const l2008Unamended = { ...l2008, from: statutoryDay("2009-07-01") } as const;
/** Rules of decree 62/2015. */
export const d62 = { ...l2008, from: statutoryDay("2015-09-01") } as const;
/** Decree 62/2015 as amended by decree 33/2020. */
export const d62amended = { ...l2008, from: statutoryDay("2020-05-01") } as const;
/** Law 26/2008 Arts.55-57 as amended by law 03/2022: delegation of asset handling. */
export const l2022 = { ...l2008, from: statutoryDay("2022-03-01") } as const;
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

export const happened = (act: ActDay["act"], where?: ActDay["where"]): ActDay => actDay(act, ["happenedOn"], where);
export const received = (act: ActDay["act"], where?: ActDay["where"]): ActDay => actDay(act, ["receivedOn"], where);
/** Done when it was sent; where only the receipt is known, that day stands in. */
export const sent = (act: ActDay["act"], where?: ActDay["where"]): ActDay =>
  actDay(act, ["sentOn", "receivedOn"], where);
/** A written answer: its own day, else the day it was sent or arrived. */
export const answered = (act: ActDay["act"], where?: ActDay["where"]): ActDay =>
  actDay(act, ["happenedOn", "sentOn", "receivedOn"], where);

function actDay(act: ActDay["act"], days: ActDay["days"], where: ActDay["where"]): ActDay {
  return where === undefined ? { act, days } : { act, days, where };
}

export const decided = (...decision: readonly string[]): ActDay => happened("decision-issued", { decision });

/** While enforcement is postponed or suspended, and after it was terminated or ended, its steps are not owed. */
export const standstill: readonly ActDay[] = [
  decided("postponement", "suspension", "termination"),
  happened("case-ended"),
];
export const withdrawn: readonly ActDay[] = [happened("instrument-withdrawn")];

/** A duty that an instrument of the procuracy puts on an office: it ends when the instrument is withdrawn. */
export const underInstrument = {
  mode: "duty",
  direction: "after",
  confidence: "V",
  excusedBy: withdrawn,
  endedBy: withdrawn,
} as const;

export const immovable: Condition = { asset: ["immovable"] };
/** Whatever is not land or what is attached to it (Civil Code Art.107). */
export const movable: Condition = { asset: ["movable", "money", "right"] };

/** Holds for no file: the rule never raises a violation by itself. */
export const never: Condition = { any: [] };
