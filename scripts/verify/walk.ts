/**
 * The walk over the log: from its first entry on, each bundle beside the tile of its hashes, with the kept checkpoint on
 * the way; then the tiles above. It goes on after a fault: each bundle begins at its own place, whatever the one before held.
 */

import { type Audit, auditEntry, auditLeafHash, auditTile } from "../../src/log/audit.ts";
import type { Hash } from "../../src/log/hash.ts";
import { bundlesOf, type Tile, tilesOf, tileWidth } from "../../src/log/tile.ts";
import { fetchAhead } from "./fetch-ahead.ts";
import type { Findings, UnseenCode, VerifyCode } from "./fault.ts";
import { compareKept, type KeptCheckpoint } from "./kept-checkpoint.ts";
import type { LogServer } from "./log-server.ts";
import { readBundle, readTile } from "./served-tiles.ts";

export interface Walk {
  readonly server: LogServer;
  readonly audit: Audit;
  readonly found: Findings;
  readonly since: KeptCheckpoint | undefined;
  /** Gets every event that reads as one, in the order of the index, and whether it is what was sealed there. */
  readonly see: (index: number, event: Uint8Array, isSealed: boolean) => void;
  readonly progress: (entries: number, of: number) => void;
  /** Whether a signature says how many leaves there are. Without one the walk ends where the server has no more. */
  readonly isSigned: boolean;
  /** What `compareKept` said at the size of the kept checkpoint; undefined until the log has that size. */
  compared: ReturnType<typeof compareKept>;
}

/** walkEntries reads every entry, and its leaf hash in the tile. */
export async function walkEntries(walk: Walk, size: number): Promise<void> {
  const { server, audit, found } = walk;
  const get = async (bundle: Tile) => ({
    bundle,
    entries: await readBundle(server, bundle),
    hashes: await readTile(server, { ...bundle, level: 0 }),
  });
  for await (const { bundle, entries, hashes } of fetchAhead(bundlesOf(size), get)) {
    const start = bundle.index * tileWidth;
    const until = start + bundle.width;
    if (entries === "missing" && hashes.length === 0 && !walk.isSigned) return;
    if (entries === "malformed") found.faults.add({ code: "bundle-malformed", index: start, until });
    const readable = typeof entries === "string" ? [] : entries;
    feedEntries(walk, { entries: readable, hashes: ownHashes(walk, bundle, hashes) });
    if (entries !== "malformed") missing(walk, "entries-missing", [start + readable.length, until]);
    notSeen(walk, "entries-unread", [start + readable.length, until]);
    feedHashes(walk, { hashes: hashes.slice(audit.tree.size - start), until });
    walk.progress(until, size);
  }
}

/** walkHashes reads only the leaf hashes, for an auditor who may not see the entries. */
export async function walkHashes(walk: Walk, size: number): Promise<void> {
  const get = async (bundle: Tile) => ({ tile: bundle, hashes: await readTile(walk.server, { ...bundle, level: 0 }) });
  for await (const { tile, hashes } of fetchAhead(bundlesOf(size), get)) {
    if (hashes.length === 0 && !walk.isSigned) return;
    const until = tile.index * tileWidth + tile.width;
    feedHashes(walk, { hashes: ownHashes(walk, tile, hashes), until });
    walk.progress(until, size);
  }
}

/** walkTiles checks the tiles above the leaves, since other people's tools read them. */
export async function walkTiles({ server, audit, found }: Walk): Promise<void> {
  const get = async (tile: Tile & { readonly level: number }) => ({
    tile,
    hashes: tile.level === 0 ? [] : await readTile(server, tile),
  });
  for await (const { tile, hashes } of fetchAhead(tilesOf(audit.tree.size), get)) {
    if (tile.level === 0) continue;
    const isShort = hashes.length < tile.width;
    for (const finding of auditTile(audit, tile, hashes))
      found.faults.add(isShort ? { ...finding, code: "tile-missing" } : finding);
  }
  for (const [below, roots] of audit.tree.levels.entries()) {
    const leaves = tileWidth ** (below + 1);
    for (const [place, root] of roots.entries())
      if (root === undefined)
        found.unseen.add({ code: "tile-unmade", index: place * leaves, until: (place + 1) * leaves });
  }
}

type Range = readonly [index: number, until: number];

function missing({ found }: Walk, code: VerifyCode, [index, until]: Range): void {
  if (index < until) found.faults.add({ code, index, until });
}

function notSeen({ found }: Walk, code: UnseenCode, [index, until]: Range): void {
  if (index < until) found.unseen.add({ code, index, until });
}

/** ownHashes tells of a tile that has not as many hashes as it should, and leaves out those that it has too many. */
function ownHashes({ found }: Walk, { index, width }: Tile, hashes: readonly Hash[]): readonly Hash[] {
  const [start, until] = [index * tileWidth, index * tileWidth + width];
  if (hashes.length < width) found.faults.add({ code: "tile-missing", index: start + hashes.length, until });
  if (hashes.length > width) found.faults.add({ code: "tile-wrong", index: start, until });
  return hashes.slice(0, width);
}

interface Fed {
  readonly entries: readonly Uint8Array[];
  readonly hashes: readonly Hash[];
}

function feedEntries(walk: Walk, { entries, hashes }: Fed): void {
  const { audit, found } = walk;
  for (const [i, leaf] of entries.entries()) {
    const index = audit.tree.size;
    const findings = auditEntry(audit, leaf, hashes[i]);
    for (const finding of findings) found.faults.add(finding);
    if (audit.event === undefined) notSeen(walk, "entries-unread", [index, index + 1]);
    else walk.see(index, audit.event, !findings.some(({ code }) => code === "leaf-hash-wrong"));
    walk.compared ??= compareKept(audit, walk.since);
  }
}

/** feedHashes adds the leaf hashes of the leaves before `until` whose entries were not read; some may be unknown too. */
function feedHashes(walk: Walk, { hashes, until }: { readonly hashes: readonly Hash[]; readonly until: number }): void {
  for (let i = 0; walk.audit.tree.size < until; i++) {
    auditLeafHash(walk.audit, hashes[i]);
    walk.compared ??= compareKept(walk.audit, walk.since);
  }
}
