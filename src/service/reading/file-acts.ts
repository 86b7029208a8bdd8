/** The acts of several intakes, cases and registers with their places in the log: what somebody who may see the files can name as evidence. */

import { keeperOf, type Place, type PlaceInput, placeInput, placeOf, placeStream } from "../../domain/files/place.ts";
import type { StreamName } from "../../domain/event.ts";
import type { About } from "../../domain/findings/finding.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import { type SealedEntry, sealedEntries } from "./sealed-entries.ts";

export interface FileActs {
  readonly file: StreamName;
  readonly place: Place;
  readonly entries: readonly SealedEntry[];
}

/** In their order; what is no file, or may not be seen, is left out. */
export async function actsOfFiles(abouts: readonly About[], reader: Reader, host: Host): Promise<readonly FileActs[]> {
  const places = abouts.flatMap(placeAbout);
  const { states } = await loadStates(() => places.map(placeStream), host);
  const found: FileActs[] = [];
  for (const on of places) {
    const place = placeOf(on, states);
    if (place === undefined || !(await mayRead(reader, "read-case", keeperOf(place), host))) continue;
    const file = placeStream(on);
    found.push({ file, place, entries: await sealedEntries(file, host) });
  }
  return found;
}

function placeAbout({ kind, id }: About): readonly PlaceInput[] {
  const on = placeInput.safeParse({ [kind]: id });
  return on.success ? [on.data] : [];
}
