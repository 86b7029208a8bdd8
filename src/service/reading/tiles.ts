/**
 * Tiles and entry bundles as c2sp.org/tlog-tiles serves them, made from the rows of the store. Only what a checkpoint
 * covers that the signer remembers; a tile has the width that was asked for, or there is none.
 */

import { concatBytes } from "../../base/bytes.ts";
import { formatBundle, type Tile, tileWidth } from "../../log/tile.ts";
import type { Host } from "../host.ts";

/** undefined: there is no such tile, or not yet. */
export async function readTile({ level, index, width }: Tile, host: Host): Promise<Uint8Array | undefined> {
  const start = index * tileWidth;
  const end = start + width;
  const leaves = end * (level === "entries" ? 1 : tileWidth ** level);
  const newest = await host.log.checkpoint();
  if (newest === undefined || leaves > newest.size) return undefined;
  await host.remember(leaves);
  if (level === "entries") return formatBundle(await host.log.leaves(start, end));
  return concatBytes(...(await host.log.hashes(level, start, end)));
}
