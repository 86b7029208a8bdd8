/**
 * Acts that may be about the subject of a clock although nothing links the two. A typist may have left out what an act
 * answers, so such an act neither fulfils nor excuses anything, but while it stands in the file nobody is accused.
 */

import type { Day } from "../../../base/day.ts";
import type { Act, Subject } from "../../act.ts";
import type { ActDay } from "../../act-day.ts";
import type { Clock } from "../clock.ts";
import { isInTime } from "../deadline.ts";
import type { Fulfilment } from "../fulfilment.ts";
import { mayBeAbout } from "./may-be-about.ts";
import { actsOf, answeredActs, dayThatCounts, type OpenFile } from "../open-file.ts";

/** Whether every act that the rule asks for came in time, or may have: then a breach rests on a missing link alone. */
export function mayBeMet(open: OpenFile, clock: Clock, met: Fulfilment | undefined): boolean {
  const { metBy, metByAll, series } = clock.rule;
  const dueOn = clock.count.due;
  if (dueOn === undefined || (met !== undefined && isInTime({ rule: series, dueOn }, met.counted.day))) return false;
  const came = (one: ActDay): boolean =>
    actsOf(open, one.act).some((act) => {
      const day = dayThatCounts(act, one);
      return day !== undefined && isWithin(clock, day) && mayFulfil(open, clock, act);
    });
  return metByAll === true ? metBy.every(came) : metBy.some(came);
}

function isWithin({ rule, counted, startedOn, count }: Clock, day: Day): boolean {
  const { direction, early } = rule;
  if (direction === "lookback_max") return day <= startedOn && (count.due === undefined || day >= count.due);
  const isAfterStart = direction === "before" || early === true || day >= counted.day;
  return isAfterStart && (count.due === undefined || day <= count.due);
}

/** An act that names another start of the same kind is about that one. */
function mayFulfil(open: OpenFile, { act: started, subject }: Clock, act: Act): boolean {
  if (act.id === started.id || isMoneyForAsset(act.subject, subject)) return false;
  const namesOther = answeredActs(open, act).some((named) => named.id !== started.id && named.type === started.type);
  return !namesOther && mayBeAbout(open, act, started, subject);
}

/** Of which asset a sum is the price has a rule of its own (sale-prices.ts). */
function isMoneyForAsset(one: Subject, other: Subject): boolean {
  return (one.kind === "sum" && other.kind === "asset") || (one.kind === "asset" && other.kind === "sum");
}
