/** Where an act is recorded: on an intake or on a case, with what may be named there. */

import { z } from "zod";
import type { OfficeId } from "../../base/ids.ts";
import type { Subject } from "../../law/act.ts";
import type { States } from "../command.ts";
import { type StreamName, streamName } from "../event.ts";
import { id } from "../field.ts";
import type { IntakeState } from "../intakes/intake.ts";
import type { Refusal } from "../refusal.ts";
import type { CaseState } from "./case.ts";

export const placeInput = z.union([z.strictObject({ case: id<"case">() }), z.strictObject({ intake: id<"intake">() })]);
export type PlaceInput = z.infer<typeof placeInput>;

export type Place =
  | { readonly kind: "intake"; readonly state: IntakeState }
  | { readonly kind: "case"; readonly state: CaseState };

export function placeStream(on: PlaceInput): StreamName {
  return "case" in on ? streamName("case", on.case) : streamName("intake", on.intake);
}

export function placeOf(on: PlaceInput, states: States): Place | undefined {
  if ("case" in on) {
    const state = states.of("case", on.case);
    return state === undefined ? undefined : { kind: "case", state };
  }
  const state = states.of("intake", on.intake);
  return state === undefined ? undefined : { kind: "intake", state };
}

export function unknownPlace(on: PlaceInput): Refusal {
  return "case" in on ? { code: "unknown-case", at: "/on/case" } : { code: "unknown-intake", at: "/on/intake" };
}

export function agencyOf(on: PlaceInput, states: States): OfficeId | undefined {
  return placeOf(on, states)?.state.agency;
}

/** Decisions, sums, complaints and requests about data exist when the act that made them was recorded here; parties and assets when the case has them. */
export function isKnown(subject: Subject, { kind, state }: Place): boolean {
  if (subject.kind === kind) return subject.id === state.id;
  if (kind === "intake") return false;
  switch (subject.kind) {
    case "party":
      return state.parties.some((party) => party.id === subject.id);
    case "asset":
      return state.assets.some((asset) => asset.id === subject.id);
    default:
      return state.acts.some((act) => act.subject.kind === subject.kind && act.subject.id === subject.id);
  }
}
