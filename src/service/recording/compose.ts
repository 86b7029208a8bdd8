/** Turns decided events into a recording: versions, instants, nonces, commitments, canonical bytes, states and rows. */

import { canonicalJson, type Json } from "../../base/canonical-json.ts";
import { bytesToHex, utf8 } from "../../base/bytes.ts";
import { dayOf, type Instant } from "../../base/day.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { mapSliced, runWhole, type Sliced } from "../../base/slices.ts";
import type { NewEvent } from "../../domain/command.ts";
import { type Actor, type StreamKind, type StreamName, streamName } from "../../domain/event.ts";
import { rowsOf } from "../../domain/projection.ts";
import { changes, mergeChanges, type RowChanges, type Rows } from "../../domain/row-changes.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { Secret } from "../../domain/secret.ts";
import type { StateOf } from "../../domain/streams.ts";
import { maxEventBytes } from "../../log/entry.ts";
import { commit, formatCommitted } from "../../log/commitment.ts";
import type { LoadedStream } from "../loaded-stream.ts";
import type { RecordedEvent, SecretValue, StreamAdvance } from "../ports.ts";
import { evolveAny, stateOf, streamAfter } from "../streams/states.ts";

export interface Composed {
  readonly advances: readonly StreamAdvance[];
  readonly events: readonly RecordedEvent[];
  readonly secrets: readonly SecretValue[];
  readonly rows: RowChanges;
}

export interface Surroundings {
  readonly loaded: ReadonlyMap<StreamName, LoadedStream | undefined>;
  readonly actor: Actor;
  readonly now: Instant;
  readonly random: (length: number) => Uint8Array;
  /** The number of the edition of the law that was applied. */
  readonly edition: number;
}

interface Advancing {
  readonly before: LoadedStream | undefined;
  readonly rowsBefore: Rows;
  readonly at: Instant;
  readonly bodies: Uint8Array[];
  version: number;
  state: StateOf<StreamKind> | undefined;
}

export function compose(decided: readonly NewEvent[], around: Surroundings): Outcome<Composed, Refusal> {
  return runWhole(composeInSlices(decided, around));
}

/** Events, or streams, that are composed before others may run: some two milliseconds. */
const sizeOfSlice = 32;

export function* composeInSlices(
  decided: readonly NewEvent[],
  around: Surroundings,
): Sliced<Outcome<Composed, Refusal>> {
  const advancing = new Map<StreamName, Advancing>();
  const events: RecordedEvent[] = [];
  const secrets: SecretValue[] = [];
  for (const [place, decidedEvent] of decided.entries()) {
    if (place > 0 && place % sizeOfSlice === 0) yield;
    const stream = streamName(decidedEvent.kind, decidedEvent.id);
    const next = advancing.get(stream) ?? begin(stream, around);
    advancing.set(stream, next);
    next.version += 1;
    const data = commitSecrets(decidedEvent.event.data, { stream, path: "", secrets, random: around.random });
    const body = utf8(canonicalJson(eventJson(decidedEvent, { data, stream, next, around })));
    if (body.length > maxEventBytes)
      return refused({ code: "too-large", detail: { bytes: body.length, most: maxEventBytes } });
    next.state = evolveAny(decidedEvent.kind, next.state, { type: decidedEvent.event.type, data }, dayOf(next.at));
    next.bodies.push(body);
    events.push({ stream, version: next.version, body });
  }
  const streams = [...advancing];
  return done({
    advances: yield* mapSliced(streams, sizeOfSlice, ([stream, next]) => advanceOf(stream, next)),
    events,
    secrets,
    rows: mergeChanges(yield* mapSliced(streams, sizeOfSlice, ([stream, next]) => rowChanges(stream, next))),
  });
}

/** The instant of a stream never goes back, even if the database's clock does. */
function begin(stream: StreamName, { loaded, now }: Surroundings): Advancing {
  const before = loaded.get(stream);
  const state = stateOf<StreamKind>(before);
  const at = before !== undefined && before.at > now ? before.at : now;
  return { before, version: before?.version ?? 0, state, at, bodies: [], rowsBefore: rowsOfState(stream, state) };
}

interface Shaping {
  readonly data: Json;
  readonly stream: StreamName;
  readonly next: Advancing;
  readonly around: Surroundings;
}

function eventJson(decided: NewEvent, { data, stream, next, around }: Shaping): Json {
  const open: FieldPlace = { stream, path: "", secrets: [], random: around.random };
  return {
    actor: commitSecrets(around.actor, open),
    at: next.at,
    data,
    ...(decided.law === undefined ? {} : { law: commitSecrets({ edition: around.edition, ...decided.law }, open) }),
    nonce: bytesToHex(around.random(16)),
    stream,
    type: decided.event.type,
    v: 1,
    version: next.version,
  };
}

interface FieldPlace {
  readonly stream: StreamName;
  readonly path: string;
  readonly secrets: SecretValue[];
  readonly random: (length: number) => Uint8Array;
}

/** Replaces each Secret by its commitment, and leaves out absent fields. The path is a JSON Pointer within the data. */
function commitSecrets(value: unknown, place: FieldPlace): Json {
  if (value instanceof Secret) return commitOne(value, place);
  if (Array.isArray(value))
    return value.map((item, i) => commitSecrets(item, { ...place, path: `${place.path}/${i}` }));
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) throw new TypeError("the data of an event must be JSON");
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    fields.map(([name, field]) => [name, commitSecrets(field, { ...place, path: `${place.path}/${name}` })]),
  );
}

function commitOne(secret: Secret, { stream, path, secrets, random }: FieldPlace): Json {
  const salt = random(32);
  const commitment = commit({ salt, path, value: secret.value });
  secrets.push({
    commitment,
    stream,
    path,
    class: secret.class,
    subject: secret.subject ?? stream,
    salt,
    value: secret.value,
  });
  return { ...formatCommitted(commitment) };
}

function advanceOf(stream: StreamName, { before, ...next }: Advancing): StreamAdvance {
  return { stream, before: before?.version ?? 0, after: streamAfter(before, next) };
}

function rowChanges(stream: StreamName, { rowsBefore, state }: Advancing): RowChanges {
  return changes(rowsBefore, rowsOfState(stream, state));
}

/** Makes the rows once for each state: the rows after one command are the rows before the next. */
function rowsOfState(stream: StreamName, state: StateOf<StreamKind> | undefined): Rows {
  if (state === undefined) return {};
  const rows = madeRows.get(state) ?? rowsOf(stream, state);
  madeRows.set(state, rows);
  return rows;
}

const madeRows = new WeakMap<StateOf<StreamKind>, Rows>();
