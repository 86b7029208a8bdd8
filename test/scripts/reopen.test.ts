/**
 * `npm run reopen` refuses in one line what must not be re-opened, and leaves the log as it was
 * (test/fault/reopening.test.ts tests that it re-opens).
 */

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesToHex, utf8 } from "../../src/base/bytes.ts";
import { digest } from "../../src/log/hash.ts";
import { recordingTag } from "../../src/service/sealing/tags.ts";
import { makeKeyed } from "../../src/store/keys.ts";
import { makeLogKey } from "../../scripts/start/log-key.ts";
import { parseEnv } from "../../src/env.ts";
import { makeTestHost, testEnvironment } from "../kit/host/host.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { type Run, runScript } from "../kit/processes/run-script.ts";
import { beginStory } from "../kit/host/story.ts";
import { copyDatabase, tamper } from "../kit/postgres/tampering.ts";

let stopped: Database;
let running: Database;
let environment: Awaited<ReturnType<typeof testEnvironment>>;
let origin: string;
beforeAll(async () => {
  stopped = await freshDatabase();
  environment = await testEnvironment();
  const { host, end } = await makeTestHost(stopped, { env: parseEnv(environment) });
  await beginStory(host);
  origin = host.key.signer.name;
  await end();
  running = await copyDatabase(stopped);
  const again = await makeTestHost(stopped, { env: parseEnv(environment) });
  await again.host.sealing.stop("clock-went-back");
  await again.end();
});
afterAll(async () => {
  await stopped.drop();
  await running.drop();
});

const words = (name: string): readonly string[] => ["--origin", name, "--reason", "clock-repaired"];

async function reopen(
  args: readonly string[],
  { ownerUrl }: { readonly ownerUrl: string } = stopped,
  more: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return runScript("reopen", args, { ...environment, DATABASE_OWNER_URL: ownerUrl, ...more });
}

/** Returns the code of PostgreSQL's refusal; undefined when the statement was carried out. */
async function said(url: string, statement: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
    return undefined;
  } catch (fault) {
    return fault instanceof pg.DatabaseError ? fault.code : String(fault);
  } finally {
    await client.end();
  }
}

describe("wrong arguments are one plain line: exit 2", () => {
  it.each([
    ["no origin", ["--reason", "clock-repaired"]],
    ["no reason", ["--origin", "localhost/next"]],
    ["a reason of no list", ["--origin", "localhost/next", "--reason", "because"]],
    ["an origin without a host", words("next")],
    ["something more", [...words("localhost/next"), "--force"]],
  ])("%s", async (_, args) => {
    const { exitCode, said: out, complained } = await reopen(args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(complained).toMatch(/^npm run -s reopen -- --origin [^\n]+\n$/);
  });
});

describe("a re-opening is refused with exit 1", () => {
  it("when the log has not stopped", async () => {
    expect(await reopen(words("localhost/next"), running)).toEqual({
      exitCode: 1,
      said: "",
      complained: "minh-chung: the log has not stopped: there is nothing to re-open\n",
    });
  });

  it("when DATABASE_OWNER_URL is missing", async () => {
    const { exitCode, complained } = await runScript("reopen", words("localhost/next"), environment);
    expect(exitCode).toBe(1);
    expect(complained).toContain("set DATABASE_OWNER_URL");
  });

  it("when the given key is for another origin", async () => {
    const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey("localhost/other");
    const given = { NEW_LOG_KEY: LOG_KEY, NEW_LOG_PUBLIC_KEY: LOG_PUBLIC_KEY };
    const { exitCode, complained } = await reopen(words("localhost/next"), stopped, given);
    expect(exitCode).toBe(1);
    expect(complained).toContain("NEW_LOG_KEY is not a key of localhost/next");
  });

  it("when the origin is the one that the log has", async () => {
    const { exitCode, complained } = await reopen(words(origin));
    expect(exitCode).toBe(1);
    expect(complained).toContain("choose another");
  });

  it("when it connects as the server's role", async () => {
    const { exitCode, complained } = await reopen(words("localhost/next"), { ownerUrl: stopped.appUrl });
    expect(exitCode).toBe(1);
    expect(complained).toContain("does not own the database");
  });

  it("when the events that wait would stop the log again", async () => {
    const copy = await copyDatabase(stopped);
    const keyed = await makeKeyed(parseEnv(environment).SECRET_KEY);
    const recording = { scope: digest(utf8("gap")), body: digest(utf8("gap")), status: 201 };
    const tag = bytesToHex(await recordingTag(keyed, recording, [utf8("x")]));
    await tamper(
      copy,
      `insert into recording (number, scope, digest, status, tag)
        select -1, sha256('gap'), sha256('gap'), 201, decode('${tag}', 'hex')`,
      `with made as (insert into event (recording, stream, version, body)
          select -1, name, version + 2, 'x' from stream order by name limit 1 returning id, stream, version),
        moved as (update stream set version = made.version from made where name = made.stream)
        insert into pending (recording, event) select -1, id from made`,
    );
    const { exitCode, complained } = await reopen(words("localhost/next"), copy);
    expect(exitCode).toBe(1);
    expect(complained).toMatch(/does not follow a sealed one: repair what waits first/);
    await copy.drop();
  });

  it("when the key did not sign the newest checkpoint", async () => {
    const copy = await copyDatabase(stopped);
    await said(copy.superuserUrl, "alter table checkpoint disable trigger all");
    await said(copy.superuserUrl, "update checkpoint set note = set_byte(note, 60, get_byte(note, 60) # 1)");
    const { exitCode, complained } = await reopen(words("localhost/next"), copy);
    expect(exitCode).toBe(1);
    expect(complained).toContain("npm run audit says where");
    await copy.drop();
  });

  it("and the log is as it was: stopped, without a new entry", async () => {
    const { host, end } = await makeTestHost(stopped, { env: parseEnv(environment) });
    expect((await host.log.head()).stopped).toBe("clock-went-back");
    expect(await host.log.leavesOf("origin/log")).toEqual([]);
    await end();
  });
});

describe("in the database itself", () => {
  it.each([
    "update head set stopped = null",
    "update head set stopped = null, size = size + 1",
    "update head set size = size + 1",
  ])("the server's role cannot lift a stop: %s", async (statement) => {
    expect(await said(stopped.appUrl, statement)).toBe("42501");
  });

  it.each(["update head set size = size + 1, stopped = null", "update head set stopped = 'other'"])(
    "the owner can lift a stop and change nothing else with it: %s",
    async (statement) => {
      expect(await said(stopped.ownerUrl, statement)).toBe("42501");
    },
  );

  it("only the owner may begin another origin", async () => {
    const statement = `insert into checkpoint (size, start, edge, note, number, tag, signed_at)
      select size + 1, size, '', convert_to(E'localhost/next\\n', 'UTF8'), number + 1, tag, now() from checkpoint order by size desc limit 1`;
    expect(await said(running.appUrl, statement)).toBe("42501");
    expect(await said(running.ownerUrl, statement)).toBeUndefined();
  });
});
