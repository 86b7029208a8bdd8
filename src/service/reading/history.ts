/** The events of a stream as they were sealed, with the texts behind them for who may see them: what was said, and when. */

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

export async function historyOf(sealing: FieldPlace, reader: Reader, host: Host): Promise<History> {
  const leaves = await host.log.leavesOf(sealing.stream);
  const events = leaves.map(({ index, leaf }) => {
    const read = event.parse(leafEvent(leaf));
    if (read.at === undefined) throw new Error(`entry ${index} is not an event`);
    return { ...read, at: read.at, index };
  });
  return {
    events,
    opened: await openReferences(
      events.map(({ data }) => data),
      sealing,
      reader,
      host,
    ),
  };
}
