/**
 * A log that has stopped can still be read; commands are refused before they record, and every answer says why
 * (src/README.md#record-then-seal).
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let opened: OpenedCase;

beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  await api.whole.host.sealing.stop("database-older-than-signed");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

test("a command on a stopped log is refused and records nothing", async () => {
  const before = await api.events();
  const reply = await api.post(`/v1/cases/${opened.case}/parties`, { as: "agency-officer", body: { side: "related" } });
  expect(reply).toMatchObject({
    status: 503,
    code: "signer-stopped",
    body: { recorded: "no", reason: "database-older-than-signed" },
  });
  expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await api.events()).toBe(before);
});

test("/health says why the log stopped, and which failures are not detected", async () => {
  const reply = await api.get("/health");
  expect(reply).toMatchObject({
    status: 200,
    body: { status: "stopped", stopped: "database-older-than-signed", signerMemory: "database" },
  });
  expect(String(reply.body["warnings"])).toContain("a restored backup is not detected");
});

test("files, checkpoint and tiles of a stopped log are still served", async () => {
  for (const path of [
    `/v1/cases/${opened.case}`,
    "/checkpoint",
    "/tile/0/000.p/3",
    "/v1/log/proofs/inclusion?index=0",
  ]) {
    expect([path, (await api.get(path, { as: "procurator" })).status]).toEqual([path, 200]);
  }
});
