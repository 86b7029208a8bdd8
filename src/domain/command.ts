/** A command reads states of streams and decides events, or refuses. It is pure: clock and ids are arguments. */

import type { z } from "zod";
import type { Day, Instant } from "../base/day.ts";
import type { Id, OfficeId, PersonId } from "../base/ids.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Sliced } from "../base/slices.ts";
import type { AppliedLaw } from "./applied-law.ts";
import type { Role, StreamKind, StreamName } from "./event.ts";
import type { EventOf } from "./events.ts";
import type { Refusal } from "./refusal.ts";
import type { Draft } from "./secret.ts";
import type { StateOf } from "./streams.ts";

/** The states of streams at the versions that a command is decided on; `of` returns undefined where no such stream exists yet. */
export interface States {
  readonly of: <Kind extends StreamKind>(kind: Kind, id: string) => StateOf<Kind> | undefined;
}

/** The person who acts, and for which office; `roles` are those that the person holds there today. */
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
  /** The number of entries in the log: evidence can only be one of them. */
  readonly logSize: number;
  /** A fresh random id. */
  readonly newId: <T extends Id<string>>() => T;
}

/** A decided event. Recording adds the version of its stream, the instant, the nonce and the commitments. */
export type NewEvent = {
  readonly [Kind in StreamKind]: {
    readonly kind: Kind;
    readonly id: string;
    readonly event: Drafted<EventOf<Kind>>;
    /** Recording writes it as `law` in the event. */
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
  /** The schema of the request's body, which refuses unknown fields. */
  readonly input: z.ZodType<Input>;
  /**
   * Names the streams that must be loaded. It is called again with what was loaded until it names nothing new, so a name
   * may depend on a state (a finding's case). Offices are loaded like any stream.
   */
  readonly reads: (input: Input, states: States, acting: Acting) => readonly StreamName[];
  /** The office whose affair it is, against which permission is decided; undefined for what no office owns (the directory). */
  readonly about: (input: Input, states: States) => OfficeId | undefined;
  /** Set where its events may name an edition of the law: then it runs only while this program applies the edition that counts. */
  readonly appliesLaw?: true;
  readonly decide: (input: Input, context: Context) => Outcome<Decision, Refusal>;
  /** Decides the same in slices. Set where deciding may take so long that others would have to wait. */
  readonly decideInSlices?: (input: Input, context: Context) => Sliced<Outcome<Decision, Refusal>>;
}
