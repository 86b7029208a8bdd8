/**
 * A log that stopped and goes on under a new origin and key (FORMAT.md, "Re-opening"): what its entries say of who signs
 * which part of it. What they say is checked by the audit; nothing here is believed.
 */

import { fieldOf, parseJson } from "../base/unknown-json.ts";
import { parseHash } from "./hash.ts";
import { parseVkey } from "./note.ts";

/** Who signs: the key is a verifier key, and has the origin as its name. */
export type Signatory = { readonly origin: string; readonly key: string };

/** A tree that was signed; the root in hexadecimal, as in the entry. */
export type SignedTree = { readonly size: number; readonly root: string };

export type Reopening = Signatory & {
  /** Under which the log was signed until here, and its newest checkpoint: `size` is the index of this entry. */
  readonly before: Signatory & SignedTree;
  /** Why the log had stopped, and why it was re-opened. */
  readonly stopped: string;
  readonly reason: string;
  /** What the signer remembered of the origin before, if that could be read. */
  readonly remembered?: SignedTree;
};

/** Of a `log-opened` or `log-reopened`: who signs from there on. undefined: it does not say. */
export function readSignatory(event: Uint8Array): Signatory | undefined {
  return signatoryIn(fieldOf(parseJson(event), "data"));
}

/** Of a `log-reopened`; undefined: it is not of that form. */
export function readReopening(event: Uint8Array): Reopening | undefined {
  return reopeningIn(fieldOf(parseJson(event), "data"));
}

export function reopeningIn(data: unknown): Reopening | undefined {
  const [after, was] = [signatoryIn(data), fieldOf(data, "before")];
  const [before, tree] = [signatoryIn(was), treeIn(was)];
  const [stopped, reason] = [fieldOf(data, "stopped"), fieldOf(data, "reason")];
  if (after === undefined || before === undefined || tree === undefined) return undefined;
  if (typeof stopped !== "string" || typeof reason !== "string") return undefined;
  const reopening = { ...after, before: { ...before, ...tree }, stopped, reason };
  const claimed = fieldOf(data, "remembered");
  const remembered = treeIn(claimed);
  if (claimed === undefined) return reopening;
  return remembered && { ...reopening, remembered };
}

/** How many entries that were signed before are known to be lost: the signer remembered more than there was. */
export function lostEntries({ before, remembered }: Reopening): number {
  return Math.max(0, (remembered?.size ?? 0) - before.size);
}

function signatoryIn(data: unknown): Signatory | undefined {
  const [origin, key] = [fieldOf(data, "origin"), fieldOf(data, "key")];
  if (typeof origin !== "string" || typeof key !== "string") return undefined;
  return parseVkey(key)?.name === origin ? { origin, key } : undefined;
}

function treeIn(data: unknown): SignedTree | undefined {
  const [size, root] = [fieldOf(data, "size"), fieldOf(data, "root")];
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 1) return undefined;
  return typeof root === "string" && parseHash(root) !== undefined ? { size, root } : undefined;
}
