/** The same host, with a database clock that is some days later. */

import { parseInstant } from "../../../src/base/day.ts";
import type { Host } from "../../../src/service/host.ts";

export function later(days: number, host: Host): Host {
  return {
    ...host,
    load: async (...asked) => {
      const loaded = await host.load(...asked);
      const now = parseInstant(new Date(Date.parse(loaded.now) + days * 86_400_000).toISOString());
      if (now === undefined) throw new Error("no such instant");
      return { ...loaded, now };
    },
  };
}
