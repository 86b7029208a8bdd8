/** The stream that a recorded command began or advanced: a form goes on to its page. */

import { streamId, type StreamKind, streamKind } from "../../domain/event.ts";
import type { EventInLog } from "../../service/recording/recorded-events.ts";

/** recordedStream returns the id of the first stream of this kind that has one of the events. */
export function recordedStream(events: readonly EventInLog[], kind: StreamKind): string | undefined {
  const found = events.find(({ stream }) => streamKind(stream) === kind);
  return found && streamId(found.stream);
}
