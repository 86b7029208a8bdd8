/** The digest of the access journal, which the log seals when the journal is closed and the audit recomputes. */

import { canonicalJson } from "../../base/canonical-json.ts";
import { utf8 } from "../../base/bytes.ts";
import { digest } from "../../log/hash.ts";
import type { JournalRow } from "../journal-port.ts";

/** Computes SHA-256 over the canonical JSON of each row, a line each. Ids are random, so no salt is needed. */
export function journalDigest(rows: readonly JournalRow[]) {
  return digest(utf8(rows.map((row) => `${canonicalJson({ ...row })}\n`).join("")));
}
