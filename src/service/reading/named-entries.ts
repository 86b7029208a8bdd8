/** Entries of the log that are named as evidence: the act that each records, in which file, as far as the reader may see the file. */

import { z } from "zod";
import { isFileKind, parseStreamName, type StreamName, streamId, streamKind } from "../../domain/event.ts";
import { parseId } from "../../base/ids.ts";
import type { Host } from "../host.ts";
import { leafEvent } from "../streams/leaf-event.ts";
import type { Reader } from "../streams/reader.ts";
import { actsOfFiles, type FileActs } from "./file-acts.ts";

export interface NamedEntry {
  readonly index: number;
  readonly type: string;
  readonly stream: StreamName;
  /** The act that the entry records; undefined for an entry that is no act of a file. */
  readonly act: string | undefined;
  /** Undefined where the reader may not see the file, or the entry is of none. */
  readonly file: FileActs | undefined;
}

const event = z.object({
  type: z.string(),
  stream: z.string().transform(parseStreamName),
  data: z.looseObject({ act: z.string().optional() }),
});

/** A number that is no entry is left out. */
export async function namedEntries(
  indexes: readonly number[],
  reader: Reader,
  host: Host,
): Promise<readonly NamedEntry[]> {
  const leaves = await host.log.leavesAt(indexes);
  const events = leaves.map(({ index, leaf }) => ({ index, ...event.parse(leafEvent(leaf)) }));
  const names = new Map(events.flatMap(({ stream }) => fileNameOf(stream).map((name) => [stream, name] as const)));
  const files = await actsOfFiles([...names.values()], reader, host);
  const byStream = new Map(files.map((file) => [file.stream, file]));
  return events.map(({ index, type, stream, data }) => ({
    index,
    type,
    stream,
    act: type === "act-corrected" ? undefined : data.act,
    file: byStream.get(stream),
  }));
}

function fileNameOf(stream: StreamName) {
  const [kind, id] = [streamKind(stream), parseId<never>(streamId(stream))];
  return isFileKind(kind) && id !== undefined ? [{ kind, id }] : [];
}
