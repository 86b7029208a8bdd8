/** Loads streams (checked/loading.ts) and records commands (db/0003_record.sql): one round trip for all that wait. */

import { mapInSlices, runInSlices } from "../base/slices.ts";
import { mergeChanges } from "../domain/row-changes.ts";
import type { Known } from "../service/loaded-stream.ts";
import {
  type GroupRecorded,
  type GrownLog,
  type GroupConflict,
  type Ports,
  type Recording,
  type Records,
  type StreamAdvance,
  TryAgain,
  type Wanted,
} from "../service/ports.ts";
import { recordingTag, streamTag } from "../service/sealing/tags.ts";
import { answeredBefore } from "./checked/answered-before.ts";
import { loadChecked, tagsOfSlice } from "./checked/loading.ts";
import { databaseCode, tryDatabase } from "./database-fault.ts";
import { type Database, methodsOn } from "./postgres.ts";
import { instantOf } from "./row.ts";
import { sqlFunction } from "./sql-function.ts";
import type { Encrypted, ValueCipher } from "./value-cipher.ts";

/** The keys of the server: of the values, and of the tags (service/sealing/tags.ts). */
interface RecordKeys {
  readonly cipher: ValueCipher;
  readonly keyed: Ports["keyed"];
  readonly giveWay: Ports["giveWay"];
}

/** `loading` and `recording` may be connections of different roles (db/0005_guard.sql). */
export function makeRecords(
  { loading, recording }: { readonly loading: Database; readonly recording: Database },
  keys: RecordKeys,
): Records {
  const { reading } = methodsOn(loading);
  return {
    load: reading(async (database, wanted: readonly Wanted[], known: Known) =>
      loadChecked(database, keys, { wanted, known }),
    ),
    record: async (group, batch) => tryDatabase(async () => record(recording, keys, { group, batch }), true),
  };
}

const recordCommands = sqlFunction("record_commands", {
  scopes: "bytea[]",
  digests: "bytea[]",
  statuses: "integer[]",
  tags: "bytea[]",
  decidedAt: "timestamptz[]",
  readStreams: "text[]",
  readVersions: "integer[]",
  writtenStreams: "text[]",
  writtenBefore: "integer[]",
  writtenAfter: "integer[]",
  writtenAt: "text[]",
  writtenStates: "text",
  writtenTags: "bytea[]",
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
  note: "bytea",
  checkpointTag: "bytea",
});

interface RecordRow {
  now: string;
  outcome: string;
  events: string[] | null;
  status: number | null;
  sealed: boolean | null;
  conflicting_scope: Buffer | null;
  known_digest: Buffer | null;
  known_tag: Buffer | null;
  bodies: Buffer[] | null;
  advanced_streams: string[] | null;
}

interface ToRecord {
  readonly group: readonly Recording[];
  readonly batch: GrownLog | undefined;
}

async function record(
  database: Database,
  { cipher, keyed, giveWay }: RecordKeys,
  { group, batch }: ToRecord,
): Promise<GroupRecorded> {
  const encrypted = await runInSlices(cipher.encrypt(group.flatMap(({ secrets }) => secrets)), giveWay);
  try {
    const given = {
      ...(await commandsOf(group, keyed)),
      ...(await streamsOf(group, { keyed, giveWay })),
      ...eventsOf(group),
      ...valuesOf(encrypted),
      viewChanges: JSON.stringify(mergeChanges(group.map(({ rows }) => rows))),
      ...batchOf(batch),
    };
    const [answer] = await recordCommands<RecordRow>(database, given, giveWay);
    if (answer === undefined) throw new Error("record_commands gave no row");
    return await recordedOf(answer, group, keyed);
  } catch (fault) {
    if (databaseCode(fault) === "MC001") return someOf({ status: "moved" });
    if (databaseCode(fault) === "23505" && constraintOf(fault) === "office_code_key")
      return someOf({ status: "taken" });
    throw fault;
  }
}

async function commandsOf(group: readonly Recording[], keyed: Ports["keyed"]) {
  const tagOf = async (recording: Recording): Promise<Uint8Array> =>
    recordingTag(
      keyed,
      recording,
      recording.events.map(({ body }) => body),
    );
  return {
    tags: await Promise.all(group.map(tagOf)),
    scopes: group.map(({ scope }) => scope),
    digests: group.map(({ body }) => body),
    statuses: group.map(({ status }) => status),
    decidedAt: group.map(({ decidedAt }) => decidedAt),
  };
}

/** Separates JSON texts: a control character, which a JSON text holds only escaped (RFC 8259 §7). */
const separator = "\u001e";

async function streamsOf(group: readonly Recording[], { keyed, giveWay }: Omit<RecordKeys, "cipher">) {
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
    writtenTags: await mapInSlices(advances, { size: tagsOfSlice, giveWay }, async ({ stream, after }) =>
      streamTag(keyed, stream, after),
    ),
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

function valuesOf({ keys, values }: Encrypted) {
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
  return { start: batch?.start ?? null, note: batch?.note ?? null, checkpointTag: batch?.tag ?? null };
}

function constraintOf(fault: unknown): unknown {
  return typeof fault === "object" && fault !== null && "constraint" in fault ? fault.constraint : undefined;
}

/** someOf blames the whole group, because the database did not say which recording conflicts. */
function someOf(answer: GroupConflict["answer"]): GroupConflict {
  return { status: "hindered", answer, by: undefined };
}

async function recordedOf(row: RecordRow, group: readonly Recording[], keyed: Ports["keyed"]): Promise<GroupRecorded> {
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
  const { known_digest: digest, known_tag: tag, bodies } = row;
  const key = group.find(({ scope }) => row.conflicting_scope?.equals(scope));
  if (outcome === "repeated" && status !== null && digest !== null && tag !== null && key !== undefined) {
    const known = { digest, status, tag, events: events ?? [], bodies: bodies ?? [] };
    const repeated = await answeredBefore(key, known, keyed);
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
