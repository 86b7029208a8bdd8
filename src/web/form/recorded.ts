/** What a command's answer says was recorded: the first entry's index, and which streams it moved. */

import { z } from "zod";

const event = z.object({ stream: z.string() });
const answer = z.union([
  z.object({ entries: z.array(z.object({ entry: z.object({ index: z.int(), event }) })).min(1) }),
  z.object({ range: z.object({ start: z.int() }), events: z.array(event).min(1) }),
]);

export interface ReceiptSummary {
  readonly index: number;
  readonly streams: readonly string[];
}

/** The answer is our own (service/receipt.ts): one that does not fit is a fault. */
export function readReceiptSummary(body: string): ReceiptSummary {
  const read = answer.parse(JSON.parse(body));
  if ("range" in read) return { index: read.range.start, streams: read.events.map(({ stream }) => stream) };
  const [first] = read.entries;
  return { index: first?.entry.index ?? 0, streams: read.entries.map(({ entry }) => entry.event.stream) };
}

/** The id of the first stream of this kind that it moved. */
export function movedStream(recorded: ReceiptSummary, kind: string): string | undefined {
  return recorded.streams.find((stream) => stream.startsWith(`${kind}/`))?.slice(kind.length + 1);
}
