/** The guards of record_commands (db/0003_record.sql): each is taken out once, and its scenario ends in the wrong way. */

import { randomBytes } from "node:crypto";
import pg from "pg";
import { describe, expect, it } from "vitest";
import type { ForgedRow, Guessed } from "../../kit/postgres/forging.ts";
import { type Guard, planted, record, recordBatch, row, run, testGuards, valueOf } from "../../kit/postgres/guard.ts";
import { inFunction, type Mutation } from "../../kit/postgres/mutant.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";

const inRecord = (piece: string, instead?: string): readonly Mutation[] => [
  inFunction("record_commands", piece, instead),
];
const around = (width: string): string =>
  `not between clock_timestamp() - interval '${width}' and clock_timestamp() + interval '${width}'`;
const p = row("p", 1).stream;

const guards: readonly Guard[] = [
  {
    what: "a key that is known is answered with what was recorded, and not recorded again",
    without: inRecord("join recording known on known.scope = s.scope", "join recording known on false"),
    scenario: async (session) => {
      const scopes = [randomBytes(32)];
      await record(session, [row("a", 1)], { scopes });
      return record(session, [row("b", 1)], { scopes });
    },
    held: "repeated",
    broken: "23505",
  },
  {
    what: "a stopped log takes nothing",
    without: inRecord("head.stopped is not null", "false"),
    scenario: async (session) => {
      await run(session, "update head set stopped = 'stream-broken'");
      return record(session, [row("a", 1)]);
    },
    held: "moved",
    broken: "recorded",
  },
  ...["-11", "11"].map((seconds) => ({
    what: `nothing is recorded while an event waits of an instant ${seconds} seconds from now`,
    without: inRecord(`(select since ${around("10 seconds")} from pending order by recording, event limit 1)`, "false"),
    scenario: async (session: pg.Client) => {
      await record(session, [row("a", 1)]);
      await run(session, `update pending set since = clock_timestamp() + interval '${seconds} seconds'`);
      return record(session, [row("b", 1)]);
    },
    held: "moved",
    broken: "recorded",
  })),
  ...[-70, 70].map((seconds) => ({
    what: `what was decided ${seconds} seconds from now is decided again`,
    without: inRecord(`d.at ${around("1 minute")}`, "false"),
    scenario: async (session: pg.Client) =>
      record(session, [row("a", 1)], { decidedAt: new Date(Date.now() + seconds * 1000) }),
    held: "moved",
    broken: "recorded",
  })),
  {
    what: "nothing is recorded while the clock is behind the newest signature",
    without: inRecord("exists (select from clock_wait)", "false"),
    scenario: async (session) => {
      await run(session, planted("2 minutes"));
      return record(session, [row("a", 1)]);
    },
    held: "moved",
    broken: "recorded",
  },
  {
    what: "a command whose stream has another version is decided again, before anything is written",
    without: inRecord("<> w.version; if advanced_streams is not null", "<> w.version; if false"),
    scenario: async (session) => {
      await record(session, [row("a", 1)]);
      return record(session, [row("a", 1)]);
    },
    held: "moved",
    broken: "MC001",
  },
  {
    what: "a command that read another version is decided again",
    without: inRecord("<> r.version; if advanced_streams is not null", "<> r.version; if false"),
    scenario: async (session) => {
      await record(session, [row("p", 1)]);
      return record(session, [row("a", 1)], { reads: [{ stream: p, version: 0 }] });
    },
    held: "moved",
    broken: "recorded",
  },
];

testGuards("recording", guards);

/** Two sessions of which the second begins while the transaction of the first is open, which then commits. */
interface Race {
  readonly what: string;
  readonly without: readonly Mutation[];
  readonly before?: (session: pg.Client) => Promise<unknown>;
  readonly first: (session: pg.Client) => Promise<unknown>;
  readonly second: (session: pg.Client) => Promise<unknown>;
  /** What the second says at last, and whether it waited for the first. */
  readonly held: readonly [said: unknown, waited: boolean];
  readonly broken: readonly [said: unknown, waited: boolean];
}

const recordOne =
  (written: ForgedRow, guessed?: Guessed) =>
  async (session: pg.Client): Promise<string> =>
    record(session, [written], guessed);
const key: Guessed = { scopes: [randomBytes(32)] };
const readsP: Guessed = { reads: [{ stream: p, version: 1 }] };

const races: readonly Race[] = [
  {
    what: "a right that is withdrawn while a command is recorded stops the command",
    without: inRecord("order by s.name for share", "order by s.name"),
    before: recordOne(row("p", 1)),
    first: recordOne(row("p", 2)),
    second: recordOne(row("a", 1), readsP),
    held: ["moved", true],
    broken: ["recorded", false],
  },
  {
    what: "a right that a command rests on is withdrawn only after the command",
    without: inRecord("order by s.name for share", "order by s.name"),
    before: recordOne(row("p", 1)),
    first: recordOne(row("a", 1), readsP),
    second: recordOne(row("p", 2)),
    held: ["recorded", true],
    broken: ["recorded", false],
  },
  {
    what: "two commands that rest on one right do not wait for one another",
    without: inRecord("order by s.name for share", "order by s.name for update"),
    before: recordOne(row("p", 1)),
    first: recordOne(row("a", 1), readsP),
    second: recordOne(row("b", 1), readsP),
    held: ["recorded", false],
    broken: ["recorded", true],
  },
  {
    what: "of two commands with one key on different streams the second still runs",
    without: inRecord("where not pg_try_advisory_xact_lock(", "where false and not pg_try_advisory_xact_lock("),
    first: recordOne(row("a", 1), key),
    second: recordOne(row("b", 1), key),
    held: ["still-running", false],
    broken: ["23505", true],
  },
  {
    what: "a command waits for another on its stream, and is then decided again",
    without: inRecord("order by s.name for no key update", "order by s.name"),
    before: recordOne(row("a", 1)),
    first: recordOne(row("a", 2)),
    second: recordOne(row("a", 2)),
    held: ["moved", true],
    broken: ["23505", true],
  },
  {
    what: "of two sessions that make one stream the second is decided again, and all that it wrote is undone",
    without: inRecord(
      "if changed <> (select count(*) from unnest(p_written_before) as b (version) where b.version = 0)",
      "if false",
    ),
    first: recordOne(row("b", 1)),
    second: async (session) => [
      await record(session, [row("a", 1), row("b", 1)]),
      await valueOf(session, "select string_agg(name, ' ') from stream"),
    ],
    held: [["MC001", "case/b"], true],
    broken: [["23505", "case/b"], true],
  },
  {
    what: "a command does not wait for a sealing that goes on, and its events wait instead",
    without: [inFunction("seal_recorded", "for update skip locked", "for update")],
    first: async (session) => session.query("select lock_head()"),
    second: async (session) => recordBatch(session, row("a", 1)),
    held: ["recorded", false],
    broken: ["sealed", true],
  },
  {
    what: "no two sealings hold the head",
    without: [inFunction("lock_head", "from head for update", "from head")],
    first: async (session) => session.query("select lock_head()"),
    second: async (session) => valueOf(session, "select size from lock_head()"),
    held: ["0", true],
    broken: ["0", false],
  },
  {
    what: "the journal is closed after every look that has drawn a number",
    without: [inFunction("closable_looks", "lock table access_journal in share mode;")],
    first: async (session) => session.query("select note_looks('p', 'o', 'page', '{case/a}', '{1}')"),
    second: async (session) => valueOf(session, "select count(*) from closable_looks(0, 10)"),
    held: ["1", true],
    broken: ["0", false],
  },
];

describe("two sessions", () => {
  it.each(races)("$what", async (race) => {
    expect(await Promise.all([play(race, []), play(race, race.without)])).toEqual([race.held, race.broken]);
  });
});

/** Plays on a database of its own, because a race is committed. */
async function play({ before, first, second }: Race, mutant: readonly Mutation[]): Promise<Race["held"]> {
  const database = await freshDatabase();
  const open = async (): Promise<pg.Client> => {
    const session = new pg.Client({ connectionString: database.superuserUrl });
    await session.connect();
    return session;
  };
  const [one, other] = await Promise.all([open(), open()]);
  for (const mutation of mutant) await mutation(one);
  await before?.(one);
  const otherProcess = Number(await valueOf(other, "select pg_backend_pid()"));
  await run(one, "begin");
  await first(one);
  const said = second(other);
  const waited = await waits(said, otherProcess, one);
  await run(one, "commit");
  const ended: Race["held"] = [await said, waited];
  await Promise.all([one.end(), other.end()]);
  await database.drop();
  return ended;
}

/** Tells whether the work, which a process of PostgreSQL does, comes to wait for another before it ends. */
async function waits(work: Promise<unknown>, processId: number, watching: pg.Client): Promise<boolean> {
  const ended = work.then(() => "ended");
  const text = `select cardinality(pg_blocking_pids(${processId})) > 0`;
  for (;;) {
    if ((await valueOf(watching, text)) === true) return true;
    const pause = new Promise((resolve) => setTimeout(resolve, 10));
    if ((await Promise.race([ended, pause])) === "ended") return false;
  }
}
