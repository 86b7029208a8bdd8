/**
 * What is made from the log, made again: each stream's events in order, parsed by their schemas, folded to the state that
 * the database keeps, and from the state the rows of the read models. What the events commit to is handed to the others.
 */

import { dayOf, type Instant, parseInstant } from "../base/day.ts";
import { envelope, type StreamName, streamKind } from "../domain/event.ts";
import { eventSchemas } from "../domain/events.ts";
import { type Row, rowsOf, type Table, tables } from "../domain/projection.ts";
import type { DatabaseFault, DatabaseFaultCode } from "./audit-fault.ts";
import type { EventRow, Evidence, StreamRow, ViewRow } from "./evidence.ts";
import { pagesOf } from "./pages.ts";
import { isSameJson } from "./same-json.ts";
import { evolveAny, formatState } from "./states.ts";

const page = 2000;

/** An event of the log as far as it could be read. */
export interface ReadEvent {
  readonly stream: StreamName;
  readonly version: number;
  readonly type: string;
  readonly at: Instant;
  readonly data: unknown;
}

interface Folded {
  readonly name: StreamName;
  version: number;
  at: string;
  state: unknown;
  /** A stream with an event that is wrong has no state to compare with. */
  broken: boolean;
}

interface Audit {
  readonly evidence: Evidence;
  readonly faults: DatabaseFault[];
  /** Each row that there must be, by table and key. */
  readonly rows: Readonly<Record<Table, Map<string, Row>>>;
  streams: number;
}

/** Every event is given to `see` in the order of its stream. */
export async function auditStreams(
  evidence: Evidence,
  see: (event: ReadEvent) => void,
): Promise<readonly DatabaseFault[]> {
  const audit: Audit = { evidence, faults: [], rows: noRows(), streams: 0 };
  let folded: Folded[] = [];
  for await (const row of pagesOf((last: EventRow | undefined) => evidence.events(last, page))) {
    let current = folded.at(-1);
    if (current?.name !== row.stream) {
      if (folded.length >= page) folded = await settle(folded, audit);
      current = { name: row.stream, version: 0, at: "", state: undefined, broken: false };
      folded.push(current);
    }
    foldEvent(current, row, { audit, see });
  }
  await settle(folded, audit);
  const unknown = (await evidence.countStreams()) - audit.streams;
  if (unknown > 0) audit.faults.push({ code: "stream-unknown", at: `${unknown} streams without events` });
  for (const table of tables) await compareRows(table, audit);
  return audit.faults;
}

function noRows(): Audit["rows"] {
  const none = (): Map<string, Row> => new Map();
  return {
    login: none(),
    office: none(),
    intake: none(),
    case_file: none(),
    deadline: none(),
    finding: none(),
    instrument: none(),
  };
}

function foldEvent(to: Folded, row: EventRow, { audit, see }: { audit: Audit; see: (event: ReadEvent) => void }): void {
  const fault = (code: DatabaseFaultCode): void => {
    to.broken = true;
    audit.faults.push({ code, at: `${row.stream} v${row.version}` });
  };
  if (row.version !== to.version + 1) fault("version-wrong");
  to.version = row.version;
  const event = readEvent(row);
  if (typeof event === "string") return fault(event);
  see(event);
  if (event.at < to.at) fault("at-backwards");
  to.at = event.at;
  if (to.broken) return;
  try {
    to.state = evolveAny(streamKind(to.name), to.state, event, dayOf(event.at));
  } catch {
    fault("event-impossible");
  }
}

/** The columns beside the bytes must say what the bytes say. */
function readEvent({ stream, version, body }: EventRow): ReadEvent | DatabaseFaultCode {
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

/** undefined, which is nothing that JSON can say: it does not parse. */
function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function settle(folded: readonly Folded[], audit: Audit): Promise<Folded[]> {
  const kept = new Map((await audit.evidence.streams(folded.map(({ name }) => name))).map((row) => [row.name, row]));
  audit.streams += kept.size;
  for (const stream of folded) {
    if (!isKept(stream, kept.get(stream.name))) audit.faults.push({ code: "stream-differs", at: stream.name });
    if (!stream.broken) expectRows(stream, audit);
  }
  return [];
}

function isKept({ version, at, state, broken }: Folded, row: StreamRow | undefined): boolean {
  if (row === undefined || row.version !== version || row.at !== at) return false;
  // As texts they may differ: the order of the names depends on how often a state was stored in between.
  return broken || isSameJson(parseText(row.state), parseText(formatState(state)));
}

function expectRows({ name, state }: Folded, { rows, faults }: Audit): void {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- folded from this stream
    const expected = rowsOf(name, state as never);
    for (const table of tables) for (const row of expected[table] ?? []) rows[table].set(row.key, row);
  } catch {
    faults.push({ code: "event-impossible", at: name });
  }
}

async function compareRows(table: Table, { evidence, rows, faults }: Audit): Promise<void> {
  const expected = rows[table];
  for await (const { key, row } of pagesOf((last: ViewRow | undefined) => evidence.viewRows(table, last?.key, page))) {
    const due = expected.get(key);
    if (due === undefined) faults.push({ code: "row-unknown", at: `${table} ${key}` });
    else if (!isSameJson(row, due)) faults.push({ code: "row-differs", at: `${table} ${key}` });
    expected.delete(key);
  }
  for (const key of expected.keys()) faults.push({ code: "row-missing", at: `${table} ${key}` });
}
