/** The same host, with a database clock that is some days later. */

import { type Instant, parseInstant } from "../../../src/base/day.ts";
import type { Host } from "../../../src/service/host.ts";

export function later(days: number, host: Host): Host {
  return {
    ...host,
    load: async (...asked) => {
      const loaded = await host.load(...asked);
      return { ...loaded, now: moved(loaded.now, days) };
    },
    // The database refuses what was decided more than a minute off its own clock, which has not moved.
    record: async (recording) => host.record({ ...recording, decidedAt: moved(recording.decidedAt, -days) }),
  };
}

function moved(instant: Instant, days: number): Instant {
  const there = parseInstant(new Date(Date.parse(instant) + days * 86_400_000).toISOString());
  if (there === undefined) throw new Error("no such instant");
  return there;
}
