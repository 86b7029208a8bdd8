/**
 * The auditor of a whole log: entries in order, from the first, and what each says of the ones before it. It believes
 * nothing that it did not compute: the tree, the links and the versions of the streams all come from the leaves.
 *
 * Of an event it looks at the outer shape and at the canonical form of every byte (json-scanner.ts), not at what `data` means.
 * A finding names the leaves [index, until) among which the fault lies; usually that is one.
 */

import { equalBytes } from "../base/bytes.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { noPrev, parseEntry } from "./entry.ts";
import { type EventHead, scanEvent } from "./event.ts";
import { formatHash, type Hash, leafHash } from "./hash.ts";
import { readReopening, readSignatory, type Reopening, type Signatory } from "./reopening.ts";
import type { Tile } from "./tile.ts";
import { edgeRoot, type GrowingTree, growLeaf, type SubtreeRoot } from "./tree.ts";

/** Everything that can be wrong with a log; FORMAT.md says what each means. */
export const faultCodes = [
  "leaf-malformed",
  "index-wrong",
  "leaf-hash-wrong",
  "prev-wrong",
  "event-not-canonical",
  "event-shape-wrong",
  "opening-missing",
  "opening-repeated",
  "reopening-wrong",
  "version-wrong",
  "at-backwards",
  "tile-wrong",
  "root-wrong",
  "history-rewritten",
  "entries-missing",
] as const;

export type FaultCode = (typeof faultCodes)[number];

export type Finding = { readonly code: FaultCode; readonly index: number; readonly until: number };

type StreamState = { version: number; at: number };

/** An audit under way; it grows in place, because it is fed hundreds of thousands of entries a second. */
export type Audit = {
  readonly tree: GrowingTree;
  /** The subtree roots of level l, at l - 1. */
  readonly levels: Hash[][];
  readonly streams: Map<string, StreamState>;
  /** Who signs, by the entries: at entry 0 first, then at each re-opening. undefined: entry 0 does not say. */
  signatory: Signatory | undefined;
  readonly reopenings: Reopening[];
  previous: Hash;
  /** Whether the entry before has the leaf hash that a tile or a column claims for it. */
  confirmed: boolean;
};

export function openAudit(): Audit {
  return {
    tree: { size: 0, edge: [] },
    levels: [],
    streams: new Map(),
    signatory: undefined,
    reopenings: [],
    previous: noPrev,
    confirmed: true,
  };
}

/** The next entry; `claimed` is its hash in the tile of level 0 or in the store. What is wrong first, if anything is. */
export function auditEntry(audit: Audit, leaf: Uint8Array, claimed?: Hash): Finding | undefined {
  const hash = leafHash(leaf);
  const finding = leafFinding(audit, { leaf, hash, claimed });
  audit.confirmed = claimed !== undefined && finding?.code !== "leaf-hash-wrong";
  addLeafHash(audit, hash);
  return finding;
}

/** The next leaf hash alone, for whoever may not see the entries: the tree and its checkpoints are still computed. */
export function auditLeafHash(audit: Audit, claimed: Hash): void {
  addLeafHash(audit, claimed);
}

/** To be asked when the audit has reached the size of the checkpoint, or the log has ended. */
export function auditCheckpoint(audit: Audit, checkpoint: Checkpoint): Finding | undefined {
  return rootFinding(audit, checkpoint, "root-wrong");
}

/** As above, for a checkpoint that someone kept: the log of that time must be the beginning of this one. */
export function auditOldCheckpoint(audit: Audit, checkpoint: Checkpoint): Finding | undefined {
  return rootFinding(audit, checkpoint, "history-rewritten");
}

/** The hashes of a tile of level 1 or more, once its leaves were fed. Level 0 is compared entry by entry. */
export function auditTile(
  audit: Audit,
  tile: Tile & { readonly level: number },
  hashes: readonly Hash[],
): Finding | undefined {
  if (tile.level === 0) throw new RangeError("leaf hashes are given with their entries");
  const roots = audit.levels[tile.level - 1] ?? [];
  const leaves = 256 ** tile.level;
  for (let i = 0; i < Math.max(tile.width, hashes.length); i++) {
    const root = roots[tile.index * 256 + i];
    const hash = hashes[i];
    const index = (tile.index * 256 + i) * leaves;
    const isSame = root !== undefined && hash !== undefined && equalBytes(root, hash);
    if (!isSame) return { code: "tile-wrong", index, until: index + leaves };
  }
  return undefined;
}

type Leaf = { readonly leaf: Uint8Array; readonly hash: Hash; readonly claimed: Hash | undefined };

function leafFinding(audit: Audit, { leaf, hash, claimed }: Leaf): Finding | undefined {
  const index = audit.tree.size;
  const entry = parseEntry(leaf);
  if (entry === undefined) return at(index, "leaf-malformed");
  if (entry.index !== index) return at(index, "index-wrong");
  if (claimed !== undefined && !isEqual(claimed, hash)) return at(index, "leaf-hash-wrong");
  if (!isEqual(entry.prev, audit.previous)) return prevFinding(audit, index);
  const head = scanEvent(entry.event);
  if (typeof head === "string") return at(index, head);
  const fault = headFault(audit, head) ?? signatoryFault(audit, head, entry.event);
  return fault && at(index, fault);
}

function at(index: number, code: FaultCode): Finding {
  return { code, index, until: index + 1 };
}

/** A broken link accuses both of its ends, unless the hash of the earlier one was confirmed. */
function prevFinding(audit: Audit, index: number): Finding {
  return { code: "prev-wrong", index: audit.confirmed ? index : index - 1, until: index + 1 };
}

function headFault(audit: Audit, head: EventHead): FaultCode | undefined {
  const isFirst = audit.tree.size === 0;
  if (isFirst !== head.opens) return isFirst ? "opening-missing" : "opening-repeated";
  const stream = audit.streams.get(head.stream);
  if (head.version !== (stream?.version ?? 0) + 1) return "version-wrong";
  if (stream === undefined) {
    audit.streams.set(head.stream, { version: 1, at: head.at });
    return undefined;
  }
  if (head.at < stream.at) return "at-backwards";
  stream.version = head.version;
  stream.at = head.at;
  return undefined;
}

/** Whoever opens or re-opens the log says who signs from there on; a re-opening, also what it goes on from. */
function signatoryFault(audit: Audit, { opens, reopens }: EventHead, event: Uint8Array): FaultCode | undefined {
  if (opens) audit.signatory = readSignatory(event);
  if (!reopens) return undefined;
  const reopening = readReopening(event);
  if (reopening === undefined || !continues(reopening, audit)) return "reopening-wrong";
  audit.signatory = { origin: reopening.origin, key: reopening.key };
  audit.reopenings.push(reopening);
  return undefined;
}

/** It names this very log as it was until here, and an origin that the log never had. */
function continues({ origin, before }: Reopening, { tree, signatory, reopenings }: Audit): boolean {
  const isSame = before.origin === signatory?.origin && before.key === signatory.key;
  const isHere = before.size === tree.size && before.root === formatHash(edgeRoot(tree.edge));
  const isNew = origin !== before.origin && reopenings.every((each) => each.before.origin !== origin);
  return isSame && isHere && isNew;
}

function addLeafHash(audit: Audit, hash: Hash): void {
  const roots: SubtreeRoot[] = [];
  growLeaf(audit.tree, hash, roots);
  audit.previous = hash;
  for (const { level, hash: root } of roots) {
    const known = audit.levels[level - 1];
    if (known === undefined) audit.levels.push([root]);
    else known.push(root);
  }
}

function rootFinding(audit: Audit, { size, root }: Checkpoint, code: FaultCode): Finding | undefined {
  const seen = audit.tree.size;
  if (seen > size) throw new RangeError(`the checkpoint of size ${size} was asked about at ${seen}`);
  if (seen < size) return { code: "entries-missing", index: seen, until: size };
  return equalBytes(edgeRoot(audit.tree.edge), root) ? undefined : { code, index: 0, until: size };
}

/** Hashes are public: no need for constant time; a plain loop, because `every` costs a closure for each entry. */
function isEqual(a: Hash, b: Hash): boolean {
  for (let i = 0; i < 32; i++) if (a[i] !== b[i]) return false;
  return true;
}
