import { describe, expect, test } from "vitest";
import { checkRange, proveRange, type RangeClaim } from "../../src/log/proof.ts";
import { path } from "./reference-tree.ts";
import { hashOf, leaves, root, spoiled } from "./small-trees.ts";

function range(start: number, end: number, size: number): RangeClaim {
  const proof = proveRange({ start, end }, size, hashOf);
  return { start, size, leaves: leaves.slice(start, end), proof, root: root(size) };
}

function eachRange(sizes: number, check: (claim: RangeClaim) => void): void {
  for (let size = 1; size <= sizes; size++) {
    for (let start = 0; start < size; start++) {
      for (let end = start + 1; end <= size; end++) check(range(start, end, size));
    }
  }
}

describe("every range of every tree up to 40 leaves", () => {
  test("the proof is accepted", () => {
    eachRange(40, (claim) => {
      expect(checkRange(claim)).toBe(true);
    });
  });

  test("the proof of one leaf is its inclusion proof", () => {
    for (let index = 0; index < 40; index++) {
      expect(range(index, index + 1, 40).proof).toEqual(path(index, leaves.slice(0, 40)));
    }
  });

  test("the proof of all leaves is empty", () => {
    expect(range(0, 40, 40).proof).toEqual([]);
  });

  test("a proof with any hash changed, dropped, swapped or added is refused", () => {
    eachRange(40, (claim) => {
      expect(spoiled(claim.proof).filter((proof) => checkRange({ ...claim, proof }))).toEqual([]);
    });
  });

  test("the proof is refused with a leaf changed, dropped or added", () => {
    eachRange(16, (claim) => {
      for (const changed of spoiled(claim.leaves)) expect(checkRange({ ...claim, leaves: changed })).toBe(false);
    });
  });

  test("the proof is refused at any other start and in a tree of another size", () => {
    eachRange(20, (claim) => {
      for (let other = -1; other <= 21; other++) {
        if (other !== claim.start) expect(checkRange({ ...claim, start: other })).toBe(false);
        if (other !== claim.size) expect(checkRange({ ...claim, size: other, root: root(other) })).toBe(false);
      }
    });
  });

  test("a proof of no leaves is refused", () => {
    expect(checkRange({ ...range(3, 5, 8), leaves: [] })).toBe(false);
  });
});
