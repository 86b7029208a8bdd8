/** Loading streams and recording commands: one round trip each (db/0003_record.sql). */

import { sql } from "kysely";
import type { Instant } from "../base/day.ts";
import { parseInstant } from "../base/day.ts";
import { parseStreamName, type StreamName } from "../domain/event.ts";
import {
  type EventNumber,
  type Loaded,
  type LoadedStream,
  type Recorded,
  type Recording,
  type Records,
  type Repeated,
  TryAgain,
} from "../service/ports.ts";
import { type Database, databaseCode, tryDatabase } from "./postgres.ts";
import type { Safe } from "./safe.ts";

interface LoadRow {
  now: string;
  size: string;
  stopped: string | null;
  behind: boolean | null;
  known_status: number | null;
  known_events: string[] | null;
  known_body: Buffer | null;
  name: string | null;
  version: number | null;
  at: string | null;
  state: string | null;
}

export function makeRecords(database: Database, safe: Safe): Records {
  return {
    load: async (names, key) => tryDatabase(async () => load(database, names, key)),
    record: async (recording) => tryDatabase(async () => record(database, safe, recording), true),
  };
}

async function load(
  database: Database,
  names: readonly StreamName[],
  key?: { scope: Uint8Array; body: Uint8Array },
): Promise<Loaded> {
  const scope = key === undefined ? null : Buffer.from(key.scope);
  const { rows } = await sql<LoadRow>`select * from load_command(${names}::text[], ${scope}::bytea)`.execute(database);
  const [first] = rows;
  if (first === undefined) throw new Error("the head row is missing");
  return {
    now: instantOf(first.now),
    logSize: Number(first.size),
    stopped: first.stopped ?? undefined,
    behind: first.behind ?? false,
    streams: new Map(rows.flatMap(streamOf)),
    repeated: key === undefined ? undefined : repeatedOf(first, key.body),
  };
}

function streamOf({ name, version, at, state }: LoadRow): [StreamName, LoadedStream][] {
  if (name === null || version === null || at === null || state === null) return [];
  return [[parseStreamName(name), { version, at: instantOf(at), state }]];
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`the database's clock said ${text}`);
  return instant;
}

function repeatedOf({ known_status, known_events, known_body }: LoadRow, body: Uint8Array): Repeated | undefined {
  if (known_status === null || known_events === null || known_body === null) return undefined;
  return { status: known_status, events: known_events.map(BigInt), sameBody: known_body.equals(body) };
}

async function record(database: Database, safe: Safe, recording: Recording): Promise<Recorded> {
  const { keys, values } = await safe.enclose(recording.secrets);
  const { moves, events, reads } = recording;
  try {
    const { rows } = await sql<{ outcome: string; events: string[] | null; status: number | null }>`
      select * from record_command(
        ${Buffer.from(recording.scope)}, ${Buffer.from(recording.body)}, ${recording.status},
        ${reads.map((read) => read.stream)}, ${reads.map((read) => read.version)},
        ${moves.map((move) => move.stream)}, ${moves.map((move) => move.before)}, ${moves.map((move) => move.after)},
        ${moves.map((move) => move.at)}, ${moves.map((move) => move.state)},
        ${events.map((event) => event.stream)}, ${events.map((event) => event.version)}, ${events.map((event) => Buffer.from(event.body))},
        ${keys.map((key) => key.id)}, ${keys.map((key) => key.subject)}, ${keys.map((key) => Buffer.from(key.wrapped))},
        ${values.map((value) => Buffer.from(value.commitment))}, ${values.map((value) => value.stream)}, ${values.map((value) => value.path)},
        ${values.map((value) => value.class)}, ${values.map((value) => value.key)}, ${values.map((value) => Buffer.from(value.box))},
        ${JSON.stringify(recording.rows)}::jsonb)`.execute(database);
    const [answer] = rows;
    if (answer === undefined) throw new Error("record_command gave no row");
    return recordedOf(answer.outcome, (answer.events ?? []).map(BigInt), answer.status ?? recording.status);
  } catch (fault) {
    if (databaseCode(fault) === "MC001") return { status: "moved" };
    if (databaseCode(fault) === "23505" && constraintOf(fault) === "office_code_key") return { status: "taken" };
    throw fault;
  }
}

function constraintOf(fault: unknown): unknown {
  return typeof fault === "object" && fault !== null && "constraint" in fault ? fault.constraint : undefined;
}

function recordedOf(outcome: string, events: readonly EventNumber[], status: number): Recorded {
  if (outcome === "recorded") return { status: "recorded", events };
  if (outcome === "still-running") return { status: "still-running" };
  if (outcome === "repeated" || outcome === "key-reused") {
    return { status: "repeated", repeated: { status, events, sameBody: outcome === "repeated" } };
  }
  throw new TryAgain(`record_command said ${outcome}`, "unknown");
}
