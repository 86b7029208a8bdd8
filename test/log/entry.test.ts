import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseUtf8, utf8 } from "../../src/base/bytes.ts";
import { maxEventBytes, maxLeafBytes, noPrev, parseEntry, wrapEvent } from "../../src/log/entry.ts";
import { emptyRoot, leafHash, parseHashBytes } from "../../src/log/hash.ts";

const event = utf8('{"type":"log-opened"}');
const hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const someEntry = fc.record({
  event: fc.uint8Array({ maxLength: 60 }),
  index: fc.maxSafeInteger().map(Math.abs),
  prev: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => parseHashBytes(bytes) ?? noPrev),
});

test("a leaf is the event verbatim, its index, and the leaf hash before it (FORMAT.md, leaf)", () => {
  expect(parseUtf8(wrapEvent({ event, index: 1234, prev: emptyRoot }))).toBe(
    `{"event":{"type":"log-opened"},"index":1234,"prev":"${hex}"}`,
  );
});

test("entry 0 names 64 zeros as the hash of the entry before it", () => {
  expect(parseUtf8(wrapEvent({ event, index: 0, prev: noPrev }))).toContain(`"index":0,"prev":"${"0".repeat(64)}"`);
});

test("the leaf of entry 0 parses to the same entry", () => {
  expect(parseEntry(wrapEvent({ event, index: 0, prev: noPrev }))).toEqual({ event, index: 0, prev: noPrev });
});

test("a leaf parses to the same entry, whatever bytes the event has", () => {
  fc.assert(
    fc.property(someEntry, (entry) => {
      expect(parseEntry(wrapEvent(entry))).toEqual(entry);
    }),
  );
});

test("an event that looks like the end of a leaf is not taken for it", () => {
  const inner = wrapEvent({ event, index: 5, prev: emptyRoot });
  expect(parseEntry(wrapEvent({ event: inner, index: 6, prev: leafHash(inner) }))).toEqual({
    event: inner,
    index: 6,
    prev: leafHash(inner),
  });
});

test("a leaf with one byte changed parses to another entry or to none", () => {
  const leaf = wrapEvent({ event, index: 1234, prev: emptyRoot });
  fc.assert(
    fc.property(fc.nat(leaf.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Uint8Array.from(leaf);
      changed[at] = (changed[at] ?? 0) ^ change;
      const entry = parseEntry(changed);
      expect(entry === undefined ? changed : wrapEvent(entry)).toEqual(changed);
      expect(entry).not.toEqual(parseEntry(leaf));
    }),
  );
});

test("a leaf cut at its beginning or its end is no leaf", () => {
  const leaf = wrapEvent({ event, index: 1234, prev: emptyRoot });
  for (let at = 1; at < leaf.length; at++) {
    expect(parseEntry(leaf.subarray(0, at))).toBeUndefined();
    expect(parseEntry(leaf.subarray(at))).toBeUndefined();
  }
});

describe("parsing refuses", () => {
  test.each([
    ["an index with a leading zero", `{"event":{},"index":01,"prev":"${hex}"}`],
    ["a negative index", `{"event":{},"index":-1,"prev":"${hex}"}`],
    ["an index of 2^53", `{"event":{},"index":9007199254740992,"prev":"${hex}"}`],
    ["an index of 17 digits", `{"event":{},"index":10000000000000000,"prev":"${hex}"}`],
    ["no index", `{"event":{},"index":,"prev":"${hex}"}`],
    ["a fraction", `{"event":{},"index":1.5,"prev":"${hex}"}`],
    ["capital hexadecimal digits", `{"event":{},"index":1,"prev":"${hex.toUpperCase()}"}`],
    ["a short hash", `{"event":{},"index":1,"prev":"${hex.slice(2)}"}`],
    ["a space", `{"event":{}, "index":1,"prev":"${hex}"}`],
    ["a newline at the end", `{"event":{},"index":1,"prev":"${hex}"}\n`],
    ["another order", `{"index":1,"event":{},"prev":"${hex}"}`],
    ["another name", `{"evens":{},"index":1,"prev":"${hex}"}`],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(parseEntry(utf8(text))).toBeUndefined();
  });
});

describe("the longest event", () => {
  const index = Number.MAX_SAFE_INTEGER;
  const longest = new Uint8Array(maxEventBytes).fill(0x20);

  test("fits into a leaf of 65,535 bytes with the largest index (c2sp.org/tlog-tiles)", () => {
    const leaf = wrapEvent({ event: longest, index, prev: emptyRoot });
    expect(leaf).toHaveLength(maxLeafBytes);
    expect(parseEntry(leaf)?.event).toEqual(longest);
  });

  test("cannot be longer: wrapping one byte more is a fault, whatever the index", () => {
    const longer = new Uint8Array(maxEventBytes + 1);
    expect(() => wrapEvent({ event: longer, index: 0, prev: noPrev })).toThrow(RangeError);
  });

  test("cannot be longer for a reader either", () => {
    const text = `{"event":${" ".repeat(maxEventBytes + 1)},"index":0,"prev":"${hex}"}`;
    expect(text.length).toBeLessThan(maxLeafBytes);
    expect(parseEntry(utf8(text))).toBeUndefined();
  });
});

test.each([-1, 0.5, 2 ** 53, Number.NaN])("wrapping an event at %d is a fault: it is no index", (index) => {
  expect(() => wrapEvent({ event, index, prev: noPrev })).toThrow(RangeError);
});
