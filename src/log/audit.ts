/**
 * The auditor of a whole log reads its entries in order, from the first, and checks what each says of the entries
 * before it. It believes nothing that it did not compute: the tree, the links and the versions of the streams all come
 * from the leaves. It checks the outer shape of an event and the canonical form of every byte, not what `data` means.
 */

import { equalBytes } from "../base/bytes.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { noPrev, parseEntry } from "./entry.ts";
import { type EventHead, scanEvent } from "./event.ts";
import { formatHash, type Hash, leafHash } from "./hash.ts";
import { readReopening, readSignatory, type Reopening, type Signatory } from "./reopening.ts";
import type { Tile } from "./tile.ts";
import { edgeRoot, type GrowingTree, growLeaf, type SubtreeRoot } from "./tree.ts";

/** Everything that can be wrong with a log. FORMAT.md, "What an auditor finds", says what each code means. */
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

/** A fault and the leaves [index, until) among which it lies. */
export type Finding = { readonly code: FaultCode; readonly index: number; readonly until: number };

type StreamState = { version: number; at: number };

/** An audit under way. It grows in place, because a copy for each of hundreds of thousands of entries a second would be slow. */
export type Audit = {
  readonly tree: GrowingTree;
  /** `levels[l - 1]` holds the subtree roots of level l. */
  readonly levels: Hash[][];
  readonly streams: Map<string, StreamState>;
  /** Who signs, as entry 0 or the newest re-opening says; undefined when entry 0 does not say. */
  signatory: Signatory | undefined;
  readonly reopenings: Reopening[];
  previous: Hash;
  /** Whether the leaf hash of the entry before was compared with one that a tile or a column claims, and was the same. */
  confirmed: boolean;
};

/** openAudit begins the audit of a log at its first entry. */
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

/** auditEntry returns the first fault of the next entry. `claimed` is its leaf hash in a level-0 tile or the store. */
export function auditEntry(audit: Audit, leaf: Uint8Array, claimed?: Hash): Finding | undefined {
  const hash = leafHash(leaf);
  const finding = leafFinding(audit, { leaf, hash, claimed });
  audit.confirmed = claimed !== undefined && finding?.code !== "leaf-hash-wrong";
  addLeafHash(audit, hash);
  return finding;
}

/** auditLeafHash adds the next leaf hash for a reader who may not see the entry: tree and checkpoints are still checked. */
export function auditLeafHash(audit: Audit, claimed: Hash): void {
  addLeafHash(audit, claimed);
}

/** auditCheckpoint compares the root. It must be called when the audit has reached the checkpoint's size or the log has ended. */
export function auditCheckpoint(audit: Audit, checkpoint: Checkpoint): Finding | undefined {
  return rootFinding(audit, checkpoint, "root-wrong");
}

/** auditOldCheckpoint checks a checkpoint that someone kept: a different root means that history was rewritten. */
export function auditOldCheckpoint(audit: Audit, checkpoint: Checkpoint): Finding | undefined {
  return rootFinding(audit, checkpoint, "history-rewritten");
}

/** auditTile checks a tile of level 1 or more after its leaves. auditEntry compares the hashes of a tile of level 0. */
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

/** prevFinding accuses both ends of a broken link, unless the leaf hash of the earlier entry was confirmed. */
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

/** signatoryFault takes over the signatory that an opening or a re-opening names, and checks what a re-opening says of the log. */
function signatoryFault(audit: Audit, { opens, reopens }: EventHead, event: Uint8Array): FaultCode | undefined {
  if (opens) audit.signatory = readSignatory(event);
  if (!reopens) return undefined;
  const reopening = readReopening(event);
  if (reopening === undefined || !continues(reopening, audit)) return "reopening-wrong";
  audit.signatory = { origin: reopening.origin, key: reopening.key };
  audit.reopenings.push(reopening);
  return undefined;
}

/** continues returns whether a re-opening names this very log as it was until here, and an origin that the log never had. */
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
    audit.levels[level - 1] ??= [];
    audit.levels[level - 1]?.push(root);
  }
}

function rootFinding(audit: Audit, { size, root }: Checkpoint, code: FaultCode): Finding | undefined {
  const seen = audit.tree.size;
  if (seen > size) throw new RangeError(`the checkpoint of size ${size} was asked about at ${seen}`);
  if (seen < size) return { code: "entries-missing", index: seen, until: size };
  return equalBytes(edgeRoot(audit.tree.edge), root) ? undefined : { code, index: 0, until: size };
}

/** isEqual needs no constant time, because hashes are public. It is a loop, because `every` would cost a closure for each entry. */
function isEqual(a: Hash, b: Hash): boolean {
  for (let i = 0; i < 32; i++) if (a[i] !== b[i]) return false;
  return true;
}
