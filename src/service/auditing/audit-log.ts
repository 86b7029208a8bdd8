/**
 * Recomputes the log: leaves, chain, tree, checkpoints, tiles, head. After a fault it goes on from what the rows keep: an
 * entry is wrapped with the kept hash of the one before, and the tree goes on from the kept edge whose root was signed.
 */

import { equalBytes } from "../../base/bytes.ts";
import { type Audit, auditCheckpoint, auditEntry, auditEvent, auditLeafHash, openAudit } from "../../log/audit.ts";
import { knowsRoot, resumeAt } from "../../log/audit-tree.ts";
import { type Checkpoint, type CheckpointRefusal, openCheckpoint } from "../../log/checkpoint.ts";
import { maxEventBytes, noPrev, wrapEvent } from "../../log/entry.ts";
import { type Hash, leafHash, parseHashBytes } from "../../log/hash.ts";
import { ed25519Verifier, parseVkey, type Verifier } from "../../log/note.ts";
import { readReopening, type Reopening } from "../../log/reopening.ts";
import { edgeRoot, formatEdge, parseEdge } from "../../log/tree.ts";
import { type DatabaseFault, type DatabaseFaultCode, type Findings, noFindings } from "./audit-fault.ts";
import { auditTiles } from "./audit-tiles.ts";
import type { CheckpointRow, Evidence, LeafRow } from "../evidence.ts";
import { pagesOf } from "../streams/pages.ts";

const page = 2000;

/** Milliseconds by which a signature may be of the future: six hours, for which the log waits for its clock, and a minute. */
const clockTolerance = (6 * 60 + 1) * 60_000;

export interface AuditedLog {
  /** The number of sealed entries. */
  readonly size: number;
  /** The first fault that was met. */
  readonly fault: DatabaseFault | undefined;
  readonly reopenings: readonly Reopening[];
}

/** Gets every event that reads as one, in the order of the index. */
/** isSealed: the event has the leaf hash that was kept. */
type See = (index: number, event: Uint8Array, isSealed: boolean) => void;

interface Walk {
  readonly audit: Audit;
  readonly evidence: Evidence;
  readonly found: Findings;
  readonly see: See;
  /** The verifier of the log's current key. */
  readonly last: Verifier;
  /** The verifiers of the key that signs at this place, as the entries name it: several where an entry that names one is wrong. */
  verifiers: readonly Verifier[];
  key: string | undefined;
  readonly checkpoints: AsyncIterator<CheckpointRow>;
  /** The next checkpoint. */
  next: CheckpointRow | undefined;
  /** Where the batch before ended. */
  start: number;
  /** The right edge of the tree where the next checkpoint says that its batch begins; undefined if it is not known. */
  edge: Uint8Array | undefined;
  /** When the checkpoint before was signed. */
  signedAt: Date;
  /** The hashes that the entry before may have: the kept one, with which LogReader wraps leaves, and the recomputed one. */
  prevs: readonly Hash[];
}

/** Audits the log: adds what it finds to `found`, and gives every event that reads as one to `see`. */
export async function auditLog(
  evidence: Evidence,
  verifier: Verifier,
  { found = noFindings(), see = () => undefined }: { readonly found?: Findings; readonly see?: See } = {},
): Promise<AuditedLog> {
  const checkpoints = pagesOf((last: CheckpointRow | undefined) => evidence.checkpoints(last?.size ?? 0, page));
  const next = await nextOf(checkpoints);
  const audit = openAudit();
  const begin = { start: 0, edge: undefined, signedAt: new Date(0), prevs: [noPrev] };
  const signing = { last: verifier, verifiers: [verifier], key: undefined, checkpoints, next };
  const walk: Walk = { audit, evidence, found, see, ...signing, ...begin };
  keepEdge(walk);
  await walkLeaves(walk);
  await auditEnd(walk);
  await auditTiles(audit, evidence, found);
  const [first] = found.faults.listed;
  return { size: audit.tree.size, fault: first, reopenings: audit.reopenings };
}

async function walkLeaves(walk: Walk): Promise<void> {
  const { audit, evidence } = walk;
  const leaves = pagesOf((last: LeafRow | undefined) => evidence.leaves((last?.index ?? -1) + 1, page));
  for await (const leaf of leaves) {
    while (audit.tree.size < leaf.index) {
      fault(walk, "leaf-missing", audit.tree.size);
      passLeaf(walk, undefined);
      await auditBatches(walk);
    }
    auditLeaf(walk, leaf);
    await auditBatches(walk);
  }
}

function fault({ found }: Walk, code: DatabaseFaultCode, at: number | string): void {
  found.faults.add({ code, at: String(at) });
}

/** Goes past an entry whose event is not there, with its leaf hash if the row has it. */
function passLeaf(walk: Walk, hash: Hash | undefined): void {
  walk.found.unseen.add({ code: "event-unread", at: String(walk.audit.tree.size) });
  auditLeafHash(walk.audit, hash);
  walk.prevs = hash === undefined ? [] : [hash];
}

function auditLeaf(walk: Walk, { index, hash, body }: LeafRow): void {
  const { audit, found, see } = walk;
  const claimed = parseHashBytes(hash);
  if (claimed === undefined) fault(walk, "leaf-hash-wrong", index);
  if (body === undefined || body.length > maxEventBytes) {
    fault(walk, body === undefined ? "event-missing" : "leaf-malformed", index);
    return passLeaf(walk, claimed);
  }
  const leaf = wrapped(walk, { index, body, claimed });
  if (leaf === undefined) found.unseen.add({ code: "leaf-hash-unmade", at: String(index) });
  const findings = leaf === undefined ? auditEvent(audit, body, claimed) : auditEntry(audit, leaf, claimed);
  for (const finding of findings) fault(walk, finding.code, finding.index);
  walk.prevs = [audit.previous, audit.tree.doubt?.other].filter((hash) => hash !== undefined);
  if (audit.event === undefined) found.unseen.add({ code: "event-unread", at: String(index) });
  auditKey(walk, { index, body, isRight: findings.length === 0 });
  const isSealed = !findings.some(({ code }) => code === "leaf-hash-wrong");
  if (audit.event !== undefined) see(index, body, isSealed);
}

interface Kept {
  readonly index: number;
  readonly body: Uint8Array;
  readonly claimed: Hash | undefined;
}

/** Wraps the event after that of the hashes before with which it has the kept leaf hash; after the first if with none. */
function wrapped({ prevs }: Walk, { index, body, claimed }: Kept): Uint8Array | undefined {
  const leaves = prevs.map((prev) => wrapEvent({ event: body, index, prev }));
  if (leaves.length < 2 || claimed === undefined) return leaves[0];
  return leaves.find((leaf) => equalBytes(leafHash(leaf), claimed)) ?? leaves[0];
}

interface Naming {
  readonly index: number;
  readonly body: Uint8Array;
  readonly isRight: boolean;
}

/** Takes the key that an entry names. A later key than that of entry 0 must begin with a batch. */
function auditKey(walk: Walk, { index, body, isRight }: Naming): void {
  const named = walk.audit.signatory?.key;
  if (named === walk.key) {
    // The checkpoints tell whether the log went on under the key of a re-opening that is wrong.
    const doubted = isRight ? undefined : readReopening(body)?.key;
    if (doubted !== undefined) walk.verifiers = [...walk.verifiers, verifierOf(doubted, walk.last)];
    return;
  }
  walk.key = named;
  walk.verifiers = [verifierOf(named, walk.last), ...(isRight ? [] : walk.verifiers)];
  // A clock that went back is a reason to re-open a log.
  walk.signedAt = new Date(0);
  if (walk.start !== index) fault(walk, "reopening-wrong", index);
}

/** Returns the verifier of the named key; the one that was given, if name and id are the same. */
function verifierOf(key: string | undefined, last: Verifier): Verifier {
  const named = parseVkey(key ?? "");
  if (named === undefined) return last;
  const verifier = ed25519Verifier(named);
  return verifier.name === last.name && verifier.id === last.id ? last : verifier;
}

/** Checks the checkpoint of this size, if there is one. */
async function auditBatches(walk: Walk): Promise<void> {
  if (walk.next?.size === walk.audit.tree.size) await auditBatch(walk, walk.next);
  keepEdge(walk);
}

function keepEdge(walk: Walk): void {
  const { tree } = walk.audit;
  if (walk.next?.start === tree.size) walk.edge = knowsRoot(tree) ? formatEdge(tree.edge) : undefined;
}

/** Checks that a checkpoint begins where the one before ended, with the edge of the tree there, and that it has the root. */
async function auditBatch(walk: Walk, row: CheckpointRow): Promise<void> {
  const { size, start, edge, signedAt } = row;
  const at = `checkpoint ${size}`;
  const signed = await openRow(walk, row);
  if (start !== walk.start) fault(walk, "checkpoint-parted", at);
  if (walk.edge !== undefined && !equalBytes(edge, walk.edge)) fault(walk, "edge-wrong", at);
  if (walk.signedAt > signedAt) fault(walk, "signed-at-wrong", at);
  const next = await nextOf(walk.checkpoints);
  if (signed !== undefined && !auditRoot(walk, signed, at)) resume(walk, signed, next);
  Object.assign(walk, { start: size, edge: undefined, signedAt, next });
}

/** Opens the note of a checkpoint; undefined if it is not one of this size. */
async function openRow(walk: Walk, { size, note }: CheckpointRow): Promise<Checkpoint | undefined> {
  const at = `checkpoint ${size}`;
  const refusals: CheckpointRefusal[] = [];
  for (const verifier of walk.verifiers) {
    const opened = await openCheckpoint(note, verifier);
    if (opened.ok) {
      walk.verifiers = [verifier];
      if (opened.value.size !== size) fault(walk, "root-wrong", at);
      return opened.value.size === size ? opened.value : undefined;
    }
    refusals.push(opened.refusal);
  }
  for (const refusal of refusals.slice(0, 1)) fault(walk, refusal, at);
  return undefined;
}

function auditRoot(walk: Walk, signed: Checkpoint, at: string): boolean {
  const { audit, found } = walk;
  const finding = auditCheckpoint(audit, signed);
  if (finding !== undefined) fault(walk, finding.code, at);
  if (!knowsRoot(audit.tree)) found.unseen.add({ code: "root-unmade", at });
  return finding === undefined && knowsRoot(audit.tree);
}

/** Goes on from the edge that the next checkpoint keeps, if it has the signed root. */
function resume({ audit }: Walk, { size, root }: Checkpoint, next: CheckpointRow | undefined): void {
  const edge = next?.start === size ? parseEdge(size, next.edge) : undefined;
  if (edge !== undefined && equalBytes(edgeRoot(edge), root)) resumeAt(audit.tree, edge);
}

/** Checks that checkpoint, head and last leaf have one size, the log's key, and no signature of the future. */
async function auditEnd(walk: Walk): Promise<void> {
  const { audit, evidence, last } = walk;
  const { tree } = audit;
  const { size } = tree;
  if (walk.next !== undefined) fault(walk, "entries-missing", size);
  else if (walk.start !== size) fault(walk, "checkpoint-parted", `after checkpoint ${walk.start}`);
  if (walk.verifiers[0] !== last) fault(walk, "key-other", audit.reopenings.at(-1)?.before.size ?? 0);
  await auditBeyond(walk);
  const head = await evidence.head();
  const isHash = audit.previous === undefined || equalBytes(head.hash, audit.previous);
  const isEdge = !knowsRoot(tree) || equalBytes(head.edge, formatEdge(tree.edge));
  if (head.size !== size || !isHash || !isEdge) fault(walk, "head-wrong", `head ${head.size}`);
  if (!knowsRoot(tree)) walk.found.unseen.add({ code: "root-unmade", at: `head ${head.size}` });
  if (walk.signedAt.getTime() > head.now.getTime() + clockTolerance)
    fault(walk, "signed-at-wrong", `checkpoint ${walk.start}`);
}

/** Checks the signatures of the checkpoints beyond the last leaf; their roots cannot be made. */
async function auditBeyond(walk: Walk): Promise<void> {
  while (walk.next !== undefined) {
    await openRow(walk, walk.next);
    walk.found.unseen.add({ code: "root-unmade", at: `checkpoint ${walk.next.size}` });
    walk.next = await nextOf(walk.checkpoints);
  }
}

async function nextOf<T>(iterator: AsyncIterator<T>): Promise<T | undefined> {
  const next = await iterator.next();
  return next.done === true ? undefined : next.value;
}
