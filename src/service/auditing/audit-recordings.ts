/**
 * Audits whether a server of this log made each recording, of exactly the events that it has: the tag binds their bytes
 * to the key and the answer (src/README.md#the-server-vouches). Two rows that changed places, and an event that was added
 * to a recording or left out of it, are found here.
 */

import { isOurRecording } from "../sealing/tags.ts";
import type { Evidence, RecordingEvidence } from "../evidence.ts";
import type { Ports } from "../ports.ts";
import { pagesOf } from "../streams/pages.ts";
import type { DatabaseFault } from "./audit-fault.ts";

/** Recordings a page: one of a bulk holds some 10,000 events, so a page of them is a few dozen megabytes at worst. */
const page = 200;

export async function auditRecordings(evidence: Evidence, keyed: Ports["keyed"]): Promise<readonly DatabaseFault[]> {
  const faults: DatabaseFault[] = [];
  const recordings = pagesOf((last: RecordingEvidence | undefined) => evidence.recordings(last?.number, page));
  for await (const recording of recordings) {
    const { bodies, number, index } = recording;
    if (bodies.length === 0) faults.push({ code: "recording-empty", at: `recording ${number}` });
    else if (!(await isOurRecording(keyed, recording, bodies)))
      faults.push({ code: "recording-foreign", at: index === undefined ? `recording ${number}` : String(index) });
  }
  return faults;
}
