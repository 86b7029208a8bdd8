/**
 * Audits what the log commits to and does not hold: committed values, and the access journal. Each commitment of an
 * event must have a value that opens it at its own place, or a key that was destroyed; each value must have a
 * commitment.
 */

import { bytesToHex, parseBase64 } from "../../base/bytes.ts";
import { logEvents } from "../../domain/events.ts";
import { committed } from "../../domain/field.ts";
import { formatHash } from "../../log/hash.ts";
import { commit } from "../../log/commitment.ts";
import type { DatabaseFault, DatabaseFaultCode, Findings } from "./audit-fault.ts";
import type { ReadEvent } from "./folding.ts";
import type { BoxRow, Evidence } from "../evidence.ts";
import { emptyJournal, journalDigest, journalPage } from "../streams/journal-digest.ts";
import { RowsOfStreams } from "../streams/rows-of-streams.ts";

export interface ValuesAudit {
  readonly evidence: Evidence;
  readonly faults: Findings["faults"];
  readonly boxes: RowsOfStreams<BoxRow>;
  /** The places where the events of the streams of this page name each commitment (hex), by stream. */
  readonly named: Map<string, Map<string, string[]>>;
}

export function openValues(evidence: Evidence, { faults }: Pick<Findings, "faults">): ValuesAudit {
  return { evidence, faults, boxes: new RowsOfStreams(evidence.boxes()), named: new Map() };
}

/** Collects commitments. A finding may name again what its case committed to: one of the places is the value's own. */
export function collectCommitments(
  { named }: Pick<ValuesAudit, "named">,
  { stream, data }: Pick<ReadEvent, "stream" | "data">,
): void {
  const commitments = named.get(stream) ?? new Map<string, string[]>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    const commitment = committed.safeParse(value).data?.sealed;
    if (commitment !== undefined) {
      const paths = commitments.get(commitment);
      if (paths === undefined) commitments.set(commitment, [path]);
      else paths.push(path);
      return;
    }
    for (const [name, field] of Object.entries(value)) walk(field, `${path}/${name}`);
  };
  walk(data, "");
  if (commitments.size > 0) named.set(stream, commitments);
}

/** Audits the values of a page of streams, once all of their events were seen. */
export async function auditValues(audit: ValuesAudit, streams: readonly { readonly name: string }[]): Promise<void> {
  const { evidence, boxes, named, faults } = audit;
  const elsewhere = new Map<string, string>();
  for (const { name } of streams) {
    const commitments = named.get(name) ?? new Map<string, string[]>();
    for (const box of await boxes.of(name, (stray) => unknownBox(stray, faults))) {
      const code = commitments.get(box.commitment)?.includes(box.path) === true ? boxFault(box) : "value-unknown";
      if (code !== undefined) faults.add({ code, at: `${box.stream}${box.path} ${box.commitment}` });
      commitments.delete(box.commitment);
    }
    for (const [commitment, [path]] of commitments) elsewhere.set(commitment, name + path);
  }
  named.clear();
  const kept = await evidence.commitments([...elsewhere.keys()]);
  for (const [commitment, place] of elsewhere)
    if (!kept.has(commitment)) faults.add({ code: "value-missing", at: `${place} ${commitment}` });
}

/** Tells of the values whose streams have no events. */
export async function endValues({ boxes, faults }: ValuesAudit): Promise<void> {
  await boxes.end((stray) => unknownBox(stray, faults));
}

function unknownBox({ stream, path, commitment }: BoxRow, faults: Findings["faults"]): void {
  faults.add({ code: "value-unknown", at: `${stream}${path} ${commitment}` });
}

function boxFault({ status, commitment, path, salt, value }: BoxRow): DatabaseFaultCode | undefined {
  if (status === "erased") return undefined;
  const bytes = salt === undefined ? undefined : parseBase64(salt);
  if (status === "broken" || bytes?.length !== 32 || value === undefined) return "value-broken";
  return bytesToHex(commit({ salt: bytes, path, value })) === commitment ? undefined : "value-differs";
}

/** Checks that the rows of the access journal are those whose digest was sealed. */
export async function auditJournal(
  evidence: Evidence,
  closings: readonly ReadEvent[],
): Promise<readonly DatabaseFault[]> {
  const faults: DatabaseFault[] = [];
  for (const { data, version } of closings) {
    const closing = logEvents["journal-closed"].parse(data);
    const { reads, chain } = await digestOf(closing, evidence);
    const isSame = reads === closing.reads && formatHash(chain) === closing.digest;
    if (!isSame) faults.push({ code: "journal-differs", at: `log/log v${version} ${closing.from}-${closing.to}` });
  }
  return faults;
}

/** Digests the rows of one closing page by page. */
async function digestOf({ from, to }: { readonly from: number; readonly to: number }, evidence: Evidence) {
  let [reads, chain, after] = [0, emptyJournal, from - 1];
  for (;;) {
    const rows = await evidence.journal(after, to, journalPage);
    const last = rows.at(-1);
    if (last === undefined) return { reads, chain };
    [reads, chain, after] = [reads + rows.length, journalDigest(chain, rows), last.number];
  }
}
