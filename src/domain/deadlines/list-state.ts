/** A deadline's state in a list keeps only what no day changes: late and missed are computed when it is read. */

import { type Day, parseDay } from "../../base/day.ts";
import { type Deadline, daysLate, type ObligationState, stateOn } from "../../law/detection/deadline.ts";

/** ended: nothing is owed any more, and it had not been done in time. */
export type RowState = "open" | "met" | "excused" | "ended" | "forbidden";

interface ListState {
  readonly state: RowState;
  /** Met in time or excused: nothing that a list of open or breached deadlines shows. */
  readonly satisfied: boolean;
}

/** The last day that can be written (base/day.ts): whatever was done at all was done by then. */
const endOfTime = readDay("2199-12-31");

const listStates: Readonly<Record<ObligationState, ListState>> = {
  forbidden: { state: "forbidden", satisfied: false },
  met: { state: "met", satisfied: true },
  excused: { state: "excused", satisfied: true },
  late: { state: "met", satisfied: false },
  missed: { state: "open", satisfied: false },
  open: { state: "open", satisfied: false },
};

/** listState returns what a row keeps of a deadline: its state at the end of time. */
export function listState(deadline: Deadline): ListState {
  const state = stateOn(deadline, endOfTime);
  const isOwed = state === "open" || state === "missed" || state === "late";
  return isOwed && deadline.endedOn !== undefined ? { state: "ended", satisfied: false } : listStates[state];
}

/** The columns of a row that its state depends on; days are written as text. */
export interface ListedDeadline {
  readonly rule: string;
  readonly state: RowState;
  readonly startedOn: string;
  readonly dueOn?: string | undefined;
  readonly metOn?: string | undefined;
  readonly endedOn?: string | undefined;
}

export interface StateToday {
  readonly state: ObligationState;
  /** Given only when the deadline is late or missed. */
  readonly daysLate?: number;
}

/** listedState returns the state of a row as of today. */
export function listedState(row: ListedDeadline, today: Day): StateToday {
  if (row.state === "excused") return { state: "excused" };
  const days = {
    rule: row.rule,
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
