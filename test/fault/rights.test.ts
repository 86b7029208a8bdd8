/** The server's role cannot change the log (src/README.md#access), and no role can while the triggers stand. */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "../../src/store/postgres.ts";
import { refusePrivileged } from "../../src/store/privilege.ts";
import { checkPlainLog } from "../kit/host/check-log.ts";
import { type DurablePostgres, makeDurablePostgres } from "../kit/postgres/durable-postgres.ts";
import { makeTestHost, type TestHost } from "../kit/host/host.ts";
import { plainOpening, plainRecording } from "../kit/host/plain-recording.ts";

let postgres: DurablePostgres;
let whole: TestHost;
let superuserUrl: string;
beforeAll(async () => {
  // Migrated here and not copied from elsewhere: a copy has no rights of its own on the database.
  postgres = await makeDurablePostgres();
  superuserUrl = postgres.server.superuserUrl.replace(/\/postgres$/, "/minh_chung");
  whole = await makeTestHost(postgres.server);
  await whole.host.record(plainOpening());
  const recorded = await whole.host.record(plainRecording([{ stream: "case/a", before: 0, events: 300 }]));
  if (recorded.status === "recorded") await whole.host.seal(recorded.events);
});
afterAll(async () => {
  await checkPlainLog(whole);
  await whole.end();
  await postgres.remove();
});

/** Returns the code of PostgreSQL's refusal of the last statement, if it refuses. Everything is rolled back. */
async function said(url: string, ...statements: readonly string[]): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    for (const statement of statements) await client.query(statement);
    return undefined;
  } catch (fault) {
    return fault instanceof pg.DatabaseError ? fault.code : String(fault);
  } finally {
    await client.query("rollback");
    await client.end();
  }
}

/** insufficient_privilege; our triggers raise the same. */
const refused = "42501";
const logTables = ["event", "leaf", "tile", "checkpoint", "recording", "committed_value", "access_journal"];

describe.each([
  ["minh_chung_app", () => postgres.server.appUrl],
  ["minh_chung_sealer", () => postgres.server.sealerUrl],
])("as the server's role %s", (role, url) => {
  it.each(
    logTables.flatMap((table) => [
      `update ${table} set ${{ event: "version = 2", leaf: "index = 9", tile: "index = 9", checkpoint: "start = 0", recording: "status = 200", committed_value: "path = ''", access_journal: "page = ''" }[table]}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} disable trigger append_only`,
      `drop trigger append_only on ${table}`,
      `drop table ${table} cascade`,
      `create rule hidden as on select to ${table} do instead nothing`,
      `insert into ${table} default values`,
      `copy ${table} from stdin`,
      `copy ${table} from program 'true'`,
      `copy ${table} from '/dev/null'`,
      `copy ${table} to program 'cat'`,
      `copy ${table} to '/tmp/minh-chung-stolen'`,
      `alter table ${table} owner to ${role}`,
    ]),
  )("%s is refused", async (statement) => {
    expect(await said(url(), statement)).toBe(refused);
  });

  it.each([
    "set session_replication_role = replica",
    `alter role ${role} set session_replication_role = replica`,
    `alter role ${role} superuser`,
    "set role minh_chung_owner",
    "set session authorization minh_chung_owner",
    "drop function refuse_change() cascade",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
    "create function mine() returns int language sql security definer as 'select 1'",
    "create function pg_temp.mine() returns int language sql security definer as 'select 1'",
    "create temp table leaf (n int)",
    "create table mine (n int)",
    "create schema mine",
    "select lo_import('/etc/passwd')",
    "select pg_read_file('/etc/passwd')",
    "select setval(pg_get_serial_sequence('event', 'id'), 1)",
    "truncate head",
    "truncate pending",
    "delete from head",
    "delete from stream",
    "delete from subject_key",
    "copy pending from stdin",
    "copy head from stdin",
    "copy stream from stdin",
    "copy subject_key from stdin",
    "update pending set event = event + 1",
    "delete from pending",
    "insert into head (one, size, hash, edge) values (false, 0, '', '')",
    "update head set stopped = 'mine'",
    "update head set stopped = null",
    "update stream set version = version + 1",
    "update subject_key set wrapped = null",
    "insert into view.login values ('x', 'login/x', 'y')",
    "update view.deadline set satisfied = true",
    "delete from view.finding",
    "copy view.office from stdin",
    "select 1 from head for update",
    "lock table leaf in access exclusive mode",
    "lock table pending in row exclusive mode",
    "select nextval(pg_get_serial_sequence('event', 'id'))",
    "select view.apply('{}')",
    "select append_leaves('{}', 0, '', '')",
    "select lo_create(0)",
    "select lo_creat(-1)",
    "select lo_from_bytea(0, 'kept where nobody looks')",
    "select pg_advisory_lock(hashtext('minh-chung migration'))",
    "select pg_try_advisory_xact_lock(1, 2)",
  ])("%s is refused", async (statement) => {
    expect(await said(url(), statement)).toBe(refused);
  });

  it.each([
    ["a leaf is given to what is sealed already", "array(select event from leaf order by index desc limit 1)"],
    ["a leaf is given to nothing", "'{}'"],
  ])("%s: refused", async (_, events) => {
    const append = `select append_batch(${events}, size, '', sha256('')) from head`;
    expect(await said(postgres.server.sealerUrl, append)).toBe("P0001");
  });
});

/** What minh_chung_sealer may call, and minh_chung_app may not: a hole in a read records, seals and stops nothing. */
const sealerOnly = [
  "select * from lock_head()",
  "select append_batch('{}', 0, '', sha256(''))",
  "select stop_log('mine', 'localhost/mine')",
  `select * from record_commands('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '', '{}', '{}', '{}', '{}', '{}',
    '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', null, null, null)`,
];
/** What minh_chung_sealer may not look at. */
const hidden = ["committed_value", "subject_key", "access_journal", "view.login", "view.deadline"];

describe("the two roles of the server", () => {
  it.each(sealerOnly)("minh_chung_app may not: %s", async (statement) => {
    expect(await said(postgres.server.appUrl, statement)).toBe(refused);
    expect(await said(postgres.server.sealerUrl, statement)).not.toBe(refused);
  });

  it.each(hidden)("minh_chung_sealer sees nothing of %s", async (table) => {
    expect(await said(postgres.server.sealerUrl, `select from ${table}`)).toBe(refused);
    expect(await said(postgres.server.appUrl, `select from ${table}`)).toBeUndefined();
  });

  it("a session that asks which looks may be closed, and stays open, keeps nobody from noting a look", async () => {
    const asking = new pg.Client({ connectionString: postgres.server.appUrl });
    await asking.connect();
    await asking.query("begin");
    await asking.query("select * from closable_looks(0, 1)");
    const look = "select note_looks('p', 'o', 'GET /', '{case/a}', '{1}')";
    expect(await said(postgres.server.appUrl, "set lock_timeout = '1s'", look)).toBeUndefined();
    await asking.query("rollback");
    await asking.end();
  });

  it.each(["minh_chung_app", "minh_chung_sealer"])("%s has the timeouts of the server by default", async (role) => {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ rolconfig: string[] }>("select rolconfig from pg_roles where rolname = $1", [
      role,
    ]);
    await client.end();
    expect(rows[0]?.rolconfig).toEqual([
      "idle_in_transaction_session_timeout=5s",
      "statement_timeout=10s",
      "lock_timeout=5s",
    ]);
  });
});

describe("as the owner, while the triggers stand", () => {
  it.each([
    ["the head goes back", "update head set size = size - 1"],
    ["the head is another at the same size", "update head set hash = sha256('')"],
    ["a stream goes back", "update stream set version = version - 1 where version > 1"],
    ["a stream stays where it is", "update stream set state = '{\"other\":true}'"],
    [
      "a key is changed instead of destroyed",
      "insert into subject_key values ('k', 's', 'a', 0)",
      "update subject_key set wrapped = 'b'",
    ],
    ["a log that stopped grows", "update head set stopped = 'test'", "update head set size = size + 1"],
  ])("%s: refused", async (_, ...statements) => {
    expect(await said(postgres.server.ownerUrl, ...statements)).toBe(refused);
  });
});

describe("as the owner, and as a superuser who says that this is a replica", () => {
  it.each(logTables.filter((table) => !["committed_value", "access_journal"].includes(table)))(
    "rows of %s stay while the triggers stand",
    async (table) => {
      expect(await said(postgres.server.ownerUrl, `delete from ${table}`)).toBe(refused);
      expect(await said(postgres.server.ownerUrl, `truncate ${table} cascade`)).toBe(refused);
      expect(await said(superuserUrl, "set session_replication_role = replica", `delete from ${table}`)).toBe(refused);
    },
  );
});

describe("outside development the server refuses to serve", () => {
  const start = async (url: string, use: "reading" | "recording" = "reading"): Promise<void> => {
    const { database, end } = openPool(url, 1);
    try {
      await refusePrivileged(database, use);
    } finally {
      await end();
    }
  };

  it("as a superuser", async () => {
    await expect(start(superuserUrl)).rejects.toThrow("is a superuser");
  });

  it("as the owner of the tables", async () => {
    await expect(start(postgres.server.ownerUrl)).rejects.toThrow("owns the log's tables");
  });

  it.each(["delete on leaf", "insert on event", "update (since) on pending", "insert on view.deadline"])(
    "as a role that was given one right too many: %s",
    async (right) => {
      const client = new pg.Client({ connectionString: superuserUrl });
      await client.connect();
      await client.query(`grant ${right} to minh_chung_app`);
      await expect(start(postgres.server.appUrl)).rejects.toThrow("may write to the tables of the log");
      await client.query(`revoke ${right} from minh_chung_app`);
      await client.end();
    },
  );

  it("if it would read as the role that records, or record as the one that reads", async () => {
    await expect(start(postgres.server.sealerUrl)).rejects.toThrow(
      "DATABASE_URL is of a role that may record and seal",
    );
    await expect(start(postgres.server.appUrl, "recording")).rejects.toThrow(
      "SEALING_DATABASE_URL is of a role that may not record",
    );
  });

  it.each(["delete on leaf", "insert on event"])("if it would record as a role that may also %s", async (right) => {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query(`grant ${right} to minh_chung_sealer`);
    await expect(start(postgres.server.sealerUrl, "recording")).rejects.toThrow("may write to the tables of the log");
    await client.query(`revoke ${right} from minh_chung_sealer`);
    await client.end();
  });

  it("and serves as minh_chung_app and minh_chung_sealer", async () => {
    await expect(start(postgres.server.appUrl)).resolves.toBeUndefined();
    await expect(start(postgres.server.sealerUrl, "recording")).resolves.toBeUndefined();
  });
});
