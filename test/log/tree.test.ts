import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concatBytes } from "../../src/base/bytes.ts";
import { emptyRoot, type Hash, nodeHash } from "../../src/log/hash.ts";
import {
  type Edge,
  edgeRoot,
  emptyEdge,
  formatEdge,
  growEdge,
  parseEdge,
  parseHashes,
  rootOf,
} from "../../src/log/tree.ts";
import { someLeaves, treeRoot } from "./reference-tree.ts";

const leaves = someLeaves(300);

function edgeOf(size: number): Edge {
  return growEdge(0, emptyEdge, leaves.slice(0, size)).edge;
}

test("the edge of every tree up to 300 leaves gives the root of RFC 6962 §2.1", () => {
  for (let size = 0; size <= 300; size++) {
    expect(edgeRoot(edgeOf(size))).toEqual(treeRoot(leaves.slice(0, size)));
  }
});

test("a tree that grows in two steps is the tree that grows in one", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (a, b) => {
      const [first, whole] = [Math.min(a, b), Math.max(a, b)];
      const grown = growEdge(first, edgeOf(first), leaves.slice(first, whole));
      expect(grown.size).toBe(whole);
      expect(grown.edge).toEqual(edgeOf(whole));
    }),
  );
});

test("growing does not change the edge that is given", () => {
  const edge = edgeOf(7);
  const copy = [...edge];
  growEdge(7, edge, leaves.slice(7, 20));
  expect(edge).toEqual(copy);
});

describe("the roots of 256-ary subtrees", () => {
  const some = someLeaves(520);

  test("are given when the subtree becomes full, in order (c2sp.org/tlog-tiles)", () => {
    expect(growEdge(0, emptyEdge, some).roots).toEqual([
      { level: 1, index: 0, hash: treeRoot(some.slice(0, 256)) },
      { level: 1, index: 1, hash: treeRoot(some.slice(256, 512)) },
    ]);
  });

  test("have their own index when the tree grows on", () => {
    const edge = growEdge(0, emptyEdge, some.slice(0, 511)).edge;
    const grown = growEdge(511, edge, some.slice(511));
    expect(grown.roots).toEqual([{ level: 1, index: 1, hash: treeRoot(some.slice(256, 512)) }]);
  });

  test("of level 2 are given after the last one of level 1 within them", () => {
    const size = 65_536;
    const many: readonly Hash[] = Array.from({ length: size }, () => emptyRoot);
    const { roots } = growEdge(0, emptyEdge, many);
    expect(roots.map(({ level, index }) => `${level}/${index}`).slice(-2)).toEqual(["1/255", "2/0"]);
    expect(roots.at(-1)?.hash).toEqual(uniform(16));
  });
});

/** The root of 2^height leaves that are all `emptyRoot`. */
function uniform(height: number): Hash {
  let hash = emptyRoot;
  for (let i = 0; i < height; i++) hash = nodeHash(hash, hash);
  return hash;
}

test("a tree of 2^53 - 1 leaves has the edge that its size demands", () => {
  const size = 2 ** 53 - 2;
  const edge = Array.from({ length: 52 }, (_, i) => uniform(52 - i));
  const grown = growEdge(size, edge, [emptyRoot]);
  expect(grown.size).toBe(Number.MAX_SAFE_INTEGER);
  expect(grown.edge).toEqual([...edge, emptyRoot]);
});

test("growing an edge of another size is a fault", () => {
  expect(() => growEdge(3, [emptyRoot], [])).toThrow(RangeError);
});

test("the hashes of neighbouring subtrees fold to the root above them", () => {
  for (const count of [1, 2, 3, 128, 256])
    expect(rootOf(leaves.slice(0, count))).toEqual(treeRoot(leaves.slice(0, count)));
});

describe("an edge as stored bytes", () => {
  test("parses to the edge from which it was formatted", () => {
    for (let size = 0; size <= 300; size++) expect(parseEdge(size, formatEdge(edgeOf(size)))).toEqual(edgeOf(size));
  });

  test("of another size is refused", () => {
    expect(parseEdge(8, formatEdge(edgeOf(7)))).toBeUndefined();
  });

  test("is refused when it is cut", () => {
    expect(parseHashes(concatBytes(...edgeOf(7)).subarray(1))).toBeUndefined();
  });
});
