/** Whose acts a person may record and correct: those that their office records (recorders.ts), on its own affairs; in a register, all of them whoever keeps it. */

import type { OfficeId } from "../../base/ids.ts";
import type { Act, ActType } from "../../law/act.ts";
import type { Acting, Context, States } from "../command.ts";
import { type Role, type StreamName, streamName } from "../event.ts";
import { type Relation, relation, relationReads } from "../offices/jurisdiction.ts";
import { keeperOf, type Place } from "./place.ts";
import type { RecordedAct } from "./recorded.ts";
import { type RecordingOffice, recordingOfficesOf, type Side, sideOf } from "./recording-offices.ts";
import type { Refusal } from "../refusal.ts";

type Told = Pick<Act, "type" | "traits">;

/** On whose side the person records such an act here: undefined: they do not. What an importer brings is the agency's. */
export function recordingSide(act: Told, place: Place, context: Context): Side | undefined {
  const { roles } = context.acting;
  if (roles.includes("importer")) return "agency";
  const recorder = recordersAt(act.type, place.kind).find((one) =>
    roles.some((role) => recordsAs(one, { role, act, place, context })),
  );
  return recorder && sideOf[recorder];
}

function recordersAt(type: ActType, kind: Place["kind"]): readonly RecordingOffice[] {
  return kind === "register" ? ["keeper"] : recordingOfficesOf(type);
}

/** Whether such a role records such acts on such a file anywhere: what a screen offers. */
export function mayRecord(type: ActType, kind: Place["kind"], roles: readonly Role[]): boolean {
  return (
    roles.includes("importer") ||
    recordersAt(type, kind).some((recorder) => roles.some((role) => holders[recorder].includes(role)))
  );
}

/** Whether this entry is of their side, as far as their role says. */
export function mayCorrect(
  act: Pick<RecordedAct, "type" | "by">,
  kind: Place["kind"],
  roles: readonly Role[],
): boolean {
  const side: Side = act.by ?? "agency";
  return recordersAt(act.type, kind).some(
    (recorder) => sideOf[recorder] === side && roles.some((role) => holders[recorder].includes(role)),
  );
}

const holders: Readonly<Record<RecordingOffice, readonly Role[]>> = {
  agency: ["agency-officer", "agency-head"],
  court: ["court-officer"],
  "superior-court": ["court-officer"],
  procuracy: ["procurator", "chief-procurator"],
  "procuracy-addressed": ["procurator", "chief-procurator"],
  keeper: ["agency-officer", "agency-head", "procurator", "chief-procurator"],
};

/** It names those who may, so that the person knows whom to ask. */
export function recorderRefusal({ type }: Pick<Told, "type">, kind: Place["kind"]): Refusal {
  const may = [...recordersAt(type, kind), "importer"].join(" ");
  return { code: "not-permitted", at: "/type", detail: { type, recorders: may } };
}

/** An entry is corrected by the side that made it: the procuracy does not correct what the agency says that it sent. */
export function correctorRefusal(
  act: Told & Pick<RecordedAct, "by">,
  place: Place,
  context: Context,
): Refusal | undefined {
  const { type, by = "agency" } = act;
  if (recordingSide(act, place, context) === by) return undefined;
  return { code: "not-permitted", at: "/act", detail: { type, recorders: by } };
}

interface Asked {
  readonly role: Role;
  readonly act: Told;
  readonly place: Place;
  readonly context: Context;
}

function recordsAs(recorder: RecordingOffice, { role, act, place, context }: Asked): boolean {
  if (!holders[recorder].includes(role)) return false;
  switch (recorder) {
    case "agency":
    case "procuracy":
      return true;
    case "procuracy-addressed":
      return act.traits["to"] === "procuracy";
    case "court":
      return standsToCourt("own", place, context);
    case "superior-court":
      return standsToCourt("superior", place, context);
    case "keeper":
      return relationToOffice(keeperOf(place), context) === "own";
  }
}

function standsToCourt(wanted: Relation, place: Place, context: Context): boolean {
  const court = courtOf(place, context.states);
  return court !== undefined && relationToOffice(court, context) === wanted;
}

function relationToOffice(office: OfficeId, { acting, states, today }: Context): Relation {
  return relation(office, acting.office, { states, day: today });
}

/** The streams that this looks at. */
export function recorderReads(place: Place | undefined, states: States, acting: Acting): readonly StreamName[] {
  if (place?.kind === "register") return relationReads(place.state.office, acting.office, states);
  if (place === undefined || !acting.roles.includes("court-officer")) return [];
  const court = courtOf(place, states);
  const intake = place.kind === "case" ? [streamName("intake", place.state.intake)] : [];
  return [...intake, ...(court === undefined ? [] : relationReads(court, acting.office, states))];
}

/** The court whose judgment is enforced. */
function courtOf({ kind, state }: Place, states: States): OfficeId | undefined {
  if (kind === "register") return undefined;
  return kind === "intake" ? state.court : states.of("intake", state.intake)?.court;
}
