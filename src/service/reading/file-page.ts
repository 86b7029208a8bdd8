/** The page of a file: its state, each entry's index, its obligations as of today, what procurators made of them. */

import type { Instant } from "../../base/day.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { ActFileKind } from "../../domain/files/act-file.ts";
import { ownedFile } from "../../domain/file-kinds.ts";
import { type StreamName, streamName } from "../../domain/event.ts";
import { type GoneDetection, goneDetections } from "../../domain/gone-detections.ts";
import type { Sight } from "../../domain/instruments/handed-over.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { assess, type Obligation } from "../../law/detection/detection.ts";
import { loadStates } from "../streams/load-states.ts";
import type { StateOf } from "../../domain/streams.ts";
import type { Host } from "../host.ts";
import { type Opened, openReferences } from "./opened.ts";
import type { FindingRow } from "../views.ts";
import { type DueDayChange, dueDayChangesIn } from "./due-day-changes.ts";
import { pagesOf } from "../streams/pages.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import { type SealedEntry, sealedEntries } from "./sealed-entries.ts";
import { findingSight } from "./sight.ts";

export type FileState = StateOf<ActFileKind>;

export interface FilePage<State> {
  readonly state: State;
  readonly version: number;
  /** The database's clock when the file was read. */
  readonly now: Instant;
  readonly entries: readonly SealedEntry[];
  readonly obligations: readonly Obligation[];
  /** Detections that corrections took away. */
  readonly gone: readonly GoneDetection[];
  /** Due days that adopted editions of the law changed; `key` is that of an obligation. */
  readonly moves: readonly DueDayChange[];
  /** Confirmed and dismissed detections, as far as the reader may see them; `deadline` is the key of an obligation. */
  readonly findings: readonly FindingRow[];
  readonly opened: Opened;
}

/** What the law asks of a file: the page without its texts and what was made of it. */
export type FileObligations<State> = Omit<FilePage<State>, "findings" | "opened">;

/** filePage answers for an intake, a case or a register; an instrument has instrument-page.ts. */
export async function filePage<Kind extends ActFileKind>(
  kind: Kind,
  id: string,
  reader: Reader,
  host: Host,
): Promise<Outcome<FilePage<StateOf<Kind>>, Refusal>> {
  const read = await fileObligations(kind, id, reader, host);
  if (!read.ok) return read;
  const { state } = read.value;
  const stream = streamName(kind, id);
  const office = ownedFile(kind, state).owners.agency;
  const sight = await findingSight({ office }, reader, host);
  return done({
    ...read.value,
    findings: sight === "none" ? [] : await findingsAbout(stream, sight, host),
    opened: await openReferences(state, { stream, abouts: [office] }, reader, host),
  });
}

/** fileObligations opens no committed field, so nothing of it is journalled. */
export async function fileObligations<Kind extends ActFileKind>(
  kind: Kind,
  id: string,
  reader: Reader,
  host: Host,
): Promise<Outcome<FileObligations<StateOf<Kind>>, Refusal>> {
  const stream = streamName(kind, id);
  const { states, streams, now } = await loadStates(() => [stream], host);
  const state = states.of(kind, id);
  if (state === undefined) return refused({ code: `unknown-${kind}`, at: `/${kind}` });
  const read = ownedFile(kind, state);
  if (!(await mayRead(reader, "read-case", read.owners.agency, host))) return refused({ code: "not-permitted" });
  return done({
    state,
    version: streams.get(stream)?.version ?? 0,
    now,
    entries: await sealedEntries(stream, host),
    obligations: assess(read.file, { today: reader.today }),
    gone: goneDetections(read),
    moves: await dueDayChangesIn(read.file, host),
  });
}

/** Rows asked for at a time: most files have all their findings in one page. */
const pageFindings = 1000;

async function findingsAbout(
  about: StreamName,
  sight: Sight,
  { views }: Pick<Host, "views">,
): Promise<readonly FindingRow[]> {
  const query = { about, limit: pageFindings, handedOver: sight === "handed-over" };
  const pages = pagesOf(async (last: FindingRow | undefined) =>
    views.findings({ ...query, ...(last === undefined ? {} : { after: last.key }) }),
  );
  const found: FindingRow[] = [];
  for await (const row of pages) found.push(row);
  return found;
}
