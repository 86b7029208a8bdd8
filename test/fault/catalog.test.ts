/**
 * The audit names each thing that the owner or a superuser changed in the law of the database. Each change is made, looked
 * at and undone in one transaction: roles are those of a whole server, which other tests use too.
 */

import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectedCatalog } from "../../scripts/postgres/catalog-file.ts";
import { auditCatalog } from "../../src/service/auditing/audit-catalog.ts";
import { readCatalog } from "../../src/store/catalog.ts";
import { openPool } from "../../src/store/postgres.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => database.drop());

/** Undoes what the transaction did. */
class Looked extends Error {}

/** Returns what the audit says after these statements of a superuser. */
async function saidAfter(...statements: readonly string[]): Promise<readonly string[]> {
  const { database: superuser, end } = openPool(database.superuserUrl, 1);
  let lines: readonly string[] = [];
  const looked = superuser.transaction().execute(async (transaction) => {
    for (const statement of statements) await sql.raw(statement).execute(transaction);
    const catalog = async (): Promise<readonly string[]> => readCatalog(transaction);
    const faults = await auditCatalog({ catalog }, expectedCatalog());
    lines = faults.map(({ code, at }) => `${code} ${at}`.replace(/^catalog-differs /, ""));
    throw new Looked();
  });
  await expect(looked).rejects.toThrow(Looked);
  await end();
  return lines;
}

it("nothing where nothing was changed", async () => {
  expect(await saidAfter()).toEqual([]);
});

/** Makes a function anew with one word of its body replaced. */
const replaced = (name: string, was: string, is: string): string =>
  `do $do$ begin execute replace(pg_get_functiondef('${name}'::regproc), '${was}', '${is}'); end $do$`;

it.each<[what: string, said: readonly RegExp[], ...statements: string[]]>([
  [
    "a trigger that is switched off",
    [
      /^- trigger .* append_only .* public\.event .*\(always\)$/,
      /^\+ trigger .* append_only .* public\.event .*\(disabled\)$/,
    ],
    "alter table event disable trigger append_only",
  ],
  [
    "a trigger for replicas only",
    [/^- trigger .* only_grows .* public\.head /, /^\+ trigger .* only_grows .* public\.head /],
    "alter table head enable replica trigger only_grows",
  ],
  [
    "a trigger that a replica's session does without",
    [
      /^- trigger .* append_only .* public\.leaf .*\(always\)$/,
      /^\+ trigger .* append_only .* public\.leaf [^(]*\(\)$/,
    ],
    "alter table leaf enable trigger append_only",
  ],
  ["a trigger that is gone", [/^- trigger .* never_emptied .* public\.tile /], "drop trigger never_emptied on tile"],
  [
    "a trigger more",
    [/^\+ trigger .* quiet .* public\.event .* public\.refuse_change\(\)$/],
    "create trigger quiet before insert on event for each row execute function refuse_change()",
  ],
  [
    "the condition of a trigger",
    [/^- trigger .* only_moves_on /, /^\+ trigger .* only_moves_on .* WHEN .*new\.version < old\.version/],
    "drop trigger only_moves_on on stream",
    "create trigger only_moves_on before update on stream for each row when (new.version < old.version) execute function refuse_change()",
    "alter table stream enable always trigger only_moves_on",
  ],
  [
    "the function of a trigger",
    [/^- function public\.refuse_change\(\)/, /^\+ function public\.refuse_change\(\)/],
    "create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$",
  ],
  [
    "a recording that skips a check",
    [/^- function public\.record_commands\(/, /^\+ function public\.record_commands\(/],
    replaced("record_commands", "coalesce(s.version, 0) <> r.version", "false"),
  ],
  [
    "a function that runs with its caller's rights no more",
    [
      /^- function public\.is_owner\(p_table oid\) .*stable: /,
      /^\+ function public\.is_owner\(p_table oid\) .* security definer: /,
    ],
    "alter function is_owner security definer",
  ],
  [
    "a setting of a function",
    [
      /^- function public\.lock_head\(\) .* set search_path=public, pg_temp/,
      /^\+ function public\.lock_head\(\) .* set search_path=pg_temp/,
    ],
    "alter function lock_head set search_path = pg_temp, public",
  ],
  [
    "a function of another owner",
    [/^- function public\.stop_log\(/, /^\+ function public\.stop_log\(.* of another owner/],
    "alter function stop_log owner to postgres",
  ],
  [
    "a function more that runs as the owner",
    [
      /^\+ function public\.quiet\(\) .* security definer/,
      /^\+ grant execute on function public\.quiet\(\) to public$/,
    ],
    "set role minh_chung_owner",
    "create function quiet() returns void language sql security definer as 'delete from leaf'",
  ],
  [
    "one in a schema of its own",
    [
      /^\+ function elsewhere\.quiet\(\) .* security definer/,
      /^\+ grant execute on function elsewhere\.quiet\(\) to public$/,
    ],
    "create schema elsewhere",
    "create function elsewhere.quiet() returns void language sql security definer as 'delete from leaf'",
  ],
  [
    "a right to write",
    [/^\+ grant insert on public\.event to minh_chung_app$/],
    "grant insert on event to minh_chung_app",
  ],
  [
    "a right to write one column, to be passed on",
    [/^\+ grant update with grant option on public\.head\.stopped to minh_chung_app$/],
    "grant update (stopped) on head to minh_chung_app with grant option",
  ],
  [
    "a right to call what only the owner calls",
    [/^\+ grant execute on function public\.append_leaves\(.*$/],
    "grant execute on function append_leaves to public",
  ],
  [
    "a right that is gone",
    [/^- grant select on public\.leaf to minh_chung_reader$/],
    "revoke select on leaf from minh_chung_reader",
  ],
  [
    "rights that tables yet to be made will have",
    [/^\+ grant insert by default on r to minh_chung_app$/],
    "alter default privileges for role minh_chung_owner grant insert on tables to minh_chung_app",
  ],
  [
    "a right to make tables",
    [/^\+ grant create on schema public to minh_chung_app$/],
    "grant create on schema public to minh_chung_app",
  ],
  [
    "a constraint that is gone",
    [/^- constraint event_body_check on public\.event: /],
    "alter table event drop constraint event_body_check",
  ],
  [
    "a constraint that old rows need not fulfil",
    [/^- constraint leaf_hash_check .*= 32\)\)$/, /^\+ constraint leaf_hash_check .*= 32\)\) NOT VALID not valid$/],
    "alter table leaf drop constraint leaf_hash_check",
    "alter table leaf add check (octet_length(hash) = 32) not valid",
  ],
  [
    "a unique index that is gone",
    [/^- constraint leaf_event_key on public\.leaf: UNIQUE \(event\)$/],
    "alter table leaf drop constraint leaf_event_key",
  ],
  [
    "a default",
    [
      /^- column public\.pending\.since .* default pg_catalog|^- column public\.pending\.since .* default clock_timestamp\(\)$/,
      /^\+ column public\.pending\.since .* default now\(\)$/,
    ],
    "alter table pending alter since set default now()",
  ],
  [
    "a column that may be empty",
    [/^- column public\.leaf\.hash bytea not null$/, /^\+ column public\.leaf\.hash bytea$/],
    "alter table leaf alter hash drop not null",
  ],
  [
    "a rule that swallows rows",
    [/^\+ rule quiet on public\.checkpoint /],
    "create rule quiet as on insert to checkpoint do instead nothing",
  ],
  [
    "a view that reads otherwise",
    [/^- view public\.loaded_stream reads /, /^\+ view public\.loaded_stream reads /],
    `do $$ begin execute 'create or replace view loaded_stream as ' || replace(pg_get_viewdef('loaded_stream'::regclass), '>', '>='); end $$`,
  ],
  [
    "row security that hides rows",
    [/^- table public\.leaf$/, /^\+ policy quiet on public\.leaf /, /^\+ table public\.leaf with row security$/],
    "alter table leaf enable row level security",
    "create policy quiet on leaf using (index <> 17)",
  ],
  [
    "a table that a crash empties",
    [/^- table view\.finding$/, /^\+ table view\.finding not durable$/],
    "alter table view.finding set unlogged",
  ],
  [
    "a table whose rows are read with those of another",
    [
      /^\+ column public\.more\./,
      /^\+ inherits public\.more from public\.tile$/,
      /^\+ constraint /,
      /^\+ table public\.more of another owner$/,
    ],
    "create table more () inherits (tile)",
  ],
  [
    "a trigger of the whole database",
    [
      /^\+ event trigger quiet on ddl_command_end O$/,
      /^\+ function public\.quiet\(\)/,
      /^\+ grant execute on function public\.quiet\(\) to public$/,
    ],
    "create function quiet() returns event_trigger language plpgsql as 'begin end'",
    "create event trigger quiet on ddl_command_end execute function quiet()",
  ],
  [
    "a foreign key that is no longer checked",
    [
      /^- trigger "RI_FKey_check_ins" of committed_value_key_fkey /,
      /^\+ trigger "RI_FKey_check_ins" of committed_value_key_fkey .*\(disabled\)$/,
      /RI_FKey_check_upd/,
      /RI_FKey_check_upd/,
    ],
    "alter table committed_value disable trigger all",
    "alter table committed_value enable always trigger append_only",
    "alter table committed_value enable always trigger never_emptied",
    "alter table committed_value enable always trigger never_removed",
  ],
])("%s", async (_, said, ...statements) => {
  const lines = await saidAfter(...statements);
  for (const each of said) expect(lines).toContainEqual(expect.stringMatching(each));
  expect(lines.filter((line) => !said.some((each) => each.test(line)))).toEqual([]);
});

it.each<[what: string, said: RegExp, done: string]>([
  [
    "the server's role made a member of the owner",
    /^\+ member minh_chung_app of owner$/,
    "grant minh_chung_owner to minh_chung_app",
  ],
  [
    "a stranger made a member of the owner",
    /^\+ member stranger of owner$/,
    "create role stranger login in role minh_chung_owner",
  ],
  ["the server's role made a superuser", /^\+ role minh_chung_app superuser$/, "alter role minh_chung_app superuser"],
  [
    "the reader made to pass row security",
    /^\+ role minh_chung_reader bypassrls$/,
    "alter role minh_chung_reader bypassrls",
  ],
  [
    "the server's role made a replica, whose sessions have no ordinary triggers",
    /^\+ setting of minh_chung_app: session_replication_role=replica$/,
    "alter role minh_chung_app set session_replication_role = replica",
  ],
  [
    "the server's role that may read every file",
    /^\+ member minh_chung_app of pg_read_server_files$/,
    "grant pg_read_server_files to minh_chung_app",
  ],
])("%s", async (_, said, done) => {
  const lines = await saidAfter(done);
  expect(lines).toContainEqual(expect.stringMatching(said));
  // A role that is new here, or has changed, has a line of its own too.
  expect(lines.filter((line) => !said.test(line) && !/^[-+] role \w+$/.test(line))).toEqual([]);
});

it("the timeouts that an operator gives to the role behind a pooler are no difference", async () => {
  const settings = ["statement_timeout = '10s'", "lock_timeout = '5s'", "timezone = 'UTC'"];
  expect(await saidAfter(...settings.map((setting) => `alter role minh_chung_app set ${setting}`))).toEqual([]);
});
