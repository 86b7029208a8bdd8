/** The numbers by which people call files, for a list of them: each that is shown is a read of its file. */

import { type OfficeId, parseId } from "../base/ids.ts";
import type { Host } from "./host.ts";
import { type Opened, openClass } from "./opened.ts";
import { mayRead, type Reader } from "./read.ts";
import type { LatestFile } from "./views.ts";

/** By commitment, as far as this reader may see them. */
export async function openNumbers(files: readonly LatestFile[], reader: Reader, host: Host): Promise<Opened> {
  const seen = await disclosing(files, reader, host);
  const sealed = files.flatMap(({ stream, agency, number }) =>
    number === undefined || !seen.has(agency) ? [] : [{ stream, sealed: number }],
  );
  const opened = await openClass(sealed, "reference", host);
  const { person, office } = reader.acting;
  const shown = sealed.filter((field) => opened.has(field.sealed));
  await host.journal.note(shown.map(({ stream }) => ({ person, office, stream, fields: 1 })));
  return opened;
}

async function disclosing(files: readonly LatestFile[], reader: Reader, host: Host): Promise<ReadonlySet<string>> {
  const agencies = [...new Set(files.flatMap(({ agency }) => parseId<OfficeId>(agency) ?? []))];
  const seen = new Set<string>();
  for (const agency of agencies) if (await mayRead(reader, "disclose-reference", agency, host)) seen.add(agency);
  return seen;
}
