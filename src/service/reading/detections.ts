/** What a row of a list is today: late and missed follow from its days, and are nowhere kept. */

import { type Day, parseDay } from "../../base/day.ts";
import { daysLate, type ObligationState, stateOn } from "../../law/detection/deadline.ts";
import type { DeadlineRow } from "../views.ts";

export interface ListedState {
  readonly state: ObligationState;
  /** Only of what is late or missed. */
  readonly daysLate?: number;
}

export function listedState(row: Omit<DeadlineRow, "day">, today: Day): ListedState {
  if (row.state === "excused") return { state: "excused" };
  const days = {
    startedOn: readDay(row.startedOn),
    dueOn: row.dueOn === undefined ? undefined : readDay(row.dueOn),
    metOn: row.metOn === undefined ? undefined : readDay(row.metOn),
    endedOn: row.endedOn === undefined ? undefined : readDay(row.endedOn),
    forbidden: row.state === "forbidden",
  };
  const state = stateOn(days, today);
  return state === "late" || state === "missed" ? { state, daysLate: daysLate(days, today) } : { state };
}

function readDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`the read model holds ${text} for a day`);
  return day;
}
