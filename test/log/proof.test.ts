import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyRoot, type Hash, nodeHash } from "../../src/log/hash.ts";
import {
  checkConsistency,
  checkInclusion,
  checkRange,
  type ConsistencyClaim,
  foldSpans,
  type HashOf,
  type InclusionClaim,
  proveConsistency,
  proveInclusion,
  proveRange,
  type RangeClaim,
} from "../../src/log/proof.ts";
import {
  completeParts,
  consistencySpans,
  inclusionSpans,
  rangeSpans,
  type Span,
  subtreesOf,
} from "../../src/log/span.ts";
import { edgeRoot } from "../../src/log/tree.ts";
import { consistency, path, someLeaves, treeRoot } from "./reference-tree.ts";

const most = 100;
const leaves = someLeaves(most + 1);
const leaf = (index: number): Hash => leaves[index] ?? emptyRoot;
const roots: Hash[] = [];
const root = (size: number): Hash => roots[size] ?? emptyRoot;
const known = new Map<string, Hash>();

/** Hashes of complete subtrees; anything else is a mistake of the prover. */
const hashOf: HashOf = (start, end) => {
  if (!isComplete(start, end)) throw new Error(`[${start}, ${end}) is not a complete subtree`);
  const hash = known.get(`${start}-${end}`) ?? treeRoot(leaves.slice(start, end));
  known.set(`${start}-${end}`, hash);
  return hash;
};

function isComplete(start: number, end: number): boolean {
  return Number.isInteger(Math.log2(end - start)) && start % (end - start) === 0;
}

beforeAll(() => {
  for (let size = 0; size <= most + 1; size++) roots.push(treeRoot(leaves.slice(0, size)));
});

function flip(hash: Hash): Hash {
  const flipped = nodeHash(hash, hash);
  flipped.set(hash);
  flipped[31] = (hash[31] ?? 0) ^ 1;
  return flipped;
}

/** The proof with each hash flipped or dropped, two neighbours swapped, and one hash more at either end. */
function spoiled(proof: readonly Hash[]): (readonly Hash[])[] {
  return [
    ...proof.map((hash, at) => proof.with(at, flip(hash))),
    ...proof.map((_, at) => proof.toSpliced(at, 1)),
    ...proof.slice(1).map((hash, at) => proof.toSpliced(at, 2, hash, proof[at] ?? hash)),
    [...proof, emptyRoot],
    [emptyRoot, ...proof],
  ];
}

function inclusion(index: number, size: number): InclusionClaim {
  return { index, size, leaf: leaf(index), proof: proveInclusion(index, size, hashOf), root: root(size) };
}

describe("inclusion in every tree up to 100 leaves", () => {
  test("the proof is PATH(m, D[n]) of RFC 6962 §2.1.1 and is accepted", () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const claim = inclusion(index, size);
        expect(claim.proof).toEqual(path(index, leaves.slice(0, size)));
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

  test("another leaf or another root is refused", () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const claim = inclusion(index, size);
        expect(checkInclusion({ ...claim, leaf: leaf(index + 1) })).toBe(false);
        expect(checkInclusion({ ...claim, root: root(size + 1) })).toBe(false);
      }
    }
  });

  test("at any other index it is refused", () => {
    for (let size = 1; size <= most; size++) {
      const claim = inclusion(Math.floor(size / 2), size);
      for (const other of [-1, 0.5, Number.NaN, ...Array(size + 2).keys()]) {
        if (other !== claim.index) expect(checkInclusion({ ...claim, index: other })).toBe(false);
      }
    }
  });

  test("in a tree of any other size it is refused", () => {
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
      expect(claim.proof).toEqual(consistency(oldSize, leaves.slice(0, newSize)));
      expect(checkConsistency(claim)).toBe(true);
    });
  });

  test("a proof with any hash changed, dropped, swapped or added is refused", () => {
    eachPair((oldSize, newSize) => {
      const claim = consistent(oldSize, newSize);
      expect(spoiled(claim.proof).filter((proof) => checkConsistency({ ...claim, proof }))).toEqual([]);
    });
  });

  test("another root at either end is refused", () => {
    eachPair((oldSize, newSize) => {
      const claim = consistent(oldSize, newSize);
      expect(checkConsistency({ ...claim, oldRoot: flip(claim.oldRoot) })).toBe(false);
      expect(checkConsistency({ ...claim, newRoot: flip(claim.newRoot) })).toBe(false);
      expect(checkConsistency({ ...claim, oldRoot: claim.newRoot, newRoot: claim.oldRoot })).toBe(oldSize === newSize);
    });
  });

  test("from or to any other size it is refused", () => {
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

function range(start: number, end: number, size: number): RangeClaim {
  const proof = proveRange({ start, end }, size, hashOf);
  return { start, size, leaves: leaves.slice(start, end), proof, root: root(size) };
}

function eachRange(sizes: number, check: (claim: RangeClaim, end: number) => void): void {
  for (let size = 1; size <= sizes; size++) {
    for (let start = 0; start < size; start++) {
      for (let end = start + 1; end <= size; end++) check(range(start, end, size), end);
    }
  }
}

describe("every range of every tree up to 40 leaves", () => {
  test("its proof is accepted", () => {
    eachRange(40, (claim) => {
      expect(checkRange(claim)).toBe(true);
    });
  });

  test("of one leaf, its proof is the inclusion proof", () => {
    for (let index = 0; index < 40; index++) {
      expect(range(index, index + 1, 40).proof).toEqual(path(index, leaves.slice(0, 40)));
    }
  });

  test("of all leaves, its proof is empty", () => {
    expect(range(0, 40, 40).proof).toEqual([]);
  });

  test("a proof with any hash changed, dropped, swapped or added is refused", () => {
    eachRange(40, (claim) => {
      expect(spoiled(claim.proof).filter((proof) => checkRange({ ...claim, proof }))).toEqual([]);
    });
  });

  test("any leaf changed, dropped or added is refused", () => {
    eachRange(16, (claim) => {
      for (const changed of spoiled(claim.leaves)) expect(checkRange({ ...claim, leaves: changed })).toBe(false);
    });
  });

  test("at any other start, or in a tree of another size, it is refused", () => {
    eachRange(20, (claim) => {
      for (let other = -1; other <= 21; other++) {
        if (other !== claim.start) expect(checkRange({ ...claim, start: other })).toBe(false);
        if (other !== claim.size) expect(checkRange({ ...claim, size: other, root: root(other) })).toBe(false);
      }
    });
  });

  test("of no leaves is refused", () => {
    expect(checkRange({ ...range(3, 5, 8), leaves: [] })).toBe(false);
  });
});

/** A tree of equal leaves: the hash of a complete subtree depends on its height alone, so that any size can be tried. */
const heights: Hash[] = [emptyRoot];
for (let i = 0; i < 53; i++) heights.push(nodeHash(heights[i] ?? emptyRoot, heights[i] ?? emptyRoot));
const uniform: HashOf = (start, end) => {
  if (start % (end - start) !== 0) throw new Error(`[${start}, ${end}) is not a complete subtree`);
  return heights[Math.log2(end - start)] ?? emptyRoot;
};
const uniformRoot = (size: number): Hash =>
  edgeRoot(completeParts({ start: 0, end: size }).map((part) => uniform(part.start, part.end)));
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

  test("a size that a number cannot hold is refused", () => {
    const claim = {
      index: 0,
      size: 2 ** 53,
      leaf: emptyRoot,
      proof: heights.slice(0, 53),
      root: heights[53] ?? emptyRoot,
    };
    expect(checkInclusion(claim)).toBe(false);
    expect(() => inclusionSpans(0, 2 ** 53)).toThrow(RangeError);
  });
});

describe("a store that fetches in one query", () => {
  const fetch = (spans: readonly Span[]): Hash[] => subtreesOf(spans).map(({ start, end }) => hashOf(start, end));

  test.each([
    ["inclusion", inclusionSpans(37, 100), proveInclusion(37, 100, hashOf)],
    ["consistency", consistencySpans(37, 100), proveConsistency(37, 100, hashOf)],
    ["a range", rangeSpans({ start: 37, end: 59 }, 100), proveRange({ start: 37, end: 59 }, 100, hashOf)],
  ])("folds the proof of %s from the hashes of its subtrees", (_, spans, proof) => {
    expect(foldSpans(spans, fetch(spans))).toEqual(proof);
  });

  test("hears of a hash too many or too few", () => {
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
