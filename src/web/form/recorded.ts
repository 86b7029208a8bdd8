/** What the console tells of a command that was recorded: its first entry, and which streams it began or advanced. */

import { streamId, type StreamKind, streamKind } from "../../domain/event.ts";
import type { EventInLog } from "../../service/recording/recorded-events.ts";

/** The id of the first stream of this kind that has one of the events. */
export function recordedStream(events: readonly EventInLog[], kind: StreamKind): string | undefined {
  const found = events.find(({ stream }) => streamKind(stream) === kind);
  return found && streamId(found.stream);
}
