/** The acts of several files with their places in the log: a reader who may see the files can name them as evidence. */

import { keeperOf, type ActFile, actFileRef, actFileOf, actFileStream } from "../../domain/files/act-file.ts";
import type { FileName, StreamName } from "../../domain/event.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import { type SealedEntry, sealedEntries } from "./sealed-entries.ts";

export interface FileActs {
  readonly stream: StreamName;
  readonly file: ActFile;
  readonly entries: readonly SealedEntry[];
}

/** actsOfFiles keeps the order of the names, and leaves out what holds no acts or may not be seen. */
export async function actsOfFiles(
  names: readonly FileName[],
  reader: Reader,
  host: Host,
): Promise<readonly FileActs[]> {
  const refs = names.flatMap(({ kind, id }) => actFileRef.safeParse({ [kind]: id }).data ?? []);
  const { states } = await loadStates(() => refs.map(actFileStream), host);
  const found: FileActs[] = [];
  for (const ref of refs) {
    const file = actFileOf(ref, states);
    if (file === undefined || !(await mayRead(reader, "read-case", keeperOf(file), host))) continue;
    const stream = actFileStream(ref);
    found.push({ stream, file, entries: await sealedEntries(stream, host) });
  }
  return found;
}
