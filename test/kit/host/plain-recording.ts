/** Recordings without a domain, for tests of the log alone. */

import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { bytesToHex, utf8 } from "../../../src/base/bytes.ts";
import { type Instant, parseInstant } from "../../../src/base/day.ts";
import type { StreamName } from "../../../src/domain/event.ts";
import { digest } from "../../../src/log/hash.ts";
import type { Recording } from "../../../src/service/ports.ts";

export interface PlainMove {
  readonly stream: StreamName;
  readonly before: number;
  readonly events?: number;
}

export function plainEvent(stream: StreamName, version: number): Uint8Array {
  const nonce = bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
  const event = {
    actor: { system: "sweep" },
    at: longAgo,
    data: {},
    nonce,
    stream,
    type: stream === "log/log" ? "log-opened" : "tested",
    v: 1,
    version,
  };
  return utf8(canonicalJson(event));
}

/** Returns the instant so many milliseconds after 1970. */
export function instant(milliseconds: number): Instant {
  const parsed = parseInstant(new Date(milliseconds).toISOString());
  if (parsed === undefined) throw new Error("not an instant");
  return parsed;
}

const longAgo = instant(Date.UTC(2026, 10, 23, 8));

/** The event `log-opened`, which every log has as its entry 0. */
export const plainOpening = (): Recording => plainRecording([{ stream: "log/log", before: 0 }], "opening");

export function plainRecording(
  moves: readonly PlainMove[],
  key: string = crypto.randomUUID(),
  reads: Recording["reads"] = [],
): Recording {
  return {
    scope: digest(utf8(key)),
    body: digest(utf8(JSON.stringify(moves))),
    status: 201,
    reads,
    decidedAt: instant(Date.now()),
    advances: moves.map(({ stream, before, events = 1 }) => ({
      stream,
      before,
      after: { version: before + events, at: longAgo, state: "{}", folded: before + events, tail: [] },
    })),
    events: moves.flatMap(({ stream, before, events = 1 }) =>
      Array.from({ length: events }, (_, i) => ({
        stream,
        version: before + i + 1,
        body: plainEvent(stream, before + i + 1),
      })),
    ),
    secrets: [],
    rows: {},
  };
}
