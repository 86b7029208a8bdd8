/** Tiles and bundles (c2sp.org/tlog-tiles); none leaves before the signer remembers a checkpoint over it. */

import { concatBytes } from "../../base/bytes.ts";
import { formatBundle, type Tile, tileWidth } from "../../log/tile.ts";
import { mayShow, type ShowingHost } from "../sealing/shown-checkpoint.ts";

/**
 * Returns the tile in the width that was asked for; undefined if there is none of that width yet, or if the store has lost
 * a row of it: caches keep a full tile for a year, and would keep a short one as long.
 */
export async function readTile({ level, index, width }: Tile, host: ShowingHost): Promise<Uint8Array | undefined> {
  const start = index * tileWidth;
  const end = start + width;
  const leaves = end * (level === "entries" ? 1 : tileWidth ** level);
  if (!(await mayShow(leaves, host))) return undefined;
  if (level === "entries") {
    const entries = await host.log.leaves(start, end);
    return entries.length === width ? formatBundle(entries) : undefined;
  }
  const hashes = await host.log.hashes(level, start, end);
  return hashes.length === width ? concatBytes(...hashes) : undefined;
}
