/** What another edition of the law moves in a file: the time limits that end on another day, begin to run, or no longer do. */

import type { Day } from "../../base/day.ts";
import type { ActId } from "../../base/ids.ts";
import type { Subject } from "../act.ts";
import type { Deadline } from "./deadline.ts";
import { deadlines } from "./detection.ts";
import type { Edition } from "../edition.ts";
import type { EnforcementFile } from "../file.ts";
import type { LawVersion } from "../rule.ts";
import type { Series } from "../series.ts";

/** A time limit under one edition. */
export interface DueUnder {
  readonly version: LawVersion;
  /** Undefined: the law states no limit. */
  readonly dueOn: Day | undefined;
}

export interface ChangedDeadline {
  /** "<series>/<starting act>/<subject>". */
  readonly key: string;
  readonly rule: Series;
  readonly startedBy: ActId;
  readonly subject: Subject;
  /** Undefined: under that edition no such clock runs. */
  readonly before: DueUnder | undefined;
  readonly after: DueUnder | undefined;
}

/** Of the clocks that have started by `today`, under either edition. */
export function changedDeadlines(
  file: EnforcementFile,
  before: Edition,
  after: Edition,
  today: Day,
): readonly ChangedDeadline[] {
  const [was, is] = [started(file, before, today), started(file, after, today)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => movedOne(key, was.get(key), is.get(key)));
}

function started(file: EnforcementFile, edition: Edition, today: Day): ReadonlyMap<string, Deadline> {
  const found = deadlines(file, edition).filter(({ startedOn }) => startedOn <= today);
  return new Map(found.map((deadline) => [deadline.key, deadline]));
}

function movedOne(key: string, was: Deadline | undefined, is: Deadline | undefined): readonly ChangedDeadline[] {
  const one = is ?? was;
  const same = was !== undefined && is !== undefined && was.dueOn === is.dueOn;
  if (one === undefined || same) return [];
  const { rule, startedBy, subject } = one;
  return [{ key, rule, startedBy, subject, before: was && dueUnder(was), after: is && dueUnder(is) }];
}

function dueUnder({ version, dueOn }: Deadline): DueUnder {
  return { version, dueOn };
}
