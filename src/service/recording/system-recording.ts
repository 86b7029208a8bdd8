/** Recordings of the system, without a command, each once: the opening, the founding, closings of the journal, sweeps. */

import { utf8 } from "../../base/bytes.ts";
import type { NewEvent } from "../../domain/command.ts";
import type { Actor } from "../../domain/event.ts";
import { mergeChanges, type RowChanges } from "../../domain/row-changes.ts";
import { digest } from "../../log/hash.ts";
import { compose } from "./compose.ts";
import type { Host } from "../host.ts";
import { keepAdvances } from "./kept-advances.ts";
import type { Loaded, Recording } from "../ports.ts";

export interface SystemRecording {
  readonly events: readonly NewEvent[];
  readonly loaded: Pick<Loaded, "streams" | "now">;
  readonly actor: Actor;
  /** `systemScope` of what is recorded: another process that records the same finds it there. */
  readonly scope: Uint8Array;
  /** Streams that must still have the version that was read. */
  readonly reads?: Recording["reads"];
  /** Rows of read models that change beside those of the streams that advance. */
  readonly rows?: RowChanges;
}

/** Records, seals and remembers. Returns false if another process was faster, or a stream advanced meanwhile. */
export async function recordBySystem(
  { events, loaded, actor, scope, reads = [], rows = {} }: SystemRecording,
  host: Host,
): Promise<boolean> {
  const { random, law } = host;
  const around = { loaded: loaded.streams, actor, now: loaded.now, random, edition: law.running.number };
  const composed = compose(events, around);
  if (!composed.ok) throw new Error("an event of the system is too large for the log");
  const recording: Recording = {
    scope,
    body: scope,
    status: 201,
    decidedAt: loaded.now,
    reads,
    ...composed.value,
    rows: mergeChanges([composed.value.rows, rows]),
  };
  const recorded = await host.record(recording);
  if (recorded.status !== "recorded") return false;
  keepAdvances(recording, host);
  await host.remember((recorded.placement ?? (await host.seal(recorded.events))).size);
  return true;
}

/** Makes an idempotency scope that no command of a person can have. */
export function systemScope(name: string): Uint8Array {
  return digest(utf8(`minh-chung/${name}`));
}
