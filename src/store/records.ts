/** Loading streams and recording commands: one round trip each, for as many as wait (db/0003_record.sql). */

import { sql } from "kysely";
import type { Instant } from "../base/day.ts";
import { parseInstant } from "../base/day.ts";
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
import { type Database, databaseCode, tryDatabase } from "./postgres.ts";
import type { ValueCipher } from "./value-cipher.ts";
import { bufferOf, headOf } from "./sealing.ts";

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
  /** Null: as it is known. */
  state: string | null;
  folded: number;
  tail: Buffer[];
}

export function makeRecords(database: Database, cipher: ValueCipher): Records {
  return {
    load: async (wanted, known) => tryDatabase(async () => load(database, wanted, known)),
    record: async (group, batch) => tryDatabase(async () => record(database, cipher, { group, batch }), true),
  };
}

async function load(database: Database, wanted: readonly Wanted[], known: Known): Promise<readonly Loaded[]> {
  // Kept until the answer is here: the process may forget them meanwhile.
  const asked = new Map(wanted.flatMap((each) => each.names.map((name) => [name, known(name)] as const)));
  const knownOf = [...asked.values()];
  const scopes = wanted.flatMap(({ key }) => (key === undefined ? [] : [Buffer.from(key.scope)]));
  const { rows } = await sql<LoadRow>`
    select * from load_commands(${[...asked.keys()]}::text[], ${knownOf.map((stream) => stream?.version ?? 0)}::integer[],
      ${knownOf.map((stream) => stream?.at ?? "")}::text[], ${scopes}::bytea[])`.execute(database);
  const [first] = rows.flatMap(({ now, ...row }) => (now === null ? [] : [{ ...row, now }]));
  if (first === undefined) throw new Error("the head row is missing");
  const common = {
    now: instantOf(first.now),
    head: headOf(first),
    behind: first.behind,
    // Those of all who asked: nobody looks for more than they asked for.
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

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`the database's clock said ${text}`);
  return instant;
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

/** Between JSON texts: a control character, which each of them would hold escaped (RFC 8259 §7). */
const separator = "\u001e";

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
  const { keys, values } = cipher.encrypt(group.flatMap(({ secrets }) => secrets));
  const reads = [
    ...new Map(group.flatMap((each) => each.reads.map(({ stream, version }) => [stream, version] as const))),
  ];
  const advances = group.flatMap((each) => each.advances);
  const events = group.flatMap((each, i) => each.events.map((event) => ({ ...event, command: i + 1 })));
  const rows = mergeChanges(group.map((each) => each.rows));
  try {
    const { rows: answers } = await sql<RecordRow>`
      select * from record_commands(
        ${group.map(({ scope }) => bufferOf(scope))}, ${group.map(({ body }) => bufferOf(body))}, ${group.map(({ status }) => status)},
        ${group.map(({ decidedAt }) => decidedAt)},
        ${reads.map(([stream]) => stream)}, ${reads.map(([, version]) => version)},
        ${advances.map((advance) => advance.stream)}, ${advances.map((advance) => advance.before)}, ${advances.map(({ after }) => after.version)},
        ${advances.map(({ after }) => after.at)}, ${advances.map(newStateOf).join(separator)},
        ${events.map((event) => event.command)}, ${events.map((event) => event.stream)}, ${events.map((event) => event.version)},
        ${events.map((event) => bufferOf(event.body))},
        ${keys.map((key) => key.id)}, ${keys.map((key) => key.subject)}, ${keys.map((key) => bufferOf(key.wrapped))},
        ${values.map((value) => bufferOf(value.commitment))}, ${values.map((value) => value.stream)}, ${values.map((value) => value.path)},
        ${values.map((value) => value.class)}, ${values.map((value) => value.key)}, ${values.map((value) => bufferOf(value.box))},
        ${JSON.stringify(rows)}::jsonb,
        ${batch?.start ?? null}, ${(batch?.leaves ?? []).map(bufferOf)},
        ${(batch?.tiles ?? []).map((tile) => tile.level)}, ${(batch?.tiles ?? []).map((tile) => tile.index)}, ${(batch?.tiles ?? []).map((tile) => bufferOf(tile.hash))},
        ${batch === undefined ? null : bufferOf(formatEdge(batch.edge))}, ${batch === undefined ? null : bufferOf(batch.note)})`.execute(
      database,
    );
    const [answer] = answers;
    if (answer === undefined) throw new Error("record_commands gave no row");
    return recordedOf(answer, group);
  } catch (fault) {
    if (databaseCode(fault) === "MC001") return someOf({ status: "moved" });
    if (databaseCode(fault) === "23505" && constraintOf(fault) === "office_code_key")
      return someOf({ status: "taken" });
    throw fault;
  }
}

/** Empty: the one that is there stays. */
function newStateOf({ after: { version, state, folded } }: StreamAdvance): string {
  return folded === version ? state : "";
}

function constraintOf(fault: unknown): unknown {
  return typeof fault === "object" && fault !== null && "constraint" in fault ? fault.constraint : undefined;
}

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
  const by = group.flatMap((recording, i) => (isInWay(recording, row) ? [i] : []));
  if (outcome === "still-running" || outcome === "moved")
    return { status: "hindered", answer: { status: outcome }, by };
  if ((outcome === "repeated" || outcome === "key-reused") && status !== null) {
    const repeated = { status, events: numbers, sameBody: outcome === "repeated" };
    return { status: "hindered", answer: { status: "repeated", repeated }, by };
  }
  throw new TryAgain(`record_commands said ${outcome}`, "unknown");
}

function isInWay(
  { scope, reads, advances }: Recording,
  { conflicting_scope: key, advanced_streams: moved }: RecordRow,
): boolean {
  if (key !== null) return key.equals(scope);
  return moved === null || [...reads, ...advances].some(({ stream }) => moved.includes(stream));
}
