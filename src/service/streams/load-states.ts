/** Loads streams for a read until no new one is named: a name may depend on another stream's state. */

import type { Instant } from "../../base/day.ts";
import type { States } from "../../domain/command.ts";
import type { StreamName } from "../../domain/event.ts";
import type { Host } from "../host.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import { statesOf } from "./states.ts";
import { readStreams } from "./who.ts";

export interface LoadedStates {
  readonly streams: ReadonlyMap<StreamName, LoadedStream | undefined>;
  readonly states: States;
  readonly now: Instant;
  /** Why the log has stopped. */
  readonly stopped: string | undefined;
}

/** `wanted` names the streams, as far as it can with the states loaded so far. */
export async function loadStates(wanted: (states: States) => readonly StreamName[], host: Host): Promise<LoadedStates> {
  const streams = new Map<StreamName, LoadedStream | undefined>();
  for (;;) {
    const states = statesOf(streams);
    const missing = [...new Set(wanted(states))].filter((name) => !streams.has(name));
    const read = await readStreams(missing, host);
    if (missing.length === 0) return { streams, states, now: read.now, stopped: read.stopped };
    for (const [name, stream] of read.streams) streams.set(name, stream);
  }
}
