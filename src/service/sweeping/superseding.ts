/**
 * Catches up with an adopted edition of the law: looks at every file once, seals the due days that changed, and makes
 * the read models anew by the edition that counts now. It may stop anywhere, for its stream says how far it went.
 */

import { utf8 } from "../../base/bytes.ts";
import { editionId, editionStreams } from "../../domain/editions/adoption.ts";
import {
  type Superseding,
  supersedes,
  type SupersedingState,
  supersedingId,
} from "../../domain/editions/superseding.ts";
import { type LookedAt, movedEvents, movedIn } from "../../domain/editions/moved-due-days.ts";
import type { States } from "../../domain/command.ts";
import { type FileName, type StreamName, streamName } from "../../domain/event.ts";
import { fileNamed } from "../../domain/file-kinds.ts";
import { goneDetections } from "../../domain/gone-detections.ts";
import { rowsOf } from "../../domain/projection.ts";
import { mergeChanges, type Row, type RowChanges, type TableChange } from "../../domain/row-changes.ts";
import { deadlines } from "../../law/detection/detection.ts";
import type { Edition } from "../../law/edition.ts";
import { digest } from "../../log/hash.ts";
import { filesAfter } from "./files-in-order.ts";
import type { Host } from "../host.ts";
import { editionOf, lawStatus } from "../../domain/editions/law-status.ts";
import { recordBySystem } from "../recording/system-recording.ts";
import type { Loaded } from "../ports.ts";
import { statesOf } from "../streams/states.ts";

/** Files looked at in one round trip: a page of large cases still fits into memory and a transaction. */
const pageFiles = 200;

/** Seals what changed and counts it; nothing unless this program applies the edition that counts and has the last. */
export async function sealMoved(host: Host): Promise<number> {
  const states = statesOf((await host.load(editionStreams)).streams);
  if (lawStatus(states, host.law).status !== "adopted") return 0;
  let sealed = 0;
  for (const adoption of states.of("edition", editionId)?.adoptions.filter(supersedes) ?? []) {
    const [before, after] = [editionOf(adoption.supersedes, host.law), editionOf(adoption, host.law)];
    if (before === undefined || after === undefined) continue;
    sealed += await tellAll({ adoption, before, after }, host);
  }
  return sealed;
}

interface Change {
  readonly adoption: Superseding;
  readonly before: Edition;
  readonly after: Edition;
}

async function tellAll(change: Change, host: Host): Promise<number> {
  let sealed = 0;
  let begun: { readonly at: LookedAt; readonly version: number } | undefined;
  for (;;) {
    const { state, version } = toldIn(await host.load([streamOf(change)]), change);
    if (state?.complete === true) return sealed;
    const since = begun?.version === version ? begun.at : undefined;
    const page = await filesAfter(since?.through ?? state?.through, pageFiles, host);
    const looked = await look(page, { change, before: since, host });
    // Another process has recorded these files since the place to go on was read.
    if (toldIn(looked.loaded, change).version !== version) continue;
    begun = looked.tells ? undefined : { at: looked.at, version };
    if (!looked.tells) continue;
    // A file advanced, or another process records the same: the next sweep looks at these files again.
    const told = await tell(looked, { change, host });
    if (told === 0) return sealed;
    sealed += told;
  }
}

function streamOf({ adoption }: Change): StreamName {
  return streamName("superseding", supersedingId(adoption));
}

function toldIn({ streams }: Loaded, change: Change): { state: SupersedingState | undefined; version: number } {
  const state = statesOf(streams).of("superseding", supersedingId(change.adoption));
  return { state, version: streams.get(streamOf(change))?.version ?? 0 };
}

interface Looked {
  readonly at: LookedAt;
  /** A due day changed, or there are no more files: an entry is due. */
  readonly tells: boolean;
  readonly files: readonly FileName[];
  readonly rows: RowChanges;
  readonly loaded: Loaded;
}

interface Looking {
  readonly change: Change;
  /** Files looked at and not recorded yet, because nothing had changed in them. */
  readonly before: LookedAt | undefined;
  readonly host: Host;
}

async function look(page: readonly FileName[], { change, before: begun, host }: Looking): Promise<Looked> {
  const loaded = await host.load([
    streamOf(change),
    ...editionStreams,
    ...page.map(({ kind, id }) => streamName(kind, id)),
  ]);
  const states = statesOf(loaded.streams);
  const files = page.filter((about) => isTouched(about, states, change));
  const moved = files.flatMap((about) => movedIn(about, { states, ...change }));
  const through = page.at(-1) ?? begun?.through;
  const complete = page.length < pageFiles;
  const at = { moved, files: (begun?.files ?? 0) + page.length, through, complete };
  const rows = mergeChanges(files.map((about) => freshRows(about, states, change)));
  return { at, tells: complete || files.length > 0, files, rows, loaded };
}

/** Compares rows, for a doubt that is gone changes one too. A draft counts as touched: no file has its window. */
function isTouched(about: FileName, states: States, { before, after }: Change): boolean {
  const read = fileNamed(about, states);
  if (read === undefined) return false;
  if (about.kind === "instrument" && states.of("instrument", about.id)?.status === "drafted") return true;
  const found = [before, after].map((edition) =>
    JSON.stringify([deadlines(read.file, edition), goneDetections(read, edition)]),
  );
  return found[0] !== found[1];
}

function freshRows(about: FileName, states: States, { before }: Change): RowChanges {
  const read = fileNamed(about, states);
  const { deadline = [], gone = [] } = rowsOf(streamName(about.kind, about.id), states.of(about.kind, about.id));
  const was = read === undefined ? [] : goneDetections(read, before).map((each) => each.before);
  const limits = read === undefined ? [] : deadlines(read.file, before);
  return { deadline: freshTable(limits, deadline), gone: freshTable(was, gone) };
}

function freshTable(was: readonly { readonly key: string }[], rows: readonly Row[]): TableChange {
  return { taken: [...new Set([...was, ...rows].map(({ key }) => key))], rows };
}

async function tell({ at, files, rows, loaded }: Looked, { change, host }: Omit<Looking, "before">): Promise<number> {
  const events = movedEvents(change.adoption, at);
  const reads = [...editionStreams, ...files.map(({ kind, id }) => streamName(kind, id))].map((read) => ({
    stream: read,
    version: loaded.streams.get(read)?.version ?? 0,
  }));
  const scope = digest(utf8(`minh-chung/superseding/v1\n${streamOf(change)}\n${toldIn(loaded, change).version}`));
  const recorded = await recordBySystem({ events, loaded, actor: { system: "sweep" }, scope, reads, rows }, host);
  return recorded ? events.length : 0;
}
