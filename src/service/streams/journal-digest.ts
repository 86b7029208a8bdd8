/**
 * The digest of the access journal, which the log seals when the journal is closed and the audit recomputes. It is a chain, so
 * that neither of them holds more than a page of rows.
 */

import { concatBytes, utf8 } from "../../base/bytes.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import { digest, type Hash } from "../../log/hash.ts";
import type { JournalRow } from "../journal-port.ts";

/** The digest of no rows. */
export const emptyJournal: Hash = digest(utf8("minh-chung/journal/v1\n"));

/** Goes on from the digest of the rows before: SHA-256 of that and of the row's canonical JSON. Ids are random, so no salt is needed. */
export function journalDigest(before: Hash, rows: readonly JournalRow[]): Hash {
  return rows.reduce((chain, { streams, fields, ...row }) => {
    const text = canonicalJson({ ...row, streams: [...streams], fields: [...fields] });
    return digest(concatBytes(chain, utf8(text)));
  }, before);
}

/** Rows that are read at a time: a look at a list shows some 60 files, so they are a few megabytes at most. */
export const journalPage = 500;
