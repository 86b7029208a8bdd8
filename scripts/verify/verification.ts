/**
 * The verification itself: why the log stopped, if it did; the checkpoint's signature; the walk over the log (walk.ts);
 * the root, the key and the checkpoint that the auditor kept. It goes on after a fault and lists them all.
 */

import { auditCheckpoint, openAudit } from "../../src/log/audit.ts";
import { knowsRoot } from "../../src/log/audit-tree.ts";
import { type Checkpoint, openCheckpoint, parseCheckpoint } from "../../src/log/checkpoint.ts";
import { parseUtf8 } from "../../src/base/bytes.ts";
import { ed25519Verifier, formatVkey } from "../../src/log/note.ts";
import type { Reopening } from "../../src/log/reopening.ts";
import { walkAuthority } from "./authority.ts";
import { type Findings, noFindings } from "./fault.ts";
import { compareKept, judgeKept, type KeptCheckpoint } from "./kept-checkpoint.ts";
import { type LogServer, Unreachable } from "./log-server.ts";
import { claimedReopenings, type Trust } from "./trust.ts";
import { type Walk, walkEntries, walkHashes, walkTiles } from "./walk.ts";

export interface Verdict {
  /** The signed checkpoint; undefined if the log's key did not sign it. */
  readonly checkpoint: Checkpoint | undefined;
  readonly note: Uint8Array;
  readonly found: Findings;
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
  const { server, trust, since, sees, progress } = asked;
  const note = await server.get("/checkpoint");
  if (note === undefined)
    throw new Unreachable(`${server.url} không có điểm kiểm tra · has no checkpoint: is it a log, and open?`);
  const opened = await openCheckpoint(note, ed25519Verifier(trust.key));
  const found = noFindings();
  const audit = openAudit();
  const compared = compareKept(audit, since);
  const authority = walkAuthority(found);
  const { see } = authority;
  const walk: Walk = { server, audit, found, since, see, progress, isSigned: opened.ok, compared };
  if (!opened.ok) found.faults.add({ code: opened.refusal });
  const shown = opened.ok ? opened.value : unsigned(note);
  if (shown !== undefined) await walkLog(walk, shown, sees);
  authority.end();
  if (opened.ok) auditRoot(walk, opened.value);
  if (sees && opened.ok) auditKey(walk, trust);
  const reopenings = sees && opened.ok ? audit.reopenings : await claimedReopenings(server);
  if (since !== undefined && opened.ok) await auditKept(walk, { kept: since, trust, reopenings });
  const seconds = (performance.now() - started) / 1000;
  return { checkpoint: opened.ok ? opened.value : undefined, note, found, sawEntries: sees, reopenings, seconds };
}

/** unsigned reads the checkpoint of a note that the log's key did not sign: it says where to look, and nothing is believed. */
function unsigned(note: Uint8Array): Checkpoint | undefined {
  const text = parseUtf8(note);
  return parseCheckpoint(text.slice(0, text.lastIndexOf("\n\n") + 1));
}

async function walkLog(walk: Walk, { size }: Checkpoint, sees: boolean): Promise<void> {
  await (sees ? walkEntries(walk, size) : walkHashes(walk, size));
  await walkTiles(walk);
  if (!walk.isSigned) walk.found.unseen.add({ code: "root-unsigned", index: 0, until: walk.audit.tree.size });
}

function auditRoot(walk: Walk, checkpoint: Checkpoint): void {
  const finding = auditCheckpoint(walk.audit, checkpoint);
  if (finding !== undefined) walk.found.faults.add(finding);
  if (!knowsRoot(walk.audit.tree)) walk.found.unseen.add({ code: "root-unmade", index: 0, until: checkpoint.size });
}

/** The entries name the key of their log: an auditor who was given another key was shown another log. */
function auditKey({ audit: { signatory, reopenings }, found }: Walk, trust: Trust): void {
  if (signatory?.key === formatVkey(trust.key)) return;
  // Entry 0 was not read, so it does not name another key either; that it was not read is said already.
  if (signatory === undefined && found.unseen.listed.some(({ index }) => index === 0)) return;
  const index = reopenings.at(-1)?.before.size ?? 0;
  found.faults.add({ code: "key-other", index, until: index + 1 });
}

interface Keeping {
  readonly kept: KeptCheckpoint;
  readonly trust: Trust;
  readonly reopenings: readonly Reopening[];
}

async function auditKept({ audit, found, compared }: Walk, { kept, trust, reopenings }: Keeping): Promise<void> {
  const { size } = audit.tree;
  if (compared === "unmade") found.unseen.add({ code: "kept-unmade", index: 0, until: kept.size });
  const fault = await judgeKept({ kept, compared, size, key: trust.key, reopenings });
  if (fault !== undefined) found.faults.add(fault);
}
