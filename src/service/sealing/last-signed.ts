/** The signer's memory as this process last saw it: a hint; a stale one costs a round, never safety. */

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

/** Tells whether a remembered checkpoint is in the log; if not, the database went back behind what was signed. */
export async function isInLog({ size, note }: Pick<LastSigned, "size" | "note">, log: LogReader): Promise<boolean> {
  if (size === 0) return true;
  const ours = await log.checkpointOf(size);
  return ours !== undefined && equalBytes(ours.note, note);
}
