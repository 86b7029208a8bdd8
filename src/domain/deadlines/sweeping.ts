/**
 * The daily sweep says how far it came: before which day every due day was looked at. A run that stops short says where the
 * next one goes on; so a day that was left out is seen by anybody who reads the log.
 */

import type { Day } from "../../base/day.ts";
import { type StreamName, streamName } from "../event.ts";
import type { EventOf } from "../events.ts";
import { ImpossibleEvent } from "../impossible.ts";

type Data = EventOf<"sweep">["data"];

/** The last time limit that was looked at: by office, due day, and what names the time limit. */
export type SweptPlace = NonNullable<Data["through"]>;

export interface SweepState {
  /** Every due day before this one was looked at; undefined: not yet, of any day. */
  readonly complete: Day | undefined;
  /** The day that is being swept, and how far. */
  readonly begun: { readonly on: Day; readonly through: SweptPlace } | undefined;
}

export const sweepId = "deadlines";
export const sweepStream: StreamName = streamName("sweep", sweepId);

export function evolveSweep(state: SweepState | undefined, { type, data }: EventOf<"sweep">): SweepState {
  const { on, through } = data;
  if (state?.begun !== undefined && state.begun.on !== on)
    throw new ImpossibleEvent(type, "another day is being swept");
  if (state?.complete !== undefined && on <= state.complete) throw new ImpossibleEvent(type, "that day was swept");
  if (through === undefined) return { complete: on, begun: undefined };
  return { complete: state?.complete, begun: { on, through } };
}

/** Up to which day nothing is left to be swept: a log owes no sweep on the day on which it opens. */
export function sweptTo(state: SweepState | undefined, openedOn: Day): Day {
  return state?.complete ?? openedOn;
}

/** What is to be swept now: the day that was begun, else today, also for the days on which nothing ran; undefined: nothing. */
export function dueSweep(
  state: SweepState | undefined,
  { today, openedOn }: { readonly today: Day; readonly openedOn: Day },
): { readonly on: Day; readonly after?: SweptPlace } | undefined {
  if (state?.begun !== undefined) return { on: state.begun.on, after: state.begun.through };
  return sweptTo(state, openedOn) < today ? { on: today } : undefined;
}
