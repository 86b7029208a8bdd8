/**
 * Tiles and bundles as a server has them. One that keeps only full tiles answers 404 for a partial one as soon as the full
 * one exists (c2sp.org/tlog-tiles allows it), so a partial one that is not there is the beginning of the full one.
 */

import type { Hash } from "../../src/log/hash.ts";
import { formatTilePath, parseBundle, type Tile, tileWidth } from "../../src/log/tile.ts";
import { parseHashes } from "../../src/log/tree.ts";
import type { LogServer } from "./log-server.ts";

/** readTile returns as many hashes as there are; an incomplete one ends them. */
export async function readTile(server: LogServer, tile: Tile): Promise<readonly Hash[]> {
  const read = await readServed(server, tile, false);
  if (read === undefined) return [];
  const hashes = parseHashes(read.bytes.subarray(0, read.bytes.length - (read.bytes.length % 32))) ?? [];
  return read.isFull ? hashes.slice(0, tile.width) : hashes;
}

/** readBundle returns the leaves, or why there are none. */
export async function readBundle(
  server: LogServer,
  bundle: Tile,
): Promise<readonly Uint8Array[] | "missing" | "malformed"> {
  const read = await readServed(server, bundle, true);
  if (read === undefined) return "missing";
  const leaves = parseBundle(read.bytes);
  const cut = read.isFull ? leaves?.slice(0, bundle.width) : leaves;
  return cut === undefined || cut.length > bundle.width ? "malformed" : cut;
}

interface Served {
  readonly bytes: Uint8Array;
  /** The full tile was served in the place of a partial one. */
  readonly isFull: boolean;
}

async function readServed(server: LogServer, tile: Tile, withToken: boolean): Promise<Served | undefined> {
  const own = await server.get(pathOf(tile), { withToken });
  if (own !== undefined || tile.width === tileWidth) return own && { bytes: own, isFull: false };
  const full = await server.get(pathOf({ ...tile, width: tileWidth }), { withToken });
  return full && { bytes: full, isFull: true };
}

function pathOf(tile: Tile): string {
  return `/${formatTilePath(tile)}`;
}
