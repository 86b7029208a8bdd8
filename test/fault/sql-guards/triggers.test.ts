/**
 * The triggers of db/0005_guard.sql: each is dropped once, and the change that it forbids goes through; and each fires in
 * both modes of replication.
 */

import type pg from "pg";
import { expect, it } from "vitest";
import { asRole } from "../../kit/postgres/forging.ts";
import { fill, type Guard, run, testGuards } from "../../kit/postgres/guard.ts";
import { inFunction, inTrigger, type Mutation, orCode, statement } from "../../kit/postgres/mutant.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";

/** Tries a statement in a session of the owner, and undoes it; returns the code of the refusal. */
async function tried(session: pg.Client, text: string): Promise<string> {
  await run(session, "savepoint before");
  const outcome = await orCode(session.query(text).then(() => "done"));
  await run(session, "rollback to before");
  return outcome;
}

const modes = ["origin", "replica"] as const;

async function inBothModes(session: pg.Client, text: string): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (const mode of modes) {
    await run(session, `set local session_replication_role = ${mode}`);
    outcomes.push(await tried(session, text));
  }
  return outcomes;
}

/** Who gives a reference to a table that is emptied is emptied with it, so its own trigger must not be what refuses. */
const references: Readonly<Record<string, string>> = {
  subject_key: "drop trigger never_emptied on committed_value",
};

const all = ["event", "recording", "leaf", "tile", "checkpoint", "committed_value", "access_journal"];
const setsOf: Readonly<Record<string, string>> = {
  event: "version = 2",
  recording: "status = 200",
  leaf: "index = 9",
  tile: "index = 9",
  checkpoint: "start = 0",
  committed_value: "path = ''",
  access_journal: "page = ''",
};

interface Trigger {
  readonly trigger: string;
  readonly on: string;
  readonly forbidden: string;
  readonly code: string;
}

const triggers: readonly Trigger[] = [
  ...all.map((on) => ({ trigger: "append_only", on, forbidden: `update ${on} set ${setsOf[on]}` })),
  ...all.map((on) => ({ trigger: "never_removed", on, forbidden: `delete from ${on}` })),
  ...[...all, "pending", "head", "stream", "subject_key"].map((on) => ({
    trigger: "never_emptied",
    on,
    forbidden: `truncate ${on} cascade`,
  })),
  { trigger: "only_grows", on: "head", forbidden: "update head set size = 0, checkpoints = 0" },
  { trigger: "never_deleted", on: "head", forbidden: "delete from head" },
  { trigger: "only_moves_on", on: "stream", forbidden: "update stream set state = '{\"other\":true}'" },
  { trigger: "never_deleted", on: "stream", forbidden: "delete from stream" },
  { trigger: "only_destroyed", on: "subject_key", forbidden: "update subject_key set wrapped = 'other'" },
  { trigger: "never_deleted", on: "subject_key", forbidden: "delete from subject_key where id = 'unused'" },
].map((each) => ({ ...each, code: "42501" }));

const guarding = triggers.map(
  ({ trigger, on, forbidden, code }): Omit<Guard, "without" | "broken"> => ({
    what: `${trigger} on ${on}`,
    scenario: async (session) => {
      await fill(session);
      await run(session, "insert into subject_key values ('unused', 's', 'w', 0)");
      await run(session, ...(references[on] === undefined ? [] : [references[on]]));
      return inBothModes(session, forbidden);
    },
    held: [code, code],
  }),
);
const mutants = (text: (of: Trigger) => string, broken: readonly string[]): readonly Guard[] =>
  guarding.map((guard, i) => {
    const of = triggers[i];
    return { ...guard, broken, without: of === undefined ? [] : [statement(text(of))] };
  });

testGuards(
  "what a trigger forbids goes through when it is dropped:",
  mutants(({ trigger, on }) => `drop trigger ${trigger} on ${on}`, ["done", "done"]),
);

testGuards(
  "a trigger fires in a session that says it is a replica:",
  mutants(({ trigger, on }) => `alter table ${on} enable trigger ${trigger}`, ["42501", "done"]),
);

it("each trigger of the database is tried", async () => {
  const database = await freshDatabase();
  const found = await asRole(database.superuserUrl, async (session) =>
    session.query<{ of: string }>(
      "select concat(tgname, ' on ', tgrelid::regclass) as of from pg_trigger where not tgisinternal",
    ),
  );
  await database.drop();
  const names = triggers.map(({ trigger, on }) => `${trigger} on ${on}`);
  expect(found.rows.map(({ of }) => of).sort()).toEqual([...names, "same_origin on checkpoint"].sort());
});

it.each<[what: string, mutation: Mutation, told: string]>([
  ["that is not there", inFunction("stop_log", "and stopped is true"), "is found 0 times"],
  ["that is there twice", inFunction("stop_log", "checkpoint"), "is found 2 times"],
  ["of a function that is not there", inFunction("stop_all", "stopped"), "not one function stop_all"],
  ["of a trigger that is not there", inTrigger("never_grows", "new.size"), "not one trigger never_grows"],
  ["that is a trigger which is not there", statement("drop trigger never_grows on head"), "does not exist"],
])("a guard %s cannot be taken out, and its test fails", async (_, mutation, told) => {
  const database = await freshDatabase();
  await expect(asRole(database.superuserUrl, mutation)).rejects.toThrow(told);
  await database.drop();
});
