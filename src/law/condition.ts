/** Whether a rule's condition holds for one starting act and one subject of a file. */

import type { Day } from "../base/day.ts";
import type { Act, Subject } from "./act.ts";
import { isNotYetExecutable } from "./executability.ts";
import type { FileAsset } from "./file.ts";
import { actsOf, answeredActs, concerns, countedDay, type OpenFile } from "./open-file.ts";
import type { ActDay, Condition, Fact } from "./rule.ts";

export interface Circumstances {
  readonly open: OpenFile;
  readonly act: Act;
  readonly subject: Subject;
  readonly startedOn: Day;
  readonly dueOn: Day | undefined;
}

export function holds(condition: Condition, around: Circumstances): boolean {
  if ("fact" in condition) return isFact(condition.fact, around);
  if ("trait" in condition) return condition.among.includes(around.act.traits[condition.trait] ?? "");
  if ("asset" in condition) return condition.asset.some((kind) => kind === assetOf(around)?.kind);
  if ("done" in condition) return isDone(condition, around);
  if ("answers" in condition) {
    return answeredActs(around.open, around.act).some((act) => countedDay(act, condition.answers) !== undefined);
  }
  if ("not" in condition) return !holds(condition.not, around);
  if ("all" in condition) return condition.all.every((one) => holds(one, around));
  return condition.any.some((one) => holds(one, around));
}

function assetOf({ open, subject }: Circumstances): FileAsset | undefined {
  return subject.kind === "asset" ? open.assets.get(subject.id) : undefined;
}

function isDone({ done, by }: Extract<Condition, { done: ActDay }>, around: Circumstances): boolean {
  const { open, subject, startedOn, dueOn } = around;
  const end = by === "start" ? startedOn : dueOn;
  return actsOf(open, done.act).some((act) => {
    const day = countedDay(act, done)?.day;
    return day !== undefined && (end === undefined || day <= end) && concerns(open, act, subject);
  });
}

function isFact(fact: Fact, { open, subject, startedOn, dueOn }: Circumstances): boolean {
  const party = subject.kind === "party" ? open.parties.get(subject.id) : undefined;
  switch (fact) {
    case "own-motion":
    case "on-request":
      return open.file.kind === fact;
    case "interim":
      return open.file.interim;
    case "debtor":
      return party?.side === "debtor";
    case "in-prison":
      return party?.inPrison === true;
    case "address-unknown":
      return party?.addressUnknown === true;
    case "not-yet-executable":
      return isNotYetExecutable(open, subject, startedOn, dueOn);
  }
}
