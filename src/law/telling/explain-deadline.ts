/** The explanation of a deadline, made when somebody asks: assessing a file a million times asks for none. */

import type { Day } from "../../base/day.ts";
import { closedOn } from "../detection/bans.ts";
import { due, walk } from "../calendar/counting.ts";
import type { Deadline } from "../detection/deadline.ts";
import { currentEdition, type Edition } from "../edition.ts";
import type { Explanation } from "./explanation.ts";
import { openRuleBook, type RuleBook, ruleOf } from "../detection/rule-book.ts";
import type { RuleVersion } from "../rule.ts";

/** What an explanation is made of: a deadline has it, and so has a question about a rule and a day. */
export type ExplainedDeadline = Pick<Deadline, "rule" | "version" | "trigger" | "doubts" | "dueOn"> &
  Partial<Pick<Deadline, "crossesTransition" | "otherLaw" | "forbidden" | "metOn" | "endedOn">>;

/** By the edition that the deadline was found under. */
export function explanationOf(deadline: ExplainedDeadline, edition: Edition = currentEdition): Explanation {
  const book = openRuleBook(edition);
  const rule = ruleOf(book, deadline.rule, deadline.version);
  const { trigger, doubts, dueOn, endedOn } = deadline;
  const { lastDay, provisional, unconfirmed } = due(trigger.day, rule.term, rule.direction, book.calendar);
  const { skipped, years } = walk(trigger.day, rule.term, rule.direction, book.calendar);
  return {
    series: rule.series,
    version: rule.version,
    owner: rule.owner,
    citation: rule.citation,
    confidence: rule.confidence,
    inForce: { from: rule.from, ...(rule.until === undefined ? {} : { until: rule.until }) },
    ...(rule.note === undefined ? {} : { note: rule.note }),
    trigger,
    term: rule.term,
    direction: rule.direction,
    edition: edition.number,
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(dueOn === undefined ? {} : { dueOn }),
    skipped,
    calendars: years.map((year) => ({ year, ...versionOf(book.calendar.versions.get(year)) })),
    provisional,
    unconfirmed,
    ...closedPart(book, rule, deadline),
    ...(endedOn === undefined ? {} : { endedOn }),
    ...crossingPart(deadline, edition),
    doubts,
  };
}

function versionOf(version: number | undefined): { version?: number } {
  return version === undefined ? {} : { version };
}

function closedPart(
  book: RuleBook,
  rule: RuleVersion,
  { forbidden, metOn }: ExplainedDeadline,
): Pick<Explanation, "closed"> {
  const on: Day | undefined = forbidden === true ? metOn : undefined;
  const closed = on && closedOn(book, rule, on);
  if (closed === undefined) return {};
  const { doubts: _doubts, ...days } = closed;
  return { closed: days };
}

function crossingPart(
  { crossesTransition = false, otherLaw }: ExplainedDeadline,
  { crossing }: Edition,
): Pick<Explanation, "crossesTransition" | "crossing" | "otherLaw"> {
  if (!crossesTransition) return { crossesTransition };
  if (otherLaw === undefined) return { crossesTransition, crossing };
  const { version, citation, dueOn } = otherLaw;
  return {
    crossesTransition,
    crossing,
    otherLaw: { version, citation, ...(dueOn === undefined ? {} : { dueOn }) },
  };
}
