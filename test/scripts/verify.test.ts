/** `npm run verify` over real HTTP, on a real database that was tampered with: it names each edit by its index. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Env } from "../../src/env.ts";
import { forge, rewritten } from "../kit/host/forging.ts";
import { makeTestHost, testEnv, type TestHost } from "../kit/host/host.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { type Run, runScript } from "../kit/processes/run-script.ts";
import { type ServedLog, serveLog } from "../kit/api/served-log.ts";
import { beginStory, importFiles } from "../kit/host/story.ts";
import { copyDatabase, tamper } from "../kit/postgres/tampering.ts";

const verify = async (...args: readonly string[]): Promise<Run> => runScript("verify", args);

let folder: string;
let original: Database;
let env: Env;
let vkey: string;
let size: number;
const kept = (): string => join(folder, "kept");
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "minh-chung-verify-"));
  original = await freshDatabase();
  env = await testEnv();
  const { host, end } = await makeTestHost(original, { env });
  await importFiles(await beginStory(host), 130, { host, key: "first" });
  vkey = host.key.vkey;
  ({ size } = await host.log.head());
  writeFileSync(kept(), (await host.log.checkpoint())?.note ?? "");
  await end();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await original.drop();
});

interface Served extends ServedLog {
  readonly whole: TestHost;
  readonly tokenFile: string;
}

/** Serves a copy of the log after these statements, or another spoiling. */
async function withLog<T>(
  spoil: readonly string[] | ((copy: Database) => Promise<void>),
  work: (log: Served) => Promise<T>,
): Promise<T> {
  const copy = await copyDatabase(original);
  await (typeof spoil === "function" ? spoil(copy) : tamper(copy, ...spoil));
  const whole = await makeTestHost(copy, { env });
  const served = await serveLog(whole);
  const tokenFile = join(folder, "token");
  writeFileSync(tokenFile, `${served.token}\n`);
  try {
    return await work({ ...served, whole, tokenFile });
  } finally {
    await served.end();
    await whole.end();
    await copy.drop();
  }
}

const verifyAll = async (log: Served, ...more: readonly string[]): Promise<Run> =>
  verify(log.url, "--token-file", log.tokenFile, "--key", vkey, ...more);

describe("an untouched log", () => {
  it("is right: exit 0, entries per second, the checkpoint saved when asked, and right again since that one", async () => {
    await withLog([], async (log) => {
      const saved = join(folder, "saved");
      const run = await verifyAll(log, "--save", saved);
      expect(run).toMatchObject({ exitCode: 0, complained: "" });
      expect(run.said).toMatch(/^ĐÚNG · RIGHT: localhost\/minh-chung-[a-z0-9]+, \d+ mục/);
      expect(run.said).toContain("entries per second");
      expect(readFileSync(saved, "utf8")).toBe(readFileSync(kept(), "utf8"));
      expect((await verifyAll(log, "--since", saved)).said).toContain(`extends the checkpoint of ${size}`);
    });
  });

  it("without a token shows its hashes only: exit 3, entries not seen", async () => {
    await withLog([], async ({ url }) => {
      const run = await verify(url, "--key", vkey, "--since", kept());
      expect(run.exitCode).toBe(3);
      expect(run.said).toContain("ENTRIES NOT SEEN");
    });
  });

  it("is checked against its own key when no key is given, and a loud line says so", async () => {
    await withLog([], async ({ url, tokenFile }) => {
      const run = await verify(url, "--token-file", tokenFile);
      expect(run.exitCode).toBe(0);
      expect(run.complained).toContain(vkey);
      expect(run.complained).toContain("the key comes from the server itself");
    });
  });

  it("is reported to a program as JSON, which is all that stdout holds", async () => {
    await withLog([], async (log) => {
      const { said } = await verifyAll(log, "--json");
      expect(JSON.parse(said)).toMatchObject({ verdict: "right", size, keyFrom: "given", key: vkey });
    });
  });
});

/** Changes one digit of the nonce, so that the event still reads as one. */
const flipped = (() => {
  const text = "convert_from(body, 'UTF8')";
  const place = `position('"nonce":"' in ${text}) + 9`;
  const digit = `translate(substr(${text}, ${place}, 1), '0123456789abcdef', '123456789abcdef0')`;
  return `update event set body = convert_to(overlay(${text} placing ${digit} from ${place} for 1), 'UTF8')`;
})();

describe("an edit in the database is found: exit 1, the first bad index, what is wrong", () => {
  it.each<[what: string, said: RegExp, ...statements: string[]]>([
    [
      "one byte of one event",
      /SAI, mục 300: .*\nWRONG, entry 300: .*\(leaf-hash-wrong\)\n1 lỗi · faults\n$/,
      `${flipped} where id = (select event from leaf where index = 300)`,
    ],
    [
      "one byte of one leaf hash",
      /entry 300: .*\(leaf-hash-wrong\)/,
      "update leaf set hash = set_byte(hash, 5, get_byte(hash, 5) # 1) where index = 300",
    ],
    [
      "one leaf deleted",
      /among entries 256 to 511: .*\(entries-missing\)[^]*NOT LOOKED AT, among entries 256 to 511: .*\(entries-unread\)/,
      "delete from leaf where index = 300",
    ],
    [
      "one event deleted",
      /among entries 256 to 511: .*\(entries-missing\)/,
      "delete from event where id = (select event from leaf where index = 300)",
    ],
    [
      "two entries swapped",
      /entry 300: .*\(leaf-hash-wrong\)/,
      "create temp table two as select * from leaf where index in (300, 301)",
      "delete from leaf where index in (300, 301)",
      "insert into leaf select 601 - index, event, hash from two",
    ],
    [
      "one entry inserted",
      /entry 300: .*\((leaf-hash-wrong|prev-wrong)\)/,
      "create temp table after as select * from leaf where index >= 300",
      "delete from leaf where index >= 300",
      "insert into leaf select index + 1, event, hash from after",
      "insert into event (recording, stream, version, body) select 0, 'case/x', 1, body from event where id = (select event from leaf where index = 299)",
      "insert into leaf select 300, max(id), sha256('x') from event",
    ],
    [
      "the tail cut under its checkpoint",
      /among entries \d+ to \d+: .*\(entries-missing\)/,
      "delete from leaf where index >= (select size - 3 from head)",
    ],
    [
      "a tile above the leaves",
      /among entries 256 to 511: .*\(tile-wrong\)/,
      "update tile set hash = sha256('') where level = 1 and index = 1",
    ],
    ["a tile above the leaves deleted", /\(tile-missing\)/, "delete from tile where level = 1 and index = 1"],
    [
      "a spoilt entry and another one behind it",
      /entry 200: .*\(leaf-hash-wrong\)\n.*\nWRONG, entry 300: .*\(leaf-hash-wrong\)\n2 lỗi · faults\n$/,
      `${flipped} where id in (select event from leaf where index in (200, 300))`,
    ],
  ])("%s", async (_, said, ...statements) => {
    const run = await withLog(statements, async (log) => verifyAll(log));
    expect(run.said).toMatch(said);
    expect(run.exitCode).toBe(1);
  });

  it("a changed leaf hash, seen without a token, is reported as a tile above that does not fit", async () => {
    const run = await withLog(["update leaf set hash = sha256('') where index = 300"], async ({ url }) =>
      verify(url, "--key", vkey),
    );
    expect(run.said).toMatch(/among entries 256 to 511: .*\(tile-wrong\)/);
    expect(run.exitCode).toBe(1);
  });
});

it("a log that stopped says so at once, with its reason, and is verified", async () => {
  const stop = "update head set stopped = 'stream-broken'";
  const run = await withLog([stop], async (log) => verifyAll(log, "--json"));
  expect(run).toMatchObject({
    exitCode: 0,
    complained: expect.stringMatching(/^ĐÃ DỪNG: .* STOPPED: .*\(stream-broken\)/),
  });
  expect(JSON.parse(run.said)).toMatchObject({
    verdict: "right",
    stopped: "stream-broken",
    faults: [],
    notLookedAt: [],
  });
});

const cutTail = [
  "update head set (size, hash, edge) = (select start, (select hash from leaf where index = start - 1), edge from checkpoint order by size desc limit 1)",
  "delete from checkpoint where size > (select size from head)",
  "delete from leaf where index >= (select size from head)",
  "delete from tile",
];

describe("what only a kept checkpoint shows (--since)", () => {
  it("a signature that was replaced: the server stops and serves the checkpoint before it", async () => {
    const replaced =
      "update checkpoint set note = set_byte(note, octet_length(note) - 20, 65 + (get_byte(note, octet_length(note) - 20) + 1) % 20) where size = (select size from head)";
    await withLog([replaced], async (log) => {
      const run = await verifyAll(log, "--since", kept());
      expect(run.complained + run.said).toMatch(/STOPPED: .*\(checkpoint-foreign\)/);
      expect(run.said).toMatch(/\(entries-missing\)/);
      expect(run.exitCode).toBe(1);
    });
  });

  it("a tail that was cut off with its checkpoint, so that the rest is right in itself", async () => {
    await withLog(cutTail, async (log) => {
      expect((await verifyAll(log)).exitCode).toBe(0);
      const run = await verifyAll(log, "--since", kept());
      expect(run.said).toMatch(/\(entries-missing\)/);
      expect(run.exitCode).toBe(1);
    });
  });

  it("an edit after which the whole log was hashed and signed again with its own key", async () => {
    const forging = async (copy: Database): Promise<void> =>
      void (await forge(copy, env, rewritten(/2021-01-08/, /2021-01-08/, "2021-01-11")));
    await withLog(forging, async (log) => {
      expect((await verifyAll(log)).exitCode).toBe(0);
      const run = await verifyAll(log, "--since", kept());
      expect(run.said).toMatch(/among entries 0 to \d+: .*\(history-rewritten\)/);
      expect(run.exitCode).toBe(1);
      expect((await verify(log.url, "--key", vkey, "--since", kept())).exitCode).toBe(1);
    });
  });
});

describe("wrong arguments are one plain line: exit 2", () => {
  it.each([
    ["no address", []],
    ["two addresses", ["http://127.0.0.1:1", "http://127.0.0.1:2"]],
    ["not http", ["file:///etc/passwd"]],
    ["an option that does not exist", ["http://127.0.0.1:1", "--fast"]],
    ["a token file that is not there", ["http://127.0.0.1:1", "--token-file", "/nowhere/token"]],
    ["a checkpoint that is none", ["http://127.0.0.1:1", "--since", "package.json"]],
    ["a key that is none", ["http://127.0.0.1:1", "--key", "abc"]],
  ])("%s", async (_, args) => {
    const { exitCode, said, complained } = await verify(...args);
    expect({ exitCode, said }).toEqual({ exitCode: 2, said: "" });
    expect(complained.trim().split("\n")).toHaveLength(1);
    expect(complained).toContain("npm run -s verify -- <url>");
  });

  it("a token that the server does not accept", async () => {
    await withLog([], async ({ url }) => {
      const wrong = join(folder, "wrong");
      writeFileSync(wrong, "x");
      const run = await verify(url, "--key", vkey, "--token-file", wrong);
      expect(run).toMatchObject({ exitCode: 2, said: "" });
      expect(run.complained).toContain("does not accept the token");
    });
  });
});

it("a log that cannot be reached is neither right nor wrong: exit 4", async () => {
  const run = await verify("http://127.0.0.1:9", "--key", vkey);
  expect(run).toMatchObject({ exitCode: 4, said: "" });
  expect(run.complained).toContain("cannot reach http://127.0.0.1:9");
});
