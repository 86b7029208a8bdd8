/**
 * The verification itself: the checkpoint's signature, then the log from its first entry on, bundle by bundle beside the
 * tile of their hashes, the kept checkpoint on the way, the tiles above, the root. What is wrong first ends it.
 */

import {
  type Audit,
  auditCheckpoint,
  auditEntry,
  auditLeafHash,
  auditOldCheckpoint,
  auditTile,
  type FaultCode,
  openAudit,
} from "../../src/log/audit.ts";
import { type Checkpoint, type CheckpointRefusal, openCheckpoint } from "../../src/log/checkpoint.ts";
import { parseEntry } from "../../src/log/entry.ts";
import type { Hash } from "../../src/log/hash.ts";
import { ed25519Verifier, formatVkey, type Verifier } from "../../src/log/note.ts";
import { bundlesOf, formatTilePath, parseBundle, type Tile, tilesOf, tileWidth } from "../../src/log/tile.ts";
import { parseHashes } from "../../src/log/tree.ts";
import type { KeptCheckpoint } from "./arguments.ts";
import { fieldOf, parseJson } from "./foreign-json.ts";
import { fetchAhead } from "./fetch-ahead.ts";
import { type LogServer, Unreachable } from "./log-server.ts";
import type { Trust } from "./trust.ts";

export type VerifyCode =
  | FaultCode
  | CheckpointRefusal
  | "tile-missing"
  | "bundle-malformed"
  | "opening-key-other"
  | "kept-not-of-this-log";

/** A fault among the leaves [index, until); of a checkpoint when there is no index. */
export interface Fault {
  readonly code: VerifyCode;
  readonly index?: number;
  readonly until?: number;
}

export interface Verdict {
  readonly checkpoint: Checkpoint | undefined;
  readonly note: Uint8Array;
  readonly fault: Fault | undefined;
  readonly sawEntries: boolean;
  readonly seconds: number;
}

export interface Verification {
  readonly server: LogServer;
  readonly trust: Trust;
  readonly since: KeptCheckpoint | undefined;
  /** Whether the entries may be asked for; without, only the tree of their hashes is checked. */
  readonly sees: boolean;
  readonly progress: (entries: number, of: number) => void;
}

export async function verifyLog(asked: Verification): Promise<Verdict> {
  const started = performance.now();
  const note = await asked.server.get("/checkpoint");
  if (note === undefined)
    throw new Unreachable(`${asked.server.url} không có điểm kiểm tra · has no checkpoint: is it a log, and open?`);
  const verifier = ed25519Verifier(asked.trust.key);
  const opened = await openCheckpoint(note, verifier);
  const checkpoint = opened.ok ? opened.value : undefined;
  const fault = opened.ok ? await faultOf(opened.value, asked, verifier) : { code: opened.refusal };
  return { checkpoint, note, fault, sawEntries: asked.sees, seconds: (performance.now() - started) / 1000 };
}

async function faultOf(checkpoint: Checkpoint, asked: Verification, verifier: Verifier): Promise<Fault | undefined> {
  const { since } = asked;
  if (since !== undefined && !(await openCheckpoint(since.note, verifier)).ok) return { code: "kept-not-of-this-log" };
  if (since !== undefined && since.size > checkpoint.size)
    return { code: "entries-missing", index: checkpoint.size, until: since.size };
  const audit = openAudit();
  const { size } = checkpoint;
  const leaves = asked.sees ? await walkEntries(audit, size, asked) : await walkHashes(audit, size, asked);
  return leaves ?? (await walkTiles(audit, size, asked)) ?? auditCheckpoint(audit, checkpoint);
}

/** Each bundle beside the tile of its leaf hashes. */
async function walkEntries(audit: Audit, size: number, asked: Verification): Promise<Fault | undefined> {
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
    const fault = feedEntries(audit, { entries: entries ?? [], hashes: hashesIn(tile), width: bundle.width, asked });
    if (fault !== undefined) return fault;
    asked.progress(audit.tree.size, size);
  }
  return undefined;
}

interface Fed {
  readonly entries: readonly Uint8Array[];
  readonly hashes: readonly Hash[];
  readonly width: number;
  readonly asked: Verification;
}

function feedEntries(audit: Audit, { entries, hashes, width, asked }: Fed): Fault | undefined {
  const start = audit.tree.size;
  for (const [i, leaf] of entries.entries()) {
    const fault =
      auditEntry(audit, leaf, hashes[i]) ??
      (start + i === 0 ? openingFault(leaf, asked.trust) : undefined) ??
      keptFault(audit, asked);
    if (fault !== undefined) return fault;
  }
  if (entries.length !== width) return { code: "entries-missing", index: start + entries.length, until: start + width };
  return hashes.length === width
    ? undefined
    : { code: "tile-missing", index: start + hashes.length, until: start + width };
}

/** Entry 0 names the log's first key: who is shown another one is shown another log. */
function openingFault(leaf: Uint8Array, { key }: Trust): Fault | undefined {
  const event = parseEntry(leaf)?.event;
  const data = event === undefined ? undefined : fieldOf(parseJson(event), "data");
  const isSame = fieldOf(data, "key") === formatVkey(key) && fieldOf(data, "origin") === key.name;
  return isSame ? undefined : { code: "opening-key-other", index: 0, until: 1 };
}

/** The log of then must be the beginning of the log of now. */
function keptFault(audit: Audit, { since }: Verification): Fault | undefined {
  return since !== undefined && since.size === audit.tree.size ? auditOldCheckpoint(audit, since) : undefined;
}

async function walkHashes(audit: Audit, size: number, asked: Verification): Promise<Fault | undefined> {
  const level0 = [...tilesOf(size)].filter(({ level }) => level === 0);
  const get = async (tile: Tile) => ({ tile, hashes: hashesIn(await asked.server.get(pathOf(tile))) });
  for await (const { tile, hashes } of fetchAhead(level0, get)) {
    const start = tile.index * tileWidth;
    for (const hash of hashes) {
      auditLeafHash(audit, hash);
      const fault = keptFault(audit, asked);
      if (fault !== undefined) return fault;
    }
    if (hashes.length !== tile.width)
      return { code: "tile-missing", index: start + hashes.length, until: start + tile.width };
    asked.progress(audit.tree.size, size);
  }
  return undefined;
}

/** The tiles above the leaves are what other people's tools read: they must be those of this tree. */
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

/** As many hashes as there are; one that is cut ends them. */
function hashesIn(tile: Uint8Array | undefined): readonly Hash[] {
  return (tile && parseHashes(tile.subarray(0, tile.length - (tile.length % 32)))) ?? [];
}
