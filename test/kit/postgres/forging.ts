/**
 * What somebody does who has the password of minh_chung_sealer and nothing else: calls of its functions with any
 * arguments. A forged event is in good form, its stream and its rows fit it, and only the tags are guessed.
 */

import { randomBytes } from "node:crypto";
import pg from "pg";
import { canonicalJson, type Json } from "../../../src/base/canonical-json.ts";
import { bytesToHex, utf8 } from "../../../src/base/bytes.ts";
import { streamKind, type StreamName } from "../../../src/domain/event.ts";
import { dayOf, type Instant, parseInstant } from "../../../src/base/day.ts";
import { evolveAny, formatState, stateOf } from "../../../src/service/streams/states.ts";
import { wrapEvent } from "../../../src/log/entry.ts";
import { formatHashBase64, type Hash, leafHash, parseHashBytes } from "../../../src/log/hash.ts";
import { edgeRoot, growEdge, parseEdge } from "../../../src/log/tree.ts";
import type { Host } from "../../../src/service/host.ts";

export interface Forged {
  readonly stream: StreamName;
  readonly type: string;
  readonly actor: Json;
  readonly data: Json;
}

export interface ForgedRow {
  readonly stream: StreamName;
  readonly before: number;
  readonly version: number;
  readonly at: string;
  readonly state: string;
  /** Absent: the stream moves and no event says so. */
  readonly body: Uint8Array | undefined;
}

/** Makes the next event of a stream as the server would make it, and the state after it. */
export async function forge({ stream, type, actor, data }: Forged, host: Host): Promise<ForgedRow> {
  const { streams, now } = await host.load([stream]);
  const before = streams.get(stream);
  const at = laterOf(now, before?.at);
  const version = (before?.version ?? 0) + 1;
  const event = { actor, at, data, nonce: bytesToHex(randomBytes(16)), stream, type, v: 1, version };
  const state = evolveAny(streamKind(stream), stateOf(before), { type, data }, dayOf(at));
  return {
    stream,
    before: version - 1,
    version,
    at,
    state: formatState(state),
    body: utf8(canonicalJson(event)),
  };
}

function laterOf(now: Instant, before: Instant | undefined): Instant {
  return parseInstant(before !== undefined && before > now ? before : now) ?? now;
}

/** Arguments of record_commands that differ from those of an honest call without values, rows and batch. */
export interface Guessed {
  readonly tags?: readonly Uint8Array[];
  readonly writtenTags?: readonly Uint8Array[];
  readonly scopes?: readonly Uint8Array[];
  readonly start?: number;
  readonly note?: Uint8Array;
  /** The streams that are only read, with the versions that were read. */
  readonly reads?: readonly { readonly stream: StreamName; readonly version: number }[];
  readonly decidedAt?: Date;
}

interface Recorded {
  readonly outcome: string;
  readonly sealed: boolean | null;
}

const random = (): Buffer => randomBytes(32);

/** Calls record_commands for one recording of these events; returns its outcome, and whether it was sealed. */
export async function recordForged(url: string, rows: readonly ForgedRow[], guessed: Guessed = {}): Promise<Recorded> {
  return asRole(url, async (client) => recordIn(client, rows, guessed));
}

/** Does the same in a session that is open. */
export async function recordIn(
  client: pg.Client,
  rows: readonly ForgedRow[],
  guessed: Guessed = {},
): Promise<Recorded> {
  const events = rows.flatMap(({ body, ...row }) => (body === undefined ? [] : [{ ...row, body: Buffer.from(body) }]));
  const given: Readonly<Record<string, unknown>> = {
    p_scopes: guessed.scopes ?? [random()],
    p_digests: [random()],
    p_statuses: [201],
    p_tags: guessed.tags ?? [random()],
    p_decided_at: [(guessed.decidedAt ?? new Date()).toISOString()],
    p_read_streams: (guessed.reads ?? []).map(({ stream }) => stream),
    p_read_versions: (guessed.reads ?? []).map(({ version }) => version),
    p_written_streams: rows.map(({ stream }) => stream),
    p_written_before: rows.map(({ before }) => before),
    p_written_after: rows.map(({ version }) => version),
    p_written_at: rows.map(({ at }) => at),
    p_written_states: rows.map(({ state }) => state).join("\u001e"),
    p_written_tags: guessed.writtenTags ?? rows.map(random),
    p_event_commands: events.map(() => 1),
    p_event_streams: events.map(({ stream }) => stream),
    p_event_versions: events.map(({ version }) => version),
    p_event_bodies: events.map(({ body }) => body),
    p_key_ids: [],
    p_key_subjects: [],
    p_wrapped_keys: [],
    p_value_commitments: [],
    p_value_streams: [],
    p_value_paths: [],
    p_value_classes: [],
    p_value_keys: [],
    p_value_boxes: [],
    p_view_changes: "{}",
    p_start: guessed.start ?? null,
    p_note: guessed.note === undefined ? null : Buffer.from(guessed.note),
    p_checkpoint_tag: guessed.note === undefined ? null : random(),
  };
  const places = Object.keys(given).map((name, i) => `${name} => $${i + 1}`);
  const { rows: answers } = await client.query<Recorded>(
    `select outcome, sealed from record_commands(${places.join(", ")})`,
    Object.values(given),
  );
  const [answer] = answers;
  if (answer === undefined) throw new Error("record_commands gave no row");
  return answer;
}

/**
 * Makes the note of the log after these events, of the right size and root. Nobody signed it, which the database cannot
 * see, for the origin that the caller names.
 */
export async function noteOver(
  client: pg.Client,
  rows: readonly ForgedRow[],
  origin = "localhost/forged",
): Promise<{ readonly start: number; readonly note: Uint8Array }> {
  const { rows: heads } = await client.query<{ size: string; hash: Buffer; edge: Buffer }>("select * from head");
  const size = Number(heads[0]?.size);
  const edge = parseEdge(size, heads[0]?.edge ?? new Uint8Array(0));
  let prev = parseHashBytes(heads[0]?.hash ?? new Uint8Array(0));
  if (edge === undefined || prev === undefined) throw new Error(`the head is not of the size ${size}`);
  const leaves: Hash[] = [];
  for (const { body: event = new Uint8Array(0) } of rows) {
    prev = leafHash(wrapEvent({ event, index: size + leaves.length, prev }));
    leaves.push(prev);
  }
  const root = formatHashBase64(edgeRoot(growEdge(size, edge, leaves).edge));
  return { start: size, note: utf8(`${origin}\n${size + leaves.length}\n${root}\n`) };
}

/** Opens a session of its own for the work, as the role of this address. */
export async function asRole<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
