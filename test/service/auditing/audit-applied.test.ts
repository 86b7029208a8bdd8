/**
 * `npm run audit` finds a breach or an explanation that does not follow from the acts before it, even if the log's key
 * signed it.
 */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "../../../src/base/day.ts";
import { sealMissed } from "../../../src/service/sweeping/missed-deadlines.ts";
import type { DatabaseAudit } from "../../../src/service/auditing/audit-database.ts";
import { Api } from "../../kit/api/api.ts";
import { auditWhole } from "../../kit/host/check-log.ts";
import { forge, rewritten } from "../../kit/host/forging.ts";
import { makeTestHost, testEnv } from "../../kit/host/host.ts";
import { MainJob, type OpenedCase } from "../../kit/api/main-job.ts";
import { settleOffices } from "../../kit/api/office-world.ts";
import { copyDatabase } from "../../kit/postgres/tampering.ts";

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

/** Somebody who holds every key changes the first event whose text matches. */
async function forged(like: RegExp, was: RegExp, is: string): Promise<{ audit: DatabaseAudit; index: number }> {
  const copy = await copyDatabase(api.server);
  const { index } = await forge(copy, env, rewritten(like, was, is));
  const whole = await makeTestHost(copy, { env });
  const audit = await auditWhole(whole);
  await whole.end();
  await copy.drop();
  return { audit, index };
}

const someLaw =
  '{"calendars":[],"citation":["106/2025/QH15 35(2)"],"doubts":[],"edition":2,"rule":"PAY_OUT","skipped":[],"term":{"direction":"after","unit":"immediate"},"trigger":{"day":"2026-09-07"},"version":"L2025"}';

describe("after a full rewriting of the log, found at its index with nothing else that is wrong, is", () => {
  it.each([
    ["a due day", /violation-confirmed/, /"due":"2026-09-10"/, '"due":"2026-09-17"'],
    ["an article", /violation-confirmed/, /106\/2025\/QH15 35\(2\)/, "106/2025/QH15 36(2)"],
    ["the act that started the clock", /violation-confirmed/, /"trigger":."act":"../, '"trigger":{"act":"00'],
    ["the version of a calendar", /detection-dismissed/, /"version":1,"year"/, '"version":2,"year"'],
    ["a doubt", /detection-dismissed/, /"doubts":\[[^\]]*\]/, '"doubts":["edge-of-tet"]'],
    ["an explanation that is left out", /deadline-missed/, /"law":.*"nonce"/, '"nonce"'],
    ["the first due day of a reply", /instrument-received/, /"due":"..../, '"due":"2027'],
    ["the window of a protest", /"law".*"type":"instrument-issued"/, /"day":"2026-10-06"/, '"day":"2026-10-07"'],
    ["a law named by what applies none", /seriousness-assessed/, /"nonce"/, `"law":${someLaw},"nonce"`],
  ])("%s", async (_, like, was, is) => {
    const { audit, index } = await forged(like, was, is);
    expect(audit.faults).toEqual([{ code: "law-differs", at: String(index) }]);
  });
});
