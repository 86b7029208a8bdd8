/** A bulk gives way to others: nobody waits for all its lines. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import type { Reply } from "../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let opened: OpenedCase;
beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  bulk = linesOf(job.world.offices.agency);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

let bulk: string;
const intakes = 500;

/** Intakes with a judgment and ten requests each, so that one line makes twelve events. */
function linesOf(agency: string): string {
  const day = { day: "2026-09-01", source: "document" };
  const request = { type: "request-received", days: { receivedOn: day } };
  const line = {
    do: "open-intake",
    agency,
    motion: "on-request",
    openedOn: "2026-09-01",
    judgment: "15/2026/DS-ST",
    acts: Array.from({ length: 10 }, () => request),
  };
  return Array.from({ length: intakes }, () => JSON.stringify(line)).join("\n");
}

async function sendBulk(key: string): Promise<Reply> {
  const headers = { "content-type": "application/x-ndjson" };
  return api.post("/v1/acts", { as: "importer", key, body: bulk, headers });
}

test("a bulk of thousands of events never has the processor for as long as it needs in all", async () => {
  await sendBulk("to be warm");
  const began = cpu();
  let [longest, last, isGoingOn] = [0, began, true];
  // Processor time of this thread and not the clock's: other processes do not change it.
  const turn = (): void => {
    const now = cpu();
    longest = Math.max(longest, now - last);
    last = now;
    if (isGoingOn) setImmediate(turn);
  };
  setImmediate(turn);
  const reply = await sendBulk("measured");
  isGoingOn = false;
  expect(reply.status).toBe(201);
  expect(longest).toBeLessThan(longestHold);
}, 60_000);

/** Milliseconds. In slices the longest is some 60, collecting garbage included; deciding it whole takes 400 and more. */
const longestHold = 200;

function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

test("an act that is sent after a bulk is answered before it", async () => {
  const order: string[] = [];
  const large = sendBulk("large").then(({ status }) => order.push(`bulk ${status}`));
  await new Promise((resolve) => setImmediate(resolve));
  const days = { happenedOn: { day: "2026-09-08", source: "document" } };
  const act = { on: { case: opened.case }, type: "enforcer-assigned", days };
  const single = api.post("/v1/acts", { as: "agency-officer", body: act });
  await Promise.all([large, single.then(({ status }) => order.push(`act ${status}`))]);
  expect(order).toEqual(["act 201", "bulk 201"]);
}, 60_000);
