/** Recomputes the log: leaves, chain, tree, checkpoints, tiles, head. It ends at the first fault of the chain. */

import { equalBytes } from "../../base/bytes.ts";
import { type Audit, auditCheckpoint, auditEntry, openAudit } from "../../log/audit.ts";
import { openCheckpoint } from "../../log/checkpoint.ts";
import { noPrev, wrapEvent } from "../../log/entry.ts";
import { type Hash, parseHashBytes } from "../../log/hash.ts";
import { ed25519Verifier, parseVkey, type Verifier } from "../../log/note.ts";
import type { Reopening } from "../../log/reopening.ts";
import { formatEdge } from "../../log/tree.ts";
import type { DatabaseFault } from "./audit-fault.ts";
import type { CheckpointRow, Evidence, LeafRow } from "../evidence.ts";
import { pagesOf } from "../streams/pages.ts";

const page = 2000;

/** Milliseconds by which the clock may go back before the log stops (db/0003). */
const clockTolerance = 60_000;

/** The number of sealed entries, and the first fault in them. */
export interface AuditedLog {
  readonly size: number;
  readonly fault: DatabaseFault | undefined;
  readonly reopenings: readonly Reopening[];
}

interface Walk {
  readonly audit: Audit;
  readonly evidence: Evidence;
  /** The verifier of the log's current key. */
  readonly last: Verifier;
  /** The verifier of the key that signs at this place, as the entries name it. */
  verifier: Verifier;
  key: string | undefined;
  readonly checkpoints: AsyncIterator<CheckpointRow>;
  /** The next checkpoint. */
  next: CheckpointRow | undefined;
  /** Where the batch before ended; `edge` is the right edge of the tree there. */
  start: number;
  edge: Uint8Array;
  /** When the checkpoint before was signed. */
  signedAt: Date;
  /** The stored hash of the entry before: LogReader wraps leaves with it. */
  prev: Hash;
}

/** Audits the log, and gives every event that holds to `see`, in the order of the index. */
export async function auditLog(
  evidence: Evidence,
  verifier: Verifier,
  see: (index: number, event: Uint8Array) => void = () => undefined,
): Promise<AuditedLog> {
  const checkpoints = pagesOf((last: CheckpointRow | undefined) => evidence.checkpoints(last?.size ?? 0, page));
  const next = await nextOf(checkpoints);
  const audit = openAudit();
  const begin = { start: 0, edge: new Uint8Array(0), signedAt: new Date(0), prev: noPrev };
  const walk: Walk = { audit, evidence, last: verifier, verifier, key: undefined, checkpoints, next, ...begin };
  const fault = (await walkLeaves(walk, see)) ?? (await auditEnd(walk)) ?? (await auditTiles(walk));
  return { size: audit.tree.size, fault, reopenings: audit.reopenings };
}

async function walkLeaves(
  walk: Walk,
  see: (index: number, event: Uint8Array) => void,
): Promise<DatabaseFault | undefined> {
  const leaves = pagesOf((last: LeafRow | undefined) => walk.evidence.leaves((last?.index ?? -1) + 1, page));
  for await (const leaf of leaves) {
    const fault =
      auditLeaf(walk, leaf) ??
      (walk.next?.size === walk.audit.tree.size ? await auditBatch(walk, walk.next) : undefined);
    if (fault !== undefined) return fault;
    if (leaf.body !== undefined) see(leaf.index, leaf.body);
  }
  return undefined;
}

function auditLeaf(walk: Walk, { index, hash, body }: LeafRow): DatabaseFault | undefined {
  const expected = walk.audit.tree.size;
  const claimed = parseHashBytes(hash);
  if (index !== expected) return { code: "leaf-missing", at: String(expected) };
  if (body === undefined) return { code: "event-missing", at: String(index) };
  if (claimed === undefined) return { code: "leaf-hash-wrong", at: String(index) };
  const finding = auditEntry(walk.audit, wrapEvent({ event: body, index, prev: walk.prev }), claimed);
  walk.prev = claimed;
  if (finding !== undefined) return { code: finding.code, at: String(finding.index) };
  if (walk.audit.signatory?.key === walk.key) return undefined;
  return auditKey(walk, index);
}

/** Takes the key that an entry names. A later key than that of entry 0 must begin with a batch. */
function auditKey(walk: Walk, index: number): DatabaseFault | undefined {
  walk.key = walk.audit.signatory?.key;
  walk.verifier = verifierOf(walk);
  // A clock that went back is a reason to re-open a log.
  walk.signedAt = new Date(0);
  return walk.start === index ? undefined : { code: "reopening-wrong", at: String(index) };
}

/** Returns the verifier of the named key; the one that was given, if name and id are the same. */
function verifierOf({ key, last }: Walk): Verifier {
  const named = parseVkey(key ?? "");
  if (named === undefined) return last;
  const verifier = ed25519Verifier(named);
  return verifier.name === last.name && verifier.id === last.id ? last : verifier;
}

/** Checks that a checkpoint begins where the one before ended, and keeps the edge of the tree there. */
async function auditBatch(walk: Walk, row: CheckpointRow): Promise<DatabaseFault | undefined> {
  const { size, start, edge, note, signedAt } = row;
  const at = `checkpoint ${size}`;
  const opened = await openCheckpoint(note, walk.verifier);
  if (!opened.ok) return { code: opened.refusal, at };
  if (opened.value.size !== size) return { code: "root-wrong", at };
  const finding = auditCheckpoint(walk.audit, opened.value);
  if (finding !== undefined) return { code: finding.code, at };
  if (start !== walk.start) return { code: "checkpoint-parted", at };
  if (!equalBytes(edge, walk.edge)) return { code: "edge-wrong", at };
  if (isLater(walk.signedAt, signedAt)) return { code: "signed-at-wrong", at };
  const next = await nextOf(walk.checkpoints);
  Object.assign(walk, { start: size, edge: formatEdge(walk.audit.tree.edge), signedAt, next });
  return undefined;
}

function isLater(one: Date, other: Date): boolean {
  return one.getTime() > other.getTime() + clockTolerance;
}

/** Checks that checkpoint, head and last leaf have one size, the log's key, and no signature of the future. */
async function auditEnd({ audit, evidence, verifier, last, ...walk }: Walk): Promise<DatabaseFault | undefined> {
  const { next, start, edge, signedAt } = walk;
  const { size } = audit.tree;
  if (next !== undefined) return { code: "entries-missing", at: String(size) };
  if (start !== size) return { code: "checkpoint-parted", at: `after checkpoint ${start}` };
  if (verifier !== last) return { code: "key-other", at: String(audit.reopenings.at(-1)?.before.size ?? 0) };
  const head = await evidence.head();
  const isSame = head.size === size && equalBytes(head.hash, audit.previous) && equalBytes(head.edge, edge);
  if (!isSame) return { code: "head-wrong", at: `head ${head.size}` };
  return isLater(signedAt, head.now) ? { code: "signed-at-wrong", at: `checkpoint ${size}` } : undefined;
}

/** Checks that there is a row for each root that is full, and no other. */
async function auditTiles({ audit, evidence }: Walk): Promise<DatabaseFault | undefined> {
  for (let level = 1; level <= 7; level++) {
    const roots = audit.levels[level - 1] ?? [];
    let expected = 0;
    for await (const { index, hash } of pagesOf((last: { index: number } | undefined) =>
      evidence.tiles(level, (last?.index ?? -1) + 1, page),
    )) {
      const root = roots[expected];
      if (root === undefined || index < expected) return { code: "tile-unknown", at: `tile ${level}/${index}` };
      if (index > expected) return { code: "tile-missing", at: `tile ${level}/${expected}` };
      if (!equalBytes(hash, root)) return { code: "tile-wrong", at: `tile ${level}/${index}` };
      expected++;
    }
    if (expected < roots.length) return { code: "tile-missing", at: `tile ${level}/${expected}` };
  }
  return undefined;
}

async function nextOf<T>(iterator: AsyncIterator<T>): Promise<T | undefined> {
  const next = await iterator.next();
  return next.done === true ? undefined : next.value;
}
