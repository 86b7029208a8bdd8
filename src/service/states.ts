/** Loaded streams as the states that deciders ask for. */

import type { Day, Instant } from "../base/day.ts";
import type { StreamKind, StreamName } from "../domain/event.ts";
import { streamName } from "../domain/event.ts";
import type { States } from "../domain/command.ts";
import { evolve, type StateOf } from "../domain/streams.ts";
import type { LoadedStream } from "./ports.ts";

export type LoadedStreams = ReadonlyMap<StreamName, LoadedStream | undefined>;

export function statesOf(loaded: LoadedStreams): States {
  return { of: (kind, id) => stateOf<typeof kind>(loaded.get(streamName(kind, id))) };
}

const parsed = new WeakMap<LoadedStream, unknown>();

/**
 * A state is parsed once, when it is first asked for; nobody changes it. The text was written by `formatState` from the
 * fold of the stream's events; `npm run audit` folds them again and compares.
 */
export function stateOf<Kind extends StreamKind>(stream: LoadedStream | undefined): StateOf<Kind> | undefined {
  if (stream === undefined) return undefined;
  const state: unknown = parsed.get(stream) ?? JSON.parse(stream.state);
  parsed.set(stream, state);
  return state as StateOf<Kind>;
}

/** Of streams that were folded anew; the name of a stream says whose state it has. */
export function statesFolded(folded: ReadonlyMap<StreamName, unknown>): States {
  return { of: (kind, id) => folded.get(streamName(kind, id)) as StateOf<typeof kind> | undefined };
}

/** Of one alone. */
export function statesOfOne({ name, state }: { readonly name: StreamName; readonly state: unknown }): States {
  return statesFolded(new Map([[name, state]]));
}

/** The state after an event that was just decided, or that its kind's schema took: what the types cannot follow any more. */
export function evolveAny(
  kind: StreamKind,
  state: unknown,
  event: { readonly type: string; readonly data: unknown },
  recordedOn: Day,
): StateOf<StreamKind> {
  return evolve(kind, state as never, event as never, recordedOn);
}

export function formatState(state: unknown): string {
  return JSON.stringify(state);
}

/** As it will be loaded, with a state that need not be parsed again. */
export function streamOf(version: number, at: Instant, state: StateOf<StreamKind> | undefined): LoadedStream {
  const stream = { version, at, state: formatState(state) };
  parsed.set(stream, state);
  return stream;
}
