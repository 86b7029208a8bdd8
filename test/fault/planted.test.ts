/**
 * Somebody who has the password of minh_chung_sealer plants leaves, and a checkpoint over them that the log's key did not
 * sign. It is never served, proved from or swapped into the signer's memory; the log stops and says why, and its owner goes
 * on after the last true checkpoint (src/README.md#the-server-vouches).
 */

import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeLogKey } from "../../scripts/start/log-key.ts";
import { parseUtf8, utf8 } from "../../src/base/bytes.ts";
import { parseEnv } from "../../src/env.ts";
import { growLog } from "../../src/service/sealing/batch.ts";
import { makeKeyed, readLogKey } from "../../src/store/keys.ts";
import { Api } from "../kit/api/api.ts";
import type { Reply } from "../kit/api/api-client.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { databaseVariables, makeTestHost, testEnvironment } from "../kit/host/host.ts";
import { type ForgedRow, recordForged } from "../kit/postgres/forging.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { tamper } from "../kit/postgres/tampering.ts";
import { startObjects, type TestObjects } from "../kit/processes/objects.ts";
import { runScript } from "../kit/processes/run-script.ts";

let objects: TestObjects;
let server: Database;
let environment: NodeJS.ProcessEnv;
let api: Api;
/** The size of the log before anything was planted. */
let size: number;

beforeAll(async () => {
  objects = await startObjects();
});
afterAll(async () => objects.close());
beforeEach(async () => {
  server = await freshDatabase();
  environment = { ...(await testEnvironment()), ...objects.variables };
  api = await Api.start({ env: parseEnv(environment), server });
  await command("tand-truoc");
  ({ size } = await api.whole.host.log.head());
});
afterEach(async () => api.end());

async function command(code: string): Promise<Reply> {
  const body = { code, kind: "court", name: "Tòa án nhân dân", openedOn: "2025-07-01" };
  return api.post("/v1/offices", { as: "administrator", key: code, body });
}

const notJson: ForgedRow = {
  stream: "case/ffffffffffffffffffffffffffffffff",
  before: 0,
  version: 1,
  at: "2026-11-23T08:00:00.000Z",
  state: "{}",
  body: utf8("not even json"),
};

/** Plants a leaf with a note of the right size and root, which another key of the same name signed. */
async function plant(): Promise<Uint8Array> {
  const head = await api.whole.host.log.head();
  const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey(api.whole.host.key.signer.name);
  const keys = { key: await readLogKey(LOG_KEY, LOG_PUBLIC_KEY), keyed: await makeKeyed(randomBytes(32)) };
  const { grown } = await growLog(head, [notJson.body ?? utf8("")], keys);
  const recorded = await recordForged(server.sealerUrl, [notJson], { start: head.size, note: grown.note });
  expect(recorded).toEqual({ outcome: "recorded", sealed: true });
  return grown.note;
}

async function memory(): Promise<string> {
  return parseUtf8((await api.whole.host.memory?.read())?.note ?? new Uint8Array(0));
}

async function reopen(): Promise<{ readonly said: string; readonly env: ReturnType<typeof parseEnv> }> {
  const origin = `${api.whole.host.key.signer.name}-2`;
  const { exitCode, said, complained } = await runScript(
    "reopen",
    ["--origin", origin, "--reason", "foreign-taken-out"],
    { ...environment, ...databaseVariables(server), DATABASE_OWNER_URL: server.ownerUrl },
  );
  expect([exitCode, complained]).toEqual([0, expect.stringContaining(`goes on as ${origin} from entry ${size}`)]);
  const key = Object.fromEntries([...said.matchAll(/^([A-Z_]+)="(.+)"$/gm)].map(([, name, value]) => [name, value]));
  return { said: complained, env: parseEnv({ ...environment, ...key }) };
}

async function goesOn(env: ReturnType<typeof parseEnv>): Promise<void> {
  const next = await makeTestHost(server, { env });
  expect(await checkLog(next)).toBe(size + 1);
  expect((await next.host.log.head()).stopped).toBeUndefined();
  await next.end();
}

describe("a planted leaf under a note that the log's key did not sign", () => {
  it("is never served: the newest true checkpoint is, and the log stops", async () => {
    const before = await memory();
    const planted = parseUtf8(await plant());
    for (const path of ["/checkpoint", "/health", `/v1/log/entries?start=${size}`, `/tile/0/000.p/${size + 1}`]) {
      const { text } = await api.get(path, { as: "administrator" });
      expect(text).not.toContain("not even json");
      expect(text).not.toContain(planted);
    }
    expect((await api.get("/checkpoint")).text.split("\n")[1]).toBe(String(size));
    expect((await api.get(`/v1/log/proofs/inclusion?index=${size}`, { as: "administrator" })).status).toBe(400);
    expect(await api.get("/health")).toMatchObject({ body: { stopped: "checkpoint-foreign", size } });
    expect(await memory()).toBe(before);
  });

  it("is never swapped into the signer's memory, also when a command is what meets it first", async () => {
    const before = await memory();
    await plant();
    const met = await command("tand-sau");
    expect(met).toMatchObject({ status: 503, code: "signer-stopped", body: { reason: "checkpoint-foreign" } });
    expect(await memory()).toBe(before);
    expect(await command("tand-nua")).toMatchObject({ status: 503, body: { reason: "checkpoint-foreign" } });
  });

  it("is cut off when the owner re-opens the log, which goes on after the last true checkpoint", async () => {
    await plant();
    await api.get("/checkpoint");
    const { said, env } = await reopen();
    expect(said).toContain("TAKEN OUT: 1 recordings");
    await goesOn(env);
  });

  it("takes no true entry with it: what waited honestly is sealed after the re-opening", async () => {
    await plant();
    await plant().catch(() => undefined);
    expect((await command("tand-cho")).status).toBe(503);
    const { env } = await reopen();
    const next = await makeTestHost(server, { env });
    const types = await next.host.log.leavesOf(`office/${await officeOf("tand-truoc")}`);
    expect(types).toHaveLength(1);
    await checkLog(next);
    await next.end();
  });
});

async function officeOf(code: string): Promise<string> {
  const row = (await api.whole.host.views.offices()).find((each) => each.code === code);
  return row?.key ?? "";
}

describe("a row of a wrong shape, recorded with a note of the right first line and size, a random root and a random signature", () => {
  const isObject: ForgedRow = { ...notJson, body: utf8('{"type":"office-opened"}') };
  it.each<[string, ForgedRow]>([
    ["a body that is not even JSON", notJson],
    ["a body that is no event", isObject],
    ["a stream whose name is none", { ...notJson, stream: "evil/1" as ForgedRow["stream"] }],
  ])(
    "%s: is never sealed, the log stops and says why, no answer is a fault, and its owner goes on without it",
    async (_, row) => {
      const before = await memory();
      const { name } = api.whole.host.key.signer;
      const random = (bytes: number): string => randomBytes(bytes).toString("base64");
      const note = utf8(`${name}\n${size + 1}\n${random(32)}\n\n— ${name} ${random(68)}\n`);
      const recorded = await recordForged(server.sealerUrl, [row], { start: size, note });
      expect(recorded).toEqual({ outcome: "recorded", sealed: false });
      const reason = "recording-foreign";
      expect(await command("tand-sau")).toMatchObject({ status: 503, code: "signer-stopped", body: { reason } });
      expect(await command("tand-nua")).toMatchObject({ status: 503, code: "signer-stopped", body: { reason } });
      expect((await api.get("/checkpoint")).text.split("\n")[1]).toBe(String(size));
      expect(await api.get("/health")).toMatchObject({ status: 200, body: { stopped: reason, size } });
      const entries = await api.get(`/v1/log/entries?start=${size}`, { as: "administrator" });
      expect([entries.status, await memory()]).toEqual([403, before]);
      const { said, env } = await reopen();
      expect(said).toContain("TAKEN OUT: 1 recordings");
      const next = await makeTestHost(server, { env });
      // The command that met it first was recorded, and is sealed after the re-opening.
      expect(await checkLog(next)).toBeGreaterThan(size);
      await next.end();
      expect(api.faults).toEqual([]);
    },
  );
});

describe("what the database alone says of the log", () => {
  it.each([
    ["a root of its own making", (note: string) => note.replace(/\n[^\n]{44}\n/, `\n${"A".repeat(43)}=\n`)],
    ["a size of its own making", (note: string) => note.replace(/\n\d+\n/, "\n9\n")],
    ["no note at all", () => "x"],
  ])("a batch with %s is not taken", async (_, changed) => {
    const head = await api.whole.host.log.head();
    const { LOG_KEY, LOG_PUBLIC_KEY } = await makeLogKey(api.whole.host.key.signer.name);
    const keys = { key: await readLogKey(LOG_KEY, LOG_PUBLIC_KEY), keyed: await makeKeyed(randomBytes(32)) };
    const { grown } = await growLog(head, [notJson.body ?? utf8("")], keys);
    const note = utf8(changed(parseUtf8(grown.note)));
    const recorded = await recordForged(server.sealerUrl, [notJson], { start: head.size, note });
    expect(recorded).toEqual({ outcome: "recorded", sealed: false });
    expect((await api.whole.host.log.head()).size).toBe(size);
  });

  it.each([
    ["the hash of the head", "update head set hash = sha256('')"],
    ["the edge of the head", "update head set edge = sha256('') || substr(edge, 33)"],
    ["the count of the checkpoints", "update head set checkpoints = checkpoints + 1"],
    ["a leaf hash of the newest batch", "update leaf set hash = sha256('') where index = (select size - 1 from head)"],
    [
      "a byte of the last event",
      `update event set body = set_byte(body, 30, get_byte(body, 30) # 1)
        where id = (select event from leaf order by index desc limit 1)`,
    ],
  ])("%s was changed: the next process signs nothing over it and stops the log", async (_, statement) => {
    await tamper(server, statement);
    const body = { code: "tand-tiep", kind: "court", name: "Tòa án nhân dân", openedOn: "2025-07-01" };
    const again = await Api.start({ env: parseEnv(environment), server });
    expect(await again.post("/v1/offices", { as: "administrator", key: "next", body })).toMatchObject({
      status: 503,
      code: "signer-stopped",
      body: { reason: "head-foreign" },
    });
    expect((await again.whole.database.selectFrom("head").select("stopped").executeTakeFirst())?.stopped).toBe(
      "head-foreign",
    );
    await again.whole.end();
  });

  it("a head that was changed is set right when the owner re-opens the log", async () => {
    await tamper(server, "update head set hash = sha256('')");
    await api.whole.end();
    api = await Api.start({ env: parseEnv(environment), server });
    expect(await command("tand-tiep")).toMatchObject({ status: 503, body: { reason: "head-foreign" } });
    const { env } = await reopen();
    const next = await makeTestHost(server, { env });
    expect(await checkLog(next)).toBeGreaterThan(size);
    await next.end();
  });
});
