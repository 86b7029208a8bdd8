/** Reads the event of a leaf as JSON; each caller parses the fields that it needs. */

import { parseUtf8 } from "../../base/bytes.ts";
import { parseEntry } from "../../log/entry.ts";

/** Throws on a leaf that does not parse: the log is evidence, so nothing in it is skipped. */
export function leafEvent(leaf: Uint8Array): unknown {
  const entry = parseEntry(leaf);
  if (entry === undefined) throw new Error("the log holds bytes that are no leaf");
  return JSON.parse(parseUtf8(entry.event));
}
