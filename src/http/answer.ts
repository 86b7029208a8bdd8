/**
 * The answer to a command: its sealed entries, with receipts that a foreign program can check. It is made from the log alone,
 * so a repeat of the request gives the same bytes, after a crash and from another instance.
 */

import { parseUtf8 } from "../base/bytes.ts";
import { formatHash } from "../log/hash.ts";
import { entryReceipts, type Placement, rangeReceipt } from "../log/receipt.ts";

/** Entries. A larger answer is one range with one proof: single proofs would be most of its bytes. */
const mostSingle = 64;

/** Returns JSON text. Leaves and events stand in it verbatim, as the log holds them. */
export function formatAnswer(placement: Placement): string {
  return placement.entries.length <= mostSingle ? formatEntries(placement) : formatRange(placement);
}

function formatEntries(placement: Placement): string {
  const entries = entryReceipts(placement).map(
    ({ leaf, hash, receipt }) =>
      `{"entry":${parseUtf8(leaf)},"leafHash":"${formatHash(hash)}","receipt":${JSON.stringify(receipt)}}`,
  );
  return `{"entries":[${entries.join(",")}]}`;
}

function formatRange(placement: Placement): string {
  const { start, end, prev, receipt } = rangeReceipt(placement);
  const events = placement.entries.map(({ body }) => parseUtf8(body));
  return `{"range":{"start":${start},"end":${end}},"prev":"${formatHash(prev)}","receipt":${JSON.stringify(receipt)},"events":[${events.join(",")}]}`;
}
