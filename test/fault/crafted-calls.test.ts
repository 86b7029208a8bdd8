/**
 * The server's role writes by functions alone (db/0005). An attacker with its password may call them with any
 * arguments: what cannot be is refused, and the audit finds whatever passes.
 */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.ts";
import type { Env } from "../../src/env.ts";
import type { DatabaseFault } from "../../src/service/auditing/audit-fault.ts";
import { auditWhole } from "../kit/host/check-log.ts";
import { makeTestHost, type TestHost, testEnv } from "../kit/host/host.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { beginStory, importFiles } from "../kit/host/story.ts";
import { copyDatabase } from "../kit/postgres/tampering.ts";

let original: Database;
let env: Env;
beforeAll(async () => {
  original = await freshDatabase();
  env = await testEnv();
  const { host, end } = await makeTestHost(original, { env });
  await importFiles(await beginStory(host), 2, { host, key: "files" });
  await end();
});
afterAll(async () => original.drop());

interface Outcome {
  /** The code of PostgreSQL's refusal; absent when it did what it was asked. */
  readonly code: string | undefined;
  readonly faults: readonly DatabaseFault[];
}

/** Runs statements as the server's role on a copy, and returns the refusal or what the audit finds. */
async function outcomeOf(statement: string, after?: (whole: TestHost) => Promise<void>): Promise<Outcome> {
  const copy = await copyDatabase(original);
  const client = new pg.Client({ connectionString: copy.sealerUrl });
  await client.connect();
  const code = await client.query(statement.replace("DEADLINE", await someDeadline(copy))).then(
    () => undefined,
    (fault: unknown) => (fault instanceof pg.DatabaseError ? fault.code : String(fault)),
  );
  await client.end();
  const whole = await makeTestHost(copy, { env });
  await after?.(whole);
  const { faults } = await auditWhole(whole);
  await whole.end();
  await copy.drop();
  return { code, faults };
}

/** A deadline's key: the role that records sees no list, and who holds its password may know one all the same. */
async function someDeadline({ appUrl }: Database): Promise<string> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  const { rows } = await client.query<{ key: string }>("select min(key) as key from view.deadline");
  await client.end();
  return rows[0]?.key ?? "";
}

const nothing = {
  p_scopes: "array[sha256('crafted')]",
  p_digests: "array[sha256('')]",
  p_statuses: "'{201}'",
  p_tags: "array[sha256('tag')]",
  p_decided_at: "array[now()]",
  p_written_states: "''",
  p_view_changes: "'{}'",
  p_start: "null",
  p_note: "null",
  p_checkpoint_tag: "null",
};
const lists =
  "p_read_streams p_read_versions p_written_streams p_written_before p_written_after p_written_at p_written_tags p_event_commands p_event_streams p_event_versions p_event_bodies p_key_ids p_key_subjects p_wrapped_keys p_value_commitments p_value_streams p_value_paths p_value_classes p_value_keys p_value_boxes";

/** Calls record_commands with one key and these arguments only. */
function recording(parts: Readonly<Record<string, string>>): string {
  const all = { ...Object.fromEntries(lists.split(" ").map((name) => [name, "'{}'"])), ...nothing, ...parts };
  const given = Object.entries(all).map(([name, value]) => `${name} => ${value}`);
  return `select * from record_commands(${given.join(", ")})`;
}

const one = "(select min(name) from stream where name like 'case/%')";
const of = (column: string): string => `(select ${column} from stream where name = ${one})`;
const body = `(select body from event where stream = ${one} order by version desc limit 1)`;

function event(stream: string, version: string, command = 1): Readonly<Record<string, string>> {
  return {
    p_event_commands: `'{${command}}'`,
    p_event_streams: `array[${stream}]`,
    p_event_versions: `array[${version}]`,
    p_event_bodies: `array[${body}]`,
  };
}

function move(to: string, state: string, at = of("at")): Readonly<Record<string, string>> {
  const before = of("version");
  return {
    p_written_streams: `array[${one}]`,
    p_written_before: `array[${before}]`,
    p_written_after: `array[${before} + ${to}]`,
    p_written_at: `array[${at}]`,
    p_written_states: state,
    p_written_tags: "array[sha256('tag')]",
  };
}

const next = `${of("version")} + 1`;
const signed = "(select note from checkpoint order by size desc limit 1)";
/** A batch on the head as it is, under the newest note, which is of another size. */
const batch = { p_start: "(select size from head)", p_note: signed, p_checkpoint_tag: "sha256('tag')" };
const append = (events: string): string => `select append_batch(${events}, size, ${signed}, sha256('tag')) from head`;

/** A breach that nobody is to see. */
const hidden = {
  p_view_changes: `jsonb_build_object('deadline', jsonb_build_object('taken', jsonb_build_array('DEADLINE')))`,
};
const values = {
  p_key_ids: "'{k}'",
  p_key_subjects: "'{s}'",
  p_wrapped_keys: "array[''::bytea]",
  p_value_commitments: "array[sha256('')]",
  p_value_streams: `array[${one}]`,
  p_value_paths: "'{/x}'",
  p_value_classes: "'{reference}'",
  p_value_keys: "'{k}'",
  p_value_boxes: "array[''::bytea]",
};
const other = "(select max(name) from stream where name like 'case/%')";
/** An event of no file: it waits, and so what stands beside it does not stay unseen. */
const beside = event("'case/zz'", "1");
const two = {
  p_scopes: "array[sha256('crafted'), sha256('too')]",
  p_digests: "array[sha256(''), sha256('')]",
  p_statuses: "'{201,201}'",
  p_tags: "array[sha256('tag'), sha256('tag')]",
};

describe("a crafted call is refused and leaves nothing", () => {
  it.each<[what: string, code: string, statement: string]>([
    [
      "a stream stays at its version with another state",
      "42501",
      recording({ ...move("0", "'{}'"), ...event(one, next) }),
    ],
    ["a stream goes back", "42501", recording({ ...move("-1", "'{}'"), ...event(one, next) })],
    ["the instant of a stream goes back", "42501", recording({ ...move("1", "'{}'", "''"), ...event(one, next) })],
    [
      "a stream begins without a state",
      "23502",
      recording({
        ...event("'case/x'", "1"),
        ...move("1", "''"),
        p_written_streams: "'{case/x}'",
        p_written_before: "'{0}'",
      }),
    ],
    ["an event of no command", "23502", recording(event(one, next, 2))],
    ["a version that the stream has", "23505", recording(event(one, "1"))],
    ["a batch without events", "P0001", recording({ ...batch })],
    ["a command that recorded nothing", "P0001", recording({})],
    ["a second command that recorded nothing", "P0001", recording({ ...event(one, next), ...two })],
    ["a state without an event", "P0001", recording(move("1", "'{}'"))],
    ["a version without an event, the state left", "P0001", recording(move("1", "''"))],
    ["a state beside an event of another stream", "P0001", recording({ ...move("1", "'{}'"), ...event(other, "99") })],
    ["rows of lists without an event", "P0001", recording(hidden)],
    ["values without an event", "P0001", recording(values)],
    ["a batch that waits, of no event", "P0001", append("'{}'")],
    ["a leaf for what is sealed", "P0001", append("array(select event from leaf limit 1)")],
    ["a leaf for an event that there is not", "P0001", append("'{999999}'")],
    ["all values of a subject are destroyed", "42883", "select erase_subject(subject) from subject_key"],
  ])("%s", async (_, code, statement) => {
    expect(await outcomeOf(statement)).toEqual({ code, faults: [] });
  });
});

describe("a crafted call is found by the audit", () => {
  it.each<[what: string, code: DatabaseFault["code"], statement: string]>([
    ["an event of which its stream does not know", "stream-differs", recording(event(one, next))],
    ["an event that says it is another", "event-misplaced", recording(event(one, next))],
    ["an event that leaves versions out", "version-wrong", recording(event(one, "999"))],
    ["an event in a stream of no kind", "event-not-ours", recording(event("'evil/1'", "1"))],
    [
      "a row that no stream gives",
      "row-unknown",
      recording({
        ...beside,
        p_view_changes: `'{"login":{"taken":[],"rows":[{"key":"x","stream":"login/x","person":"y"}]}}'`,
      }),
    ],
    ["a deadline taken from the lists", "row-missing", recording({ ...beside, ...hidden })],
    [
      "a deadline that is marked as judged",
      "row-unknown",
      recording({
        ...beside,
        p_view_changes: `jsonb_build_object('finding', jsonb_build_object('taken', '[]'::jsonb, 'rows', (select jsonb_agg(to_jsonb(made)) from (
          select 'x' as key, 'finding/x' as stream, 'DEADLINE' as deadline, '' as about, '' as rule, '' as version, '' as office,
            '' as procuracy, '' as status, '' as weight, current_date as day, current_date as made_on) as made)))`,
      }),
    ],
    ["a value that no event commits to", "value-unknown", recording({ ...beside, ...values })],
    [
      "an event under a note that is not of its tree, which therefore waits",
      "recording-foreign",
      recording({ ...event(one, next), ...batch }),
    ],
  ])("%s", async (_, code, statement) => {
    const outcome = await outcomeOf(statement);
    expect(outcome.code).toBeUndefined();
    expect(
      outcome.faults.map((fault) => fault.code),
      JSON.stringify(outcome.faults),
    ).toContain(code);
  });
});

it("rows of lists cannot be changed unseen: the event that it takes stops the log", async () => {
  await outcomeOf(recording({ ...beside, ...hidden }), async ({ host }) => {
    await expect(host.seal([])).rejects.toThrow("recording-foreign");
    expect((await host.log.head()).stopped).toBe("recording-foreign");
  });
});

it("an instrument's event in a stream of another kind is not sealed, and is found by the audit", async () => {
  const stream = "case/zz";
  const of = { stream, type: "instrument-drafted", v: 1, version: 1 };
  const drafted = {
    ...of,
    actor: { system: "sweep" },
    at: "2026-11-23T08:00:00.000Z",
    data: {},
    nonce: "0".repeat(32),
  };
  const parts = {
    ...event(`'${stream}'`, "1"),
    p_event_bodies: `array[convert_to('${canonicalJson(drafted)}', 'UTF8')]`,
  };
  const { code, faults } = await outcomeOf(recording(parts), async ({ host }) =>
    expect(host.seal([])).rejects.toThrow("recording-foreign"),
  );
  expect(code).toBeUndefined();
  expect(faults).toContainEqual({ code: "event-not-ours", at: `${stream} v1` });
});
