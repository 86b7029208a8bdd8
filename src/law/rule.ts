/**
 * A version of a rule, as data: the acts that start its clock, the acts that fulfil it, who owes it, its term, its article,
 * and when it was in force. Conditions are data too, so that an edition of the law has one digest.
 */

import type { Day } from "../base/day.ts";
import type { ActType } from "./act.ts";
import type { ActDay } from "./act-day.ts";
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
  | "D62-2015"
  | "D33-2020"
  | "JC12-2021"
  | "D13-2023"
  | "PDPL2025";

/**
 * How the provision was read: V in full text, V* in full text with odd wording, V2 at second hand, M from memory, C in sources
 * that conflict, U not at all.
 */
export type Confidence = "V" | "V*" | "V2" | "M" | "C" | "U";

/**
 * - duty: something must be done; a breach is that of the agency, the court or the procuracy that owes it.
 * - window: a right or power, judged only by the act that used it.
 * - period: time given to someone; its end may start another clock, and letting it pass breaches nothing.
 * - ban: something is forbidden, always or until a day; judged only by the act that was done (detection/bans.ts).
 */
export type Mode = "duty" | "window" | "period" | "ban";

export type Start =
  | (ActDay & {
      /** A second act that the clock needs, on the same subject; it runs from the later of the two days. */
      readonly with?: ActDay;
      /** A type of act that records the same event and takes precedence, so that the event starts one clock. */
      readonly unless?: ActType;
      /** One clock for each subject of such an act of the file, instead of one for the subject of the starting act. */
      readonly each?: ActDay & {
        /** Limits `each` to acts done by the day that starts the clock. */
        readonly by?: "start";
      };
    })
  | {
      readonly endOf: Series;
      /** Set when the clock runs from the end of the period even if the period was used. */
      readonly used?: true;
    };

export type Fact =
  | "own-motion"
  | "on-request"
  | "interim"
  | "debtor"
  | "in-prison"
  | "address-unknown"
  /** The party's case is not yet executable on that day, or becomes so before its next verification is due. */
  | "not-yet-executable"
  /** The file was kept from its beginning, so that what it does not hold was not done (detection/kept-file.ts). */
  | "kept-from-beginning"
  /** The sum is the price of a known asset that had not been delivered. */
  | "price-of-undelivered"
  /** An asset of the file was paid by its buyer, or taken by the creditor, and had not been delivered. */
  | "sale-undelivered"
  /** The act goes back to a decision that had been withdrawn or annulled. */
  | "decision-withdrawn"
  /** Another ground to halt enforcement arose before the resumption was due. */
  | "halted-anew"
  /** The starting act collected the price of a sold asset. */
  | "sale-price"
  /** Enforcement was not halted when the clock started, and the case does not leave the agency by the due day (detection/doubts/standstill.ts). */
  | "goes-on"
  /** The party was in the file then, and the act is not about others of their side alone (detection/doubts/addressee.ts). */
  | "addressee"
  /** The subject was verified twice by the day that starts the clock, and found without means each time. */
  | "verified-twice"
  /** A party of the file is in prison, or of unknown address. */
  | "some-party-in-prison"
  | "some-party-unknown"
  /** The file shows whether the money is the price of an asset, or of which asset each price that was paid out is. */
  | "money-traced";

export type Condition =
  | { readonly fact: Fact }
  | { readonly trait: string; readonly among: readonly string[] }
  /** The subject is an asset of one of these kinds. */
  | { readonly asset: readonly FileAsset["kind"][] }
  /** The starting act answers such an act. */
  | { readonly answers: ActDay }
  /**
   * Such an act concerns the subject and was done by the day that starts the clock, before that day, by the due day, within a
   * term of the start, or on any day.
   */
  | { readonly done: ActDay; readonly by: "start" | "before" | "due" | "ever" | Term }
  /** The starting act happened again for the subject, after it and by the due day. */
  | { readonly again: ActDay }
  /** Such an act concerns the subject, and this term had run since it on the day that starts the clock. */
  | { readonly since: ActDay; readonly term: Term }
  /** No debtor against whom the act may be had such an act by the day that starts the clock. */
  | { readonly without: ActDay; readonly of: "debtors" }
  /**
   * For each debtor against whom the act may be, such an act of an earlier day still stood: no act of `until` had ended it, and
   * its term, if it has one, had not run out.
   */
  | { readonly standing: ActDay; readonly until: readonly ActDay[]; readonly term?: Term }
  /** A period of this series ran on that day: for each debtor against whom the act may be, or for the subject. */
  | { readonly running: Series; readonly of: "debtors" | "subject" }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** An act that settles a duty because someone was called and did not come; it counts only once the time to come is over. */
type Settlement = {
  readonly act: ActDay;
  readonly called: ActDay;
  readonly term: Term;
};

export type RuleVersion = {
  readonly series: Series;
  readonly version: LawVersion;
  readonly mode: Mode;
  readonly owner: Owner;
  readonly starts: readonly Start[];
  readonly metBy: readonly ActDay[];
  /** Every act of `metBy` is needed, and the day of the last one counts. */
  readonly metByAll?: true;
  /** Acts that take the duty away when they come before its day. */
  readonly excusedBy?: readonly ActDay[];
  /** Acts from which nothing is owed any more, even when they come after its day. */
  readonly endedBy?: readonly ActDay[];
  /** Acts that take the duty away whenever they come, if the person to whom it is owed was called by its day. */
  readonly settledBy?: readonly Settlement[];
  /** One clock for each party of these sides, instead of one for the subject of the starting act. */
  readonly perParty?: readonly FileParty["side"][];
  readonly when?: Condition;
  /** A part of the rule's condition that the file may not show: where it does not hold, a breach is only a hint. */
  readonly accuses?: Condition;
  /** A condition under which a ban forbids the act on any day, such as an hour of the night that the file states. */
  readonly forbids?: Condition;
  /** Set when a fulfilment before the start counts too. */
  readonly early?: true;
  readonly term: Term;
  readonly direction: Direction;
  readonly citation: Citation;
  readonly from: Day;
  /** The day after the last day in force; absent while it is in force. */
  readonly until?: Day;
  /** The provision by which it also governs clocks that started before `from` and still run then. */
  readonly reachesBack?: Citation;
  /** The series of the law before that this version replaced under another name. */
  readonly succeeds?: Series;
  /** Set when what started before `from` owes it too, if its day is not before `from` (law 106/2025 Art.116(3)); a hint. */
  readonly carriesOver?: true;
  readonly confidence: Confidence;
  readonly note?: Words;
};

export function inForce(rule: Pick<RuleVersion, "from" | "until">, day: Day): boolean {
  return rule.from <= day && (rule.until === undefined || day < rule.until);
}

/** A rule governs clocks that start while it is in force, and earlier ones if the law reaches back (Art.116(2)). */
export function governs(rule: RuleVersion, startedOn: Day): boolean {
  return inForce(rule, startedOn) || (rule.reachesBack !== undefined && startedOn < rule.from);
}

/** Returns the first day of a window, which is never before the law itself, even if the law reaches back. */
export function opensOn(rule: RuleVersion, startedOn: Day): Day {
  return startedOn < rule.from ? rule.from : startedOn;
}
