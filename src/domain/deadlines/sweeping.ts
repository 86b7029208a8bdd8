/** The daily sweep records before which day it looked at every due day, and where a short run left off. */

import type { Day } from "../../base/day.ts";
import { type StreamName, streamName } from "../event.ts";
import type { EventOf } from "../events.ts";
import { ImpossibleEvent } from "../impossible.ts";

type Data = EventOf<"sweep">["data"];

/** The deadline that was looked at last, in the order of the sweep: office, due day, key of the deadline. */
export type SweptPlace = NonNullable<Data["through"]>;

export interface SweepState {
  /** Every due day before this one was looked at; undefined before the first complete sweep. */
  readonly complete: Day | undefined;
  /** The day of a sweep that has stopped short, and how far it came. */
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

/** sweptTo returns the day up to which nothing is left to sweep. A log owes no sweep for the day on which it opens. */
export function sweptTo(state: SweepState | undefined, openedOn: Day): Day {
  return state?.complete ?? openedOn;
}

/** dueSweep returns the day that was begun, else today, which covers the days on which nothing ran; undefined when nothing is due. */
export function dueSweep(
  state: SweepState | undefined,
  { today, openedOn }: { readonly today: Day; readonly openedOn: Day },
): { readonly on: Day; readonly after?: SweptPlace } | undefined {
  if (state?.begun !== undefined) return { on: state.begun.on, after: state.begun.through };
  return sweptTo(state, openedOn) < today ? { on: today } : undefined;
}
