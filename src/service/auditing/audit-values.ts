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
import type { DatabaseFault, DatabaseFaultCode } from "./audit-fault.ts";
import type { ReadEvent } from "./folding.ts";
import type { BoxRow, Evidence } from "../evidence.ts";
import { journalDigest } from "../streams/journal-digest.ts";
import { pagesOf } from "../streams/pages.ts";

const page = 2000;

/** The places where events name each commitment (hex): `<stream><path>`. */
export type Commitments = Map<string, string[]>;

/** Collects commitments. A finding may name again what its case committed to: one of the places is the value's own. */
export function collectCommitments(
  { stream, data }: Pick<ReadEvent, "stream" | "data">,
  commitments: Commitments,
): void {
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    const commitment = committed.safeParse(value).data?.sealed;
    if (commitment !== undefined) {
      const places = commitments.get(commitment);
      if (places === undefined) commitments.set(commitment, [stream + path]);
      else places.push(stream + path);
      return;
    }
    for (const [name, field] of Object.entries(value)) walk(field, `${path}/${name}`);
  };
  walk(data, "");
}

/** Audits the values; takes each commitment out of the map as its value is found. */
export async function auditValues(evidence: Evidence, commitments: Commitments): Promise<readonly DatabaseFault[]> {
  const faults: DatabaseFault[] = [];
  for await (const box of pagesOf((last: BoxRow | undefined) => evidence.boxes(last?.commitment, page))) {
    const isNamed = commitments.get(box.commitment)?.includes(box.stream + box.path) === true;
    const code = isNamed ? boxFault(box) : "value-unknown";
    if (code !== undefined) faults.push({ code, at: `${box.stream}${box.path} ${box.commitment}` });
    commitments.delete(box.commitment);
  }
  for (const [commitment, [place]] of commitments) faults.push({ code: "value-missing", at: `${place} ${commitment}` });
  return faults;
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
    const rows = await evidence.journal(closing.from, closing.to);
    const isSame = rows.length === closing.reads && formatHash(journalDigest(rows)) === closing.digest;
    if (!isSame) faults.push({ code: "journal-differs", at: `log/log v${version} ${closing.from}-${closing.to}` });
  }
  return faults;
}
