/** The history of a stream: its events as they were sealed, with the committed texts for a reader who may see them. */

import { z } from "zod";
import { type Instant, parseInstant } from "../../base/day.ts";
import type { Host } from "../host.ts";
import { leafEvent } from "../streams/leaf-event.ts";
import { type Opened, openReferences, type FieldPlace } from "./opened.ts";
import type { Reader } from "../streams/reader.ts";

interface HistoryEvent {
  readonly index: number;
  readonly version: number;
  readonly type: string;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface History {
  readonly events: readonly HistoryEvent[];
  readonly opened: Opened;
}

const event = z.object({
  version: z.int(),
  type: z.string(),
  at: z.string().transform((text) => parseInstant(text)),
  data: z.record(z.string(), z.unknown()),
});

export async function historyOf(place: FieldPlace, reader: Reader, host: Host): Promise<History> {
  const leaves = await host.log.leavesOf(place.stream);
  const events = leaves.map(({ index, leaf }) => {
    const read = event.parse(leafEvent(leaf));
    if (read.at === undefined) throw new Error(`entry ${index} has no instant`);
    return { ...read, at: read.at, index };
  });
  return {
    events,
    opened: await openReferences(
      events.map(({ data }) => data),
      place,
      reader,
      host,
    ),
  };
}
