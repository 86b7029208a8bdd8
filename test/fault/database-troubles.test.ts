/**
 * What an operator must mend in the database hinders a command and is no fault of ours: 503 with what is known of the
 * recording, a word in /health, and everything goes on once it is mended. Each trouble is met by a process that must
 * connect, and by one whose connection was open before.
 */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyCache, type Keys, makePorts, readKeys, requestHost, sharedHost } from "../../src/assemble.ts";
import { makeApp } from "../../src/http/app.ts";
import { faultProblem } from "../../src/http/denial.ts";
import { IssuerKeys } from "../../src/http/issuer-keys.ts";
import { TokenVerifier } from "../../src/http/token-verifier.ts";
import type { Host } from "../../src/service/host.ts";
import type { LentHost } from "../../src/service/lent-host.ts";
import { TryAgain } from "../../src/service/ports.ts";
import { ConnectionSlots } from "../../src/store/connection-slots.ts";
import { openConnection } from "../../src/store/postgres.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { makeTestHost, openServerPools, testEnv } from "../kit/host/host.ts";
import { beginStory, importFiles, type Story } from "../kit/host/story.ts";
import { type DurablePostgres, makeDurablePostgres } from "../kit/postgres/durable-postgres.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";

/** A PostgreSQL of its own: passwords and settings of roles belong to the whole server. */
let postgres: DurablePostgres;
let database: Database;
let name: string;
let story: Story;
let keys: Keys;
beforeAll(async () => {
  postgres = await makeDurablePostgres();
  database = await freshDatabase(postgres.server);
  name = new URL(database.appUrl).pathname.slice(1);
  keys = await readKeys(await testEnv());
  const whole = await makeTestHost(database, { env: keys.env });
  story = await beginStory(whole.host);
  await whole.end();
});
afterAll(async () => {
  const whole = await makeTestHost(database, { env: keys.env });
  await checkLog(whole);
  await whole.end();
  await postgres.remove();
});

async function administer(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.server.superuserUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Runs as the owner in the log's database, whose sessions may be set to read only. */
async function define(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const cutOff = (): string => `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
const passwordIn = (url: string): string => new URL(url).password;
/** The two roles of the server: a process that knows its streams records without asking as the one that reads. */
const bothRoles = (change: string): readonly string[] =>
  ["minh_chung_app", "minh_chung_sealer"].map((role) => `alter role ${role} ${change}`);
/** Raises what PostgreSQL raises when it cannot extend the file of a table. */
const raiseFull = `create function full_disk() returns trigger language plpgsql as
  $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`;

interface Trouble {
  readonly what: string;
  readonly word: string;
  /** Whether a session that is open meets it: a login is looked at only while connecting. */
  readonly meets: "connecting" | "both";
  readonly begin: () => Promise<void>;
  readonly mend: () => Promise<void>;
  /** The log can still be read: /health answers 200. */
  readonly readable: boolean;
}

const troubles: readonly Trouble[] = [
  {
    what: "the password was changed under a running server",
    word: "database-password-wrong",
    meets: "connecting",
    begin: async () => administer(...bothRoles("password 'another'")),
    mend: async () =>
      administer(
        `alter role minh_chung_app password '${passwordIn(database.appUrl)}'`,
        `alter role minh_chung_sealer password '${passwordIn(database.sealerUrl)}'`,
      ),
    readable: false,
  },
  {
    what: "the role was locked",
    word: "database-login-refused",
    meets: "connecting",
    begin: async () => administer(...bothRoles("nologin")),
    mend: async () => administer(...bothRoles("login")),
    readable: false,
  },
  {
    what: "the role has no connection left",
    word: "database-connections-full",
    meets: "connecting",
    begin: async () => administer(...bothRoles("connection limit 0")),
    mend: async () => administer(...bothRoles("connection limit -1")),
    readable: false,
  },
  {
    what: "the database was renamed",
    word: "database-missing",
    meets: "connecting",
    begin: async () => administer(cutOff(), `alter database ${name} rename to ${name}_away`),
    mend: async () => administer(`alter database ${name}_away rename to ${name}`),
    readable: false,
  },
  {
    what: "the database was closed to clients",
    word: "database-missing",
    meets: "connecting",
    begin: async () => administer(`alter database ${name} allow_connections false`),
    mend: async () => administer(`alter database ${name} allow_connections true`),
    readable: false,
  },
  {
    what: "the role that records was set to read only",
    word: "database-read-only",
    meets: "connecting",
    begin: async () => administer("alter role minh_chung_sealer set default_transaction_read_only = on"),
    mend: async () => administer("alter role minh_chung_sealer reset default_transaction_read_only"),
    readable: true,
  },
  {
    what: "the disk is full",
    word: "database-full",
    meets: "both",
    begin: async () =>
      define(raiseFull, "create trigger full_disk before insert on event for each row execute function full_disk()"),
    mend: async () => define("drop function full_disk cascade"),
    readable: true,
  },
];

interface Process {
  readonly lend: () => Promise<LentHost>;
  readonly end: () => Promise<void>;
}

function onNode(): Process {
  const { databases, end } = openServerPools(database, 4);
  const host = sharedHost(makePorts(keys, databases), emptyCache());
  return { lend: async () => ({ host, end: async () => undefined }), end };
}

function onWorkerd(): Process {
  const cache = emptyCache();
  const lend = async (): Promise<LentHost> => {
    const slots = new ConnectionSlots(2, 0);
    const opened = [openConnection(database.appUrl, slots), openConnection(database.sealerUrl, slots)] as const;
    const [{ database: reading }, { database: recording }] = opened;
    const host = requestHost(makePorts(keys, { reading, recording }), cache);
    return { host, end: async () => void (await Promise.allSettled(opened.map(async ({ end }) => end()))) };
  };
  return { lend, end: async () => undefined };
}

async function lending<T>({ lend }: Process, work: (host: Host) => Promise<T>): Promise<T> {
  const { host, end } = await lend();
  try {
    return await work(host);
  } finally {
    await end();
  }
}

async function healthOf({ lend }: Process): Promise<{ status: number; body: Record<string, unknown> }> {
  const faults: unknown[] = [];
  const tokens = new TokenVerifier({
    issuer: "http://issuer.test",
    audience: "minh-chung",
    keys: new IssuerKeys(async () => ({ keys: [] })),
    now: () => Date.now(),
  });
  const app = makeApp({ host: lend, tokens, report: (fault) => faults.push(fault) });
  const response = await app.request("/health");
  expect(faults).toEqual([]);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function importing(running: Process, key: string): Promise<number> {
  return lending(running, async (host) => (await importFiles(story, 1, { host, key })).status);
}

/** Repeats with the same key, as a client must. */
async function insisting(running: Process, key: string): Promise<number> {
  for (;;) {
    try {
      return await importing(running, key);
    } catch (fault) {
      if (!(fault instanceof TryAgain)) throw fault;
    }
  }
}

/** Asks until the trouble is named: a session that was cut off is found out by the statement after it. */
async function hindered(running: Process, key: string): Promise<unknown> {
  for (;;) {
    const fault: unknown = await importing(running, key).catch((error: unknown) => error);
    if (typeof fault === "number") return fault;
    const problem = faultProblem(fault);
    if (problem.code !== "try-again" || problem.reason !== undefined) return problem;
  }
}

const connecting = "that must connect";
const connected = "whose connection was open before";

describe.each([
  [`on Node, a process ${connecting}`, { start: onNode, moment: connecting }],
  [`on Node, a process ${connected}`, { start: onNode, moment: connected }],
  ["on workerd, where each request connects", { start: onWorkerd, moment: connecting }],
])("%s", (_, { start, moment }) => {
  it.each(troubles)(
    "refuses, says it in /health, and goes on once it is mended: $what",
    async ({ word, meets, begin, mend, readable }) => {
      const running = start();
      const key = crypto.randomUUID();
      if (moment === connected) await importing(running, `before ${key}`);
      await begin();
      try {
        // A session that is open keeps its login and its settings until it is cut off.
        if (moment === connected && meets === "connecting") await administer(cutOff());
        expect(await hindered(running, key)).toMatchObject({ code: "try-again", recorded: "no", reason: word });
        const { status, body } = await healthOf(running);
        expect([status, readable ? body["status"] : body["code"]]).toEqual(
          readable ? [200, "unwritable"] : [503, "try-again"],
        );
        expect(readable ? body["database"] : body["reason"]).toBe(word);
      } finally {
        await mend();
      }
      if (meets === "connecting") await administer(cutOff());
      expect(await insisting(running, key)).toBe(201);
      expect(await healthOf(running)).toMatchObject({ status: 200, body: { status: "ok" } });
      await running.end();
    },
  );
});
