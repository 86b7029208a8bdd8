/** What the system itself records, without anybody's command: the opening, the founding, the closing of the journal, missed deadlines. Each once. */

import { utf8 } from "../../base/bytes.ts";
import type { NewEvent } from "../../domain/command.ts";
import type { Actor } from "../../domain/event.ts";
import { mergeChanges, type RowChanges } from "../../domain/row-changes.ts";
import { digest } from "../../log/hash.ts";
import { compose } from "./compose.ts";
import type { Host } from "../host.ts";
import type { Loaded, Recording } from "../ports.ts";

export interface SystemRecording {
  readonly events: readonly NewEvent[];
  readonly loaded: Pick<Loaded, "streams" | "now">;
  readonly actor: Actor;
  /** `ownScope` of what is recorded: another process that records the same finds it there. */
  readonly scope: Uint8Array;
  /** Streams that must stand as they were read. */
  readonly reads?: Recording["reads"];
  /** Rows of read models that change beside those of the streams that move. */
  readonly rows?: RowChanges;
}

/** Whether it was recorded now; if so, it is sealed and remembered. */
export async function recordBySystem(
  { events, loaded, actor, scope, reads = [], rows = {} }: SystemRecording,
  host: Host,
): Promise<boolean> {
  const { random, law } = host;
  const around = { loaded: loaded.streams, actor, now: loaded.now, random, edition: law.running.number };
  const composed = compose(events, around);
  if (!composed.ok) throw new Error("what the system records does not fit into the log");
  const recorded = await host.record({
    scope,
    body: scope,
    status: 201,
    decidedAt: loaded.now,
    reads,
    ...composed.value,
    rows: mergeChanges([composed.value.rows, rows]),
  });
  if (recorded.status !== "recorded") return false;
  await host.remember((recorded.placement ?? (await host.seal(recorded.events))).size);
  return true;
}

export function systemScope(name: string): Uint8Array {
  return digest(utf8(`minh-chung/${name}`));
}
