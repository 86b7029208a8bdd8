/** The edition of the law that counts is read once a minute for the answers that name it. */

import { expect, test } from "vitest";
import { type Instant, parseInstant } from "../../../src/base/day.ts";
import { currentEdition, editions } from "../../../src/law/edition.ts";
import type { Loaded } from "../../../src/service/ports.ts";
import { cachedLawStatus, readLawStatus } from "../../../src/service/streams/law-status-cache.ts";
import { noPrev } from "../../../src/log/entry.ts";

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error("not an instant");
  return parsed;
}

const head = { size: 0, hash: noPrev, edge: [], checkpoints: 0, stopped: undefined };
const nothing: Loaded = {
  now: instant("2026-11-23T08:00:00.000Z"),
  head,
  behind: false,
  clockWait: undefined,
  streams: new Map(),
  repeated: undefined,
};

test("the edition that counts is asked for once a minute", async () => {
  let [milliseconds, loads] = [1_000_000, 0];
  const host = {
    cache: { law: { status: undefined, at: 0 } },
    law: { running: currentEdition, known: editions },
    clock: () => milliseconds,
    load: async () => {
      loads += 1;
      return nothing;
    },
    sealedStream: async () => undefined,
  };
  const first = await cachedLawStatus(host);
  expect(first.status).toBe("opening");
  milliseconds += 60_000;
  expect(await cachedLawStatus(host)).toBe(first);
  expect(loads).toBe(1);
  milliseconds += 1;
  await cachedLawStatus(host);
  expect(loads).toBe(2);
  await readLawStatus(host);
  expect(loads).toBe(3);
});
