import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concatBytes } from "../../src/base/bytes.ts";
import { maxLeafBytes } from "../../src/log/entry.ts";
import {
  bundlesOf,
  formatBundle,
  formatTilePath,
  parseBundle,
  parseTilePath,
  type Tile,
  tileRowsOf,
  tilesOf,
} from "../../src/log/tile.ts";

const anyTile: fc.Arbitrary<Tile> = fc.record({
  level: fc.oneof(fc.nat(63), fc.constant("entries" as const)),
  index: fc.oneof(fc.nat(2000), fc.maxSafeInteger().map(Math.abs)),
  width: fc.integer({ min: 1, max: 256 }),
});

function short(size: number): string[] {
  return [...tilesOf(size)].map(formatTilePath);
}

function places(tiles: Iterable<Tile>): unknown {
  return [...tiles].map(({ index, width }) => ({ index, width }));
}

/** A bundle of this many empty leaves. */
function emptyLeaves(count: number): Uint8Array {
  return concatBytes(...Array.from({ length: count }, () => Uint8Array.of(0, 0)));
}

describe("the path of a tile (c2sp.org/tlog-tiles)", () => {
  test.each<[string, Tile]>([
    ["tile/0/000", { level: 0, index: 0, width: 256 }],
    ["tile/0/x001/x234/067", { level: 0, index: 1_234_067, width: 256 }],
    ["tile/0/x001/x234/067.p/112", { level: 0, index: 1_234_067, width: 112 }],
    ["tile/63/999.p/1", { level: 63, index: 999, width: 1 }],
    ["tile/entries/x001/000.p/255", { level: "entries", index: 1000, width: 255 }],
  ])("%s is written as in the specification", (path, tile) => {
    expect(formatTilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  test("the path of a tile parses to the same tile", () => {
    fc.assert(
      fc.property(anyTile, (tile) => {
        expect(parseTilePath(formatTilePath(tile))).toEqual(tile);
      }),
    );
  });

  test("a parsed path is formatted unchanged, and any other text is refused", () => {
    const part = fc.constantFrom(
      "0",
      "00",
      "000",
      "001",
      "x000",
      "x001",
      "64",
      "entries",
      "tile",
      ".p",
      ".p/1",
      ".p/256",
      "",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const path = `tile/${parts.join("/")}`.replaceAll("/.p", ".p");
        const tile = parseTilePath(path);
        if (tile !== undefined) expect(formatTilePath(tile)).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["a group that is not needed", "tile/0/x000/001"],
    ["a last group with x", "tile/0/x001"],
    ["a first group without x", "tile/0/001/234"],
    ["two digits", "tile/0/01"],
    ["a level with a leading zero", "tile/00/001"],
    ["level 64", "tile/64/001"],
    ["a negative level", "tile/-1/001"],
    ["a full tile called partial", "tile/0/001.p/256"],
    ["an empty tile", "tile/0/001.p/0"],
    ["a width with a leading zero", "tile/0/001.p/01"],
    ["an index beyond 2^53", "tile/0/x009/x007/x199/x254/x740/992"],
    ["a slash at the end", "tile/0/001/"],
    ["a slash at the beginning", "/tile/0/001"],
    ["a newline at the end", "tile/0/001\n"],
    ["another root", "tiles/0/001"],
    ["digits that are not ASCII", "tile/0/\u0660\u0660\u0661"],
  ])("%s is refused: %s", (_, path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });
});

describe("the tiles of a tree", () => {
  test("of 70,000 leaves are those of the example in the specification", () => {
    const tiles = [...tilesOf(70_000)];
    expect(tiles.filter(({ level, width }) => level === 0 && width === 256)).toHaveLength(273);
    expect(tiles.slice(273).map(formatTilePath)).toEqual([
      "tile/0/273.p/112",
      "tile/1/000",
      "tile/1/001.p/17",
      "tile/2/000.p/1",
    ]);
  });

  test("of 256 leaves are a full one and one of width 1", () => {
    expect(short(256)).toEqual(["tile/0/000", "tile/1/000.p/1"]);
  });

  test("are none when there are no leaves", () => {
    expect(short(0)).toEqual([]);
    expect([...bundlesOf(0)]).toEqual([]);
  });

  test("hold each hash of each level once, in order", () => {
    fc.assert(
      fc.property(fc.nat(200_000), (size) => {
        const hashes = new Map<number, number>();
        for (const { level, index, width } of tilesOf(size)) {
          expect(index * 256).toBe(hashes.get(level) ?? 0);
          hashes.set(level, index * 256 + width);
        }
        for (const [level, count] of hashes) expect(count).toBe(Math.floor(size / 256 ** level));
      }),
      { numRuns: 20 },
    );
  });

  test("of level 0 have the indexes and widths of the bundles", () => {
    expect(places(bundlesOf(70_000))).toEqual(places([...tilesOf(70_000)].filter(({ level }) => level === 0)));
  });
});

describe("the rows from which a complete subtree is folded", () => {
  test.each([
    [
      { start: 5, end: 6 },
      { level: 0, start: 5, end: 6 },
    ],
    [
      { start: 128, end: 256 },
      { level: 0, start: 128, end: 256 },
    ],
    [
      { start: 256, end: 512 },
      { level: 1, start: 1, end: 2 },
    ],
    [
      { start: 1024, end: 2048 },
      { level: 1, start: 4, end: 8 },
    ],
    [
      { start: 0, end: 2 ** 52 },
      { level: 6, start: 0, end: 16 },
    ],
  ])("%o are %o", (span, rows) => {
    expect(tileRowsOf(span)).toEqual(rows);
  });
});

describe("an entry bundle", () => {
  const leaves = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 });

  test("parses to the leaves from which it was formatted", () => {
    fc.assert(
      fc.property(leaves, (some) => {
        expect(parseBundle(formatBundle(some))).toEqual(some);
      }),
    );
  });

  test("holds each leaf after its length, big-endian", () => {
    expect(formatBundle([Uint8Array.of(7), new Uint8Array(258)]).subarray(0, 5)).toEqual(Uint8Array.of(0, 1, 7, 1, 2));
  });

  test("is refused when it is cut anywhere but between two leaves", () => {
    const bundle = formatBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)]);
    for (let end = 0; end < bundle.length; end++) {
      const parsed = parseBundle(bundle.subarray(0, end));
      expect(parsed).toEqual(end === 5 ? [Uint8Array.of(1, 2, 3)] : undefined);
    }
  });

  test("of 257 leaves is refused, of 256 not", () => {
    expect(parseBundle(emptyLeaves(256))).toHaveLength(256);
    expect(parseBundle(emptyLeaves(257))).toBeUndefined();
  });

  test("has room for a leaf of 65,535 bytes and none for a longer one", () => {
    const longest = new Uint8Array(maxLeafBytes);
    expect(parseBundle(formatBundle([longest]))).toEqual([longest]);
    expect(() => formatBundle([new Uint8Array(maxLeafBytes + 1)])).toThrow(RangeError);
  });
});
