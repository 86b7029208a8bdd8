/** A spot check draws the same entries for whoever types the same text, and different ones for another. */

import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawSpots, isSpotCount, isSpotSeed } from "../../../src/web/parts/spots.ts";

describe("a spot check", () => {
  test("draws by SHA-256 of seed, size and ticket, as the page says, and leaves out what was drawn", () => {
    const [seed, size] = ["tờ báo 01/12", 7];
    const tickets = Array.from(
      { length: 60 },
      (_, t) => createHash("sha256").update(`${seed}\n${size}\n${t}`).digest().readUIntBE(0, 6) % size,
    );
    expect(drawSpots(seed, size, 5)).toEqual([...new Set(tickets)].slice(0, 5));
  });

  test("never draws an entry twice, none that is not there, and all of a small log", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 20 }), fc.integer({ min: 1, max: 300 }), (seed, size) => {
        const spots = drawSpots(seed, size, 20);
        expect(spots).toHaveLength(Math.min(20, size));
        expect(new Set(spots).size).toBe(spots.length);
        expect(spots.every((spot) => spot >= 0 && spot < size)).toBe(true);
      }),
    );
    expect(drawSpots("a seed of eight", 0, 20)).toEqual([]);
  });

  test("asks for one to a hundred entries, and for a seed of eight to a hundred characters", () => {
    expect(["0", "1", "100", "101", "x", "1.5"].map(isSpotCount)).toEqual([false, true, true, false, false, false]);
    expect([7, 8, 100, 101].map((length) => isSpotSeed("a".repeat(length)))).toEqual([false, true, true, false]);
  });
});
