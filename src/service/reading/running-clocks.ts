/** Running clocks of desk and inbox: each with its instrument and why its day is due (promise 3). */

import { type FindingId, type InstrumentId, parseId } from "../../base/ids.ts";
import { fileOfStream, type StreamName, streamId, streamKind, streamName } from "../../domain/event.ts";
import { assessed } from "../../domain/findings/detected.ts";
import { findingsOf, type InstrumentState } from "../../domain/instruments/instrument.ts";
import { draftWindow } from "../../domain/instruments/window.ts";
import type { States } from "../../domain/command.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import type { Explanation } from "../../law/telling/explanation.ts";
import { explanationOf } from "../../law/telling/explain-deadline.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import type { Reader } from "../streams/reader.ts";
import type { DeadlineRow } from "../views.ts";

export interface RunningClock {
  readonly row: DeadlineRow;
  /** The instrument whose clock it is; absent for the clock of a register. */
  readonly instrument: InstrumentState | undefined;
  readonly explanation: Explanation;
  /** Absent for the window of a draft: a protest is a power, and nobody owes one. */
  readonly obligation: Obligation | undefined;
  /** The first file that a draft is about; absent for others. */
  readonly file: StreamName | undefined;
}

/** Explains each clock from the states of its file; a clock that ended since the list was read is left out. */
export async function runningClocks(
  rows: readonly DeadlineRow[],
  reader: Reader,
  host: Host,
): Promise<readonly RunningClock[]> {
  const files = [...new Set(rows.map(({ stream }) => stream))];
  const { states } = await loadStates((known) => files.flatMap((stream) => streamsBehind(stream, known)), host);
  const obligations = new Map(
    files.map((stream) => {
      const file = fileOfStream(stream);
      return [stream, file && assessed(file, { states, today: reader.today })];
    }),
  );
  return rows.flatMap((row) => {
    const instrument = instrumentOn(row.stream, states);
    const obligation = obligations.get(row.stream)?.get(row.key);
    const window = instrument && draftWindow(instrument);
    const explanation = obligation === undefined ? window?.explanation : explanationOf(obligation);
    const file = draftedOn(row.stream, states);
    return explanation === undefined ? [] : [{ row, instrument, explanation, obligation, file }];
  });
}

function instrumentOn(stream: StreamName, states: States): InstrumentState | undefined {
  const id = streamKind(stream) === "instrument" ? parseId<InstrumentId>(streamId(stream)) : undefined;
  return id && states.of("instrument", id);
}

/** Names the stream itself and, for a draft, its first finding. */
function streamsBehind(stream: StreamName, known: States): readonly StreamName[] {
  const finding = firstFindingOf(stream, known);
  return [stream, ...(finding === undefined ? [] : [streamName("finding", finding)])];
}

function firstFindingOf(stream: StreamName, known: States): FindingId | undefined {
  const state = instrumentOn(stream, known);
  return state?.status === "drafted" ? findingsOf(state)[0] : undefined;
}

function draftedOn(stream: StreamName, states: States): StreamName | undefined {
  const finding = firstFindingOf(stream, states);
  const about = finding && states.of("finding", finding)?.about;
  return about && streamName(about.kind, about.id);
}
