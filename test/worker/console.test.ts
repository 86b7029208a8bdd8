/**
 * The console on the edge runtime, at the API's address: a person signs in by form, records an act and sees its entry.
 */

import { read } from "@e965/xlsx";
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
let job: MainJob;
let opened: OpenedCase;

beforeAll(async () => {
  worker = await startWorker();
  const { database, variables, issuer, token } = worker;
  whole = await makeTestHost(database, { env: parseEnv({ ...variables, SIGNER_MEMORY: "s3" }) });
  await foundDirectory(foundersOf(issuer), whole.host);
  const api = new ApiClient({ issuer, token, fetch: async (path, request) => worker.fetch(path, request) });
  job = new MainJob(api, await settleOffices(api));
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

test("a list of more than one page leaves as CSV, Excel and JSON Lines, each page on a connection of its own", async () => {
  const { agency } = job.world.offices;
  const lines = Array.from({ length: 600 }, (_, i) =>
    JSON.stringify({ do: "open-intake", agency, motion: "own-motion", openedOn: "2026-09-01", judgment: `${i}/DS-ST` }),
  );
  const headers = { "content-type": "application/x-ndjson" };
  const bulk = await job.api.post("/v1/acts", { as: "agency-officer", body: `${lines.join("\n")}\n`, headers });
  expect(bulk.status).toBe(201);
  const procurator = await visitor("procurator");
  const csv = await procurator.open("/console/exports/intakes.csv");
  expect([csv.status, csv.html.trimEnd().split("\r\n").length]).toEqual([200, 7 + 601]);
  const jsonl = await procurator.open("/console/exports/intakes.jsonl");
  expect(jsonl.html.trimEnd().split("\n").length).toBe(1 + 601);
  const cookie = [...procurator.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const xlsx = await worker.fetch("/console/exports/intakes.xlsx", { headers: { cookie } });
  const sheet = read(Buffer.from(await xlsx.arrayBuffer())).Sheets["Danh sách"];
  expect(sheet?.["!ref"]).toBe(`A1:C${6 + 601}`);
});
