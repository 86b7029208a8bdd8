/** Acts with the day of them that counts: what starts a clock, fulfils it or is asked by a condition. */

import type { CarriedDay } from "./act-entry.ts";
import type { ActType } from "./act.ts";

/** The acts of one type, narrowed by their codes (`where`). The first of `days` that an act carries is the day that counts. */
export type ActDay = {
  readonly act: ActType;
  readonly days: readonly CarriedDay[];
  readonly where?: Readonly<Record<string, readonly string[]>>;
};

export const happened = (act: ActDay["act"], where?: ActDay["where"]): ActDay => actDay(act, ["happenedOn"], where);
export const received = (act: ActDay["act"], where?: ActDay["where"]): ActDay => actDay(act, ["receivedOn"], where);
/** The day of sending counts; the day of receipt stands in where only that is known. */
export const sent = (act: ActDay["act"], where?: ActDay["where"]): ActDay =>
  actDay(act, ["sentOn", "receivedOn"], where);
/** The day of a written answer counts, else the day on which it was sent, else that on which it arrived. */
export const answered = (act: ActDay["act"], where?: ActDay["where"]): ActDay =>
  actDay(act, ["happenedOn", "sentOn", "receivedOn"], where);

function actDay(act: ActDay["act"], days: ActDay["days"], where: ActDay["where"]): ActDay {
  return where === undefined ? { act, days } : { act, days, where };
}

/** Decisions of these kinds. */
export const decided = (...decision: readonly string[]): ActDay => happened("decision-issued", { decision });
