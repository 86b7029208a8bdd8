import { describe, expect, test } from "vitest";
import { emptyRoot, type Hash } from "../../src/log/hash.ts";
import { foldSpans, proveConsistency, proveInclusion, proveRange } from "../../src/log/proof.ts";
import { consistencySpans, inclusionSpans, rangeSpans, type Span, subtreesOf } from "../../src/log/span.ts";
import { hashOf } from "./small-trees.ts";

function fetch(spans: readonly Span[]): Hash[] {
  return subtreesOf(spans).map(({ start, end }) => hashOf(start, end));
}

describe("a store that fetches the hashes in one query", () => {
  test.each([
    ["inclusion", inclusionSpans(37, 100), proveInclusion(37, 100, hashOf)],
    ["consistency", consistencySpans(37, 100), proveConsistency(37, 100, hashOf)],
    ["a range", rangeSpans({ start: 37, end: 59 }, 100), proveRange({ start: 37, end: 59 }, 100, hashOf)],
  ])("folds the proof of %s from the hashes of its subtrees", (_, spans, proof) => {
    expect(foldSpans(spans, fetch(spans))).toEqual(proof);
  });

  test("throws on a hash too many or too few", () => {
    const spans = inclusionSpans(37, 100);
    expect(() => foldSpans(spans, [...fetch(spans), emptyRoot])).toThrow(RangeError);
    expect(() => foldSpans(spans, fetch(spans).slice(1))).toThrow(RangeError);
  });
});

test.each([
  ["an index beyond the tree", () => inclusionSpans(3, 3)],
  ["an empty range", () => rangeSpans({ start: 2, end: 2 }, 3)],
  ["a range beyond the tree", () => rangeSpans({ start: 2, end: 4 }, 3)],
  ["an older tree that is larger", () => consistencySpans(4, 3)],
])("%s cannot be proved", (_, prove) => {
  expect(prove).toThrow(RangeError);
});
