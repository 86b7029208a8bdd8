/** The event of a leaf that the log holds, as JSON: each reader parses what it needs of it. */

import { parseUtf8 } from "../../base/bytes.ts";
import { parseEntry } from "../../log/entry.ts";

/** A leaf that does not parse is a fault: the log is evidence. */
export function leafEvent(leaf: Uint8Array): unknown {
  const entry = parseEntry(leaf);
  if (entry === undefined) throw new Error("what is in the log is not a leaf");
  return JSON.parse(parseUtf8(entry.event));
}
