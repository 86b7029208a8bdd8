/** The numbers by which people call files, for a list of files: each number that is shown is journalled as a read. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { type StreamName, streamId } from "../../domain/event.ts";
import type { Host } from "../host.ts";
import { type Opened, openClass } from "./opened.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import type { NumberedFile } from "../views.ts";

/** By the stream of the file. A file that is missing has no number, or the reader may not see it. */
export type FileNumbers = ReadonlyMap<StreamName, string>;

export async function numbersOf(files: readonly StreamName[], reader: Reader, host: Host): Promise<FileNumbers> {
  if (files.length === 0) return new Map();
  const called = await host.views.calledFiles([...new Set(files)].map(streamId));
  const opened = await openNumbers(called, reader, host);
  return new Map(
    called.flatMap(({ stream, number, printed }) => {
      const text = printed ?? (number === undefined ? undefined : opened.get(number));
      return typeof text === "string" ? [[stream, text] as const] : [];
    }),
  );
}

/** Opens the numbers that the reader may see, by commitment, and journals the reads. */
export async function openNumbers(files: readonly NumberedFile[], reader: Reader, host: Host): Promise<Opened> {
  const seen = await disclosing(files, reader, host);
  const sealed = files.flatMap(({ stream, agency, number }) =>
    number === undefined || !seen.has(agency) ? [] : [{ stream, sealed: number }],
  );
  if (sealed.length === 0) return new Map();
  const opened = await openClass(sealed, "reference", host);
  const { person, office } = reader.acting;
  const shown = sealed.filter((field) => opened.has(field.sealed));
  await host.journal.note({
    person,
    office,
    shown: shown.map(({ stream, sealed: number }) => ({ stream, sealed: [number] })),
  });
  return opened;
}

async function disclosing(files: readonly NumberedFile[], reader: Reader, host: Host): Promise<ReadonlySet<string>> {
  const numbered = files.filter(({ number }) => number !== undefined);
  const agencies = [...new Set(numbered.flatMap(({ agency }) => parseId<OfficeId>(agency) ?? []))];
  const seen = new Set<string>();
  for (const agency of agencies) if (await mayRead(reader, "disclose-reference", agency, host)) seen.add(agency);
  return seen;
}
