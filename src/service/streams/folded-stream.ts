/** Folds a stream anew from the bytes of its events, as it would be kept. */

import { parseUtf8 } from "../../base/bytes.ts";
import { dayOf, type Instant, parseInstant } from "../../base/day.ts";
import { envelope, parseStreamName, type StreamName, streamKind } from "../../domain/event.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import { evolveAny, formatState } from "./states.ts";

interface Folded {
  /** Undefined without events. */
  readonly loaded: LoadedStream | undefined;
  readonly state: unknown;
}

export function foldStream(stream: StreamName, bodies: readonly Uint8Array[]): Folded {
  let state: unknown;
  let last: { readonly at: Instant; readonly version: number } | undefined;
  for (const body of bodies) {
    const { at, version, ...event } = envelope.parse(JSON.parse(parseUtf8(body)));
    const instant = parseInstant(at);
    if (instant === undefined || parseStreamName(event.stream) !== stream) throw new Error(`an event of ${stream}`);
    state = evolveAny(streamKind(stream), state, event, dayOf(instant));
    last = { at: instant, version };
  }
  const loaded = last && { ...last, state: formatState(state), folded: last.version, tail: [] };
  return { loaded, state };
}
