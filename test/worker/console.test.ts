/**
 * The console on the edge runtime, at the API's address: a person signs in by form, records an act and sees its entry.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { foundDirectory } from "../../src/service/recording/founding.ts";
import { foundersOf } from "../kit/api/api.ts";
import { ApiClient } from "../kit/api/api-client.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../kit/host/host.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";
import { startWorker, type TestWorker } from "../kit/processes/worker.ts";

let worker: TestWorker;
let whole: TestHost;
let opened: OpenedCase;

beforeAll(async () => {
  worker = await startWorker();
  const { database, variables, issuer, token } = worker;
  whole = await makeTestHost(database, { env: parseEnv({ ...variables, SIGNER_MEMORY: "s3" }) });
  await foundDirectory(foundersOf(issuer), whole.host);
  const api = new ApiClient({ issuer, token, fetch: async (path, request) => worker.fetch(path, request) });
  const job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
}, 120_000);
afterAll(async () => {
  await checkLog(whole);
  await whole.end();
  await worker.close();
});

async function visitor(subject: string): Promise<Visitor> {
  const { url, fetch, token } = worker;
  return new Visitor({ origin: url.origin, fetch: async (path, request) => fetch(path, request), token }).signIn(
    subject,
  );
}

test("a procurator confirms a violation by form; the entry that it made is shown to an auditor", async () => {
  const procurator = await visitor("procurator");
  await procurator.open(`/console/cases/${opened.case}`);
  await procurator.press("Xác nhận vi phạm các mục đã chọn", { [firstSending(procurator)]: true });
  await procurator.press("Xem trước điều sẽ ghi");
  const page = await procurator.press("Xác nhận vi phạm, ghi vào nhật ký");
  const index = /khóa sổ: mục (\d+)/.exec(page.text)?.[1];
  const entry = await (await visitor("auditor")).open(`/console/log/entries/${index}`);
  expect(entry.text).toContain("violation-confirmed");
});

function firstSending({ page }: Visitor): string {
  const words = /aria-label="(Chọn: gửi quyết định[^"]*)"/.exec(page.html)?.[1];
  if (words === undefined) throw new Error("the sending of the decision cannot be chosen");
  return words;
}

test("a form that another site sends is refused", async () => {
  const headers = { origin: "https://evil.test", "content-type": "application/x-www-form-urlencoded" };
  const response = await worker.fetch("/console/sign-in", { method: "POST", headers, body: "token=x" });
  expect(response.status).toBe(403);
});

test("its pages keep their own policy, and the API its problem documents", async () => {
  const page = await worker.fetch("/console/sign-in");
  expect(page.headers.get("content-security-policy")).toContain("style-src 'self'");
  const style = await worker.fetch("/console/style.css");
  expect(style.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect((await worker.fetch("/v1/nothing")).headers.get("content-type")).toBe("application/problem+json");
});
