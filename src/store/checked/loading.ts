/** Loads streams (db/0003_record.sql), and checks that a server wrote what it loads: nothing is decided on anything else. */

import { mapInSlices } from "../../base/slices.ts";
import { parseStreamName, type StreamName } from "../../domain/event.ts";
import { Foreign } from "../../service/kept-rows.ts";
import type { Known, LoadedStream } from "../../service/loaded-stream.ts";
import type { ClockWait, Key, Loaded, Ports, Repeated, Wanted } from "../../service/ports.ts";
import { streamTag } from "../../service/sealing/tags.ts";
import type { Database } from "../postgres.ts";
import { instantOf } from "../row.ts";
import { headOf } from "../sealing.ts";
import { sqlFunction } from "../sql-function.ts";
import { answeredBefore } from "./answered-before.ts";

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
  checkpoints: string;
  stopped: string | null;
  behind: boolean;
  clock_until: string | null;
  scope: Buffer | null;
  known_digest: Buffer;
  known_status: number;
  known_tag: Buffer;
  known_events: string[];
  known_bodies: Buffer[];
  name: string | null;
  version: number;
  at: string;
  /** Null when the stream is still as the caller knows it. */
  state: string | null;
  folded: number;
  tail: Buffer[];
  tag: Buffer;
}

interface ToLoad {
  readonly wanted: readonly Wanted[];
  readonly known: Known;
}

/** Streams whose tags are made before others may run: some two milliseconds. */
export const tagsOfSlice = 32;

export async function loadChecked(
  database: Database,
  { keyed, giveWay }: Pick<Ports, "keyed" | "giveWay">,
  { wanted, known }: ToLoad,
): Promise<readonly Loaded[]> {
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
    clockWait: clockWaitOf(first),
    // The streams of all callers in one map: a caller looks up only the names that it asked for.
    streams: new Map(
      (await mapInSlices(rows, { size: tagsOfSlice, giveWay }, async (row) => streamOf(row, asked, keyed))).flat(),
    ),
  };
  return Promise.all(
    wanted.map(async ({ key }) => ({
      ...common,
      repeated: key === undefined ? undefined : await repeatedOf(rows, key, keyed),
    })),
  );
}

/** streamOf throws on a stream that no server wrote, and trusts one that this process knows already. */
function clockWaitOf({ now, clock_until }: LoadRow & { readonly now: string }): ClockWait | undefined {
  if (clock_until === null) return undefined;
  return { until: instantOf(clock_until), seconds: (Date.parse(clock_until) - Date.parse(now)) / 1000 };
}

async function streamOf(
  { name, version, at, state, folded, tail, tag }: LoadRow,
  asked: ReadonlyMap<StreamName, LoadedStream | undefined>,
  keyed: Ports["keyed"],
): Promise<[StreamName, LoadedStream][]> {
  if (name === null) return [];
  const stream = parseStreamName(name);
  if (state !== null) {
    const loaded = { version, at: instantOf(at), state, folded, tail };
    if (!tag.equals(await streamTag(keyed, stream, loaded))) throw new Foreign("stream-foreign", stream);
    return [[stream, loaded]];
  }
  const known = asked.get(stream);
  if (known === undefined) throw new Error(`the state of ${name} is missing`);
  return [[stream, known]];
}

async function repeatedOf(rows: readonly LoadRow[], key: Key, keyed: Ports["keyed"]): Promise<Repeated | undefined> {
  const row = rows.find(({ scope }) => scope?.equals(key.scope));
  if (row === undefined) return undefined;
  const { known_digest: digest, known_status: status, known_tag: tag } = row;
  return answeredBefore(key, { digest, status, tag, events: row.known_events, bodies: row.known_bodies }, keyed);
}
