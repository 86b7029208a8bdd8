import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyRoot, type Hash } from "../../src/log/hash.ts";
import {
  checkConsistency,
  checkInclusion,
  checkRange,
  proveConsistency,
  proveInclusion,
  proveRange,
} from "../../src/log/proof.ts";
import { inclusionSpans } from "../../src/log/span.ts";
import { flip, spoiled, uniformHashOf as uniform, uniformRoot, uniformRoots } from "./small-trees.ts";

const anySize = fc.oneof(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.constant(Number.MAX_SAFE_INTEGER));
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe("in trees of up to 2^53 - 1 leaves", () => {
  test("inclusion is proved and checked", () => {
    fc.assert(
      fc.property(anySize, share, (size, at) => {
        const index = Math.floor(size * at);
        const claim = {
          index,
          size,
          leaf: emptyRoot,
          proof: proveInclusion(index, size, uniform),
          root: uniformRoot(size),
        };
        expect(checkInclusion(claim)).toBe(true);
        expect(claim.proof.length).toBeLessThanOrEqual(53);
        for (const proof of spoiled(claim.proof.slice(0, 1))) {
          expect(checkInclusion({ ...claim, proof: [...proof, ...claim.proof.slice(1)] })).toBe(false);
        }
      }),
    );
  });

  test("consistency is proved and checked", () => {
    fc.assert(
      fc.property(anySize, share, (newSize, at) => {
        const oldSize = Math.floor(newSize * at);
        const proof = proveConsistency(oldSize, newSize, uniform);
        const claim = { oldSize, newSize, oldRoot: uniformRoot(oldSize), newRoot: uniformRoot(newSize), proof };
        expect(checkConsistency(claim)).toBe(true);
        if (oldSize > 0) expect(checkConsistency({ ...claim, newRoot: flip(claim.newRoot) })).toBe(false);
      }),
    );
  });

  test("a range is proved and checked", () => {
    fc.assert(
      fc.property(anySize, share, fc.integer({ min: 1, max: 600 }), (size, at, length) => {
        const start = Math.floor(size * at);
        const end = Math.min(size, start + length);
        const proof = proveRange({ start, end }, size, uniform);
        const run: readonly Hash[] = Array.from({ length: end - start }, () => emptyRoot);
        expect(checkRange({ start, size, leaves: run, proof, root: uniformRoot(size) })).toBe(true);
      }),
    );
  });

  test("a size beyond 2^53 - 1 is refused, because a number cannot hold it", () => {
    const claim = {
      index: 0,
      size: 2 ** 53,
      leaf: emptyRoot,
      proof: uniformRoots.slice(0, 53),
      root: uniformRoots[53] ?? emptyRoot,
    };
    expect(checkInclusion(claim)).toBe(false);
    expect(() => inclusionSpans(0, 2 ** 53)).toThrow(RangeError);
  });
});
