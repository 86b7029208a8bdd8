/** The files on which acts are recorded: an intake, a case and a register, with what an act on each can be about. */

import { z } from "zod";
import type { OfficeId } from "../../base/ids.ts";
import type { Subject } from "../../law/act.ts";
import type { SubjectKind } from "../../law/act-entry.ts";
import type { NewEvent, States } from "../command.ts";
import { type FileKind, type StreamName, streamName } from "../event.ts";
import { id } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import type { StateOf } from "../streams.ts";

/** An instrument is no such file: its acts follow from its own events (instruments/clocks.ts). */
export const actFileKinds = ["case", "intake", "register"] as const satisfies readonly FileKind[];
export type ActFileKind = (typeof actFileKinds)[number];

/** How a request names the file: `{ "case": "<id>" }`. */
export const actFileRef = z.union([
  z.strictObject({ case: id<"case">() }),
  z.strictObject({ intake: id<"intake">() }),
  z.strictObject({ register: id<"register">() }),
]);
export type ActFileRef = z.infer<typeof actFileRef>;

export type ActFileOf<Kind extends ActFileKind> = {
  readonly [Each in Kind]: { readonly kind: Each; readonly state: StateOf<Each> };
}[Kind];
export type ActFile = ActFileOf<ActFileKind>;

/** The kinds of subject that an act recorded on the file can be about. */
export const subjectsHeld: Readonly<Record<ActFileKind, readonly SubjectKind[]>> = {
  intake: ["intake"],
  case: ["case", "decision", "party", "asset", "sum", "complaint", "data-request"],
  register: ["report", "data-request"],
};

/** named returns the kind and the id of a request's file; in a bulk the id may still be a reference to an earlier line. */
export function named<Id extends string>(
  on: { readonly case: Id } | { readonly intake: Id } | { readonly register: Id },
): readonly [ActFileKind, Id] {
  if ("case" in on) return ["case", on.case];
  return "intake" in on ? ["intake", on.intake] : ["register", on.register];
}

export function actFileStream(on: ActFileRef): StreamName {
  return streamName(...named<string>(on));
}

/** actFileOf returns undefined when there is no such file. */
export function actFileOf(on: ActFileRef, states: States): ActFile | undefined {
  return findActFile(states, ...named<string>(on));
}

export function findActFile(states: States, kind: ActFileKind, of: string): ActFile | undefined {
  const state = states.of(kind, of);
  return state === undefined ? undefined : actFile(kind, state);
}

export function actFile<Kind extends ActFileKind>(kind: Kind, state: StateOf<Kind>): ActFileOf<Kind> {
  return { kind, state };
}

export function unknownFile(on: ActFileRef): Refusal {
  const [kind] = named<string>(on);
  return { code: `unknown-${kind}`, at: `/on/${kind}` };
}

export function officeOf(on: ActFileRef, states: States): OfficeId | undefined {
  const file = actFileOf(on, states);
  return file && keeperOf(file);
}

/** What a file keeps for good: whose it is. An audit keeps no more of it (authority/). */
export type KeptFile =
  | { readonly kind: "intake"; readonly state: Pick<StateOf<"intake">, "agency" | "court"> }
  | { readonly kind: "case"; readonly state: Pick<StateOf<"case">, "agency" | "intake"> }
  | { readonly kind: "register"; readonly state: Pick<StateOf<"register">, "office"> };

/** keeperOf returns the office whose file it is. */
export function keeperOf({ kind, state }: KeptFile): OfficeId {
  return kind === "register" ? state.office : state.agency;
}

type ActFileEvent = Exclude<Extract<NewEvent, { kind: "register" }>["event"], { type: "register-opened" }>;

export function onFile({ kind, state }: ActFile, event: ActFileEvent): NewEvent {
  return { kind, id: state.id, event };
}

/**
 * isKnown says whether a file has the subject. Parties and assets are those that the case names; a decision, a sum, a
 * complaint, a report or a request about data is known once the act that made it is recorded on the file.
 */
export function isKnown(subject: Subject, { kind, state }: ActFile): boolean {
  if (subject.kind === kind) return subject.id === state.id;
  if (kind === "intake") return false;
  if (kind === "case" && subject.kind === "party") return state.parties.some((party) => party.id === subject.id);
  if (kind === "case" && subject.kind === "asset") return state.assets.some((asset) => asset.id === subject.id);
  return state.acts.some((act) => act.subject.kind === subject.kind && act.subject.id === subject.id);
}
