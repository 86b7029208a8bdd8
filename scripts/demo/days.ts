/** The working days of the demonstration, counted as the law counts them. */

import type { Day } from "../../src/base/day.ts";
import { due } from "../../src/law/calendar/counting.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { openRuleBook } from "../../src/law/detection/rule-book.ts";

export type Motion = "own-motion" | "on-request";

const { calendar } = openRuleBook(currentEdition);

/** workday returns the day `days` working days after `from`. */
export function workday(from: Day, days: number): Day {
  const counted = due(from, { unit: "working_day", length: days }, "after", calendar).due;
  if (counted === undefined) throw new Error(`no working day after ${from}`);
  return counted;
}
