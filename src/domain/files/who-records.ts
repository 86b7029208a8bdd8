/** The acts that a person may record and correct: those that the person's office records (recording-offices.ts). In a register, its keeper records all. */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { Act, ActType } from "../../law/act.ts";
import type { Acting, States } from "../command.ts";
import { type Role, type StreamName, streamName } from "../event.ts";
import type { Offices } from "../offices/directory.ts";
import { type Relation, relation, relationReads } from "../offices/jurisdiction.ts";
import { type ActFile, type ActFileKind, keeperOf, type KeptFile } from "./act-file.ts";
import type { IntakeState } from "./intake.ts";
import type { RecordedAct } from "./recorded.ts";
import { type RecordingOffice, recordingOfficesOf, type Side, sideOf } from "./recording-offices.ts";
import type { Refusal } from "../refusal.ts";

type Told = Pick<Act, "type" | "traits">;

/** Who records, and the part of `Context` that these rules look at. */
export interface Recorder {
  readonly acting: Pick<Acting, "office" | "roles">;
  readonly today: Day;
  readonly states: Offices & {
    readonly of: (kind: "intake", id: string) => Pick<IntakeState, "court"> | undefined;
  };
}

/** recordingSide returns the side on which the person records the act here; undefined if they may not. An importer records on the agency's side. */
export function recordingSide(act: Told, file: KeptFile, context: Recorder): Side | undefined {
  const { roles } = context.acting;
  if (roles.includes("importer")) return "agency";
  const recorder = recordersAt(act.type, file.kind).find((one) =>
    roles.some((role) => recordsAs(one, { role, act, file, context })),
  );
  return recorder && sideOf[recorder];
}

function recordersAt(type: ActType, kind: ActFileKind): readonly RecordingOffice[] {
  return kind === "register" ? ["keeper"] : recordingOfficesOf(type);
}

/** mayRecord says whether one of the roles records such acts on some file of the kind, so that a screen can offer it. */
export function mayRecord(type: ActType, kind: ActFileKind, roles: readonly Role[]): boolean {
  return (
    roles.includes("importer") ||
    recordersAt(type, kind).some((recorder) => roles.some((role) => holders[recorder].includes(role)))
  );
}

/** mayCorrect says whether the entry is of a side that one of the roles can be on. */
export function mayCorrect(act: Pick<RecordedAct, "type" | "by">, kind: ActFileKind, roles: readonly Role[]): boolean {
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

/** recorderRefusal names the offices that may record the act, so that the person knows whom to ask. */
export function recorderRefusal({ type }: Pick<Told, "type">, kind: ActFileKind): Refusal {
  const may = [...recordersAt(type, kind), "importer"].join(" ");
  return { code: "not-permitted", at: "/type", detail: { type, recorders: may } };
}

/** correctorRefusal lets only the side that made an entry correct it: the procuracy does not correct what the agency says that it sent. */
export function correctorRefusal(
  act: Told & Pick<RecordedAct, "by">,
  file: KeptFile,
  context: Recorder,
): Refusal | undefined {
  const { type, by = "agency" } = act;
  if (recordingSide(act, file, context) === by) return undefined;
  return { code: "not-permitted", at: "/act", detail: { type, recorders: by } };
}

interface Asked {
  readonly role: Role;
  readonly act: Told;
  readonly file: KeptFile;
  readonly context: Recorder;
}

function recordsAs(recorder: RecordingOffice, { role, act, file, context }: Asked): boolean {
  if (!holders[recorder].includes(role)) return false;
  switch (recorder) {
    case "agency":
    case "procuracy":
      return true;
    case "procuracy-addressed":
      return act.traits["to"] === "procuracy";
    case "court":
      return standsToCourt("own", file, context);
    case "superior-court":
      return standsToCourt("superior", file, context);
    case "keeper":
      return relationToOffice(keeperOf(file), context) === "own";
  }
}

function standsToCourt(wanted: Relation, file: KeptFile, context: Recorder): boolean {
  const court = courtOf(file, context.states);
  return court !== undefined && relationToOffice(court, context) === wanted;
}

function relationToOffice(office: OfficeId, { acting, states, today }: Recorder): Relation {
  return relation(office, acting.office, { states, day: today });
}

/** recorderReads names the streams that these rules look at. */
export function recorderReads(file: ActFile | undefined, states: States, acting: Acting): readonly StreamName[] {
  if (file?.kind === "register") return relationReads(file.state.office, acting.office, states);
  if (file === undefined || !acting.roles.includes("court-officer")) return [];
  const court = courtOf(file, states);
  const intake = file.kind === "case" ? [streamName("intake", file.state.intake)] : [];
  return [...intake, ...(court === undefined ? [] : relationReads(court, acting.office, states))];
}

/** courtOf returns the court whose judgment is enforced. */
function courtOf({ kind, state }: KeptFile, states: Recorder["states"]): OfficeId | undefined {
  if (kind === "register") return undefined;
  return kind === "intake" ? state.court : states.of("intake", state.intake)?.court;
}
