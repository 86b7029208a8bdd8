/** Tiles and entry bundles of c2sp.org/tlog-tiles. Parsing is strict: formatting gives back what is parsed. */

import { concatBytes } from "../base/bytes.ts";
import { maxLeafBytes } from "./entry.ts";
import type { Span } from "./span.ts";

/** A tile of level 0 holds leaf hashes, one of level l the roots of full tiles of level l - 1, and one of "entries" the leaves. */
type TileLevel = number | "entries";

/** A tile. `width` is 256 for a full tile, and less for the last one of a level. */
export type Tile = { readonly level: TileLevel; readonly index: number; readonly width: number };

export const tileWidth = 256;

/** Hashes [start, end) of one level, by their index in the level: the rows in which a store keeps them. */
export type TileRows = { readonly level: number; readonly start: number; readonly end: number };

/** formatTilePath writes `tile/<L>/<N>[.p/<W>]`, with N in groups of three digits, all but the last after an x: x001/x234/067. */
export function formatTilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").replaceAll(/\d{3}(?=\d)/g, "x$&/");
  return `tile/${level}/${groups}${width === tileWidth ? "" : `.p/${width}`}`;
}

/** parseTilePath returns the tile of a path that formatTilePath writes, and undefined for any other text. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, groups, width] =
    /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  if (level === undefined || groups === undefined) return undefined;
  const tile: Tile = {
    level: level === "entries" ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, "")),
    width: width === undefined ? tileWidth : Number(width),
  };
  return isTile(tile) && formatTilePath(tile) === path ? tile : undefined;
}

/** tilesOf yields every tile of hashes of a tree of this size, level by level. The last of a level may be partial; none is empty. */
export function* tilesOf(size: number): Generator<Tile & { readonly level: number }> {
  let hashes = size;
  for (let level = 0; hashes > 0; level++) {
    yield* tilesOfLevel(level, hashes);
    hashes = Math.floor(hashes / tileWidth);
  }
}

/** bundlesOf yields every entry bundle of a tree of this size, at the same indexes and widths as the tiles of level 0. */
export function bundlesOf(size: number): Generator<Tile & { readonly level: "entries" }> {
  return tilesOfLevel("entries", size);
}

/** tileRowsOf returns the rows from which a complete subtree is folded: at most 128 hashes of the highest level not above it. */
export function tileRowsOf({ start, end }: Span): TileRows {
  let rows: TileRows = { level: 0, start, end };
  while (rows.end - rows.start >= tileWidth) {
    rows = { level: rows.level + 1, start: rows.start / tileWidth, end: rows.end / tileWidth };
  }
  return rows;
}

/** formatBundle writes the leaves one after the other, each after its length in 16 bits, big-endian. */
export function formatBundle(leaves: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...leaves.flatMap((leaf) => [formatLength(leaf.length), leaf]));
}

/** parseBundle returns the leaves, each a slice of the bundle, or undefined if it is empty, cut, or holds more than 256. */
export function parseBundle(bundle: Uint8Array): readonly Uint8Array[] | undefined {
  const leaves: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const start = at + 2;
    at = start + (bundle[start - 2] ?? 0) * 256 + (bundle[start - 1] ?? 0);
    if (at > bundle.length || leaves.length === tileWidth) return undefined;
    leaves.push(bundle.subarray(start, at));
  }
  return leaves.length === 0 ? undefined : leaves;
}

function* tilesOfLevel<L extends TileLevel>(level: L, hashes: number): Generator<Tile & { readonly level: L }> {
  const full = Math.floor(hashes / tileWidth);
  for (let index = 0; index < full; index++) yield { level, index, width: tileWidth };
  if (hashes % tileWidth > 0) yield { level, index: full, width: hashes % tileWidth };
}

function isTile({ level, index, width }: Tile): boolean {
  return (level === "entries" || level <= 63) && Number.isSafeInteger(index) && width >= 1 && width <= tileWidth;
}

function formatLength(length: number): Uint8Array {
  if (length > maxLeafBytes) throw new RangeError(`a leaf of ${length} bytes has no place in a bundle`);
  return Uint8Array.of(length >> 8, length & 255);
}
