/** A log as its recordings tell it, and the rows that follow from it: states, read models, tags, leaves and the tree. */

import type { Client } from "pg";
import { concatBytes, equalBytes, parseUtf8, utf8 } from "../../../src/base/bytes.ts";
import { canonicalJson, type Json } from "../../../src/base/canonical-json.ts";
import { dayOf, type Instant, parseInstant } from "../../../src/base/day.ts";
import type { Keys } from "../../../src/assemble.ts";
import { parseStreamName, streamKind, type StreamName } from "../../../src/domain/event.ts";
import { ImpossibleEvent } from "../../../src/domain/impossible.ts";
import { rowsOf } from "../../../src/domain/projection.ts";
import { changes, mergeChanges, type RowChanges, tables } from "../../../src/domain/row-changes.ts";
import { noPrev } from "../../../src/log/entry.ts";
import { emptyEdge } from "../../../src/log/tree.ts";
import type { KeptRecording } from "../../../src/service/kept-rows.ts";
import type { LoadedStream } from "../../../src/service/loaded-stream.ts";
import { growLog } from "../../../src/service/sealing/batch.ts";
import { recordingTag, streamTag } from "../../../src/service/sealing/tags.ts";
import { evolveAny, formatState } from "../../../src/service/streams/states.ts";

/** An event as its entry tells it; its version is counted anew. */
export interface ToldEvent {
  readonly [field: string]: Json;
  readonly actor: { readonly [field: string]: Json };
  readonly at: string;
  readonly data: { readonly [field: string]: Json };
  readonly stream: string;
  readonly type: string;
}

interface ToldRecording extends Omit<KeptRecording, "number"> {
  /** The number and the bytes of its events as they were kept; absent of a recording that there never was. */
  readonly was: { readonly number: string; readonly bodies: readonly Uint8Array[] } | undefined;
  readonly events: readonly ToldEvent[];
}

/** In the order of the log. */
export type Story = readonly ToldRecording[];

interface KeptRow {
  number: string;
  scope: Buffer;
  digest: Buffer;
  status: number;
  tag: Buffer;
  bodies: Buffer[];
}

export async function readStory(client: Client): Promise<Story> {
  const { rows } = await client.query<KeptRow>(
    `select number, scope, digest, status, tag, array(select body from event where recording = number order by id) as bodies
      from recording order by (select min(index) from leaf join event on event.id = leaf.event where recording = number)`,
  );
  return rows.map(({ number, digest, bodies, ...row }) => ({
    ...row,
    was: { number, bodies },
    body: digest,
    events: bodies.map((body): ToldEvent => JSON.parse(parseUtf8(body))),
  }));
}

type Signing = Pick<Keys, "key" | "keyed">;

/** Writes the log anew, sealed in one batch, by whatever keys there are. */
export async function writeStory(client: Client, story: Story, keys: Signing): Promise<void> {
  const streams = new Map<StreamName, Folded>();
  const made = story.map((told) => ({ told, bodies: told.events.map((event) => foldInto(streams, event)) }));
  await clear(client);
  await writeRecordings(client, made, keys);
  await writeStreams(client, streams, keys);
  await seal(
    client,
    made.flatMap(({ bodies }) => bodies),
    keys,
  );
}

interface Folded extends LoadedStream {
  /** What `state` is the text of. */
  readonly folding: unknown;
}

/** Takes the next event of its stream, and returns its bytes. */
function foldInto(streams: Map<StreamName, Folded>, event: ToldEvent): Uint8Array {
  const name = parseStreamName(event.stream);
  const before = streams.get(name);
  const version = (before?.version ?? 0) + 1;
  const at = parseInstant(event.at);
  if (at === undefined) throw new RangeError(event.at);
  const folding = foldOrLeave(name, before?.folding, { ...event, at });
  streams.set(name, { version, at, folding, state: formatState(folding), folded: version, tail: [] });
  return utf8(canonicalJson({ ...event, version }));
}

/** An event that no state takes leaves the state as it is: the forger can make no other. */
function foldOrLeave(name: StreamName, state: unknown, event: ToldEvent & { readonly at: Instant }): unknown {
  try {
    return evolveAny(streamKind(name), state, event, dayOf(event.at));
  } catch (fault) {
    if (fault instanceof ImpossibleEvent) return state;
    throw fault;
  }
}

async function clear(client: Client): Promise<void> {
  for (const table of ["leaf", "tile", "checkpoint", "pending", "event", "recording", "stream"])
    await client.query(`delete from ${table}`);
  for (const table of tables) await client.query(`delete from view.${table}`);
  await client.query(
    "update head set size = 0, hash = decode(repeat('00', 32), 'hex'), edge = '', checkpoints = 0, stopped = null",
  );
}

interface Made {
  readonly told: ToldRecording;
  readonly bodies: readonly Uint8Array[];
}

/** Numbers recordings and events from 1, in the order of the story. */
async function writeRecordings(client: Client, made: readonly Made[], { keyed }: Signing): Promise<void> {
  for (const [i, { told, bodies }] of made.entries()) {
    const { scope, body, status, tag, was } = told;
    // What is told as it was keeps the tag, which the forger may not be able to make.
    const vouched = isSame(was?.bodies ?? [], bodies) ? tag : await recordingTag(keyed, told, bodies);
    await client.query("insert into recording (number, scope, digest, status, tag) values ($1, $2, $3, $4, $5)", [
      i + 1,
      scope,
      body,
      status,
      Buffer.from(vouched),
    ]);
  }
  await writeEvents(client, made);
  await moveValues(client, made);
}

function isSame(before: readonly Uint8Array[], after: readonly Uint8Array[]): boolean {
  return before.length === after.length && equalBytes(concatBytes(...before), concatBytes(...after));
}

async function writeEvents(client: Client, made: readonly Made[]): Promise<void> {
  const events = made.flatMap(({ told, bodies }, i) =>
    bodies.map((body, n) => ({ recording: i + 1, stream: told.events[n]?.stream, body })),
  );
  await client.query(
    `insert into event (id, recording, stream, version, body) overriding system value
      select place, recording, stream, row_number() over (partition by stream order by place), body
      from unnest($1::bigint[], $2::text[], $3::bytea[]) with ordinality as e (recording, stream, body, place)`,
    [
      events.map(({ recording }) => recording),
      events.map(({ stream }) => stream),
      events.map(({ body }) => Buffer.from(body)),
    ],
  );
  await client.query("select setval('event_id_seq', $1)", [made.length + events.length]);
}

/** Gives the committed values the new numbers of their recordings, and leaves out those to which no event commits any more. */
async function moveValues(client: Client, made: readonly Made[]): Promise<void> {
  const moved = made.flatMap(({ told: { was } }, i) =>
    was === undefined ? [] : [{ before: was.number, after: i + 1 }],
  );
  const numbers = [moved.map(({ before }) => before), moved.map(({ after }) => after)];
  for (const table of ["committed_value", "subject_key"])
    await client.query(
      `update ${table} set recording = after from unnest($1::bigint[], $2::bigint[]) as moved (before, after) where recording = before`,
      numbers,
    );
  const text = made.flatMap(({ bodies }) => bodies.map(parseUtf8)).join("\n");
  const committed = Array.from(text.matchAll(/"sealed":"([0-9a-f]{64})"/g), ([, hex]) => hex);
  await client.query("delete from committed_value where encode(commitment, 'hex') <> all ($1::text[])", [committed]);
}

async function writeStreams(
  client: Client,
  streams: ReadonlyMap<StreamName, Folded>,
  { keyed }: Signing,
): Promise<void> {
  const rows: RowChanges[] = [];
  for (const [name, stream] of streams) {
    const { version, at, state, folded, folding } = stream;
    const tag = await streamTag(keyed, name, stream);
    await client.query("insert into stream (name, version, at, state, folded, tag) values ($1, $2, $3, $4, $5, $6)", [
      name,
      version,
      at,
      state,
      folded,
      Buffer.from(tag),
    ]);
    rows.push(changes({}, rowsOf(name, folding)));
  }
  const { deadline, ...others } = mergeChanges(rows);
  // Deadlines come last: a row says whether a finding judges it.
  for (const part of [others, { ...(deadline && { deadline }) }])
    await client.query("select view.apply($1)", [JSON.stringify(part)]);
}

async function seal(client: Client, bodies: readonly Uint8Array[], keys: Signing): Promise<void> {
  const empty = { size: 0, hash: noPrev, edge: emptyEdge, checkpoints: 0, stopped: undefined };
  const { grown } = await growLog(empty, bodies, keys);
  const { rows } = await client.query<{ taken: boolean }>(
    "select append_leaves(array(select id from event order by id), 0, $1, $2) as taken",
    [Buffer.from(grown.note), Buffer.from(grown.tag)],
  );
  if (rows[0]?.taken !== true) throw new Error("the database makes another tree of these events");
}
