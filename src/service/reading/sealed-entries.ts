/** Which version of a stream stands at which index of the log; a version without one is not yet sealed. */

import { z } from "zod";
import { type Actor, actor, type StreamName } from "../../domain/event.ts";
import type { Host } from "../host.ts";
import { leafEvent } from "../streams/leaf-event.ts";

/** An entry as a list shows it: what happened, when and by whom it was recorded, where it stands in the log. */
export interface SealedEntry {
  readonly index: number;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly actor: Actor;
  /** The id of the act that it records, if it records one. */
  readonly act: string | undefined;
}

const event = z.object({
  version: z.int(),
  type: z.string(),
  at: z.string(),
  actor,
  data: z.looseObject({ act: z.string().optional() }),
});
export type SealedEvent = z.infer<typeof event>;

/** Lists the entries of a stream, those that `isShown` picks if it is given. */
export async function sealedEntries(
  stream: StreamName,
  host: Pick<Host, "log">,
  isShown: (event: SealedEvent) => boolean = () => true,
): Promise<readonly SealedEntry[]> {
  const events = (await host.log.leavesOf(stream)).map(({ index, leaf }) => ({
    index,
    event: event.parse(leafEvent(leaf)),
  }));
  return events.flatMap(({ index, event: { data, ...rest } }) =>
    isShown({ data, ...rest }) ? [{ index, ...rest, act: data.act }] : [],
  );
}

/** Returns the index at which an act was recorded; undefined while it is not sealed (chưa niêm phong). */
export function indexOfAct(entries: readonly SealedEntry[], act: string): number | undefined {
  return entries.find((entry) => entry.act === act && entry.type !== "act-corrected")?.index;
}
