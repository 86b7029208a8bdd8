/** The offices that an instrument may go to: those that enforce, and the court that owes the judgment, which gets no protest here. */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { States } from "../command.ts";
import { agencyKinds, isOpen, type OfficeState } from "../offices/office.ts";
import type { Refusal } from "../refusal.ts";
import type { Drafted } from "./instrument.ts";

interface Sending {
  readonly kind: Drafted["kind"];
  readonly states: States;
  readonly day: Day;
}

/** addresseeOf lets a protest go only to an enforcement agency or office (law 106/2025 Art.112); a court gets a recommendation (law 63/2014 Art.5(2)). */
export function addresseeOf(office: OfficeId, { kind, states, day }: Sending): Outcome<OfficeState, Refusal> {
  const at = "/addressee";
  const state = states.of("office", office);
  if (state === undefined) return refused({ code: "unknown-office", at });
  const taken = agencyKinds.includes(state.kind) || (state.kind === "court" && kind !== "protest");
  if (!taken) return refused({ code: "wrong-addressee", at, detail: { kind: state.kind } });
  return isOpen(state, day) ? done(state) : refused({ code: "office-closed", at });
}
