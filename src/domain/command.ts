/**
 * What may happen: a command reads streams and decides events, or refuses. Pure: the clock, the dice and the directory
 * are arguments.
 */

import type { z } from "zod";
import type { Day, Instant } from "../base/day.ts";
import type { Id, OfficeId, PersonId } from "../base/ids.ts";
import type { Outcome } from "../base/outcome.ts";
import type { AppliedLaw } from "./applied-law.ts";
import type { Role, StreamKind, StreamName } from "./event.ts";
import type { EventOf } from "./events.ts";
import type { Refusal } from "./refusal.ts";
import type { Draft } from "./secret.ts";
import type { StateOf } from "./streams.ts";

/** The states of streams at the versions that a command was decided against; undefined: no such stream yet. */
export interface States {
  readonly of: <Kind extends StreamKind>(kind: Kind, id: string) => StateOf<Kind> | undefined;
}

/** Who acts, and for which office; roles are those held at that office today. */
export interface Acting {
  readonly person: PersonId;
  readonly office: OfficeId;
  readonly roles: readonly Role[];
}

export interface Context {
  readonly now: Instant;
  /** Today in Asia/Ho_Chi_Minh. */
  readonly today: Day;
  readonly acting: Acting;
  readonly states: States;
  /** How many entries the log has: evidence can only be one of them. */
  readonly logSize: number;
  /** A fresh random id. */
  readonly newId: <T extends Id<string>>() => T;
}

/** An event that was decided; its stream's version, instant, nonce and commitments are added when it is recorded. */
export type NewEvent = {
  readonly [Kind in StreamKind]: {
    readonly kind: Kind;
    readonly id: string;
    readonly event: Drafted<EventOf<Kind>>;
    /** It becomes `law` in the event. */
    readonly law?: AppliedLaw;
  };
}[StreamKind];

type Drafted<E> = E extends { type: infer Type; data: infer Data }
  ? { readonly type: Type; readonly data: Draft<Data> }
  : never;

export interface Decision {
  readonly events: readonly NewEvent[];
}

export interface Command<Input, Name extends string = string> {
  readonly name: Name;
  /** The body of the request; unknown fields are refused. */
  readonly input: z.ZodType<Input>;
  /**
   * The streams that must be loaded. Called again with what was loaded until it asks for nothing new, so a name may
   * depend on a state (a finding's case). Offices are loaded like any stream.
   */
  readonly reads: (input: Input, states: States, acting: Acting) => readonly StreamName[];
  /** The office whose affairs these are: permission is decided against it. undefined: no jurisdiction (the directory). */
  readonly about: (input: Input, states: States) => OfficeId | undefined;
  /** Its events may name an edition of the law: only while this program applies the edition that counts (editions/adoption.ts). */
  readonly appliesLaw?: true;
  readonly decide: (input: Input, context: Context) => Outcome<Decision, Refusal>;
}
