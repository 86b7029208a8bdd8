/** Whether a rule's condition holds for one starting act and one subject of a file. */

import type { Day } from "../../base/day.ts";
import type { Act, Subject } from "../act.ts";
import { isNotYetExecutable } from "./executability.ts";
import type { FileAsset, FileParty } from "../file.ts";
import { actsOf, answeredActs, concerns, dayThatCounts, type OpenFile } from "./open-file.ts";
import type { Condition, Fact } from "../rule.ts";
import type { ActDay } from "../act-day.ts";
import { isSalePrice, isTraced } from "./sale-prices.ts";

export interface Circumstances {
  readonly open: OpenFile;
  readonly act: Act;
  readonly subject: Subject;
  readonly startedOn: Day;
  readonly dueOn: Day | undefined;
}

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
  if ("fact" in condition) return factCheck(condition.fact);
  if ("trait" in condition) {
    const { trait, among } = condition;
    return ({ act }) => among.includes(act.traits[trait] ?? "");
  }
  if ("asset" in condition) return (around) => condition.asset.some((kind) => kind === assetOf(around)?.kind);
  if ("done" in condition) return (around) => isDone(condition, around);
  if ("answers" in condition) {
    const { answers } = condition;
    return ({ open, act }) => answeredActs(open, act).some((one) => dayThatCounts(one, answers) !== undefined);
  }
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
  const { open, subject, startedOn, dueOn } = around;
  const end = by === "start" ? startedOn : dueOn;
  return actsOf(open, done.act).some((act) => {
    const day = dayThatCounts(act, done);
    return day !== undefined && (end === undefined || day <= end) && concerns(open, act, subject);
  });
}

function factCheck(fact: Fact): Check {
  switch (fact) {
    case "own-motion":
    case "on-request":
      return ({ open }) => open.file.kind === fact;
    case "interim":
      return ({ open }) => open.file.interim;
    case "debtor":
      return (around) => partyOf(around)?.side === "debtor";
    case "in-prison":
      return (around) => partyOf(around)?.inPrison === true;
    case "address-unknown":
      return (around) => partyOf(around)?.addressUnknown === true;
    case "sale-price":
      return ({ open, act }) => act.type === "money-collected" && isSalePrice(open, act);
    case "money-traced":
      return ({ open, act, subject }) => isTraced(open, act, subject);
    case "not-yet-executable":
      return ({ open, subject, startedOn, dueOn }) => isNotYetExecutable(open, subject, startedOn, dueOn);
  }
}

function partyOf({ open, subject }: Circumstances): FileParty | undefined {
  return subject.kind === "party" ? open.parties.get(subject.id) : undefined;
}
