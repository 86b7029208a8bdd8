/** Re-openings (FORMAT.md, "Re-opening") as entries state them; only the audit checks whether what they say is true. */

import { fieldOf, parseJson } from "../base/unknown-json.ts";
import { parseHash } from "./hash.ts";
import { parseVkey } from "./note.ts";

/** Who signs. `key` is a verifier key whose name is the origin. */
export type Signatory = { readonly origin: string; readonly key: string };

/** A tree that was signed. `root` is in hexadecimal, as in the entry. */
export type SignedTree = { readonly size: number; readonly root: string };

export type Reopening = Signatory & {
  /** Origin and key under which the log was signed until here, and its newest checkpoint: `size` is the index of this entry. */
  readonly before: Signatory & SignedTree;
  /** Code of why the log had stopped. */
  readonly stopped: string;
  /** Code of why the log was re-opened. */
  readonly reason: string;
  /** The newest tree that the signer remembered of the origin before; absent when its memory could not be read. */
  readonly remembered?: SignedTree;
  /** How many recordings that no server of the log had made were taken out; absent when there was none. */
  readonly leftOut?: number;
};

/** readSignatory returns who signs from a `log-opened` or `log-reopened` on, or undefined when the event does not say. */
export function readSignatory(event: Uint8Array): Signatory | undefined {
  return signatoryIn(fieldOf(parseJson(event), "data"));
}

/** readReopening reads a `log-reopened`, and returns undefined when its data is not of that form. */
export function readReopening(event: Uint8Array): Reopening | undefined {
  return reopeningIn(fieldOf(parseJson(event), "data"));
}

export function reopeningIn(data: unknown): Reopening | undefined {
  const [after, was] = [signatoryIn(data), fieldOf(data, "before")];
  const [before, tree] = [signatoryIn(was), treeIn(was)];
  const [stopped, reason] = [fieldOf(data, "stopped"), fieldOf(data, "reason")];
  if (after === undefined || before === undefined || tree === undefined) return undefined;
  if (typeof stopped !== "string" || typeof reason !== "string") return undefined;
  const leftOut = fieldOf(data, "leftOut");
  if (leftOut !== undefined && !isCount(leftOut)) return undefined;
  const taken = leftOut === undefined ? {} : { leftOut };
  const reopening = { ...after, before: { ...before, ...tree }, stopped, reason, ...taken };
  const claimed = fieldOf(data, "remembered");
  const remembered = treeIn(claimed);
  if (claimed === undefined) return reopening;
  return remembered && { ...reopening, remembered };
}

/** lostEntries returns how many signed entries are known to be lost: those that the signer remembered beyond the log. */
export function lostEntries({ before, remembered }: Reopening): number {
  return Math.max(0, (remembered?.size ?? 0) - before.size);
}

function signatoryIn(data: unknown): Signatory | undefined {
  const [origin, key] = [fieldOf(data, "origin"), fieldOf(data, "key")];
  if (typeof origin !== "string" || typeof key !== "string") return undefined;
  return parseVkey(key)?.name === origin ? { origin, key } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1;
}

function treeIn(data: unknown): SignedTree | undefined {
  const [size, root] = [fieldOf(data, "size"), fieldOf(data, "root")];
  if (!isCount(size)) return undefined;
  return typeof root === "string" && parseHash(root) !== undefined ? { size, root } : undefined;
}
