/**
 * Time limits as the desks show them: each with its instrument, by its number or, while it has none, by the file that it is
 * about, and with why its day is its day (promise 3).
 */

import { z } from "zod";
import { type FindingId, type InstrumentId, parseId } from "../base/ids.ts";
import { fileKinds, type StreamName, streamId, streamKind, streamName } from "../domain/event.ts";
import { id } from "../domain/field.ts";
import { assessed } from "../domain/findings/detected.ts";
import type { About } from "../domain/findings/finding.ts";
import { findingsOf, type InstrumentState } from "../domain/instruments/instrument.ts";
import { draftWindow } from "../domain/instruments/window.ts";
import type { States } from "../domain/command.ts";
import type { Obligation } from "../law/detection.ts";
import type { Explanation } from "../law/explanation.ts";
import { explanationOf } from "../law/reasons.ts";
import { gather } from "./gather.ts";
import type { Host } from "./host.ts";
import { openReferences } from "./opened.ts";
import type { Reader } from "./read.ts";
import type { DeadlineRow } from "./views.ts";

const about = z.strictObject({ kind: z.enum(fileKinds), id: id<"subject">() });

export interface RunningClock {
  readonly row: DeadlineRow;
  /** Where it is one's; else it is a register's. */
  readonly instrument: InstrumentState | undefined;
  readonly explanation: Explanation;
  /** Of the window of a draft there is none: nobody owes a protest. */
  readonly obligation: Obligation | undefined;
  /** Of a draft: the number of the decision of the first file that it is about, for who may see it. */
  readonly file: string | undefined;
}

/** What goes on no more (an instrument that was closed with a clock unmet) is left out. */
export async function runningClocks(
  rows: readonly DeadlineRow[],
  reader: Reader,
  host: Host,
): Promise<readonly RunningClock[]> {
  const abouts = [...new Map(rows.map(({ stream }) => [stream, aboutOf(stream)]))];
  const { states } = await gather((known) => abouts.flatMap(([stream]) => streamsBehind(stream, known)), host);
  const obligations = new Map(
    abouts.map(([stream, about]) => [stream, assessed(about, { states, today: reader.today })]),
  );
  const files = await fileNames(new Set(rows.map(({ stream }) => stream)), states, { reader, host });
  return rows.flatMap((row) => {
    const instrument = instrumentOn(row.stream, states);
    if (instrument !== undefined && !goesOn(instrument)) return [];
    const obligation = obligations.get(row.stream)?.get(row.key);
    const window = instrument && draftWindow(instrument);
    const explanation = obligation === undefined ? window?.explanation : explanationOf(obligation);
    return explanation === undefined ? [] : [{ row, instrument, explanation, obligation, file: files.get(row.stream) }];
  });
}

function aboutOf(stream: StreamName): About {
  return about.parse({ kind: streamKind(stream), id: streamId(stream) });
}

function instrumentOn(stream: StreamName, states: States): InstrumentState | undefined {
  const id = streamKind(stream) === "instrument" ? parseId<InstrumentId>(streamId(stream)) : undefined;
  return id && states.of("instrument", id);
}

function goesOn({ status }: InstrumentState): boolean {
  return status !== "closed" && status !== "withdrawn" && status !== "discarded";
}

/** The file; of a draft also its first finding and the case of that. */
function streamsBehind(stream: StreamName, known: States): readonly StreamName[] {
  const finding = firstFindingOf(stream, known);
  const found = finding && known.of("finding", finding)?.about;
  return [
    stream,
    ...(finding === undefined ? [] : [streamName("finding", finding)]),
    ...(found?.kind === "case" ? [streamName("case", found.id)] : []),
  ];
}

function firstFindingOf(stream: StreamName, known: States): FindingId | undefined {
  const state = instrumentOn(stream, known);
  return state?.status === "drafted" ? findingsOf(state)[0] : undefined;
}

async function fileNames(
  streams: ReadonlySet<StreamName>,
  states: States,
  { reader, host }: { readonly reader: Reader; readonly host: Host },
): Promise<ReadonlyMap<StreamName, string>> {
  const names = new Map<StreamName, string>();
  for (const stream of streams) {
    const finding = firstFindingOf(stream, states);
    const found = finding && states.of("finding", finding)?.about;
    const file = found?.kind === "case" ? states.of("case", found.id) : undefined;
    const number = file?.acts[0]?.document;
    if (file === undefined || number === undefined) continue;
    const sealing = { stream: streamName("case", file.id), abouts: [file.agency] };
    const name = (await openReferences(number, sealing, reader, host)).get(number.sealed);
    if (typeof name === "string") names.set(stream, name);
  }
  return names;
}
