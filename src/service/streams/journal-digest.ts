/** The digest that the log seals of the access journal: made when the journal is closed, made again by the audit. */

import { canonicalJson } from "../../base/canonical-json.ts";
import { utf8 } from "../../base/bytes.ts";
import { digest } from "../../log/hash.ts";
import type { JournalRow } from "../ports.ts";

/** SHA-256 over the canonical JSON of each row, a line each. Ids and instants only, all random or coarse: no salt is needed. */
export function journalDigest(rows: readonly JournalRow[]) {
  return digest(utf8(rows.map((row) => `${canonicalJson({ ...row })}\n`).join("")));
}
