/** Folds the streams anew, one after another, from the recorded bytes alone. */

import { dayOf, type Instant, parseInstant } from "../../base/day.ts";
import { envelope, isStreamName, type StreamName, streamKind } from "../../domain/event.ts";
import { eventSchemas } from "../../domain/events.ts";
import type { DatabaseFault, DatabaseFaultCode } from "./audit-fault.ts";
import type { EventRow, Evidence } from "../evidence.ts";
import { pagesOf } from "../streams/pages.ts";
import { evolveAny } from "../streams/states.ts";

const page = 2000;

/** An event of the log as far as it could be read. */
export interface ReadEvent {
  readonly stream: StreamName;
  readonly version: number;
  readonly type: string;
  readonly at: Instant;
  readonly data: unknown;
}

export interface FoldedStream {
  readonly name: StreamName;
  readonly version: number;
  readonly at: string;
  readonly state: unknown;
  /** An event of the stream is wrong, so its state means nothing. */
  readonly broken: boolean;
  /** The version of the first wrong event. */
  readonly brokenAt: number | undefined;
}

type Folding = { -readonly [Part in keyof FoldedStream]: FoldedStream[Part] };

export interface Heard {
  /** Gets every event, in the order of its stream. */
  readonly see: (event: ReadEvent) => void;
  readonly fault: (fault: DatabaseFault) => void;
  /** Gets the state after each event of a stream that is not broken. */
  readonly evolved?: (stream: StreamName, version: number, state: unknown) => void;
  /** Events to leave out. */
  readonly skips?: ReadonlySet<EventRow["event"]>;
}

/** Yields the streams in the order of their names, beginning with `from` if it is given. */
export async function* foldedStreams(
  evidence: Evidence,
  heard: Heard,
  from?: StreamName,
): AsyncGenerator<FoldedStream, undefined> {
  let folding: Folding | undefined;
  const first = from && { stream: from, version: 0 };
  for await (const row of pagesOf((last: EventRow | undefined) => evidence.events(last ?? first, page))) {
    if (heard.skips?.has(row.event) === true) continue;
    const { stream } = row;
    if (!isStreamName(stream)) {
      heard.fault({ code: "event-not-ours", at: placeOf(row) });
      continue;
    }
    if (folding?.name !== stream) {
      if (folding !== undefined) yield folding;
      folding = { name: stream, version: 0, at: "", state: undefined, broken: false, brokenAt: undefined };
    }
    foldEvent(folding, { ...row, stream }, heard);
  }
  if (folding !== undefined) yield folding;
  return undefined;
}

type OwnRow = EventRow & { readonly stream: StreamName };

function placeOf({ stream, version }: EventRow): string {
  return `${stream} v${version}`;
}

function foldEvent(to: Folding, row: OwnRow, heard: Heard): void {
  const fault = (code: DatabaseFaultCode): void => {
    to.broken = true;
    to.brokenAt ??= row.version;
    heard.fault({ code, at: placeOf(row) });
  };
  if (row.version !== to.version + 1) fault("version-wrong");
  to.version = row.version;
  const event = readEvent(row);
  if (typeof event === "string") return fault(event);
  heard.see(event);
  if (event.at < to.at) fault("at-backwards");
  to.at = event.at;
  if (to.broken) return;
  try {
    to.state = evolveAny(streamKind(to.name), to.state, event, dayOf(event.at));
  } catch {
    return fault("event-impossible");
  }
  heard.evolved?.(to.name, to.version, to.state);
}

/** Reads the event of a row, and checks that the columns beside the bytes say what the bytes say. */
function readEvent({ stream, version, body }: OwnRow): ReadEvent | DatabaseFaultCode {
  const read = envelope.safeParse(parseText(new TextDecoder().decode(body)));
  if (!read.success) return "event-not-ours";
  const { type, data, at } = read.data;
  if (read.data.stream !== stream || read.data.version !== version) return "event-misplaced";
  const schemas: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> =
    eventSchemas[streamKind(stream)];
  const instant = parseInstant(at);
  if (instant === undefined || schemas[type]?.safeParse(data).success !== true) return "event-not-ours";
  return { stream, version, type, at: instant, data };
}

/** Returns undefined, which no JSON text means, if the text does not parse. */
export function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
