/**
 * A version of a rule, as data: which act starts the clock, which act fulfils it, who owes it, how long, by which
 * article, from when until when. Conditions are data too, so that an edition of the law has one digest.
 */

import type { Day } from "../base/day.ts";
import type { DayName } from "./act-entry.ts";
import type { ActType } from "./act.ts";
import type { Direction, Term } from "./term.ts";
import type { FileAsset, FileParty } from "./file.ts";
import type { Series } from "./series.ts";
import type { Owner } from "./owner.ts";
import type { Words } from "./language.ts";
import type { Citation } from "./sources.ts";
import { statutoryDay } from "./statutory-day.ts";

/** Law 106/2025 replaces law 26/2008 on this day (Arts.115, 116). */
export const transitionDay = statutoryDay("2026-07-01");

export type LawVersion =
  | "L2008-orig"
  | "L2008"
  | "L2025"
  | "VKSND2014"
  | "VKSND2025"
  | "JC12-2021"
  | "D13-2023"
  | "PDPL2025";

/** How the provision was read: V in full text; V* with odd wording; V2 second hand; M, C, U: memory, conflict, unread. */
export type Confidence = "V" | "V*" | "V2" | "M" | "C" | "U";

/**
 * duty: what must be done; its breach is the agency's, the court's or the procuracy's.
 * window: a right or power; judged only when it was used.
 * period: a time given to someone; its end may start another clock, and letting it pass breaches nothing.
 * ban: what is forbidden, or forbidden until a day; judged only by the act that was done (bans.ts).
 */
export type Mode = "duty" | "window" | "period" | "ban";

/** The acts of one type, narrowed by their codes, and the day of them that counts: the first of `days` that is known. */
export type ActDay = {
  readonly act: ActType;
  readonly days: readonly DayName[];
  readonly where?: Readonly<Record<string, readonly string[]>>;
};

export type Start =
  | (ActDay & {
      /** The clock needs this act as well, on the same subject, and runs from the later of the two days. */
      readonly with?: ActDay;
      /** Another record of the same event goes before this one. */
      readonly unless?: ActType;
      /** One clock for each subject that such an act of the file is about, not one for the subject of this act. */
      readonly each?: ActDay & {
        /** Only what was done by the day that starts the clock. */
        readonly by?: "start";
      };
    })
  | { readonly endOf: Series };

export type Fact =
  | "own-motion"
  | "on-request"
  | "interim"
  | "debtor"
  | "in-prison"
  | "address-unknown"
  /** The case of this party is not yet executable on that day, or becomes so before its next verification is due. */
  | "not-yet-executable";

export type Condition =
  | { readonly fact: Fact }
  | { readonly trait: string; readonly among: readonly string[] }
  /** The subject is an asset of one of these kinds. */
  | { readonly asset: readonly FileAsset["kind"][] }
  /** The starting act answers such an act. */
  | { readonly answers: ActDay }
  /** Such an act concerns the subject, done by the day that starts the clock or by the day on which it is due. */
  | { readonly done: ActDay; readonly by: "start" | "due" }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export type RuleVersion = {
  readonly series: Series;
  readonly version: LawVersion;
  readonly mode: Mode;
  readonly owner: Owner;
  readonly starts: readonly Start[];
  readonly metBy: readonly ActDay[];
  /** All of them are needed, and the last one counts. */
  readonly metByAll?: true;
  /** Acts that take the duty away when they come before its day. */
  readonly excusedBy?: readonly ActDay[];
  /** Acts from which nothing is owed any more, also where they come after its day. */
  readonly endedBy?: readonly ActDay[];
  /** One obligation for each party of these sides, not one for the subject of the starting act. */
  readonly perParty?: readonly FileParty["side"][];
  readonly when?: Condition;
  /** A violation is raised only where this holds too: part of the rule's own condition that the file may not show. */
  readonly accuses?: Condition;
  /** Of a ban on days off: this forbids the act as well, such as an hour of the night that the file states. */
  readonly forbids?: Condition;
  /** Fulfilment that came before the start counts: what is done early is done. */
  readonly early?: true;
  readonly term: Term;
  readonly direction: Direction;
  readonly citation: Citation;
  readonly from: Day;
  /** The day after the last day in force; none while it is in force. */
  readonly until?: Day;
  /** It also governs clocks that started before `from`, as far as they still run then. */
  readonly reachesBack?: Citation;
  readonly confidence: Confidence;
  readonly note?: Words;
};

export function inForce(rule: Pick<RuleVersion, "from" | "until">, day: Day): boolean {
  return rule.from <= day && (rule.until === undefined || day < rule.until);
}

/** A rule governs clocks that start while it is in force, and earlier ones where the law reaches back (Art.116(2)). */
export function governs(rule: RuleVersion, startedOn: Day): boolean {
  return inForce(rule, startedOn) || (rule.reachesBack !== undefined && startedOn < rule.from);
}

/** The first day of a window: where the law reaches back, not before the law itself. */
export function opensOn(rule: RuleVersion, startedOn: Day): Day {
  return startedOn < rule.from ? rule.from : startedOn;
}
