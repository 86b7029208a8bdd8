/** Where an act is recorded: on an intake, a case or a register, with what may be named there. */

import { z } from "zod";
import type { OfficeId } from "../../base/ids.ts";
import type { Subject } from "../../law/act.ts";
import type { SubjectKind } from "../../law/act-entry.ts";
import type { NewEvent, States } from "../command.ts";
import { type StreamName, streamName } from "../event.ts";
import { id } from "../field.ts";
import type { IntakeState } from "./intake.ts";
import type { Refusal } from "../refusal.ts";
import type { RegisterState } from "./register.ts";
import type { CaseState } from "./case.ts";

export const placeInput = z.union([
  z.strictObject({ case: id<"case">() }),
  z.strictObject({ intake: id<"intake">() }),
  z.strictObject({ register: id<"register">() }),
]);
export type PlaceInput = z.infer<typeof placeInput>;

export type Place =
  | { readonly kind: "intake"; readonly state: IntakeState }
  | { readonly kind: "case"; readonly state: CaseState }
  | { readonly kind: "register"; readonly state: RegisterState };

/** What an act recorded there can be about. */
export const subjectsHeld: Readonly<Record<Place["kind"], readonly SubjectKind[]>> = {
  intake: ["intake"],
  case: ["case", "decision", "party", "asset", "sum", "complaint", "data-request"],
  register: ["report", "data-request"],
};

export function placeStream(on: PlaceInput): StreamName {
  if ("case" in on) return streamName("case", on.case);
  return "intake" in on ? streamName("intake", on.intake) : streamName("register", on.register);
}

export function placeOf(on: PlaceInput, states: States): Place | undefined {
  if ("case" in on) {
    const state = states.of("case", on.case);
    return state === undefined ? undefined : { kind: "case", state };
  }
  if ("intake" in on) {
    const state = states.of("intake", on.intake);
    return state === undefined ? undefined : { kind: "intake", state };
  }
  const state = states.of("register", on.register);
  return state === undefined ? undefined : { kind: "register", state };
}

export function unknownPlace(on: PlaceInput): Refusal {
  if ("case" in on) return { code: "unknown-case", at: "/on/case" };
  return "intake" in on
    ? { code: "unknown-intake", at: "/on/intake" }
    : { code: "unknown-register", at: "/on/register" };
}

export function officeOf(on: PlaceInput, states: States): OfficeId | undefined {
  const place = placeOf(on, states);
  return place && keeperOf(place);
}

/** The office whose file it is. */
export function keeperOf({ kind, state }: Place): OfficeId {
  return kind === "register" ? state.office : state.agency;
}

type PlaceEvent = Exclude<Extract<NewEvent, { kind: "register" }>["event"], { type: "register-opened" }>;

export function inPlace({ kind, state }: Place, event: PlaceEvent): NewEvent {
  switch (kind) {
    case "intake":
      return { kind, id: state.id, event };
    case "case":
      return { kind, id: state.id, event };
    case "register":
      return { kind, id: state.id, event };
  }
}

/** Decisions, sums, complaints, reports and requests about data exist when the act that made them was recorded here; parties and assets when the case has them. */
export function isKnown(subject: Subject, { kind, state }: Place): boolean {
  if (subject.kind === kind) return subject.id === state.id;
  if (kind === "intake") return false;
  if (kind === "case" && subject.kind === "party") return state.parties.some((party) => party.id === subject.id);
  if (kind === "case" && subject.kind === "asset") return state.assets.some((asset) => asset.id === subject.id);
  return state.acts.some((act) => act.subject.kind === subject.kind && act.subject.id === subject.id);
}
