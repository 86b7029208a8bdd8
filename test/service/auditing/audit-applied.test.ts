/**
 * `npm run audit` finds a breach or an explanation that does not follow from the acts before it, even if the log's key
 * signed it.
 */

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "../../../src/base/day.ts";
import { sealMissed } from "../../../src/service/sweeping/missed-deadlines.ts";
import { sealWaiting } from "../../../src/service/sealing/seal.ts";
import type { DatabaseAudit } from "../../../src/service/auditing/audit-database.ts";
import { Api } from "../../kit/api/api.ts";
import { auditWhole } from "../../kit/host/check-log.ts";
import { makeTestHost, testEnv } from "../../kit/host/host.ts";
import { MainJob, type OpenedCase } from "../../kit/api/main-job.ts";
import { settleOffices } from "../../kit/api/office-world.ts";
import { copyDatabase, tamper } from "../../kit/postgres/tampering.ts";

let env: Awaited<ReturnType<typeof testEnv>>;
let api: Api;

beforeAll(async () => {
  env = await testEnv();
  api = await Api.start({ env });
  const job = new MainJob(api, await settleOffices(api));
  const opened = [await job.openCase(await job.openIntake()), await job.openCase(await job.openIntake())] as const;
  const [first, second] = [await job.confirmFinding(opened[0]), await job.confirmFinding(opened[1])];
  const instrument = await job.draft([first]);
  const issue = await job.issueBody(instrument, await job.registerKey());
  await job.record("chief-procurator", `/v1/instruments/${instrument}/issue`, issue);
  await job.record("procurator", `/v1/instruments/${instrument}/serve`, { channel: "post" });
  await job.record("agency-officer", `/v1/instruments/${instrument}/receive`);
  await endCase(job, opened[1]);
  await importProtest(job, second);
  await dismiss(job, opened[0]);
  const { host } = api.whole;
  await sealMissed({ before: dayOf((await host.load([])).now), isSpent: () => false }, host);
  await api.audit();
  await api.whole.end();
});
afterAll(async () => api.server.drop());

async function endCase(job: MainJob, { case: file }: OpenedCase): Promise<void> {
  const on = (day: string) => ({ day, source: "document" });
  const act = { on: { case: file }, subject: { kind: "case", id: file } };
  await job.record("agency-officer", "/v1/acts", {
    ...act,
    type: "case-ended",
    days: { happenedOn: on("2026-10-05") },
  });
  const notice = { ...act, type: "end-notice-received", days: { receivedOn: on("2026-10-06") } };
  await job.record("procurator", "/v1/acts", notice);
}

/** Too late by its ground, in time by the year that runs from the notice of the case's end. */
async function importProtest(job: MainJob, finding: string): Promise<void> {
  const { area, agency } = job.world.offices;
  const items = [{ findings: [finding], of: 3, demand: "Thu hồi quyết định" }];
  const protest = { kind: "protest", number: "02/QĐ-VKS", issuedOn: "2026-10-20", groundOn: "2026-09-08" };
  const body = { ...protest, issuer: area, addressee: agency, items, body: "Kháng nghị" };
  await job.record("importer", "/v1/instruments/imports", body);
}

async function dismiss(job: MainJob, { case: file }: OpenedCase): Promise<void> {
  const { items } = await job.read("procurator", `/v1/cases/${file}/obligations`);
  const missed = (items as Found[]).find(({ rule, state }) => state === "missed" && rule !== "SEND_DECISION_VKS");
  const body = { about: { kind: "case", id: file }, deadline: missed?.key, reason: "lawful-ground" };
  await job.record("procurator", "/v1/findings/dismissals", body);
}

interface Found {
  readonly rule: string;
  readonly state: string;
  readonly key: string;
}

it("every claim of a log that was not forged follows from the acts before it", async () => {
  const whole = await makeTestHost(api.server, { env });
  expect(await auditWhole(whole)).toMatchObject({ faults: [], unexplained: 0 });
  await whole.end();
});

/** Changes the first event that matches, then hashes and signs the whole log again with its own key. */
async function forged(like: string, was: string, is: string): Promise<{ audit: DatabaseAudit; index: number }> {
  const copy = await copyDatabase(api.server);
  const text = "convert_from(body, 'UTF8')";
  await tamper(
    copy,
    `create table forged as select id from leaf join event on id = event where ${text} ~ '${like}' order by index limit 1`,
    "grant select on forged to minh_chung_app",
    `update event set body = convert_to(regexp_replace(${text}, '${was}', '${is}'), 'UTF8') where id = (select id from forged)`,
    "insert into pending (recording, event) select recording, event from leaf join event on id = event order by index",
    "delete from leaf",
    "delete from tile",
    "delete from checkpoint",
    "update head set size = 0, checkpoints = 0, hash = decode(repeat('00', 32), 'hex'), edge = ''",
  );
  const whole = await makeTestHost(copy, { env });
  while ((await sealWaiting(whole.host)) !== undefined);
  const audit = await auditWhole(whole);
  const at = sql<{ index: string }>`select index from leaf join forged on id = event`;
  const { rows } = await at.execute(whole.database);
  await whole.end();
  await copy.drop();
  return { audit, index: Number(rows[0]?.index) };
}

const someLaw =
  '{"calendars":[],"citation":["106/2025/QH15 35(2)"],"doubts":[],"edition":1,"rule":"PAY_OUT","skipped":[],"term":{"direction":"after","unit":"immediate"},"trigger":{"day":"2026-09-07"},"version":"L2025"}';

describe("after a full rewriting of the log, found at its index with nothing else that is wrong, is", () => {
  it.each([
    ["a due day", "violation-confirmed", '"due":"2026-09-10"', '"due":"2026-09-17"'],
    ["an article", "violation-confirmed", String.raw`106/2025/QH15 35\(2\)`, "106/2025/QH15 36(2)"],
    ["the act that started the clock", "violation-confirmed", '"trigger":."act":"..', '"trigger":{"act":"00'],
    ["the version of a calendar", "detection-dismissed", '"version":1,"year"', '"version":2,"year"'],
    ["a doubt", "detection-dismissed", String.raw`"doubts":\[[^]]*\]`, '"doubts":["edge-of-tet"]'],
    ["an explanation that is left out", "deadline-missed", '"law":.*"nonce"', '"nonce"'],
    ["the first due day of a reply", "instrument-received", '"due":"....', '"due":"2027'],
    ["the window of a protest", '"law".*"type":"instrument-issued"', '"day":"2026-10-06"', '"day":"2026-10-07"'],
    ["a law named by what applies none", "seriousness-assessed", '"nonce"', `"law":${someLaw},"nonce"`],
  ])("%s", async (_, like, was, is) => {
    const { audit, index } = await forged(like, was, is);
    expect(audit.faults).toEqual([{ code: "law-differs", at: String(index) }]);
  });
});
