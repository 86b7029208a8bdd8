/** Loads streams and records commands (db/0003_record.sql): one round trip for all that wait. */

import { parseStreamName, type StreamName } from "../domain/event.ts";
import { mergeChanges } from "../domain/row-changes.ts";
import { formatEdge } from "../log/tree.ts";
import type { Known, LoadedStream } from "../service/loaded-stream.ts";
import {
  type GroupRecorded,
  type GrownLog,
  type GroupConflict,
  type Key,
  type Loaded,
  type Recording,
  type Records,
  type Repeated,
  type StreamAdvance,
  TryAgain,
  type Wanted,
} from "../service/ports.ts";
import { databaseCode, tryDatabase } from "./database-fault.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { instantOf } from "./row.ts";
import { headOf } from "./sealing.ts";
import { sqlFunction } from "./sql-function.ts";
import type { ValueCipher } from "./value-cipher.ts";

const loadCommands = sqlFunction("load_commands", {
  streams: "text[]",
  knownVersions: "integer[]",
  knownAt: "text[]",
  scopes: "bytea[]",
});

interface LoadRow {
  now: string | null;
  size: string;
  hash: Buffer;
  edge: Buffer;
  stopped: string | null;
  behind: boolean;
  scope: Buffer | null;
  known_digest: Buffer;
  known_status: number;
  known_events: string[];
  name: string | null;
  version: number;
  at: string;
  /** Null when the stream is still as the caller knows it. */
  state: string | null;
  folded: number;
  tail: Buffer[];
}

export function makeRecords(database: Database, cipher: ValueCipher): Records {
  const { reading } = methodsOn(database);
  return {
    load: reading(load),
    record: async (group, batch) => tryDatabase(async () => record(database, cipher, { group, batch }), true),
  };
}

async function load(database: Database, wanted: readonly Wanted[], known: Known): Promise<readonly Loaded[]> {
  // Looked up once and held until the answer is here, because the process may forget a stream meanwhile.
  const asked = new Map(wanted.flatMap((each) => each.names.map((name) => [name, known(name)] as const)));
  const knownStreams = [...asked.values()];
  const rows = await loadCommands<LoadRow>(database, {
    streams: [...asked.keys()],
    knownVersions: knownStreams.map((stream) => stream?.version ?? 0),
    knownAt: knownStreams.map((stream) => stream?.at ?? ""),
    scopes: wanted.flatMap(({ key }) => (key === undefined ? [] : [key.scope])),
  });
  const [first] = rows.flatMap(({ now, ...row }) => (now === null ? [] : [{ ...row, now }]));
  if (first === undefined) throw new Error("the head row is missing");
  const common = {
    now: instantOf(first.now),
    head: headOf(first),
    behind: first.behind,
    // The streams of all callers in one map: a caller looks up only the names that it asked for.
    streams: new Map(rows.flatMap((row) => streamOf(row, asked))),
  };
  return wanted.map(({ key }) => ({ ...common, repeated: key === undefined ? undefined : repeatedOf(rows, key) }));
}

function streamOf(
  { name, version, at, state, folded, tail }: LoadRow,
  asked: ReadonlyMap<StreamName, LoadedStream | undefined>,
): [StreamName, LoadedStream][] {
  if (name === null) return [];
  const stream = parseStreamName(name);
  const known = asked.get(stream);
  if (state !== null) return [[stream, { version, at: instantOf(at), state, folded, tail }]];
  if (known === undefined) throw new Error(`the state of ${name} is missing`);
  return [[stream, known]];
}

function repeatedOf(rows: readonly LoadRow[], { scope, body }: Key): Repeated | undefined {
  const known = rows.find((row) => row.scope?.equals(scope));
  return (
    known && {
      status: known.known_status,
      events: known.known_events.map(BigInt),
      sameBody: known.known_digest.equals(body),
    }
  );
}

const recordCommands = sqlFunction("record_commands", {
  scopes: "bytea[]",
  digests: "bytea[]",
  statuses: "integer[]",
  decidedAt: "timestamptz[]",
  readStreams: "text[]",
  readVersions: "integer[]",
  writtenStreams: "text[]",
  writtenBefore: "integer[]",
  writtenAfter: "integer[]",
  writtenAt: "text[]",
  writtenStates: "text",
  eventCommands: "integer[]",
  eventStreams: "text[]",
  eventVersions: "integer[]",
  eventBodies: "bytea[]",
  keyIds: "text[]",
  keySubjects: "text[]",
  wrappedKeys: "bytea[]",
  valueCommitments: "bytea[]",
  valueStreams: "text[]",
  valuePaths: "text[]",
  valueClasses: "text[]",
  valueKeys: "text[]",
  valueBoxes: "bytea[]",
  viewChanges: "jsonb",
  start: "bigint",
  leafHashes: "bytea[]",
  tileLevels: "smallint[]",
  tileIndexes: "bigint[]",
  tileHashes: "bytea[]",
  edgeAfter: "bytea",
  note: "bytea",
});

interface RecordRow {
  now: string;
  outcome: string;
  events: string[] | null;
  status: number | null;
  sealed: boolean | null;
  conflicting_scope: Buffer | null;
  advanced_streams: string[] | null;
}

interface ToRecord {
  readonly group: readonly Recording[];
  readonly batch: GrownLog | undefined;
}

async function record(database: Database, cipher: ValueCipher, { group, batch }: ToRecord): Promise<GroupRecorded> {
  try {
    const [answer] = await recordCommands<RecordRow>(database, {
      ...commandsOf(group),
      ...streamsOf(group),
      ...eventsOf(group),
      ...valuesOf(group, cipher),
      viewChanges: JSON.stringify(mergeChanges(group.map(({ rows }) => rows))),
      ...batchOf(batch),
    });
    if (answer === undefined) throw new Error("record_commands gave no row");
    return recordedOf(answer, group);
  } catch (fault) {
    if (databaseCode(fault) === "MC001") return someOf({ status: "moved" });
    if (databaseCode(fault) === "23505" && constraintOf(fault) === "office_code_key")
      return someOf({ status: "taken" });
    throw fault;
  }
}

function commandsOf(group: readonly Recording[]) {
  return {
    scopes: group.map(({ scope }) => scope),
    digests: group.map(({ body }) => body),
    statuses: group.map(({ status }) => status),
    decidedAt: group.map(({ decidedAt }) => decidedAt),
  };
}

/** Separates JSON texts: a control character, which a JSON text holds only escaped (RFC 8259 §7). */
const separator = "\u001e";

function streamsOf(group: readonly Recording[]) {
  const reads = new Map(group.flatMap((each) => each.reads.map(({ stream, version }) => [stream, version] as const)));
  const advances = group.flatMap((each) => each.advances);
  return {
    readStreams: [...reads.keys()],
    readVersions: [...reads.values()],
    writtenStreams: advances.map(({ stream }) => stream),
    writtenBefore: advances.map(({ before }) => before),
    writtenAfter: advances.map(({ after }) => after.version),
    writtenAt: advances.map(({ after }) => after.at),
    writtenStates: advances.map(newStateOf).join(separator),
  };
}

/** newStateOf returns the state to write, or an empty text when the state in the database stays. */
function newStateOf({ after: { version, state, folded } }: StreamAdvance): string {
  return folded === version ? state : "";
}

function eventsOf(group: readonly Recording[]) {
  const events = group.flatMap((each, i) => each.events.map((event) => ({ ...event, command: i + 1 })));
  return {
    eventCommands: events.map(({ command }) => command),
    eventStreams: events.map(({ stream }) => stream),
    eventVersions: events.map(({ version }) => version),
    eventBodies: events.map(({ body }) => body),
  };
}

function valuesOf(group: readonly Recording[], cipher: ValueCipher) {
  const { keys, values } = cipher.encrypt(group.flatMap(({ secrets }) => secrets));
  return {
    keyIds: keys.map(({ id }) => id),
    keySubjects: keys.map(({ subject }) => subject),
    wrappedKeys: keys.map(({ wrapped }) => wrapped),
    valueCommitments: values.map(({ commitment }) => commitment),
    valueStreams: values.map(({ stream }) => stream),
    valuePaths: values.map(({ path }) => path),
    valueClasses: values.map((value) => value.class),
    valueKeys: values.map(({ key }) => key),
    valueBoxes: values.map(({ box }) => box),
  };
}

function batchOf(batch: GrownLog | undefined) {
  const tiles = batch?.tiles ?? [];
  return {
    start: batch?.start ?? null,
    leafHashes: batch?.leaves ?? [],
    tileLevels: tiles.map(({ level }) => level),
    tileIndexes: tiles.map(({ index }) => index),
    tileHashes: tiles.map(({ hash }) => hash),
    edgeAfter: batch === undefined ? null : formatEdge(batch.edge),
    note: batch?.note ?? null,
  };
}

function constraintOf(fault: unknown): unknown {
  return typeof fault === "object" && fault !== null && "constraint" in fault ? fault.constraint : undefined;
}

/** someOf blames the whole group, because the database did not say which recording conflicts. */
function someOf(answer: GroupConflict["answer"]): GroupConflict {
  return { status: "hindered", answer, by: undefined };
}

function recordedOf(row: RecordRow, group: readonly Recording[]): GroupRecorded {
  const { now, outcome, events, status, sealed } = row;
  const numbers = (events ?? []).map(BigInt);
  if (outcome === "recorded") {
    let taken = 0;
    const each = group.map((recording) => numbers.slice(taken, (taken += recording.events.length)));
    return { status: "recorded", now: instantOf(now), events: each, sealed: sealed ?? false };
  }
  const by = group.flatMap((recording, i) => (conflicts(recording, row) ? [i] : []));
  if (outcome === "still-running" || outcome === "moved")
    return { status: "hindered", answer: { status: outcome }, by };
  if ((outcome === "repeated" || outcome === "key-reused") && status !== null) {
    const repeated = { status, events: numbers, sameBody: outcome === "repeated" };
    return { status: "hindered", answer: { status: "repeated", repeated }, by };
  }
  throw new TryAgain(`record_commands said ${outcome}`, "unknown");
}

/** conflicts returns whether the answer is about this recording; an answer that names neither a key nor a stream is about all. */
function conflicts({ scope, reads, advances }: Recording, row: RecordRow): boolean {
  const { conflicting_scope: key, advanced_streams: advanced } = row;
  if (key !== null) return key.equals(scope);
  return advanced === null || [...reads, ...advances].some(({ stream }) => advanced.includes(stream));
}
