/**
 * The verification itself: the checkpoint's signature; then the log from its first entry on, each bundle beside the
 * tile of its hashes, with the kept checkpoint on the way; then the tiles above, and the root. The first fault ends it.
 */

import { type Audit, auditCheckpoint, auditEntry, auditLeafHash, auditTile, openAudit } from "../../src/log/audit.ts";
import { type Checkpoint, openCheckpoint } from "../../src/log/checkpoint.ts";
import type { Hash } from "../../src/log/hash.ts";
import { ed25519Verifier, formatVkey } from "../../src/log/note.ts";
import type { Reopening } from "../../src/log/reopening.ts";
import { bundlesOf, formatTilePath, parseBundle, type Tile, tilesOf, tileWidth } from "../../src/log/tile.ts";
import { parseHashes } from "../../src/log/tree.ts";
import type { Fault } from "./fault.ts";
import { fetchAhead } from "./fetch-ahead.ts";
import { compareKept, judgeKept, type KeptCheckpoint } from "./kept-checkpoint.ts";
import { type LogServer, Unreachable } from "./log-server.ts";
import { claimedReopenings, type Trust } from "./trust.ts";

export interface Verdict {
  readonly checkpoint: Checkpoint | undefined;
  readonly note: Uint8Array;
  readonly fault: Fault | undefined;
  readonly sawEntries: boolean;
  /** The re-openings that the entries name, as far as they were seen; without entries those that the server names. */
  readonly reopenings: readonly Reopening[];
  readonly seconds: number;
}

export interface Verification {
  readonly server: LogServer;
  readonly trust: Trust;
  readonly since: KeptCheckpoint | undefined;
  /** Whether the entries may be asked for. Without them only the tree of their hashes is checked. */
  readonly sees: boolean;
  readonly progress: (entries: number, of: number) => void;
}

export async function verifyLog(asked: Verification): Promise<Verdict> {
  const started = performance.now();
  const note = await asked.server.get("/checkpoint");
  if (note === undefined)
    throw new Unreachable(`${asked.server.url} không có điểm kiểm tra · has no checkpoint: is it a log, and open?`);
  const opened = await openCheckpoint(note, ed25519Verifier(asked.trust.key));
  const audit = openAudit();
  const walk: Walk = { asked, audit, compared: compareKept(audit, asked.since) };
  const checkpoint = opened.ok ? opened.value : undefined;
  const fault = opened.ok ? await faultOf(opened.value, walk) : { code: opened.refusal };
  const reopenings = asked.sees && opened.ok ? audit.reopenings : await claimedReopenings(asked.server);
  const held = fault ?? (checkpoint && (await keptFault(checkpoint, walk, reopenings)));
  const seconds = (performance.now() - started) / 1000;
  return { checkpoint, note, fault: held, sawEntries: asked.sees, reopenings, seconds };
}

interface Walk {
  readonly asked: Verification;
  readonly audit: Audit;
  /** What `compareKept` said at the size of the kept checkpoint; undefined until the log has that size. */
  compared: ReturnType<typeof compareKept>;
}

async function faultOf(checkpoint: Checkpoint, walk: Walk): Promise<Fault | undefined> {
  const { asked, audit } = walk;
  const { size } = checkpoint;
  const leaves = asked.sees ? await walkEntries(walk, size) : await walkHashes(walk, size);
  return leaves ?? (await walkTiles(audit, size, asked)) ?? auditCheckpoint(audit, checkpoint) ?? keyFault(walk);
}

/** The entries name the key of their log: an auditor who was given another key was shown another log. */
function keyFault({ asked: { sees, trust }, audit: { signatory, reopenings } }: Walk): Fault | undefined {
  if (!sees || signatory?.key === formatVkey(trust.key)) return undefined;
  const index = reopenings.at(-1)?.before.size ?? 0;
  return { code: "key-other", index, until: index + 1 };
}

async function keptFault(
  { size }: Checkpoint,
  { asked: { since, trust }, compared }: Walk,
  reopenings: readonly Reopening[],
): Promise<Fault | undefined> {
  return since && judgeKept({ kept: since, compared, size, key: trust.key, reopenings });
}

/** Each bundle is checked beside the tile of its leaf hashes. */
async function walkEntries(walk: Walk, size: number): Promise<Fault | undefined> {
  const { asked, audit } = walk;
  const get = async (bundle: Tile) => ({
    bundle,
    bytes: await asked.server.get(pathOf(bundle), { withToken: true }),
    tile: await asked.server.get(pathOf({ ...bundle, level: 0 })),
  });
  for await (const { bundle, bytes, tile } of fetchAhead(bundlesOf(size), get)) {
    const start = bundle.index * tileWidth;
    const entries = bytes && parseBundle(bytes);
    if (bytes !== undefined && entries === undefined)
      return { code: "bundle-malformed", index: start, until: start + bundle.width };
    const fault = feedEntries(walk, { entries: entries ?? [], hashes: hashesIn(tile), width: bundle.width });
    if (fault !== undefined) return fault;
    asked.progress(audit.tree.size, size);
  }
  return undefined;
}

interface Fed {
  readonly entries: readonly Uint8Array[];
  readonly hashes: readonly Hash[];
  readonly width: number;
}

function feedEntries(walk: Walk, { entries, hashes, width }: Fed): Fault | undefined {
  const { asked, audit } = walk;
  const start = audit.tree.size;
  for (const [i, leaf] of entries.entries()) {
    const fault = auditEntry(audit, leaf, hashes[i]);
    if (fault !== undefined) return fault;
    walk.compared ??= compareKept(audit, asked.since);
  }
  if (entries.length !== width) return { code: "entries-missing", index: start + entries.length, until: start + width };
  return hashes.length === width
    ? undefined
    : { code: "tile-missing", index: start + hashes.length, until: start + width };
}

async function walkHashes(walk: Walk, size: number): Promise<Fault | undefined> {
  const { asked, audit } = walk;
  const level0 = [...tilesOf(size)].filter(({ level }) => level === 0);
  const get = async (tile: Tile) => ({ tile, hashes: hashesIn(await asked.server.get(pathOf(tile))) });
  for await (const { tile, hashes } of fetchAhead(level0, get)) {
    const start = tile.index * tileWidth;
    for (const hash of hashes) {
      auditLeafHash(audit, hash);
      walk.compared ??= compareKept(audit, asked.since);
    }
    if (hashes.length !== tile.width)
      return { code: "tile-missing", index: start + hashes.length, until: start + tile.width };
    asked.progress(audit.tree.size, size);
  }
  return undefined;
}

/** The tiles above the leaves must be those of this tree, since other people's tools read them. */
async function walkTiles(audit: Audit, size: number, { server }: Verification): Promise<Fault | undefined> {
  const above = [...tilesOf(size)].filter(({ level }) => level > 0);
  const get = async (tile: Tile & { readonly level: number }) => ({
    tile,
    hashes: hashesIn(await server.get(pathOf(tile))),
  });
  for await (const { tile, hashes } of fetchAhead(above, get)) {
    const fault = auditTile(audit, tile, hashes);
    if (fault !== undefined) return hashes.length === tile.width ? fault : { ...fault, code: "tile-missing" };
  }
  return undefined;
}

function pathOf(tile: Tile): string {
  return `/${formatTilePath(tile)}`;
}

/** hashesIn returns as many hashes as there are; an incomplete one ends them. */
function hashesIn(tile: Uint8Array | undefined): readonly Hash[] {
  return (tile && parseHashes(tile.subarray(0, tile.length - (tile.length % 32)))) ?? [];
}
