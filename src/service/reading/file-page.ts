/**
 * A case, an intake or a register for somebody who may see it: its state, where each entry stands in the log, what the law asked of it
 * as of today, and what procurators made of that.
 */

import type { Instant } from "../../base/day.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { ActFileKind } from "../../domain/files/act-file.ts";
import { ownedFile } from "../../domain/file-kinds.ts";
import { streamName } from "../../domain/event.ts";
import { type GoneDetection, goneDetections } from "../../domain/gone-detections.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { assess, type Obligation } from "../../law/detection/detection.ts";
import { loadStates } from "../streams/load-states.ts";
import type { StateOf } from "../../domain/streams.ts";
import type { Host } from "../host.ts";
import { type Opened, openReferences } from "./opened.ts";
import type { FindingRow } from "../views.ts";
import { type DueDayChange, dueDayChangesIn } from "./due-day-changes.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import { type SealedEntry, sealedEntries } from "./sealed-entries.ts";

export type FileState = StateOf<ActFileKind>;

export interface FilePage<State> {
  readonly state: State;
  readonly version: number;
  /** The database's clock when it was read. */
  readonly now: Instant;
  readonly entries: readonly SealedEntry[];
  readonly obligations: readonly Obligation[];
  /** Detections that corrections took away. */
  readonly gone: readonly GoneDetection[];
  /** What adopted editions of the law moved here; `key` is that of an obligation. */
  readonly moves: readonly DueDayChange[];
  /** Confirmed and dismissed detections; `deadline` is the key of an obligation. */
  readonly findings: readonly FindingRow[];
  readonly opened: Opened;
}

/** filePage answers for an intake, a case or a register; an instrument has a page of another shape (instrument-page.ts). */
export async function filePage<Kind extends ActFileKind>(
  kind: Kind,
  id: string,
  reader: Reader,
  host: Host,
): Promise<Outcome<FilePage<StateOf<Kind>>, Refusal>> {
  const stream = streamName(kind, id);
  const { states, streams, now } = await loadStates(() => [stream], host);
  const state = states.of(kind, id);
  if (state === undefined) return refused({ code: `unknown-${kind}`, at: `/${kind}` });
  const read = ownedFile(kind, state);
  const office = read.owners.agency;
  if (!(await mayRead(reader, "read-case", office, host))) return refused({ code: "not-permitted" });
  const seesFindings = await mayRead(reader, "read-findings", office, host);
  return done({
    state,
    version: streams.get(stream)?.version ?? 0,
    now,
    entries: await sealedEntries(stream, host),
    obligations: assess(read.file, { today: reader.today }),
    gone: goneDetections(read),
    moves: await dueDayChangesIn(read.file, host),
    findings: seesFindings ? await host.views.findings({ about: stream, limit: mostFindings }) : [],
    opened: await openReferences(state, { stream, abouts: [office] }, reader, host),
  });
}

/** More findings than one file can have. */
const mostFindings = 1000;
