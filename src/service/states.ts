/** Loaded streams as the states that deciders ask for. */

import type { Day } from "../base/day.ts";
import type { StreamKind, StreamName } from "../domain/event.ts";
import { streamName } from "../domain/event.ts";
import type { States } from "../domain/command.ts";
import { evolve, type StateOf } from "../domain/streams.ts";
import type { LoadedStream } from "./ports.ts";

export type LoadedStreams = ReadonlyMap<StreamName, LoadedStream | undefined>;

/** Each state is parsed once, when it is first asked for. */
export function statesOf(loaded: LoadedStreams): States {
  const parsed = new Map<StreamName, unknown>();
  return {
    of: <Kind extends StreamKind>(kind: Kind, id: string) => {
      const name = streamName(kind, id);
      if (!parsed.has(name)) parsed.set(name, parseState<Kind>(loaded.get(name)?.state));
      return parsed.get(name) as StateOf<Kind> | undefined;
    },
  };
}

/** The text was written by `formatState` from the fold of the stream's events; `npm run audit` folds them again and compares. */
export function parseState<Kind extends StreamKind>(text: string | undefined): StateOf<Kind> | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as StateOf<Kind>);
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
