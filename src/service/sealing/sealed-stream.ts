/**
 * A stream as its sealed entries give it: what is left to read of one that holds what no server wrote. Each entry must stand
 * in the tree of a checkpoint that a server of this log kept; what waits for its seal is left out.
 */

import type { StreamName } from "../../domain/event.ts";
import { parseEntry } from "../../log/entry.ts";
import { leafHash } from "../../log/hash.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import type { Ports } from "../ports.ts";
import { Foreign } from "../kept-rows.ts";
import { newestTagged, rootIn } from "./own-checkpoint.ts";
import { LogStopped } from "./seal.ts";
import { foldStream } from "../streams/folded-stream.ts";
import { areIncluded } from "./proving.ts";

/** Returns undefined for a stream of which nothing was sealed. Throws LogStopped when an entry of it was changed. */
export async function sealedStream(
  stream: StreamName,
  { log, keyed }: Pick<Ports, "log" | "keyed">,
): Promise<LoadedStream | undefined> {
  const newest = await newestTagged(log, keyed);
  if (newest === undefined) return undefined;
  const { size, note } = newest;
  const sealed = (await log.leavesOf(stream)).filter(({ index }) => index < size);
  const leaves = sealed.map(({ index, leaf }) => ({ index, leaf: leafHash(leaf) }));
  if (!(await areIncluded(leaves, { size, root: rootIn(note) }, log)))
    throw new LogStopped("stream-foreign", new Foreign("stream-foreign", `the entries of ${stream}`));
  return foldStream(
    stream,
    sealed.flatMap(({ leaf }) => parseEntry(leaf)?.event ?? []),
  ).loaded;
}
