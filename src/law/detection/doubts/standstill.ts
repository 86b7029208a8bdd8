/**
 * Whether the enforcement that a rule speaks of goes on: it was not halted or ended when the clock started, and the case stays with
 * this agency until the clock is due. A halt that comes later is an excuse of the rule (`excusedBy`).
 */

import type { Day } from "../../../base/day.ts";
import type { Act } from "../../act.ts";
import { type ActDay, decided, happened, received } from "../../act-day.ts";
import type { Circumstances } from "../circumstances.ts";
import { mayBeAbout } from "./may-be-about.ts";
import { actsOf, answeredActs, dayThatCounts } from "../open-file.ts";

/** A suspension by the person who protested the judgment halts the case without a decision of the agency (26/2008 Art.49(1)). */
const halts: readonly ActDay[] = [
  decided("postponement", "suspension", "termination"),
  received("cassation-suspension-received"),
  happened("case-ended"),
];
const resumed = decided("resumption");
const enforced = decided("enforcement", "asset-handling");
const takenBack = decided("withdrawal", "annulment");
const delegated = decided("delegation");

export function enforcementGoesOn(around: Circumstances): boolean {
  return !isHalted(around) && !hasLeft(around);
}

function isHalted(around: Circumstances): boolean {
  const lifted = datesOf(around, resumed);
  return halts.some((halt) =>
    datesOf(around, halt).some(
      ({ day }) => day <= around.startedOn && !lifted.some((lift) => lift.day >= day && lift.day <= around.startedOn),
    ),
  );
}

/** The case was delegated away, or its enforcement decision taken back and none made in its place. */
function hasLeft(around: Circumstances): boolean {
  const { open, startedOn, dueOn } = around;
  const again = datesOf(around, enforced);
  return [
    ...datesOf(around, delegated),
    ...datesOf(around, takenBack).filter(({ act }) => mayTakeBack(answeredActs(open, act))),
  ].some(
    ({ day }) => (dueOn === undefined || day <= dueOn) && !again.some((one) => one.day >= day && one.day <= startedOn),
  );
}

/** A withdrawal that names decisions takes back these; one that names none may take back the enforcement decision. */
function mayTakeBack(named: readonly Act[]): boolean {
  const decisions = named.filter(({ type }) => type === "decision-issued");
  return decisions.length === 0 || decisions.some((one) => dayThatCounts(one, enforced) !== undefined);
}

function datesOf(
  { open, act: started, subject }: Circumstances,
  wanted: ActDay,
): readonly { readonly act: Act; readonly day: Day }[] {
  return actsOf(open, wanted.act).flatMap((act) => {
    const day = act === started ? undefined : dayThatCounts(act, wanted);
    return day !== undefined && mayBeAbout(open, act, started, subject) ? [{ act, day }] : [];
  });
}
