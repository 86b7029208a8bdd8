/**
 * The head is checked before a signature is put over it (src/README.md#the-server-vouches): it must be the end of a
 * batch that this server's key signed, by the tree and by the bytes of the last event. A head that this process made or
 * checked itself is not checked again: `OwnLog` remembers it, and is plain data.
 */

import { equalBytes } from "../../base/bytes.ts";
import { openCheckpoint } from "../../log/checkpoint.ts";
import { noPrev, wrapEvent } from "../../log/entry.ts";
import { leafHash } from "../../log/hash.ts";
import { edgeRoot, formatEdge, growEdge } from "../../log/tree.ts";
import { type Head, type Ports, TryAgain } from "../ports.ts";
import { Foreign, type DatedCheckpoint, type KeptCheckpoint, type SealedBatch } from "../kept-rows.ts";
import { isSignedFor, ownVerifier } from "./signatories.ts";
import { isOurCheckpoint } from "./tags.ts";

/** What this process has checked of the log. */
export interface OwnLog {
  head: Head | undefined;
  /** The newest checkpoint of the database as it was last asked for, and the newest that is ours. */
  newest: { readonly asked: KeptCheckpoint; readonly own: DatedCheckpoint | undefined } | undefined;
}

export function nothingChecked(): OwnLog {
  return { head: undefined, newest: undefined };
}

type CheckingPorts = Pick<Ports, "key" | "keyed"> & { readonly cache: { readonly own: OwnLog } };

/** Tells whether this process made or checked the head. */
function isKnownHead({ head: known }: OwnLog, head: Head): boolean {
  return (
    known !== undefined &&
    known.size === head.size &&
    known.checkpoints === head.checkpoints &&
    equalBytes(known.hash, head.hash) &&
    equalBytes(formatEdge(known.edge), formatEdge(head.edge))
  );
}

/** Throws Foreign unless the head is what our signature covers; `readBatch` reads the newest batch where it must. */
export async function checkHead(
  head: Head,
  readBatch: () => Promise<SealedBatch | undefined>,
  ports: CheckingPorts,
): Promise<void> {
  const { own } = ports.cache;
  if (isKnownHead(own, head)) return;
  await checkBatch(head, await readBatch(), ports);
  own.head = head;
}

async function checkBatch(head: Head, batch: SealedBatch | undefined, ports: CheckingPorts): Promise<void> {
  if (head.size === 0 && batch === undefined) return checkEmpty(head);
  if (batch?.size !== head.size || batch.number !== head.checkpoints)
    throw new Foreign("head-foreign", "the newest checkpoint is of another size");
  if (!isSignedFor(ports.key, batch.note)) throw new TryAgain("log-key-other", "no");
  const opened = await openCheckpoint(batch.note, ownVerifier(ports.key));
  if (!opened.ok || opened.value.size !== batch.size || !(await isOurCheckpoint(ports.keyed, batch)))
    throw new Foreign("checkpoint-foreign", `checkpoint ${batch.size}`);
  if (!equalBytes(opened.value.root, edgeRoot(head.edge))) throw new Foreign("head-foreign", "the edge of the head");
  const grown = batch.leaves.length === batch.size - batch.start && growEdge(batch.start, batch.edge, batch.leaves);
  if (grown === false || !equalBytes(edgeRoot(grown.edge), opened.value.root))
    throw new Foreign("head-foreign", "the leaves of the newest batch");
  const hash = batch.last && leafHash(wrapEvent({ ...batch.last, event: batch.last.body }));
  const stored = batch.leaves.at(-1);
  if (hash === undefined || stored === undefined || !equalBytes(hash, head.hash) || !equalBytes(stored, head.hash))
    throw new Foreign("head-foreign", "the last leaf");
}

function checkEmpty(head: Head): void {
  if (!equalBytes(head.hash, noPrev) || head.checkpoints !== 0)
    throw new Foreign("head-foreign", "the head of an empty log");
}
