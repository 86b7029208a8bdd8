/** The explanation of a deadline. It is made only on request: assessing a million files needs none. */

import type { Day } from "../../base/day.ts";
import { given } from "../../base/given.ts";
import { closedOn } from "../detection/bans.ts";
import { due, walk } from "../calendar/counting.ts";
import type { Deadline } from "../detection/deadline.ts";
import { currentEdition, type Edition } from "../edition.ts";
import type { Explanation } from "./explanation.ts";
import { openRuleBook, type RuleBook, ruleOf } from "../detection/rule-book.ts";
import type { RuleVersion } from "../rule.ts";

/** The members that an explanation needs: a deadline has them all, a question about a rule and a day has the first five. */
export type ExplainedDeadline = Pick<Deadline, "rule" | "version" | "trigger" | "doubts" | "dueOn"> &
  Partial<Pick<Deadline, "crossesTransition" | "otherLaw" | "forbidden" | "metOn" | "endedOn">>;

/** Explains a deadline by the edition under which it was found. */
export function explanationOf(deadline: ExplainedDeadline, edition: Edition = currentEdition): Explanation {
  const book = openRuleBook(edition);
  const rule = ruleOf(book, deadline.rule, deadline.version);
  const { trigger, doubts, dueOn, endedOn } = deadline;
  const { lastDay, provisional, unconfirmed } = due(trigger.day, rule.term, rule.direction, book.calendar);
  const { skipped, years } = walk(trigger.day, rule.term, rule.direction, book.calendar);
  return given({
    series: rule.series,
    version: rule.version,
    owner: rule.owner,
    citation: rule.citation,
    confidence: rule.confidence,
    inForce: given({ from: rule.from, until: rule.until }),
    note: rule.note,
    trigger,
    term: rule.term,
    direction: rule.direction,
    edition: edition.number,
    lastDay,
    dueOn,
    skipped,
    calendars: years.map((year) => given({ year, version: book.calendar.versions.get(year) })),
    provisional,
    unconfirmed,
    closed: closedDays(book, rule, deadline),
    endedOn,
    ...crossingPart(deadline, edition),
    doubts,
  });
}

function closedDays(
  book: RuleBook,
  rule: RuleVersion,
  { forbidden, metOn }: ExplainedDeadline,
): Explanation["closed"] | undefined {
  const on: Day | undefined = forbidden === true ? metOn : undefined;
  const closed = on && closedOn(book, rule, on);
  if (closed === undefined) return undefined;
  const { doubts: _doubts, ...days } = closed;
  return days;
}

function crossingPart(
  { crossesTransition = false, otherLaw }: ExplainedDeadline,
  { crossing }: Edition,
): Pick<Explanation, "crossesTransition" | "crossing" | "otherLaw"> {
  if (!crossesTransition) return { crossesTransition };
  return { crossesTransition, crossing, ...given({ otherLaw: otherLaw && given(otherLaw) }) };
}
