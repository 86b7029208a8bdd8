/** The guards of sealing and of stopping (seal_recorded, append_leaves and db/0004_seal.sql), each taken out once. */

import type pg from "pg";
import { utf8 } from "../../../src/base/bytes.ts";
import { noPrev, wrapEvent } from "../../../src/log/entry.ts";
import { formatHashBase64, leafHash } from "../../../src/log/hash.ts";
import { type ForgedRow, noteOver } from "../../kit/postgres/forging.ts";
import { type Guard, planted, record, recordBatch, row, run, testGuards, valueOf } from "../../kit/postgres/guard.ts";
import { inFunction, type Mutation, orCode, statement } from "../../kit/postgres/mutant.ts";

type Note = Awaited<ReturnType<typeof noteOver>>;

/** Returns a note over the rows with another text in one of its lines: 0 is the origin, 1 the size, 2 the root. */
async function otherNote(session: pg.Client, rows: readonly ForgedRow[], line: number, text: string): Promise<Note> {
  const { start, note } = await noteOver(session, rows);
  return { start, note: Buffer.from(Buffer.from(note).toString().split("\n").with(line, text).join("\n")) };
}

const allEvents = "array(select id from event order by id)";
const progress = "select concat(size, ' sealed, ', (select count(*) from pending), ' wait') from head";

async function append(session: pg.Client, { start, note }: Note, events = allEvents): Promise<unknown> {
  const call = session.query(`select append_batch(${events}, $1, $2, sha256(''))`, [start, Buffer.from(note)]);
  return orCode(call.then(async () => valueOf(session, progress)));
}

const stopped = "select stopped from head";
const otherRoot = `${"A".repeat(43)}=`;
const rows = (count: number, name = "s"): readonly ForgedRow[] =>
  Array.from({ length: count }, (_, i) => row(`${name}${String(i).padStart(3, "0")}`, 1));

testGuards("sealing with the recording", [
  {
    what: "a batch that was made on another size is not sealed, and its events wait",
    without: [inFunction("seal_recorded", "and head.size = p_start")],
    scenario: async (session) => {
      const all = [row("b", 1)];
      const batch = await noteOver(session, all);
      await recordBatch(session, row("a", 1));
      return record(session, all, batch);
    },
    held: "recorded",
    broken: "P0001",
  },
  {
    what: "nothing is sealed in a log that was stopped since the gate",
    without: [inFunction("seal_recorded", "and head.stopped is null"), statement("drop trigger only_grows on head")],
    scenario: async (session) => {
      const all = [row("a", 1)];
      const { start, note } = await noteOver(session, all);
      await record(session, all);
      await run(session, "delete from pending", "update head set stopped = 'stream-broken'");
      const text = `select seal_recorded(${allEvents}, '{}', '{}', $1, $2, sha256('')) as sealed`;
      return (await session.query(text, [start, Buffer.from(note)])).rows;
    },
    held: [{ sealed: false }],
    broken: [{ sealed: true }],
  },
  {
    what: "nothing is sealed before what waits, also of another stream",
    without: [inFunction("seal_recorded", "exists (select from pending)", "false")],
    scenario: async (session) => {
      await record(session, [row("a", 1)]);
      return recordBatch(session, row("b", 1));
    },
    held: "recorded",
    broken: "sealed",
  },
  {
    what: "no version is sealed whose predecessor neither waits nor is sealed",
    without: [inFunction("seal_recorded", "where w.before > 0", "where false")],
    scenario: async (session) => {
      await record(session, [row("a", 1)]);
      await run(session, "delete from pending");
      return recordBatch(session, row("a", 2));
    },
    held: "recorded",
    broken: "sealed",
  },
  {
    what: "a sealed version of another stream is no predecessor",
    without: [inFunction("seal_recorded", "event.stream = w.name and")],
    scenario: async (session) => {
      await recordBatch(session, row("b", 1));
      await record(session, [row("a", 1)]);
      await run(session, "delete from pending");
      return recordBatch(session, row("a", 2));
    },
    held: "recorded",
    broken: "sealed",
  },
  {
    what: "a sealed version before the predecessor is not enough",
    without: [inFunction("seal_recorded", "and event.version = w.before")],
    scenario: async (session) => {
      await recordBatch(session, row("a", 1));
      await record(session, [row("a", 2)]);
      await run(session, "delete from pending");
      return recordBatch(session, row("a", 3));
    },
    held: "recorded",
    broken: "sealed",
  },
  ...[
    { line: 1, text: "9", piece: "(said[2], said[3])", instead: "((p_start + cardinality(leaves))::text, said[3])" },
    { line: 2, text: otherRoot, piece: "(said[2], said[3])", instead: "(said[2], encode(root, 'base64'))" },
  ].map(({ line, text, piece, instead }) => ({
    what: `a batch is not sealed under a note of another ${line === 1 ? "size" : "root"}`,
    without: [inFunction("append_leaves", piece, instead)],
    scenario: async (session: pg.Client) => {
      const all = [row("a", 1)];
      return record(session, all, await otherNote(session, all, line, text));
    },
    held: "recorded",
    broken: "sealed",
  })),
]);

/** Seals three events and then four, so that the second batch merges and folds with the edge of the first. */
async function twoBatches(session: pg.Client): Promise<string> {
  await recordBatch(session, ...rows(3, "first"));
  return recordBatch(session, ...rows(4, "then"));
}

const inLeaves = (piece: string, instead?: string): readonly Mutation[] => [
  inFunction("append_leaves", piece, instead),
];

testGuards(
  "the leaves that the database computes are those of src/log, and the note of another is not taken:",
  [
    { what: "a leaf is no inner node", without: inLeaves("'\\x00'::bytea ||") },
    { what: "an inner node is no leaf", without: inLeaves("'\\x01'::bytea || edge[depth]", "edge[depth]") },
    { what: "a folded node is no leaf", without: inLeaves("'\\x01'::bytea || edge[i]", "edge[i]") },
    { what: "the order of neighbours", without: inLeaves("edge[depth] || node", "node || edge[depth]") },
    { what: "the order of the edge", without: inLeaves("edge[i] || root", "root || edge[i]") },
    { what: "the leaf before", without: inLeaves("encode(prev, 'hex')", "encode(before.hash, 'hex')") },
    { what: "the hash of the head", without: inLeaves("prev := before.hash;", "prev := sha256('');") },
    { what: "the index", without: inLeaves("',\"index\":' || place", "',\"index\":' || place + 1") },
    { what: "the body", without: inLeaves("'UTF8') || body", "'UTF8') || ''::bytea") },
    { what: "the order of the events", without: inLeaves("order by l.place", "order by -l.place") },
  ].map(({ what, without }) => ({ what, without, scenario: twoBatches, held: "sealed", broken: "recorded" })),
);

/** Names the tiles, and tells whether the whole tree stands on their hashes. */
const tiles = `select concat(string_agg(concat(level, '/', index), ' ' order by index),
  sha256('\\x01'::bytea || string_agg(tile.hash, '' order by index)) = (select edge from head)) from tile`;

testGuards("a batch", [
  {
    what: "of 512 leaves fills two tiles",
    without: inLeaves("insert into tile (level, index, hash) select * from unnest(levels, indexes, tiles);", "null;"),
    scenario: async (session) => {
      await recordBatch(session, ...rows(256));
      await recordBatch(session, ...rows(256, "t"));
      return valueOf(session, tiles);
    },
    held: "1/0 1/1t",
    broken: "",
  },
  {
    what: "follows the head without a gap",
    without: inLeaves("where head.size = p_start"),
    scenario: async (session) => {
      const [only, index] = [row("a", 1), 2];
      await record(session, [only]);
      // The third leaf has no left neighbour at height 0, so in a tree without an edge its hash is the root.
      const hash = leafHash(wrapEvent({ event: only.body ?? utf8(""), index, prev: noPrev }));
      return append(session, { start: index, note: utf8(`localhost/forged\n3\n${formatHashBase64(hash)}\n`) });
    },
    held: "P0001",
    broken: "3 sealed, 0 wait",
  },
  {
    what: "has no event that does not exist",
    without: [
      ...inLeaves(
        "if cardinality(leaves) = 0 or cardinality(leaves) is distinct from cardinality(p_events)",
        "p_events := p_events[1:cardinality(leaves)]; if false",
      ),
      inFunction("append_batch", "waited <> cardinality(p_events)", "false"),
    ],
    scenario: async (session) => {
      const all = [row("a", 1)];
      await record(session, all);
      return append(session, await noteOver(session, all), `${allEvents} || 999999999::bigint`);
    },
    held: "P0001",
    broken: "1 sealed, 0 wait",
  },
  {
    what: "is signed at no earlier instant than the one before it, although the clock went back",
    without: [inFunction("signing_instant", "greatest(clock_timestamp(), (", "coalesce(clock_timestamp(), (")],
    scenario: async (session) => {
      await recordBatch(session, row("a", 1));
      await run(session, "alter table checkpoint disable trigger append_only");
      await run(session, "update checkpoint set signed_at = clock_timestamp() + interval '50 seconds'");
      await recordBatch(session, row("b", 1));
      return valueOf(session, "select max(signed_at) filter (where size = 2) >= max(signed_at) from checkpoint");
    },
    held: true,
    broken: false,
  },
  {
    what: "is of events that wait, and of no others",
    without: [inFunction("append_batch", "waited <> cardinality(p_events)", "false")],
    scenario: async (session) => {
      const all = [row("a", 1)];
      await record(session, all);
      await run(session, "delete from pending");
      return append(session, await noteOver(session, all));
    },
    held: "P0001",
    broken: "1 sealed, 0 wait",
  },
  {
    what: "that is not taken leaves its events waiting",
    without: [inFunction("append_batch", "if not append_leaves(", "if null = append_leaves(")],
    scenario: async (session) => {
      const all = [row("a", 1)];
      await record(session, all);
      return append(session, await otherNote(session, all, 1, "9"));
    },
    held: "P0001",
    broken: "0 sealed, 0 wait",
  },
]);

const stop = (reason: string, origin = "localhost/forged"): string => `select stop_log('${reason}', '${origin}')`;
const noTrigger = statement("drop trigger only_grows on head");

const stops: readonly Guard[] = [
  {
    what: "of two reasons the first stays",
    without: [inFunction("stop_log", "stopped is null and"), noTrigger],
    scenario: async (session) => {
      await run(session, stop("stream-broken"), stop("database-older"));
      return valueOf(session, stopped);
    },
    held: "stream-broken",
    broken: "database-older",
  },
  {
    what: "a reason of any length is kept as the 64 letters that every load can carry",
    without: [inFunction("stop_log", "left(p_reason, 64)", "p_reason")],
    scenario: async (session) => {
      await run(session, stop("x".repeat(1000)));
      return valueOf(session, stopped.replace("stopped", "length(stopped)::text"));
    },
    held: "64",
    broken: "1000",
  },
  {
    what: "a process that signs for another origin stops nothing",
    without: [inFunction("stop_log", "<> p_origin", "<> p_origin and false")],
    scenario: async (session) => {
      await recordBatch(session, row("a", 1));
      await run(session, stop("stream-broken", "localhost/earlier"));
      return valueOf(session, stopped);
    },
    held: null,
    broken: "stream-broken",
  },
  {
    what: "a process that signs for the origin of an earlier checkpoint stops nothing",
    without: [inFunction("stop_log", "checkpoint.size = head.size and", "checkpoint.start = 0 and")],
    scenario: async (session) => {
      await recordBatch(session, row("a", 1));
      const next = [row("b", 1)];
      await record(session, next, await noteOver(session, next, "localhost/next"));
      await run(session, stop("stream-broken"));
      return valueOf(session, stopped);
    },
    held: null,
    broken: "stream-broken",
  },
  {
    what: "time lifts only the stop of a clock",
    without: [inFunction("lift_clock_stop", "stopped = 'clock-went-back'", "true"), noTrigger],
    scenario: async (session) => {
      await run(session, stop("stream-broken"), "select lift_clock_stop()");
      return valueOf(session, stopped);
    },
    held: "stream-broken",
    broken: null,
  },
  {
    what: "the stop of a clock stays while the clock is behind",
    without: [inFunction("lift_clock_stop", "and not exists (select from clock_wait)"), noTrigger],
    scenario: async (session) => {
      await run(session, planted("7 hours"), stop("clock-went-back"), "select lift_clock_stop()");
      return valueOf(session, stopped);
    },
    held: "clock-went-back",
    broken: null,
  },
];

testGuards("stopping", stops);
