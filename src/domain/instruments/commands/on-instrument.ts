/**
 * The frame of a command on one instrument: the instrument is loaded, the act must be possible in its state, and the act's
 * own rule decides. The frame says when the act is possible, for the decision and for the screens that offer it, and whose
 * affair it is (the procuracy's, the addressee's), for the permission.
 */

import type { z } from "zod";
import { given } from "../../../base/given.ts";
import type { InstrumentId, OfficeId } from "../../../base/ids.ts";
import { done, type Outcome, refused } from "../../../base/outcome.ts";
import type { AppliedLaw } from "../../applied-law.ts";
import type { Acting, Command, Context, Decision, NewEvent, States } from "../../command.ts";
import { type StreamName, streamName } from "../../event.ts";
import type { Refusal } from "../../refusal.ts";
import { isHandedOver } from "../handed-over.ts";
import { type InstrumentState, isSent } from "../instrument.ts";
import type { Track } from "../item.ts";

type Status = InstrumentState["status"];
export type InStatus<S extends Status> = Extract<InstrumentState, { readonly status: S }>;
export type InstrumentEvent = Extract<NewEvent, { kind: "instrument" }>["event"];

interface Frame<Input, Name extends string, Now extends InstrumentState> {
  readonly name: Name;
  readonly input: z.ZodType<Input>;
  /** The office whose affair the act is. */
  readonly of: (state: InstrumentState) => OfficeId | undefined;
  /** True for the states in which the act is possible. */
  readonly when: (state: InstrumentState) => state is Now;
  /** The refusal for the other states; absent, it says the status. */
  readonly otherwise?: (state: InstrumentState) => Refusal;
  /** Asked of the tracks: at least one finding must allow the act; `decide` asks each finding that the input names (`refusalAmong`). */
  readonly some?: (track: Track) => boolean;
  /** Streams beyond the instrument's own. */
  readonly reads?: (
    state: InstrumentState,
    input: Input,
    loaded: { readonly states: States; readonly acting: Acting },
  ) => readonly StreamName[];
  readonly appliesLaw?: true;
  readonly decide: (state: Now, input: Input, context: Context) => Outcome<Decision, Refusal>;
}

export interface InstrumentCommand<Input, Name extends string> extends Command<Input, Name> {
  /** mayNow says whether the act is possible in this state for any input. */
  readonly mayNow: (state: InstrumentState) => boolean;
}

export const ofIssuer = (state: InstrumentState): OfficeId => state.issuer;
export const ofAddressee = (state: InstrumentState): OfficeId => state.addressee;

export function isIn<S extends Status>(...statuses: readonly S[]) {
  return (state: InstrumentState): state is InStatus<S> => statuses.some((status) => status === state.status);
}

export const isDrafted = isIn("drafted");
export const isReceived = isIn("received");

export function onInstrument<
  Input extends { readonly instrument: InstrumentId },
  Name extends string,
  Now extends InstrumentState,
>(frame: Frame<Input, Name, Now>): InstrumentCommand<Input, Name> {
  const { name, input: schema, appliesLaw, when, otherwise = wrongMoment, some } = frame;
  // To an office that does not have the instrument there is none, drafted or issued: the answer is that to any unknown id.
  const isUnknown = (state: InstrumentState): boolean => frame.of(state) !== state.issuer && !isHandedOver(state);
  return {
    name,
    input: schema,
    ...given({ appliesLaw }),
    mayNow: (state) => when(state) && (some === undefined || (isSent(state) && Object.values(state.tracks).some(some))),
    reads: (input, states, acting) => {
      const state = states.of("instrument", input.instrument);
      const further = state === undefined ? [] : (frame.reads?.(state, input, { states, acting }) ?? []);
      return [streamName("instrument", input.instrument), ...further];
    },
    about: (input, states) => {
      const state = states.of("instrument", input.instrument);
      return state === undefined || isUnknown(state) ? undefined : frame.of(state);
    },
    decide: (input, context) => {
      const state = context.states.of("instrument", input.instrument);
      if (state === undefined || isUnknown(state)) return refused({ code: "unknown-instrument", at: "/instrument" });
      return when(state) ? frame.decide(state, input, context) : refused(otherwise(state));
    },
  };
}

/** wrongMoment refuses what the status does not allow. */
export function wrongMoment(state: InstrumentState, at = "/instrument") {
  return { code: "wrong-moment", at, detail: { status: state.status } } as const satisfies Refusal;
}

/** happens decides one event of the instrument, and what it does to other streams. */
export function happens(
  state: { readonly instrument: InstrumentId },
  event: InstrumentEvent,
  further: readonly NewEvent[] = [],
): Outcome<Decision, Refusal> {
  return done({ events: [instrumentEvent(state.instrument, event), ...further] });
}

export function instrumentEvent(instrument: InstrumentId, event: InstrumentEvent, law?: AppliedLaw): NewEvent {
  return { kind: "instrument", id: instrument, event, ...given({ law }) };
}
