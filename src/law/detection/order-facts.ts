/** What the order rules ask of a whole file: a sale under way, a decision taken back, a second halt. */

import type { Day } from "../../base/day.ts";
import type { Act } from "../act.ts";
import { answered, decided, happened } from "../act-day.ts";
import { debtorsBehind } from "./debtors.ts";
import { actsOf, concerns, dayThatCounts, type OpenFile, originsOf } from "./open-file.ts";

const bought = [happened("buyer-paid"), happened("asset-taken"), happened("sold-without-auction")];
const delivered = happened("asset-delivered");

/** Whether an asset of the file was sold or taken by `on`, and not delivered. */
export function isSaleUndelivered(open: OpenFile, on: Day): boolean {
  const by = (wanted: typeof delivered): ReadonlySet<string> =>
    new Set(
      actsOf(open, wanted.act).flatMap((act) => {
        const day = dayThatCounts(act, wanted);
        return day !== undefined && day <= on ? [act.subject.id] : [];
      }),
    );
  const done = by(delivered);
  return bought.some((sale) => [...by(sale)].some((asset) => !done.has(asset)));
}

const takenBack = decided("withdrawal", "annulment");

/** Whether a decision to which the act goes back was taken back before the day `on`, and the act is not what takes it back. */
export function isUnderWithdrawn(open: OpenFile, act: Act, on: Day): boolean {
  return originsOf(open, act).some(
    (origin) =>
      origin.id !== act.id &&
      origin.type === "decision-issued" &&
      actsOf(open, takenBack.act).some((other) => {
        const day = dayThatCounts(other, takenBack);
        return day !== undefined && day < on && other.answers.includes(origin.id);
      }),
  );
}

const grounds = answered("ground-established", { for: ["postponement", "suspension"] });

/** Whether another ground to halt arose for the same debtors, after this one and by the day `dueOn`. */
export function isHaltedAnew(open: OpenFile, act: Act, dueOn: Day | undefined): boolean {
  const own = dayThatCounts(act, grounds);
  const debtors = debtorsBehind(open, act);
  return actsOf(open, grounds.act).some((other) => {
    const day = dayThatCounts(other, grounds);
    if (other.id === act.id || day === undefined || own === undefined || day < own) return false;
    return (dueOn === undefined || day <= dueOn) && debtors.some((debtor) => concerns(open, other, debtor));
  });
}
