/** Days of the demonstration: working days, by the law's own counting. */

import type { Day } from "../../src/base/day.ts";
import { due } from "../../src/law/calendar/counting.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { openRuleBook } from "../../src/law/rule-book.ts";

export type Motion = "own-motion" | "on-request";

const { calendar } = openRuleBook(currentEdition);

/** n working days after. */
export function workday(from: Day, days: number): Day {
  const counted = due(from, { unit: "working_day", length: days }, "after", calendar).due;
  if (counted === undefined) throw new Error(`no working day after ${from}`);
  return counted;
}
