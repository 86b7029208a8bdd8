/**
 * What this process knows of the signer's memory: the newest checkpoint that it saw there and in the log, and its tag.
 * Only a hint: a stale one costs another round, never safety.
 */

import { equalBytes } from "../../base/bytes.ts";
import type { LogReader } from "../ports.ts";

export interface LastSigned {
  size: number;
  note: Uint8Array;
  tag: string | undefined;
}

export function nothingSigned(): LastSigned {
  return { size: 0, note: new Uint8Array(0), tag: undefined };
}

/** Is what was remembered still in the log? If not, the database went back behind what was signed. */
export async function isInLog({ size, note }: Pick<LastSigned, "size" | "note">, log: LogReader): Promise<boolean> {
  if (size === 0) return true;
  const ours = await log.checkpointOf(size);
  return ours !== undefined && equalBytes(ours.note, note);
}
