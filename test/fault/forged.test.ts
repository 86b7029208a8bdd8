/**
 * Somebody has the password of minh_chung_sealer, which alone may record (db/0005), but not the server's key. Whatever they
 * record is never sealed, nobody acts by it, the log stops and says why, and its owner gets it going without it
 * (src/README.md#the-server-vouches).
 */

import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { offerOf } from "../../src/domain/editions/offer.ts";
import { parseStreamName, type StreamName } from "../../src/domain/event.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { parseEnv } from "../../src/env.ts";
import { sealWaiting } from "../../src/service/sealing/seal.ts";
import { Api } from "../kit/api/api.ts";
import type { Reply } from "../kit/api/api-client.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { idOf, settleOffices } from "../kit/api/office-world.ts";
import { auditWhole, checkLog } from "../kit/host/check-log.ts";
import { databaseVariables, makeTestHost, sealingApart, testEnvironment } from "../kit/host/host.ts";
import { plainRecording } from "../kit/host/plain-recording.ts";
import { asRole, forge, type Forged, type ForgedRow, recordForged } from "../kit/postgres/forging.ts";
import { type Database, freshDatabase } from "../kit/postgres/postgres.ts";
import { copyDatabase, tamper } from "../kit/postgres/tampering.ts";
import { runScript } from "../kit/processes/run-script.ts";

let original: Database;
let environment: Awaited<ReturnType<typeof testEnvironment>>;
let people: Readonly<Record<string, string>>;
let offices: Readonly<Record<string, string>>;

beforeAll(async () => {
  original = await freshDatabase();
  environment = await testEnvironment();
  const api = await Api.start({ env: parseEnv(environment), server: original });
  const job = new MainJob(api, await settleOffices(api));
  ({ people, offices } = job.world);
  const opened = await job.openCase(await job.openIntake());
  const day = { happenedOn: { day: "2026-09-08", source: "document" } };
  const act = await job.record("agency-officer", "/v1/acts", {
    on: { case: opened.case },
    type: "enforcer-assigned",
    days: day,
  });
  const change = {
    on: { case: opened.case },
    field: "happenedOn",
    after: { day: "2026-09-09", source: "document" },
    reason: "ghi nhầm",
  };
  await job.record("agency-officer", `/v1/acts/${idOf(act, "act-recorded", "act")}/corrections`, change);
  const finding = await job.confirmFinding(opened);
  const instrument = await job.draft([finding]);
  await job.issueAndServe(instrument, await job.registerKey());
  const answers = [{ findings: [finding], answer: "accepted", reason: "đúng" }];
  await job.record("agency-head", `/v1/instruments/${instrument}/replies`, { answers });
  const offered = { edition: currentEdition.number, digest: offerOf(currentEdition).digest };
  await job.record("law-keeper", "/v1/law/proposals", offered);
  await api.whole.end();
});
afterAll(async () => original.drop());

let copy: Database;
let api: Api;
beforeEach(async () => {
  copy = await copyDatabase(original);
  api = await Api.start({ env: parseEnv(environment), server: copy });
});
afterEach(async () => api.end());

const administrator = () => ({
  office: offices["operator"] ?? "",
  person: people["auditor"] ?? "",
  role: "directory-administrator",
});

/** The last event of a type, as somebody who reads the log finds it. */
async function lastOf(type: string): Promise<{ stream: StreamName; data: Record<string, unknown>; actor: never }> {
  return asRole(copy.superuserUrl, async (client) => {
    const { rows } = await client.query<{ stream: string; event: { data: Record<string, unknown>; actor: never } }>(
      `select stream, convert_from(body, 'UTF8')::json as event from event
        where convert_from(body, 'UTF8')::json ->> 'type' = $1 order by id desc limit 1`,
      [type],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`there is no ${type}`);
    return { stream: parseStreamName(row.stream), ...row.event };
  });
}

const hex = (length: number): string => randomBytes(length).toString("hex");

/** Makes another event of a type that the log has, with another id of its own. */
async function another(type: string, changed: Readonly<Record<string, unknown>>): Promise<Forged> {
  const { stream, data, actor } = await lastOf(type);
  return { stream, type, actor, data: JSON.parse(JSON.stringify({ ...data, ...changed })) };
}

const grant = async (): Promise<Forged> => ({
  stream: parseStreamName(`person/${people["council-reader"]}`),
  type: "role-granted",
  actor: administrator(),
  data: { from: "2026-01-01", office: offices["operator"] ?? "", role: "directory-administrator" },
});

async function adoption(): Promise<Forged> {
  const { stream, data, actor } = await lastOf("law-proposed");
  const by = people["other-law-keeper"] ?? "";
  const { edition, digest } = JSON.parse(JSON.stringify(data));
  return { stream, type: "law-adopted", actor, data: { edition, digest, proposedBy: people["law-keeper"] ?? "", by } };
}

const variants: readonly (readonly [what: string, make: () => Promise<Forged>])[] = [
  ["a role", grant],
  ["an act", async () => another("act-recorded", { act: hex(16) })],
  ["a correction", async () => another("act-corrected", {})],
  ["an agency's reply", async () => another("reply-given", {})],
  ["an adopted edition", adoption],
];

/** Forges the next event; a state that cannot follow is left as it was, for the attacker does not care. */
async function forgedRow(make: () => Promise<Forged>): Promise<ForgedRow> {
  return forge(await make(), api.whole.host);
}

async function command(): Promise<Reply> {
  return api.post("/v1/offices", {
    as: "administrator",
    key: hex(8),
    body: { code: `toa-${hex(4)}`, kind: "court", name: "Tòa án nhân dân", openedOn: "2025-07-01" },
  });
}

async function expectStopped(reason: string, size: number): Promise<void> {
  expect(await api.get("/health")).toMatchObject({ status: 200, body: { status: "stopped", stopped: reason, size } });
  // A command that loads the stream itself meets what is foreign in it, whatever the log stopped for first.
  const met = expect.stringMatching(new RegExp(`^(${reason}|stream-foreign)$`));
  expect(await command()).toMatchObject({ status: 503, code: "signer-stopped", body: { reason: met } });
  expect((await api.get("/checkpoint")).text.split("\n")[1]).toBe(String(size));
}

/** The owner re-opens the log; returns what it printed, with a server of the new key. */
async function reopened(): Promise<{ said: string; env: ReturnType<typeof parseEnv> }> {
  const { exitCode, said, complained } = await runScript(
    "reopen",
    ["--origin", "localhost/minh-chung-again", "--reason", "foreign-taken-out"],
    { ...environment, ...databaseVariables(copy), DATABASE_OWNER_URL: copy.ownerUrl },
  );
  expect([exitCode, complained]).toEqual([0, expect.stringContaining("re-opened")]);
  const key = Object.fromEntries([...said.matchAll(/^([A-Z_]+)="(.+)"$/gm)].map(([, name, value]) => [name, value]));
  return { said: complained, env: parseEnv({ ...environment, ...key }) };
}

describe.each(variants)("%s that no server decided", (_, make) => {
  it("is not sealed: the log stops, says why, and goes on without it once its owner re-opens it", async () => {
    const { size } = await api.whole.host.log.head();
    expect(await recordForged(copy.sealerUrl, [await forgedRow(make)])).toEqual({ outcome: "recorded", sealed: false });
    await expect(sealWaiting(api.whole.host)).rejects.toThrow("recording-foreign");
    await expectStopped("recording-foreign", size);

    const { said, env } = await reopened();
    expect(said).toContain("TAKEN OUT: 1 recordings");
    const after = await makeTestHost(copy, { env });
    expect(await checkLog(after)).toBe(size + 1);
    expect((await after.host.log.head()).stopped).toBeUndefined();
    await after.end();
  });
});

describe("a recording is not the server's", () => {
  const tagOfAnother = async (): Promise<Buffer> =>
    asRole(copy.sealerUrl, async (client) => {
      const { rows } = await client.query<{ tag: Buffer }>("select tag from recording order by number limit 1");
      return rows[0]?.tag ?? Buffer.alloc(0);
    });

  it("with the tag of another recording", async () => {
    await recordForged(copy.sealerUrl, [await forgedRow(grant)], { tags: [await tagOfAnother()] });
    await expect(sealWaiting(api.whole.host)).rejects.toThrow("recording-foreign");
  });

  it("when an honest recording is waiting too: neither is sealed, and the honest one is after the re-opening", async () => {
    const { size } = await api.whole.host.log.head();
    const apart = sealingApart(api.whole.host);
    await apart.record(plainRecording([{ stream: "case/00000000000000000000000000000001", before: 0 }]));
    await recordForged(copy.sealerUrl, [await forgedRow(grant)]);
    await expect(sealWaiting(api.whole.host)).rejects.toThrow("recording-foreign");
    await expectStopped("recording-foreign", size);
    const { env } = await reopened();
    const after = await makeTestHost(copy, { env });
    expect((await after.host.log.head()).size).toBe(size + 2);
    await after.end();
  });

  it.each([
    ["of which an event was left out", "delete from pending where event = (select max(event) from pending)"],
    [
      "into which an event of another came",
      "update event set recording = (select min(recording) from pending) where id = (select min(id) from event)",
    ],
    ["whose row is gone", "delete from recording where number = (select min(recording) from pending)"],
    [
      "whose answer is another",
      "update recording set status = 200 where number = (select min(recording) from pending)",
    ],
    [
      "whose key is another's",
      "update recording set scope = sha256('') where number = (select min(recording) from pending)",
    ],
  ])("%s", async (what, statement) => {
    const stream = "case/00000000000000000000000000000001";
    await sealingApart(api.whole.host).record(plainRecording([{ stream, before: 0, events: 2 }]));
    await tamper(copy, statement);
    if (what.startsWith("into which")) {
      // What waits is whole, so it is sealed; the audit finds the event that came from another recording.
      await sealWaiting(api.whole.host);
      const { faults } = await auditWhole(api.whole);
      expect(faults.map(({ code }) => code)).toContain("recording-foreign");
      return;
    }
    await expect(sealWaiting(api.whole.host)).rejects.toThrow("recording-foreign");
  });
});

describe("nobody acts by a state that no server wrote", () => {
  /** They read by the roles that their sealed entries give. */
  async function expectNoRole(): Promise<void> {
    const asked = await api.get("/v1/me", { as: "council-reader" });
    expect([asked.status, asked.text]).toEqual([200, expect.not.stringContaining("directory-administrator")]);
    expect((await api.whole.host.log.head()).stopped).toBe("stream-foreign");
  }

  it("a role that stands in the kept state alone, without an event: the log stops when it is asked for", async () => {
    const row = await forgedRow(grant);
    const { size } = await api.whole.host.log.head();
    await asRole(copy.superuserUrl, async (client) => {
      await client.query("alter table stream disable trigger all");
      await client.query("update stream set state = $1, folded = version where name = $2", [row.state, row.stream]);
    });
    await expectNoRole();
    await expectStopped("stream-foreign", size);
  });

  it("a role in a state that is recorded with no event: the database refuses it", async () => {
    const row = await forgedRow(grant);
    const { size } = await api.whole.host.log.head();
    await expect(recordForged(copy.sealerUrl, [{ ...row, body: undefined }])).rejects.toThrow("without an event");
    const asked = await api.get("/v1/me", { as: "council-reader" });
    expect([asked.status, asked.text]).toEqual([200, expect.not.stringContaining("directory-administrator")]);
    expect(await api.whole.host.log.head()).toMatchObject({ size, stopped: undefined });
  });
});

describe("two rows whose keys changed places", () => {
  it("answer nobody with another's entry: the log stops", async () => {
    const ask = async (key: string): Promise<Reply> =>
      api.post("/v1/offices", {
        as: "administrator",
        key,
        body: { code: key, kind: "court", name: "Tòa án nhân dân", openedOn: "2025-07-01" },
      });
    expect([(await ask("one")).status, (await ask("two")).status]).toEqual([201, 201]);
    await tamper(
      copy,
      "alter table recording drop constraint recording_scope_key",
      `update recording r set scope = o.scope, digest = o.digest
        from recording o, (select array_agg(number) as both from (select number from recording order by number desc limit 2) as last) as t
        where r.number = any (t.both) and o.number = any (t.both) and o.number <> r.number`,
    );
    expect(await ask("one")).toMatchObject({ status: 503, body: { reason: "recording-foreign" } });
    const { faults } = await auditWhole(api.whole);
    expect(faults.filter(({ code }) => code === "recording-foreign")).toHaveLength(2);
  });
});
