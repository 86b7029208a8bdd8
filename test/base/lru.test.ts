import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lru } from "../../src/base/lru.ts";

describe("an LRU cache", () => {
  test("gives back the value that was set last, and undefined for a key that was deleted", () => {
    const cache = new Lru<string, number>({ capacity: 8 });
    cache.set("a", 1);
    cache.set("a", 2);
    expect(cache.get("a")).toBe(2);
    cache.delete("a");
    cache.delete("b");
    expect(cache.get("a")).toBeUndefined();
  });

  test("evicts the least recently used entry when it is full: setting and getting are both a use", () => {
    const cache = new Lru<string, number>({ capacity: 8 });
    for (const key of "abcdefgh") cache.set(key, 0);
    cache.set("a", 1);
    cache.get("b");
    cache.set("i", 0);
    expect([..."abcdefghi"].filter((key) => cache.get(key) !== undefined)).toEqual([..."abefghi"]);
  });

  test("does not keep a value that alone is larger than the capacity, and forgets the one that it replaced", () => {
    const cache = new Lru<string, string>({ capacity: 8, sizeOf: (text) => text.length });
    cache.set("a", "short");
    cache.set("b", "ab");
    cache.set("a", "much too long");
    expect([cache.get("a"), cache.get("b")]).toEqual([undefined, "ab"]);
  });

  test("never holds more than its capacity, and the entry that was set last is there", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 30 }))), (steps) => {
        const cache = new Lru<number, number>({ capacity: 100, sizeOf: (size) => size });
        for (const [key, size] of steps) {
          cache.set(key, size);
          expect(cache.get(key)).toBe(size);
          const held = Array.from({ length: 21 }, (_, other) => cache.get(other) ?? 0);
          expect(held.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
