/**
 * The frame of a command on one instrument: it is loaded, it must be in one of the moments in which the act is possible,
 * and the act's own rule decides. Whose affair it is (the procuracy's, the addressee's) is said once, for the permission.
 */

import type { z } from "zod";
import type { InstrumentId, OfficeId } from "../../../base/ids.ts";
import { done, type Outcome, refused } from "../../../base/outcome.ts";
import type { AppliedLaw } from "../../applied-law.ts";
import type { Acting, Command, Context, Decision, NewEvent, States } from "../../command.ts";
import { type StreamName, streamName } from "../../event.ts";
import type { Refusal } from "../../refusal.ts";
import type { InstrumentState } from "../instrument.ts";

type Status = InstrumentState["status"];
export type InStatus<S extends Status> = Extract<InstrumentState, { readonly status: S }>;
export type InstrumentEvent = Extract<NewEvent, { kind: "instrument" }>["event"];

interface Frame<Input, Name extends string, S extends Status> {
  readonly name: Name;
  readonly input: z.ZodType<Input>;
  readonly of: (state: InstrumentState) => OfficeId | undefined;
  readonly in: readonly S[];
  /** Streams beyond the instrument's own. */
  readonly reads?: (
    state: InstrumentState,
    input: Input,
    loaded: { readonly states: States; readonly acting: Acting },
  ) => readonly StreamName[];
  readonly appliesLaw?: true;
  readonly decide: (state: InStatus<S>, input: Input, context: Context) => Outcome<Decision, Refusal>;
}

export const ofIssuer = (state: InstrumentState): OfficeId => state.issuer;
export const ofAddressee = (state: InstrumentState): OfficeId => state.addressee;

export function onInstrument<
  Input extends { readonly instrument: InstrumentId },
  Name extends string,
  S extends Status,
>(frame: Frame<Input, Name, S>): Command<Input, Name> {
  return {
    name: frame.name,
    input: frame.input,
    ...(frame.appliesLaw === undefined ? {} : { appliesLaw: frame.appliesLaw }),
    reads: (input, states, acting) => {
      const state = states.of("instrument", input.instrument);
      const further = state === undefined ? [] : (frame.reads?.(state, input, { states, acting }) ?? []);
      return [streamName("instrument", input.instrument), ...further];
    },
    about: (input, states) => {
      const state = states.of("instrument", input.instrument);
      return state && frame.of(state);
    },
    decide: (input, context) => {
      const state = context.states.of("instrument", input.instrument);
      if (state === undefined) return refused({ code: "unknown-instrument", at: "/instrument" });
      if (!isIn(state, frame.in)) return refused(wrongMoment(state));
      return frame.decide(state, input, context);
    },
  };
}

export function wrongMoment(state: InstrumentState, at = "/instrument"): Refusal {
  return { code: "wrong-moment", at, detail: { status: state.status } };
}

/** One event of the instrument, and what it does to other streams. */
export function happens(
  state: { readonly instrument: InstrumentId },
  event: InstrumentEvent,
  further: readonly NewEvent[] = [],
): Outcome<Decision, Refusal> {
  return done({ events: [onStream(state.instrument, event), ...further] });
}

export function onStream(instrument: InstrumentId, event: InstrumentEvent, law?: AppliedLaw): NewEvent {
  return { kind: "instrument", id: instrument, event, ...(law === undefined ? {} : { law }) };
}

function isIn<S extends Status>(state: InstrumentState, statuses: readonly S[]): state is InStatus<S> {
  return statuses.some((status) => status === state.status);
}
