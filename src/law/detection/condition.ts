/** Whether a rule's condition holds for one starting act and one subject of a file. */

import type { Day } from "../../base/day.ts";
import type { Subject } from "../act.ts";
import type { Circumstances } from "./circumstances.ts";
import { isNotYetExecutable } from "./executability.ts";
import type { FileAsset, FileParty } from "../file.ts";
import { actsOf, answeredActs, concerns, dayThatCounts, type OpenFile, sameSubject } from "./open-file.ts";
import { type Condition, type Fact, inForce } from "../rule.ts";
import { type ActDay, happened } from "../act-day.ts";
import { assetOfSum, isSalePrice, isTraced } from "./sale-prices.ts";
import { due } from "../calendar/counting.ts";
import { debtorsBehind, isStanding, isWithout } from "./debtors.ts";
import { isHaltedAnew, isUnderWithdrawn, isSaleUndelivered } from "./order-facts.ts";
import { isKept } from "./kept-file.ts";
import { enforcementGoesOn } from "./doubts/standstill.ts";
import { hasParty, isAddressee } from "./doubts/addressee.ts";
import type { Series } from "../series.ts";

/** A condition as a function. Each is made once, because a million files ask the same few conditions. */
type Check = (around: Circumstances) => boolean;

const checks = new WeakMap<Condition, Check>();

export function holds(condition: Condition, around: Circumstances): boolean {
  let check = checks.get(condition);
  if (check === undefined) {
    check = checkOf(condition);
    checks.set(condition, check);
  }
  return check(around);
}

function checkOf(condition: Condition): Check {
  if ("fact" in condition) return factChecks[condition.fact];
  if ("trait" in condition) {
    const { trait, among } = condition;
    return ({ act }) => among.includes(act.traits[trait] ?? "");
  }
  if ("asset" in condition) return (around) => condition.asset.some((kind) => kind === assetOf(around)?.kind);
  if ("done" in condition) return (around) => isDone(condition, around);
  if ("again" in condition) return (around) => isRepeated(condition, around);
  if ("since" in condition) return (around) => hasRunSince(condition, around);
  if ("answers" in condition) {
    const { answers } = condition;
    return ({ open, act }) => answeredActs(open, act).some((one) => dayThatCounts(one, answers) !== undefined);
  }
  if ("without" in condition) return ({ open, act, startedOn }) => isWithout(open, act, startedOn, condition.without);
  if ("standing" in condition) return ({ open, act, startedOn }) => isStanding(open, act, startedOn, condition);
  if ("running" in condition) return (around) => isRunning(condition, around);
  if ("not" in condition) {
    const check = checkOf(condition.not);
    return (around) => !check(around);
  }
  if ("all" in condition) {
    const all = condition.all.map(checkOf);
    return (around) => all.every((check) => check(around));
  }
  const any = condition.any.map(checkOf);
  return (around) => any.some((check) => check(around));
}

function assetOf({ open, subject }: Circumstances): FileAsset | undefined {
  return subject.kind === "asset" ? open.assets.get(subject.id) : undefined;
}

function isDone({ done, by }: Extract<Condition, { done: ActDay }>, around: Circumstances): boolean {
  const { open, subject, startedOn } = around;
  const end = endOf(by, around);
  return actsOf(open, done.act).some((act) => {
    const day = dayThatCounts(act, done);
    if (day === undefined || (end !== undefined && day > end) || (by === "before" && day === startedOn)) return false;
    return concerns(open, act, subject);
  });
}

function endOf(by: Extract<Condition, { done: ActDay }>["by"], around: Circumstances): Day | undefined {
  const { open, startedOn, dueOn } = around;
  if (typeof by !== "string") return due(startedOn, by, "after", open.book.calendar).due;
  return by === "ever" ? undefined : by === "due" ? dueOn : startedOn;
}

function isRepeated({ again }: Extract<Condition, { again: ActDay }>, around: Circumstances): boolean {
  const { open, act, subject, dueOn } = around;
  const first = dayThatCounts(act, again);
  return actsOf(open, again.act).some((other) => {
    const day = other === act ? undefined : dayThatCounts(other, again);
    if (day === undefined || first === undefined || day < first || (dueOn !== undefined && day > dueOn)) return false;
    return sameSubject(other.subject, subject);
  });
}

/** The last day of the term counts as full, and so does one that is a day off: the texts do not say that it moves. */
function hasRunSince({ since, term }: Extract<Condition, { since: ActDay }>, around: Circumstances): boolean {
  const { open, subject, startedOn } = around;
  return actsOf(open, since.act).some((act) => {
    const day = dayThatCounts(act, since);
    const full = day && due(day, term, "not_before", open.book.calendar).lastDay;
    return full !== undefined && full <= startedOn && concerns(open, act, subject);
  });
}

function isPriceOfUndelivered({ open, subject, startedOn }: Circumstances): boolean {
  const asset = assetOfSum(open, subject);
  if (asset === undefined) return false;
  const delivered = happened("asset-delivered");
  return !actsOf(open, delivered.act).some(({ subject: { id }, days }) => {
    const day = days.happenedOn?.day;
    return id === asset && day !== undefined && day <= startedOn;
  });
}

/**
 * A period runs for a debtor until the first one that was begun for them is over: a second notice gives no second period. Where
 * the file does not say whom the act is against, it must run for all debtors.
 */
function isRunning({ running, of }: Extract<Condition, { running: Series }>, around: Circumstances): boolean {
  const { open, act, subject, startedOn: on } = around;
  if (of === "subject") return periodsOf(open, running, subject).some(({ from, to }) => from <= on && on <= to);
  const debtors = debtorsBehind(open, act);
  return (
    debtors.length > 0 &&
    debtors.every((debtor) => {
      const begun = periodsOf(open, running, debtor).filter(({ from }) => from <= on);
      return begun.length > 0 && begun.every(({ to }) => on <= to);
    })
  );
}

/** The first and the last day of each period of a series for a subject, the last before it moved off a day off. */
function periodsOf(
  open: OpenFile,
  series: Series,
  subject: Subject,
): readonly { readonly from: Day; readonly to: Day }[] {
  const found: { from: Day; to: Day }[] = [];
  for (const rule of open.book.edition.rules) {
    if (rule.series !== series) continue;
    for (const start of rule.starts) {
      if (!("act" in start)) continue;
      for (const act of actsOf(open, start.act)) {
        const from = sameSubject(act.subject, subject) ? dayThatCounts(act, start) : undefined;
        if (from === undefined || !inForce(rule, from)) continue;
        const { due: dueOn, lastDay } = due(from, rule.term, rule.direction, open.book.calendar);
        const around = { open, act, subject, startedOn: from, dueOn };
        if (lastDay !== undefined && (rule.when === undefined || holds(rule.when, around)))
          found.push({ from, to: lastDay });
      }
    }
  }
  return found;
}

const factChecks: Readonly<Record<Fact, Check>> = {
  "own-motion": ({ open }) => open.file.kind === "own-motion",
  "on-request": ({ open }) => open.file.kind === "on-request",
  interim: ({ open }) => open.file.interim,
  debtor: (around) => partyOf(around)?.side === "debtor",
  "in-prison": (around) => partyOf(around)?.inPrison === true,
  "address-unknown": (around) => partyOf(around)?.addressUnknown === true,
  "some-party-in-prison": ({ open }) => hasParty(open, "in-prison"),
  "some-party-unknown": ({ open }) => hasParty(open, "address-unknown"),
  "not-yet-executable": ({ open, subject, startedOn, dueOn }) => isNotYetExecutable(open, subject, startedOn, dueOn),
  "kept-from-beginning": ({ open }) => isKept(open),
  "goes-on": enforcementGoesOn,
  addressee: isAddressee,
  "verified-twice": isVerifiedTwice,
  "price-of-undelivered": isPriceOfUndelivered,
  "sale-undelivered": ({ open, startedOn }) => isSaleUndelivered(open, startedOn),
  "decision-withdrawn": ({ open, act, startedOn }) => isUnderWithdrawn(open, act, startedOn),
  "halted-anew": ({ open, act, dueOn }) => isHaltedAnew(open, act, dueOn),
  "sale-price": ({ open, act }) => act.type === "money-collected" && isSalePrice(open, act),
  "money-traced": ({ open, act, subject }) => isTraced(open, act, subject),
};

function isVerifiedTwice({ open, subject, startedOn }: Circumstances): boolean {
  const fruitless = actsOf(open, "conditions-verified").filter((act) => {
    const day = act.days.happenedOn?.day;
    if (day === undefined || day > startedOn || act.traits["result"] === "executable") return false;
    return concerns(open, act, subject);
  });
  return new Set(fruitless.map(({ days }) => days.happenedOn?.day)).size >= 2;
}

function partyOf({ open, subject }: Circumstances): FileParty | undefined {
  return subject.kind === "party" ? open.parties.get(subject.id) : undefined;
}
