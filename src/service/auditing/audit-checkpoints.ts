/**
 * Audits the rows of the checkpoints: each has the next number and the tag of the server that kept it, and the head counts
 * them. A checkpoint that was taken out while its neighbours were joined is found here: the tree shows nothing of it.
 */

import { parseEdge } from "../../log/tree.ts";
import { isOurCheckpoint } from "../sealing/tags.ts";
import type { CheckpointRow, Evidence } from "../evidence.ts";
import type { Ports } from "../ports.ts";
import { pagesOf } from "../streams/pages.ts";
import type { DatabaseFault } from "./audit-fault.ts";

const page = 2000;

export async function auditCheckpoints(evidence: Evidence, keyed: Ports["keyed"]): Promise<readonly DatabaseFault[]> {
  const faults: DatabaseFault[] = [];
  let expected = 0;
  const rows = pagesOf((last: CheckpointRow | undefined) => evidence.checkpoints(last?.size ?? 0, page));
  for await (const row of rows) {
    const at = `checkpoint ${row.size}`;
    expected += 1;
    if (row.number !== expected) faults.push({ code: "checkpoint-number-wrong", at });
    expected = row.number;
    const edge = parseEdge(row.start, row.edge);
    if (edge === undefined || !(await isOurCheckpoint(keyed, { ...row, edge })))
      faults.push({ code: "checkpoint-foreign", at });
  }
  const { checkpoints } = await evidence.head();
  if (checkpoints !== expected) faults.push({ code: "checkpoint-number-wrong", at: `head ${checkpoints}` });
  return faults;
}
