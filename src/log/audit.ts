/**
 * The auditor of a whole log reads its entries in order, from the first, and checks what each says of the entries
 * before it. It believes nothing that it did not compute: the tree, the links and the versions of the streams all come
 * from the leaves. It checks the outer shape of an event and the canonical form of every byte, not what `data` means.
 * After a fault it goes on, and judges the next entry against what the faulty one said as well as against what it should
 * have said, so that one fault neither hides another nor is counted again at every entry after it.
 */

import { equalBytes } from "../base/bytes.ts";
import { addLeaf, addUnknown, type AuditTree, hasRoot, knowsRoot, openAuditTree, settleDoubt } from "./audit-tree.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { type Entry, noPrev, parseEntry } from "./entry.ts";
import { type EventHead, scanEvent } from "./event.ts";
import { type Hash, leafHash, parseHash } from "./hash.ts";
import { readReopening, readSignatory, type Reopening, type Signatory } from "./reopening.ts";
import type { Tile } from "./tile.ts";

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

/** `also` is the version that the last event should have had, if it had another; -1 otherwise. */
type StreamState = { version: number; also: number; at: number };

/** An audit under way. It grows in place, because a copy for each of hundreds of thousands of entries a second would be slow. */
export type Audit = {
  readonly tree: AuditTree;
  readonly streams: Map<string, StreamState>;
  /** Who signs, as entry 0 or the newest re-opening says; undefined when entry 0 does not say. */
  signatory: Signatory | undefined;
  readonly reopenings: Reopening[];
  /** The leaf hash of the entry before; undefined where nobody knows it. */
  previous: Hash | undefined;
  /** Whether the leaf hash of the entry before was compared with one that a tile or a column claims, and was the same. */
  confirmed: boolean;
  /** By how much the index of the last entry that had a wrong one differed from its place. */
  shift: number;
  /** The event of the entry that was read last, if its bytes read as one. */
  event: Uint8Array | undefined;
};

/** openAudit begins the audit of a log at its first entry. */
export function openAudit(): Audit {
  return {
    tree: openAuditTree(),
    streams: new Map(),
    signatory: undefined,
    reopenings: [],
    previous: noPrev,
    confirmed: true,
    shift: 0,
    event: undefined,
  };
}

/** auditEntry returns all faults of the next entry. `claimed` is its leaf hash in a level-0 tile or the store. */
export function auditEntry(audit: Audit, leaf: Uint8Array, claimed?: Hash): readonly Finding[] {
  const index = audit.tree.size;
  const hash = leafHash(leaf);
  const isClaimed = claimed === undefined || isEqual(claimed, hash);
  const entry = parseEntry(leaf);
  const findings: Finding[] = [];
  if (entry === undefined) findings.push(at(index, "leaf-malformed"));
  else if (!isAtIndex(audit, entry)) findings.push(at(index, "index-wrong"));
  if (!isClaimed) findings.push(at(index, "leaf-hash-wrong"));
  if (entry !== undefined && !links(audit, entry)) findings.push(prevFinding(audit, index));
  readEvent(audit, { event: entry?.event, isClaimed }, findings);
  audit.confirmed = claimed !== undefined && isClaimed;
  audit.previous = claimed ?? hash;
  if (isClaimed) addLeaf(audit.tree, hash);
  else addLeaf(audit.tree, claimed, hash);
  return findings;
}

/**
 * auditEvent returns the faults of the next entry where the hash of the entry before is unknown, so that its leaf cannot
 * be wrapped again: links and leaf hash are not looked at.
 */
export function auditEvent(audit: Audit, event: Uint8Array, claimed: Hash | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  readEvent(audit, { event, isClaimed: true }, findings);
  auditLeafHash(audit, claimed, audit.event);
  return findings;
}

/**
 * auditLeafHash adds the next leaf hash for a reader who may not see the entry: tree and checkpoints are still checked.
 * Nobody may know the hash either; then the roots above it stay unknown.
 */
export function auditLeafHash(audit: Audit, claimed: Hash | undefined, event?: Uint8Array): void {
  audit.event = event;
  audit.previous = claimed;
  audit.confirmed = false;
  if (claimed === undefined) addUnknown(audit.tree);
  else addLeaf(audit.tree, claimed);
}

/**
 * auditCheckpoint compares the root, if it is known. It must be called when the audit has reached the checkpoint's size or
 * the log has ended.
 */
export function auditCheckpoint(audit: Audit, checkpoint: Checkpoint): Finding | undefined {
  return rootFinding(audit, checkpoint, "root-wrong");
}

/** auditOldCheckpoint checks a checkpoint that someone kept: a different root means that history was rewritten. */
export function auditOldCheckpoint(audit: Audit, checkpoint: Checkpoint): Finding | undefined {
  return rootFinding(audit, checkpoint, "history-rewritten");
}

/**
 * auditTile checks a tile of level 1 or more after its leaves. auditEntry compares the hashes of a tile of level 0. A hash
 * over a leaf that nobody knows is not looked at.
 */
export function auditTile(
  audit: Audit,
  tile: Tile & { readonly level: number },
  hashes: readonly Hash[],
): readonly Finding[] {
  if (tile.level === 0) throw new RangeError("leaf hashes are given with their entries");
  const roots = audit.tree.levels[tile.level - 1] ?? [];
  const leaves = 256 ** tile.level;
  const findings: Finding[] = [];
  for (let i = 0; i < Math.max(tile.width, hashes.length); i++) {
    const place = tile.index * 256 + i;
    const [root, hash] = [roots[place], hashes[i]];
    const isUnknown = place < roots.length && root === undefined;
    const isSame = hash !== undefined && (isUnknown || (root !== undefined && equalBytes(root, hash)));
    if (!isSame) findings.push({ code: "tile-wrong", index: place * leaves, until: (place + 1) * leaves });
  }
  return findings;
}

function at(index: number, code: FaultCode): Finding {
  return { code, index, until: index + 1 };
}

/** isAtIndex takes the index for right after a deletion if it has moved as far as that of the entry before. */
function isAtIndex(audit: Audit, { index }: Entry): boolean {
  const shift = index - audit.tree.size;
  if (shift === 0 || shift === audit.shift) return true;
  audit.shift = shift;
  return false;
}

/** links settles a doubt about the hash of the entry before by what the entry says of it. */
function links(audit: Audit, { prev }: Entry): boolean {
  if (audit.previous === undefined || isEqual(prev, audit.previous)) return true;
  if (audit.tree.doubt === undefined || !isEqual(prev, audit.tree.doubt.other)) return false;
  settleDoubt(audit.tree);
  return true;
}

/** prevFinding accuses both ends of a broken link, unless the leaf hash of the earlier entry was confirmed. */
function prevFinding(audit: Audit, index: number): Finding {
  return { code: "prev-wrong", index: audit.confirmed ? index : index - 1, until: index + 1 };
}

type Read = { readonly event: Uint8Array | undefined; readonly isClaimed: boolean };

function readEvent(audit: Audit, { event, isClaimed }: Read, findings: Finding[]): void {
  const head = event && scanEvent(event);
  audit.event = typeof head === "string" ? undefined : event;
  if (event === undefined || head === undefined) return;
  const codes =
    typeof head === "string" ? [head] : [...headFaults(audit, head, isClaimed), ...signatoryFaults(audit, head, event)];
  for (const code of codes) findings.push(at(audit.tree.size, code));
}

function headFaults(audit: Audit, head: EventHead, isClaimed: boolean): readonly FaultCode[] {
  const faults: FaultCode[] = [];
  const isFirst = audit.tree.size === 0;
  if (isFirst !== head.opens) faults.push(isFirst ? "opening-missing" : "opening-repeated");
  const stream = audit.streams.get(head.stream);
  const next = (stream?.version ?? 0) + 1;
  const isNext = head.version === next || head.version - 1 === stream?.also;
  if (!isNext) faults.push("version-wrong");
  if (stream !== undefined && head.at < stream.at) faults.push("at-backwards");
  const due = stream === undefined || stream.also < 0 ? next : stream.also + 1;
  advance(audit, head, { also: isNext ? -1 : due, isClaimed });
  return faults;
}

/** advance does not take over a later instant from an entry whose bytes are not those that were sealed. */
function advance(
  { streams }: Audit,
  { stream: name, version, at: said }: EventHead,
  { also, isClaimed }: { readonly also: number; readonly isClaimed: boolean },
): void {
  const stream = streams.get(name);
  const instant = isClaimed ? said : Math.min(said, stream?.at ?? -1);
  if (stream === undefined) {
    streams.set(name, { version, also, at: instant });
    return;
  }
  stream.version = version;
  stream.also = also;
  stream.at = instant;
}

/** signatoryFaults takes over the signatory that an opening or a re-opening names, and checks what a re-opening says of the log. */
function signatoryFaults(audit: Audit, { opens, reopens }: EventHead, event: Uint8Array): readonly FaultCode[] {
  if (opens && audit.tree.size === 0) audit.signatory = readSignatory(event);
  if (!reopens) return [];
  const reopening = readReopening(event);
  if (reopening === undefined || !continues(reopening, audit)) return ["reopening-wrong"];
  audit.signatory = { origin: reopening.origin, key: reopening.key };
  audit.reopenings.push(reopening);
  return [];
}

/** continues returns whether a re-opening names this very log as it was until here, and an origin that the log never had. */
function continues({ origin, before }: Reopening, { tree, signatory, reopenings }: Audit): boolean {
  const isSame = before.origin === signatory?.origin && before.key === signatory.key;
  const root = parseHash(before.root);
  const isHere = before.size === tree.size && root !== undefined && (!knowsRoot(tree) || hasRoot(tree, root));
  const isNew = origin !== before.origin && reopenings.every((each) => each.before.origin !== origin);
  return isSame && isHere && isNew;
}

function rootFinding(audit: Audit, { size, root }: Checkpoint, code: FaultCode): Finding | undefined {
  const { tree } = audit;
  if (tree.size > size) throw new RangeError(`the checkpoint of size ${size} was asked about at ${tree.size}`);
  if (tree.size < size) return { code: "entries-missing", index: tree.size, until: size };
  if (!knowsRoot(tree)) return undefined;
  const last = tree.doubt?.other;
  if (!hasRoot(tree, root)) return { code, index: 0, until: size };
  if (last !== undefined && tree.doubt === undefined) audit.previous = last;
  return undefined;
}

/** isEqual needs no constant time, because hashes are public. It is a loop, because `every` would cost a closure for each entry. */
function isEqual(a: Hash, b: Hash): boolean {
  for (let i = 0; i < 32; i++) if (a[i] !== b[i]) return false;
  return true;
}
