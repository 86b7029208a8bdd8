/** The debtors against whom an act may be, and what was done to them before it. */

import type { Day } from "../../base/day.ts";
import type { Act, Subject } from "../act.ts";
import type { ActDay } from "../act-day.ts";
import { due } from "../calendar/counting.ts";
import { actsOf, concerns, dayThatCounts, type OpenFile, originsOf } from "./open-file.ts";
import type { Condition } from "../rule.ts";

/** The debtors to whom an act goes back; all debtors of the file if it goes back to no party. */
export function debtorsBehind(open: OpenFile, act: Act): readonly Subject[] {
  const named = originsOf(open, act)
    .map(({ subject }) => subject)
    .filter(({ kind, id }) => kind === "party" && open.parties.get(id)?.side === "debtor");
  const all = open.file.parties.filter(({ side }) => side === "debtor");
  return named.length > 0 ? named : all.map(({ id }) => ({ kind: "party", id }));
}

/** Whether no debtor against whom the act may be had such an act by the day `on`. */
export function isWithout(open: OpenFile, act: Act, on: Day, wanted: ActDay): boolean {
  const debtors = debtorsBehind(open, act);
  const had = (debtor: Subject): boolean =>
    actsOf(open, wanted.act).some((other) => {
      const day = dayThatCounts(other, wanted);
      return day !== undefined && day <= on && concerns(open, other, debtor);
    });
  return debtors.length > 0 && !debtors.some(had);
}

/** Whether such an act stands against each debtor against whom the act may be. What is decided on the day itself may have come after it. */
export function isStanding(
  open: OpenFile,
  act: Act,
  on: Day,
  wanted: Extract<Condition, { standing: ActDay }>,
): boolean {
  const debtors = debtorsBehind(open, act);
  return debtors.length > 0 && debtors.every((debtor) => standsAgainst(open, debtor, on, wanted));
}

function standsAgainst(
  open: OpenFile,
  debtor: Subject,
  on: Day,
  { standing, until, term }: Extract<Condition, { standing: ActDay }>,
): boolean {
  return actsOf(open, standing.act).some((act) => {
    const from = dayThatCounts(act, standing);
    if (from === undefined || from >= on || !concerns(open, act, debtor)) return false;
    const lastDay = term && due(from, term, "after", open.book.calendar).lastDay;
    if (lastDay !== undefined && lastDay <= on) return false;
    return !until.some((end) =>
      actsOf(open, end.act).some((other) => {
        const day = dayThatCounts(other, end);
        return day !== undefined && from <= day && day <= on && endsFor(open, other, act, debtor);
      }),
    );
  });
}

function endsFor(open: OpenFile, end: Act, stood: Act, debtor: Subject): boolean {
  return end.id !== stood.id && (end.answers.includes(stood.id) || concerns(open, end, debtor));
}
