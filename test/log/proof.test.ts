import { describe, expect, test } from "vitest";
import { emptyRoot } from "../../src/log/hash.ts";
import {
  checkConsistency,
  checkInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
  proveConsistency,
  proveInclusion,
} from "../../src/log/proof.ts";
import { consistency, path } from "./reference-tree.ts";
import { areSame, flip, hashOf, leaf, leaves, most, root, spoiled } from "./small-trees.ts";

function inclusion(index: number, size: number): InclusionClaim {
  return { index, size, leaf: leaf(index), proof: proveInclusion(index, size, hashOf), root: root(size) };
}

describe("inclusion in every tree up to 100 leaves", () => {
  test("the proof is PATH(m, D[n]) of RFC 6962 §2.1.1 and is accepted", () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const claim = inclusion(index, size);
        expect(areSame(claim.proof, path(index, leaves.slice(0, size)))).toBe(true);
        expect(checkInclusion(claim)).toBe(true);
      }
    }
  });

  test("a proof with any hash changed, dropped, swapped or added is refused", () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const claim = inclusion(index, size);
        expect(spoiled(claim.proof).filter((proof) => checkInclusion({ ...claim, proof }))).toEqual([]);
      }
    }
  });

  test("the proof is refused for another leaf and for another root", () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const claim = inclusion(index, size);
        expect(checkInclusion({ ...claim, leaf: leaf(index + 1) })).toBe(false);
        expect(checkInclusion({ ...claim, root: root(size + 1) })).toBe(false);
      }
    }
  });

  test("the proof is refused at any other index", () => {
    for (let size = 1; size <= most; size++) {
      const claim = inclusion(Math.floor(size / 2), size);
      for (const other of [-1, 0.5, Number.NaN, ...Array(size + 2).keys()]) {
        if (other !== claim.index) expect(checkInclusion({ ...claim, index: other })).toBe(false);
      }
    }
  });

  test("the proof is refused in a tree of any other size", () => {
    for (let size = 1; size <= most; size++) {
      const claim = inclusion(Math.floor(size / 2), size);
      for (let other = 0; other <= most; other++) {
        if (other !== size) expect(checkInclusion({ ...claim, size: other, root: root(other) })).toBe(false);
      }
    }
  });
});

function consistent(oldSize: number, newSize: number): ConsistencyClaim {
  const proof = proveConsistency(oldSize, newSize, hashOf);
  return { oldSize, newSize, oldRoot: root(oldSize), newRoot: root(newSize), proof };
}

function eachPair(check: (oldSize: number, newSize: number) => void): void {
  for (let newSize = 1; newSize <= most; newSize++) {
    for (let oldSize = 1; oldSize <= newSize; oldSize++) check(oldSize, newSize);
  }
}

describe("consistency of every two trees up to 100 leaves", () => {
  test("the proof is PROOF(m, D[n]) of RFC 6962 §2.1.2 and is accepted", () => {
    eachPair((oldSize, newSize) => {
      const claim = consistent(oldSize, newSize);
      expect(areSame(claim.proof, consistency(oldSize, leaves.slice(0, newSize)))).toBe(true);
      expect(checkConsistency(claim)).toBe(true);
    });
  });

  test("a proof with any hash changed, dropped, swapped or added is refused", () => {
    eachPair((oldSize, newSize) => {
      const claim = consistent(oldSize, newSize);
      expect(spoiled(claim.proof).filter((proof) => checkConsistency({ ...claim, proof }))).toEqual([]);
    });
  });

  test("the proof is refused for another old root and for another new root", () => {
    eachPair((oldSize, newSize) => {
      const claim = consistent(oldSize, newSize);
      expect(checkConsistency({ ...claim, oldRoot: flip(claim.oldRoot) })).toBe(false);
      expect(checkConsistency({ ...claim, newRoot: flip(claim.newRoot) })).toBe(false);
      expect(checkConsistency({ ...claim, oldRoot: claim.newRoot, newRoot: claim.oldRoot })).toBe(oldSize === newSize);
    });
  });

  test("the proof is refused from and to any other size", () => {
    for (let newSize = 2; newSize <= most; newSize++) {
      const claim = consistent(Math.ceil(newSize / 3), newSize);
      for (let size = 1; size <= most; size++) {
        const from = { ...claim, oldSize: size, oldRoot: root(size) };
        const to = { ...claim, newSize: size, newRoot: root(size) };
        if (size !== claim.oldSize) expect(checkConsistency(from)).toBe(false);
        if (size !== newSize) expect(checkConsistency(to)).toBe(false);
      }
    }
  });

  test("every tree extends the empty tree, without any hash (RFC 9162 §2.1.4.2)", () => {
    for (let newSize = 0; newSize <= most; newSize++) {
      const claim = { oldSize: 0, newSize, oldRoot: emptyRoot, newRoot: root(newSize), proof: [] };
      expect(checkConsistency(claim)).toBe(true);
      expect(checkConsistency({ ...claim, oldRoot: root(1) })).toBe(false);
      expect(checkConsistency({ ...claim, proof: [emptyRoot] })).toBe(false);
    }
  });

  test("the empty tree has one root", () => {
    const claim = { oldSize: 0, newSize: 0, oldRoot: emptyRoot, newRoot: root(1), proof: [] };
    expect(checkConsistency(claim)).toBe(false);
  });

  test("a newer tree is not consistent with an older one", () => {
    const claim = { oldSize: 8, newSize: 4, oldRoot: root(8), newRoot: root(4), proof: [] };
    expect(checkConsistency(claim)).toBe(false);
  });
});
