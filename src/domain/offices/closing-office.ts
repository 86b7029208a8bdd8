/** An office is closed once, with a successor that is open that day; two administrators stay, at offices that stay open. */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { NewEvent, States } from "../command.ts";
import type { StreamName } from "../event.ts";
import type { Refusal } from "../refusal.ts";
import { administratorReads, tooFewWithout } from "./changes/administrators.ts";
import { officesBehind, successorOf } from "./directory.ts";
import type { ByWhom } from "./by-whom.ts";
import type { Administering, DirectoryStates } from "./directory-states.ts";
import { isOpen } from "./office.ts";

/** closedOn: the first day without the office. */
export interface Closing {
  readonly office: OfficeId;
  readonly closedOn: Day;
  readonly successor?: OfficeId | undefined;
}

export function closingReads({ office, successor }: Closing, states: States): readonly StreamName[] {
  const offices = successor === undefined ? [office] : [office, successor];
  return [...officesBehind(states, offices), ...administratorReads(states)];
}

export function closingRefusal(closing: Closing, { states, today }: Administering): Refusal | undefined {
  const state = states.of("office", closing.office);
  if (state === undefined) return { code: "unknown-office", at: "/office" };
  if (state.closedOn !== undefined) return { code: "wrong-moment", at: "/office" };
  if (closing.closedOn <= state.openedOn) return { code: "days-contradict", at: "/closedOn" };
  const refusal = successorRefusal(closing, states);
  if (refusal !== undefined) return refusal;
  const tooFew = tooFewWithout(states, today, (_, grant) => grant.office === closing.office);
  return tooFew && { ...tooFew, at: "/office" };
}

function successorRefusal(
  { office, closedOn, successor: named }: Closing,
  states: DirectoryStates,
): Refusal | undefined {
  if (named === undefined) return undefined;
  const successor = states.of("office", named);
  if (successor === undefined) return { code: "unknown-office", at: "/successor" };
  // A circle of successors would leave the affairs of the office without an owner.
  if (successorOf(states, named, closedOn) === office) return { code: "days-contradict", at: "/successor" };
  return isOpen(successor, closedOn) ? undefined : { code: "office-closed", at: "/successor" };
}

export function officeClosed({ office, ...data }: Closing, given: ByWhom): NewEvent {
  return { kind: "office", id: office, event: { type: "office-closed", data: { ...data, ...given } } };
}
