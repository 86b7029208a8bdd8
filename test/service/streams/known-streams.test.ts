/** What a process knows of streams: the newest that it saw, as long as there is room; the longest unused go first. */

import { expect, test } from "vitest";
import { parseInstant } from "../../../src/base/day.ts";
import { type StreamName, streamName } from "../../../src/domain/event.ts";
import { KnownStreams } from "../../../src/service/streams/known-streams.ts";
import type { LoadedStream } from "../../../src/service/loaded-stream.ts";

const [a, b, c] = ["a", "b", "c"].map((digit): StreamName => streamName("case", digit.repeat(32)));
if (a === undefined || b === undefined || c === undefined) throw new Error("three streams");

function loaded(version: number, state = "{}", at = "2026-11-23T08:00:00.000Z"): LoadedStream {
  const instant = parseInstant(at);
  if (instant === undefined) throw new Error("not an instant");
  return { version, at: instant, state, folded: version, tail: [] };
}

test("that a stream does not exist is known too", () => {
  const known = new KnownStreams(10_000);
  expect([known.has(a), known.get(a)]).toEqual([false, undefined]);
  known.keep(a, undefined);
  expect([known.has(a), known.get(a)]).toEqual([true, undefined]);
});

test("of the same version the one that was known stays, for its state is parsed; of another the new one counts", () => {
  const known = new KnownStreams(10_000);
  const first = loaded(3);
  expect(known.keep(a, first)).toBe(first);
  expect(known.keep(a, loaded(3))).toBe(first);
  const older = loaded(2);
  expect(known.keep(a, older)).toBe(older);
  const another = loaded(2, "{}", "2026-11-23T08:00:01.000Z");
  expect(known.keep(a, another)).toBe(another);
  known.keep(a, undefined);
  expect(known.get(a)).toBeUndefined();
});

test("when there is no more room, those that were not kept again the longest are forgotten", () => {
  const known = new KnownStreams(3000);
  const long = "x".repeat(1000);
  known.keep(a, loaded(1, long));
  known.keep(b, loaded(1, long));
  known.keep(a, loaded(2, long));
  known.keep(c, loaded(1, long));
  expect([a, b, c].map((name) => known.has(name))).toEqual([true, false, true]);
});

test("what is larger than all the room is not kept", () => {
  const known = new KnownStreams(1000);
  known.keep(a, loaded(1, "x".repeat(2000)));
  expect(known.has(a)).toBe(false);
  known.keep(b, loaded(1));
  expect(known.has(b)).toBe(true);
});
