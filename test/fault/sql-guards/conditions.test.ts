/** The conditions of the triggers of db/0005_guard.sql and of their functions: each is taken out once. */

import type pg from "pg";
import { noteOver } from "../../kit/postgres/forging.ts";
import { fill, type Guard, record, recordBatch, row, run, testGuards } from "../../kit/postgres/guard.ts";
import { inFunction, inTrigger, type Mutation, orCode, statement } from "../../kit/postgres/mutant.ts";

const owner = "set local session authorization minh_chung_owner";
const sealer = "set local session authorization minh_chung_sealer";
const stopped = (reason: string): string => `update head set stopped = '${reason}'`;
/** The sealing role with a right that it does not have: what a trigger refuses to it, it refuses for who it is. */
const granted = (right: string, ...statements: readonly string[]): readonly string[] => [
  `grant ${right} to minh_chung_sealer`,
  "grant execute on function is_owner to minh_chung_sealer",
  ...statements,
  sealer,
];

/** A change that is refused after these statements, and goes through when the piece is taken out. */
function refused(
  what: string,
  without: Mutation,
  { after, change }: { readonly after: readonly string[]; readonly change: string },
): Guard {
  const scenario = async (session: pg.Client): Promise<string> => {
    await fill(session);
    await run(session, ...after);
    return orCode(session.query(change).then(() => "done"));
  };
  return { what, without: [without], scenario, held: "42501", broken: "done" };
}

const inRemoval = (piece: string, instead: string): Mutation => inFunction("refuse_removal", piece, instead);
const inLifting = (piece: string, instead = ""): Mutation => inFunction("refuse_unless_lifted", piece, instead);
const inGoingBack = (piece: string, instead = ""): Mutation => inFunction("refuse_going_back", piece, instead);
const lifting = "update head set stopped = null";

testGuards("what no server wrote is taken out", [
  refused("only while the log is stopped", inRemoval("reason is not null and", ""), {
    after: ["insert into event (recording, stream, version, body) values (0, 'case/x', 1, '')", owner],
    change: "delete from event where stream = 'case/x'",
  }),
  refused("only by the owner", inRemoval("and is_owner(tg_relid)", ""), {
    after: granted(
      "delete on event",
      "insert into event (recording, stream, version, body) values (0, 'case/x', 1, '')",
      stopped("stream-broken"),
    ),
    change: "delete from event where stream = 'case/x'",
  }),
  ...[
    ["an event only if it is not sealed", "select from leaf where leaf.event = old.id", "event"],
    ["a recording only without its events", "select from event where event.recording = old.number", "recording"],
    ["a stream only without its events", "select from event where event.stream = old.name", "stream"],
    [
      "a value only without its recording",
      "select from event where event.recording = old.recording",
      "committed_value",
    ],
    ["a key only without its recording", "select from event where event.recording = old.recording", "subject_key"],
  ].map(([what = "", piece = "", table = ""]) =>
    refused(what, inRemoval(piece, "select where false"), {
      after: [
        "delete from pending",
        stopped("stream-broken"),
        "alter table committed_value drop constraint committed_value_key_fkey",
        owner,
      ],
      change: `delete from ${table}`,
    }),
  ),
  ...["leaf", "tile", "checkpoint"].map((table) =>
    refused(
      `a ${table} only if the log stopped for a foreign one`,
      inRemoval("and reason in ('checkpoint-foreign', 'head-foreign')", ""),
      { after: [stopped("stream-broken"), owner], change: `delete from ${table}` },
    ),
  ),
]);

testGuards("a log that stopped", [
  refused("is lifted by its owner", inLifting("is_owner(tg_relid) or", "true or"), {
    after: granted("update on head", stopped("stream-broken")),
    change: lifting,
  }),
  refused("is lifted by others only if it stopped for its clock", inLifting("old.stopped = 'clock-went-back' and"), {
    after: granted("update on head", stopped("stream-broken")),
    change: lifting,
  }),
  refused("is lifted by others once the clock has caught up", inLifting("and not exists (select from clock_wait)"), {
    after: granted(
      "update on head",
      "alter table checkpoint disable trigger append_only",
      "update checkpoint set signed_at = clock_timestamp() + interval '7 hours'",
      stopped("clock-went-back"),
    ),
    change: lifting,
  }),
  ...[
    ["size", "new.size = old.size and", "size = size + 1"],
    ["hash", "and new.hash = old.hash", "hash = sha256('other')"],
    ["edge", "and new.edge = old.edge", "edge = sha256('other')"],
    ["number of checkpoints", "and new.checkpoints = old.checkpoints", "checkpoints = checkpoints + 1"],
  ].map(([what = "", piece = "", set = ""]) =>
    refused(`is lifted with the ${what} that it has`, inLifting(piece), {
      after: [stopped("stream-broken"), owner],
      change: `${lifting}, ${set}`,
    }),
  ),
  refused(
    "has its head set right only if that was foreign",
    inLifting("old.stopped in ('checkpoint-foreign', 'head-foreign') and"),
    {
      after: [stopped("stream-broken"), owner],
      change: "update head set hash = sha256('other')",
    },
  ),
  refused("keeps its reason while its head is set right", inLifting("and new.stopped = old.stopped"), {
    after: [stopped("head-foreign"), owner],
    change: "update head set stopped = 'other'",
  }),
  refused(
    "has its head set right by its owner",
    inLifting("new.stopped = old.stopped and is_owner(tg_relid)", "new.stopped = old.stopped"),
    {
      after: granted("update on head", stopped("head-foreign")),
      change: "update head set hash = sha256('other')",
    },
  ),
  refused(
    "has its head set to the end of a checkpoint",
    inLifting("(new.size, new.checkpoints) = (select coalesce(max(size), 0), count(*) from checkpoint)", "true"),
    { after: [stopped("head-foreign"), owner], change: "update head set size = 0, checkpoints = 0" },
  ),
]);

testGuards(
  "the head",
  [
    ["does not shrink", "new.size < old.size or", "size = 0, checkpoints = checkpoints"],
    [
      "counts each checkpoint",
      "new.checkpoints <> old.checkpoints + (new.size > old.size)::integer or",
      "size = size + 1",
    ],
    [
      "keeps its hash at its size",
      "(new.size = old.size and (new.hash <> old.hash or new.edge <> old.edge)) or",
      "hash = sha256('other')",
    ],
    ["keeps its edge at its size", "or new.edge <> old.edge", "edge = sha256('other')"],
  ].map(([what = "", piece = "", set = ""]) =>
    refused(what, inTrigger("only_grows", piece), { after: [owner], change: `update head set ${set}` }),
  ),
);
testGuards("the head of a log that stopped", [
  refused("does not grow", inTrigger("only_grows", "or old.stopped is not null"), {
    after: [stopped("stream-broken"), owner],
    change: "update head set size = size + 1, checkpoints = checkpoints + 1",
  }),
]);

testGuards("a stream", [
  ...[
    ["keeps its name", "new.name <> old.name or", "name = 'case/other', version = version + 1"],
    ["does not stay at its version", "or new.version <= old.version", "state = '[]'"],
    ["does not go back in time", "or new.at < old.at", "version = version + 1, at = ''"],
    ["does not unfold", "or new.folded < old.folded", "version = version + 1, folded = 1"],
  ].map(([what = "", piece = "", set = ""]) =>
    refused(what, inTrigger("only_moves_on", piece), {
      after: ["update stream set version = 3, folded = 2", owner],
      change: `update stream set ${set}`,
    }),
  ),
  refused("keeps its name when it is set back", inGoingBack("new.name = old.name and"), {
    after: ["update stream set version = 2", stopped("stream-broken"), owner],
    change: "update stream set name = 'case/other', version = 1",
  }),
  refused("is set back by the owner", inGoingBack("is_owner(tg_relid) and"), {
    after: granted("update on stream", "update stream set version = 2", stopped("stream-broken")),
    change: "update stream set version = 1",
  }),
  refused(
    "is set back only while the log is stopped",
    inGoingBack("and exists (select from head where stopped is not null)"),
    {
      after: ["update stream set version = 2", owner],
      change: "update stream set version = 1",
    },
  ),
  refused(
    "is set back to the last of its events",
    inGoingBack("and new.version = (select max(version) from event where event.stream = old.name)"),
    {
      after: ["update stream set version = 3", stopped("stream-broken"), owner],
      change: "update stream set version = 2",
    },
  ),
]);

testGuards(
  "a wrapped key",
  [
    ["is not changed", "new.wrapped is not null or", "wrapped = 'other'"],
    ["is not renamed as it is destroyed", "or new.id <> old.id", "wrapped = null, id = 'other'"],
    [
      "goes to no other subject as it is destroyed",
      "or new.subject <> old.subject",
      "wrapped = null, subject = 'other'",
    ],
  ].map(([what = "", piece = "", set = ""]) =>
    refused(what, inFunction("refuse_rewrapping", piece), {
      after: ["insert into subject_key values ('unused', 's', 'w', 0)", owner],
      change: `update subject_key set ${set} where id = 'unused'`,
    }),
  ),
);

/** Seals a second batch under a note of another origin; the owner of the functions is not who calls them. */
async function nextOrigin(session: pg.Client, role: string): Promise<string> {
  await recordBatch(session, row("a", 1));
  const next = [row("b", 1)];
  const batch = await noteOver(session, next, "localhost/next");
  await run(session, role);
  return record(session, next, batch);
}

testGuards("another origin", [
  {
    what: "does not go on with the log",
    without: [statement("drop trigger same_origin on checkpoint")],
    scenario: async (session) => nextOrigin(session, sealer),
    held: "MC002",
    broken: "sealed",
  },
  {
    what: "does not go on with it because the functions run as the owner",
    without: [inFunction("is_owner", "session_user", "current_user")],
    scenario: async (session) => nextOrigin(session, sealer),
    held: "MC002",
    broken: "sealed",
  },
  {
    what: "goes on with it when the owner says so",
    without: [inFunction("refuse_other_origin", "and not is_owner(tg_relid)")],
    scenario: async (session) => nextOrigin(session, owner),
    held: "sealed",
    broken: "MC002",
  },
]);
