/** The days for a protest (law 26/2008 Art.160(2); law 106/2025 Art.112(2)). It is in time if any window is open. */

import type { Day } from "../../base/day.ts";
import type { ActType } from "../act.ts";
import type { protestLevels } from "../act-entry.ts";
import { doubtsOf } from "../detection/clock.ts";
import { due } from "../calendar/counting.ts";
import { currentEdition, type Edition } from "../edition.ts";
import type { Explanation } from "./explanation.ts";
import { explanationOf } from "./explain-deadline.ts";
import { governs, type LawVersion, opensOn, type RuleVersion } from "../rule.ts";
import { openRuleBook, type RuleBook } from "../detection/rule-book.ts";
import type { Series } from "../series.ts";
import type { Citation } from "../sources.ts";

type ProtestLevel = (typeof protestLevels)[number];

/** The facts that may open a window; absent when not known. */
export interface ProtestGrounds {
  readonly level: ProtestLevel;
  readonly decisionReceivedOn?: Day;
  readonly actDiscoveredOn?: Day;
  /** The day on which the competent procuracy received the notice that enforcement has ended. */
  readonly endNoticeReceivedOn?: Day;
}

export interface ProtestWindow {
  readonly rule: Series;
  readonly version: LawVersion;
  readonly citation: Citation;
  readonly startsOn: Day;
  readonly lastDay: Day;
  readonly provisional: boolean;
  readonly explanation: Explanation;
}

/** Returns every window that applies; the one that closes last comes first. */
export function protestWindows(grounds: ProtestGrounds, edition: Edition = currentEdition): readonly ProtestWindow[] {
  const book = openRuleBook(edition);
  const groundDays: { readonly [type in ActType]?: Day | undefined } = {
    "decision-sent-to-procuracy": grounds.decisionReceivedOn,
    "violation-discovered": grounds.actDiscoveredOn,
    "end-notice-received": grounds.endNoticeReceivedOn,
  };
  const windows = book.windows.flatMap(({ rule, start }) => {
    const day = groundDays[start.act];
    const open = day !== undefined && governs(rule, day) && isFor(rule, grounds.level);
    return open ? (windowFrom(rule, start.act, day, book) ?? []) : [];
  });
  return windows.toSorted((a, b) => (a.lastDay < b.lastDay ? 1 : -1));
}

function isFor(rule: RuleVersion, level: ProtestLevel): boolean {
  return rule.metBy.some(
    ({ act, where }) => act === "protest-issued" && (where?.["level"] === undefined || where["level"].includes(level)),
  );
}

function windowFrom(rule: RuleVersion, type: ActType, day: Day, book: RuleBook): ProtestWindow | undefined {
  const count = due(day, rule.term, rule.direction, book.calendar);
  const startsOn = opensOn(rule, day);
  if (count.due === undefined || count.due < startsOn) return undefined;
  const { series, version, citation } = rule;
  const explanation = explanationOf(
    { rule: series, version, trigger: { day, type }, doubts: doubtsOf(rule, count), dueOn: count.due },
    book.edition,
  );
  return { rule: series, version, citation, startsOn, lastDay: count.due, provisional: count.provisional, explanation };
}
