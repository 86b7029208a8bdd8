/** The events that a command recorded, read from where they stand in the log. */

import { z } from "zod";
import { parseUtf8 } from "../../base/bytes.ts";
import { parseStreamName, type StreamName } from "../../domain/event.ts";
import type { Placement } from "../../log/receipt.ts";

export interface EventInLog {
  readonly index: number;
  readonly type: string;
  readonly stream: StreamName;
  readonly data: Readonly<Record<string, unknown>>;
}

const event = z.object({
  type: z.string(),
  stream: z.string().transform(parseStreamName),
  data: z.record(z.string(), z.unknown()),
});

/** Returns them in the order of the log. */
export function recordedEvents({ entries }: Placement): readonly EventInLog[] {
  return entries.map(({ index, body }) => ({ index, ...event.parse(JSON.parse(parseUtf8(body))) }));
}
