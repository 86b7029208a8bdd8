/** A process keeps the newest that it saw of each stream, as long as there is room. */

import { describe, expect, test } from "vitest";
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

describe("the cache of streams", () => {
  test("knows that a stream does not exist", () => {
    const known = new KnownStreams(10_000);
    expect(known.get(a)).toBeUndefined();
    known.keep(a, undefined, 5);
    expect(known.get(a)).toEqual({ stream: undefined, at: 5 });
  });

  test("keeps the known copy of the same version, for its state is parsed, and replaces one of another version", () => {
    const known = new KnownStreams(10_000);
    const first = loaded(3);
    expect(known.keep(a, first, 1)).toBe(first);
    expect(known.keep(a, loaded(3), 2)).toBe(first);
    expect(known.get(a)).toEqual({ stream: first, at: 2 });
    const older = loaded(2);
    expect(known.keep(a, older, 3)).toBe(older);
    const another = loaded(2, "{}", "2026-11-23T08:00:01.000Z");
    expect(known.keep(a, another, 4)).toBe(another);
    known.keep(a, undefined, 5);
    expect(known.get(a)?.stream).toBeUndefined();
  });

  test("keeps the answer to the later of two questions, whichever comes first", () => {
    const known = new KnownStreams(10_000);
    const [earlier, later] = [loaded(1), loaded(2)];
    known.keep(a, later, 20);
    expect(known.keep(a, earlier, 10)).toBe(earlier);
    expect(known.get(a)).toEqual({ stream: later, at: 20 });
  });

  test("forgets the least recently used streams when there is no more room", () => {
    const known = new KnownStreams(3000);
    const long = "x".repeat(1000);
    known.keep(a, loaded(1, long), 1);
    known.keep(b, loaded(1, long), 1);
    known.keep(a, loaded(2, long), 2);
    known.keep(c, loaded(1, long), 2);
    expect([a, b, c].map((name) => known.get(name) !== undefined)).toEqual([true, false, true]);
  });

  test("does not keep a stream that is larger than all the room", () => {
    const known = new KnownStreams(1000);
    known.keep(a, loaded(1, "x".repeat(2000)), 1);
    expect(known.get(a)).toBeUndefined();
    known.keep(b, loaded(1), 1);
    expect(known.get(b)).toBeDefined();
  });

  test("gives a read a stream of the directory for two seconds, and no other stream", () => {
    const known = new KnownStreams(10_000);
    const person = streamName("person", "a".repeat(32));
    const stream = loaded(1);
    known.keep(person, stream, 1000);
    known.keep(a, stream, 1000);
    expect(known.recentDirectory(person, 3000)?.stream).toBe(stream);
    expect(known.recentDirectory(person, 3001)).toBeUndefined();
    expect(known.recentDirectory(a, 1000)).toBeUndefined();
  });
});
