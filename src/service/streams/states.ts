/** Makes states of loaded streams. */

import { z } from "zod";
import { parseUtf8 } from "../../base/bytes.ts";
import { type Day, dayOf, type Instant } from "../../base/day.ts";
import {
  envelope,
  parseStreamName,
  type StreamKind,
  type StreamName,
  streamKind,
  streamName,
} from "../../domain/event.ts";
import type { States } from "../../domain/command.ts";
import { evolve, type StateOf } from "../../domain/streams.ts";
import type { LoadedStream } from "../loaded-stream.ts";

export type LoadedStreams = ReadonlyMap<StreamName, LoadedStream | undefined>;

export function statesOf(loaded: LoadedStreams): States {
  return { of: (kind, id) => stateOf<typeof kind>(loaded.get(streamName(kind, id))) };
}

const parsed = new WeakMap<LoadedStream, unknown>();

/** Parses a state once, when first asked for. formatState wrote it from a fold that `npm run audit` repeats. */
export function stateOf<Kind extends StreamKind>(stream: LoadedStream | undefined): StateOf<Kind> | undefined {
  if (stream === undefined) return undefined;
  const state = parsed.get(stream) ?? unfold(stream);
  parsed.set(stream, state);
  return state as StateOf<Kind>;
}

const { stream, type, at, data } = envelope.shape;
const inTail = z.object({ stream, type, at, data });

/** Parses the state as it was written, and folds the events since. */
export function unfold({ state, tail }: Pick<LoadedStream, "state" | "tail">): unknown {
  const written: unknown = JSON.parse(state);
  return tail.reduce((before, body) => {
    const event = inTail.parse(JSON.parse(parseUtf8(body)));
    return evolveAny(streamKind(parseStreamName(event.stream)), before, event, dayOf(event.at));
  }, written);
}

/** Gives the states of streams that were folded anew. The cast holds because the kind is part of a stream's name. */
export function statesFolded(folded: ReadonlyMap<StreamName, unknown>): States {
  return { of: (kind, id) => folded.get(streamName(kind, id)) as StateOf<typeof kind> | undefined };
}

/** Gives the state of a single stream. */
export function statesOfOne({ name, state }: { readonly name: StreamName; readonly state: unknown }): States {
  return statesFolded(new Map([[name, state]]));
}

/** Evolves a state by an event that was just decided, or that its kind's schema took: the types cannot follow that. */
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

interface Advanced {
  readonly version: number;
  readonly at: Instant;
  readonly state: StateOf<StreamKind> | undefined;
  /** The bodies of the events that advanced it. */
  readonly bodies: readonly Uint8Array[];
}

/**
 * Makes the stream as it will be loaded, with a state that need not be parsed again. The state is written anew when the
 * tail is longer than it: so a file's events are written twice at most however many they are, and read twice at most.
 */
export function streamAfter(before: LoadedStream | undefined, { version, at, state, bodies }: Advanced): LoadedStream {
  const tail = [...(before?.tail ?? []), ...bodies];
  const isShort = before !== undefined && lengthOf(tail) <= before.state.length;
  const stream = isShort
    ? { version, at, state: before.state, folded: before.folded, tail }
    : { version, at, state: formatState(state), folded: version, tail: [] };
  parsed.set(stream, state);
  return stream;
}

function lengthOf(bodies: readonly Uint8Array[]): number {
  return bodies.reduce((sum, { length }) => sum + length, 0);
}
