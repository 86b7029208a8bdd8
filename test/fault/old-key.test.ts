/**
 * A server that was left with an old key when the log was re-opened: it can open no checkpoint of the log and sign none, so it
 * records nothing and proves nothing, and says so. What it reads from the database is the log's own, and reads go on.
 */

import { afterAll, beforeAll, expect, it } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { Api } from "../kit/api/api.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { databaseVariables, makeTestHost, testEnvironment } from "../kit/host/host.ts";
import { Visitor } from "../kit/pages/visitor.ts";
import { asRole } from "../kit/postgres/forging.ts";
import { runScript } from "../kit/processes/run-script.ts";

let api: Api;
let opened: OpenedCase;
let env: ReturnType<typeof parseEnv>;

beforeAll(async () => {
  const environment = await testEnvironment();
  api = await Api.start({ env: parseEnv(environment) });
  const job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  // Somebody with the password of minh_chung_sealer stops the log with a word of their own.
  const { name } = api.whole.host.key.signer;
  await asRole(api.server.sealerUrl, async (client) =>
    client.query("select stop_log($1, $2)", ["<b>no word</b> \n", name]),
  );
  const { body } = await api.get("/health");
  if (body["stopped"] !== "<b>no word</b> \n") throw new Error(JSON.stringify(body));
  const { exitCode, said, complained } = await runScript(
    "reopen",
    ["--origin", `${name}-2`, "--reason", "foreign-taken-out"],
    { ...environment, ...databaseVariables(api.server), DATABASE_OWNER_URL: api.server.ownerUrl },
  );
  if (exitCode !== 0 || !complained.includes("re-opened")) throw new Error(complained);
  const key = Object.fromEntries([...said.matchAll(/^([A-Z_]+)="(.+)"$/gm)].map(([, name, value]) => [name, value]));
  env = parseEnv({ ...environment, ...key });
});
afterAll(async () => {
  if (api.faults.length > 0) throw new AggregateError(api.faults, "the API told faults");
  await api.end();
});

it("a log that somebody stopped for a reason of their own goes on after a re-opening, which calls the reason unknown", async () => {
  const next = await makeTestHost(api.server, { env });
  await checkLog(next);
  expect((await next.host.log.head()).stopped).toBeUndefined();
  const { stopped } = JSON.parse((await api.get("/health")).text).reopenings[0];
  expect(stopped).toBe("unknown");
  await next.end();
});

it("is told by /health, and refuses commands with the same word", async () => {
  const reason = "log-key-other";
  expect(await api.get("/health")).toMatchObject({ status: 200, body: { status: "stopped", stopped: reason } });
  const body = { code: "tand-sau", kind: "court", name: "Tòa án nhân dân", openedOn: "2025-07-01" };
  expect(await api.post("/v1/offices", { as: "administrator", body })).toMatchObject({
    status: 503,
    code: "signer-stopped",
    body: { recorded: "no", reason },
  });
});

it.each([
  "/checkpoint",
  "/v1/log/key",
  "/tile/0/000.p/1",
  "/v1/log/entries?start=0",
  "/v1/log/proofs/inclusion?index=0",
])("does not answer %s, which its key would have to vouch for, and says why", async (path) => {
  expect(await api.get(path, { as: "auditor" })).toMatchObject({
    status: 503,
    code: "signer-stopped",
    body: { reason: "log-key-other" },
  });
});

it("still shows files and lists, in the API and in the console, whose pages say that nothing can be recorded", async () => {
  for (const path of [`/v1/cases/${opened.case}`, "/v1/cases", "/v1/me", "/v1/detections"])
    expect([path, (await api.get(path, { as: "procurator" })).status]).toEqual([path, 200]);
  const visitor = await Visitor.signedIn(api, "procurator");
  for (const path of ["/console/today", "/console/cases", `/console/cases/${opened.case}`]) {
    const page = await visitor.open(path);
    expect([path, page.status]).toEqual([path, 200]);
    expect(page.text).toContain("Nhật ký đã dừng nhận: máy chủ này còn giữ khóa cũ của nhật ký. Chỉ xem được");
  }
  expect((await visitor.open("/console/log")).text).toContain("log-key-other");
});
