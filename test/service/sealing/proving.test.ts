/** Proofs made from the rows of a store hold by RFC 6962 at every border of its tiles, and ask for each tile once. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8 } from "../../../src/base/bytes.ts";
import { leafHash } from "../../../src/log/hash.ts";
import { checkConsistency, checkInclusion, checkRange } from "../../../src/log/proof.ts";
import { emptyEdge, growEdge, rootOf } from "../../../src/log/tree.ts";
import type { LogReader } from "../../../src/service/ports.ts";
import { consistencyProof, inclusionProof, rangeProof, rootAt } from "../../../src/service/sealing/proving.ts";

/** Three levels of tiles: 65,536 leaves make one row of level 2. */
const most = 66_100;
const leaves = Array.from({ length: most }, (_, i) => leafHash(utf8(String(i))));
const rows = growEdge(0, emptyEdge, leaves).roots;

let asked = 0;
const hashes: LogReader["hashes"] = async (level, start, end) => {
  asked += 1;
  if (end - start > 256) throw new RangeError("more than a tile");
  if (level === 0) return leaves.slice(start, end);
  const ofLevel = rows.filter((row) => row.level === level && row.index >= start && row.index < end);
  return ofLevel.map(({ hash }) => hash);
};
const log = { hashes };

const borders = [1, 2, 3, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, most];
const size = fc.oneof(fc.constantFrom(...borders), fc.integer({ min: 1, max: most }));
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe("proofs from the rows of the store", () => {
  test("give every tree the root of its leaves", async () => {
    for (const at of borders) expect(await rootAt(at, log)).toEqual(rootOf(leaves.slice(0, at)));
  });

  test("prove the inclusion of any leaf in any tree, with at most seven queries", async () => {
    await fc.assert(
      fc.asyncProperty(size, place, async (at, where) => {
        const index = Math.floor(where * at);
        asked = 0;
        const proof = await inclusionProof(index, at, log);
        expect(asked).toBeLessThanOrEqual(7);
        const leaf = leaves[index];
        if (leaf === undefined) throw new Error("no leaf");
        expect(checkInclusion({ index, size: at, leaf, proof, root: rootOf(leaves.slice(0, at)) })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("prove the consistency of any two trees", async () => {
    await fc.assert(
      fc.asyncProperty(size, size, async (a, b) => {
        const [oldSize, newSize] = [Math.min(a, b), Math.max(a, b)];
        const proof = await consistencyProof(oldSize, newSize, log);
        const [oldRoot, newRoot] = [rootOf(leaves.slice(0, oldSize)), rootOf(leaves.slice(0, newSize))];
        expect(checkConsistency({ oldSize, newSize, oldRoot, newRoot, proof })).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("prove a page of entries in any tree", async () => {
    await fc.assert(
      fc.asyncProperty(size, place, fc.integer({ min: 1, max: 256 }), async (at, where, length) => {
        const start = Math.floor(where * at);
        const end = Math.min(at, start + length);
        const proof = await rangeProof({ start, end }, at, log);
        const root = rootOf(leaves.slice(0, at));
        expect(checkRange({ start, size: at, leaves: leaves.slice(start, end), proof, root })).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("throw where the store lacks a row, and are never wrong", async () => {
    const lacking = { hashes: async (...at: Parameters<LogReader["hashes"]>) => (await hashes(...at)).slice(1) };
    await expect(inclusionProof(300, 1000, lacking)).rejects.toThrow("missing");
  });
});
