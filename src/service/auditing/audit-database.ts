/**
 * `npm run audit` recomputes everything in the database from the recorded bytes of the events. It shows a quiet edit
 * that the chain alone does not show, of read models and committed values too (src/README.md#threat-model).
 */

import { equalBytes } from "../../base/bytes.ts";
import { openCheckpoint } from "../../log/checkpoint.ts";
import type { Verifier } from "../../log/note.ts";
import type { Reopening } from "../../log/reopening.ts";
import { endAuthority, openAuthority, readAuthority } from "../../domain/authority/authority.ts";
import { auditApplied, endApplied, judgeApplied, openApplied, readApplied } from "./audit-applied.ts";
import { authorityFault } from "./audit-authority.ts";
import { auditCatalog } from "./audit-catalog.ts";
import { auditEdition, openEditions } from "./audit-editions.ts";
import { type DatabaseFault, type Findings, noFindings } from "./audit-fault.ts";
import { auditCheckpoints } from "./audit-checkpoints.ts";
import { auditRecordings } from "./audit-recordings.ts";
import type { Ports } from "../ports.ts";
import { auditLog } from "./audit-log.ts";
import { auditStreams } from "./audit-streams.ts";
import { auditJournal, auditValues, collectCommitments, endValues, openValues } from "./audit-values.ts";
import type { Evidence } from "../evidence.ts";
import type { ReadEvent } from "./folding.ts";

export interface DatabaseAudit {
  readonly size: number;
  /** Counts of all faults and of all that was not looked at. */
  readonly found: Findings;
  /** The first hundred faults of each kind. */
  readonly faults: readonly DatabaseFault[];
  readonly reopenings: readonly Reopening[];
  /** Events that name the edition of entry 0, before anybody had adopted one. */
  readonly unadopted: number;
  /** Events under an edition of the law that this program does not have: their explanations were not recomputed. */
  readonly unexplained: number;
  /** Why the log has stopped; that is no fault of its entries. */
  readonly stopped: string | undefined;
}

/** The keys of the audit: the log's verifier, and the server's key of the tags. */
export interface AuditKeys {
  readonly verifier: Verifier;
  readonly keyed: Ports["keyed"];
}

/** What the database is held against besides its own bytes. */
export interface Beside {
  /** The checkpoint of the signer's memory, read before the snapshot, which must hold it. */
  readonly remembered?: Uint8Array | undefined;
  /** The lines of db/catalog.txt. */
  readonly catalog?: readonly string[];
  /** Hears how far the audit is: each entry is read twice, in the order of the log and in that of its stream. */
  readonly progress?: (done: number, of: number) => void;
}

export async function auditDatabase(
  evidence: Evidence,
  { verifier, keyed }: AuditKeys,
  { remembered, catalog, progress = () => undefined }: Beside = {},
): Promise<DatabaseAudit> {
  const found = noFindings();
  const values = openValues(evidence, found);
  const closings: ReadEvent[] = [];
  const editions = openEditions();
  const applied = openApplied();
  const authority = openAuthority();
  const of = 2 * (await evidence.head()).size;
  let done = 0;
  const read = (): void => progress((done += 1), of);
  const see = (index: number, event: Uint8Array, isSealed: boolean): void => {
    read();
    addAll(found, readAuthority(authority, { index, event, isSealed }).map(authorityFault));
    auditEdition(editions, index, event);
    readApplied(applied, { index, body: event, counting: editions.counting });
  };
  const { size, reopenings } = await auditLog(evidence, verifier, { found, see });
  addAll(found, endAuthority(authority).map(authorityFault));
  addAll(found, editions.faults);
  await auditStrays(evidence, found);
  await auditStreams({ evidence, keyed }, found, {
    see: (event) => {
      read();
      collectCommitments(values, event);
      if (event.type === "journal-closed") closings.push(event);
    },
    evolved: (stream, version, state) => auditApplied(applied, { stream, version, state }),
    ended: async (streams) => {
      await auditValues(values, streams);
      await judgeApplied(applied, evidence);
    },
  });
  await endValues(values);
  addAll(found, await auditRecordings(evidence, keyed));
  addAll(found, await auditCheckpoints(evidence, keyed));
  endApplied(applied, found);
  addAll(found, await auditJournal(evidence, closings));
  if (catalog !== undefined) addAll(found, await auditCatalog(evidence, catalog));
  if (remembered !== undefined) addAll(found, await auditMemory(evidence, verifier, remembered));
  const { stopped } = await evidence.head();
  const { unadopted } = editions;
  const { unexplained } = applied;
  return { size, found, faults: found.faults.listed, reopenings, unadopted, unexplained, stopped };
}

function addAll({ faults }: Findings, more: readonly DatabaseFault[]): void {
  for (const fault of more) faults.add(fault);
}

async function auditStrays(evidence: Evidence, { faults }: Findings): Promise<void> {
  for await (const strays of evidence.strays())
    for (const { is, event } of strays) faults.add({ code: `event-${is}`, at: `event ${event}` });
}

async function auditMemory(
  evidence: Evidence,
  verifier: Verifier,
  remembered: Uint8Array,
): Promise<readonly DatabaseFault[]> {
  const opened = await openCheckpoint(remembered, verifier);
  if (!opened.ok) return [{ code: opened.refusal, at: "signer memory" }];
  const { size } = opened.value;
  const [ours] = await evidence.checkpoints(size - 1, 1);
  const isSame = ours !== undefined && ours.size === size && equalBytes(ours.note, remembered);
  return isSame ? [] : [{ code: "signer-memory-differs", at: `signer memory ${size}` }];
}
