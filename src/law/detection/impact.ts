/** The clocks of a file that another edition of the law ends on another day, starts, or no longer starts. */

import type { Day } from "../../base/day.ts";
import type { ActId } from "../../base/ids.ts";
import type { Subject } from "../act.ts";
import type { Deadline } from "./deadline.ts";
import { deadlines } from "./detection.ts";
import type { Edition } from "../edition.ts";
import type { EnforcementFile } from "../file.ts";
import type { LawVersion } from "../rule.ts";
import type { Series } from "../series.ts";

/** A clock under one edition. */
export interface DueUnder {
  readonly version: LawVersion;
  /** Undefined when the law states no time limit. */
  readonly dueOn: Day | undefined;
}

export interface ChangedDeadline {
  /** The key of the deadline under either edition. */
  readonly key: string;
  readonly rule: Series;
  readonly startedBy: ActId;
  readonly subject: Subject;
  /** Under the edition given first, and `after` under the second. Undefined when no such clock runs there. */
  readonly before: DueUnder | undefined;
  readonly after: DueUnder | undefined;
}

/** Returns the changes among the clocks that have started by `today` under either edition. */
export function changedDeadlines(
  file: EnforcementFile,
  before: Edition,
  after: Edition,
  today: Day,
): readonly ChangedDeadline[] {
  const [was, is] = [started(file, before, today), started(file, after, today)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => changeOf(key, was.get(key), is.get(key)));
}

function started(file: EnforcementFile, edition: Edition, today: Day): ReadonlyMap<string, Deadline> {
  const found = deadlines(file, edition).filter(({ startedOn }) => startedOn <= today);
  return new Map(found.map((deadline) => [deadline.key, deadline]));
}

function changeOf(key: string, was: Deadline | undefined, is: Deadline | undefined): readonly ChangedDeadline[] {
  const one = is ?? was;
  const same = was !== undefined && is !== undefined && was.dueOn === is.dueOn;
  if (one === undefined || same) return [];
  const { rule, startedBy, subject } = one;
  return [{ key, rule, startedBy, subject, before: was && dueUnder(was), after: is && dueUnder(is) }];
}

export function dueUnder({ version, dueOn }: DueUnder): DueUnder {
  return { version, dueOn };
}
