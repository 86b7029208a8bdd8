/**
 * Clients that send half a body or read nothing hold up nobody else, on either runtime; and an empty header is a condition
 * that cannot be met, where the runtime shows it.
 */

import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { foundDirectory } from "../../src/service/recording/founding.ts";
import { foundersOf } from "../kit/api/api.ts";
import { ApiClient } from "../kit/api/api-client.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { databaseVariables, makeTestHost, type TestHost } from "../kit/host/host.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { ended, heard, serve } from "../kit/processes/serve.ts";
import { halfBody, halfForm, pipelined, type SlowClients, slowClients } from "../kit/processes/slow-clients.ts";
import { startWorker, type TestWorker } from "../kit/processes/worker.ts";

let worker: TestWorker;
let whole: TestHost;
let node: ChildProcess;
const urls = new Map<string, URL>();

beforeAll(async () => {
  worker = await startWorker();
  const { database, variables, issuer, token, url } = worker;
  whole = await makeTestHost(database, { env: parseEnv({ ...variables, SIGNER_MEMORY: "s3" }) });
  await foundDirectory(foundersOf(issuer), whole.host);
  await settleOffices(new ApiClient({ issuer, token, fetch: async (path, request) => worker.fetch(path, request) }));
  node = serve({ ...variables, ...databaseVariables(database), PORT: "0" });
  urls.set("workerd", url);
  urls.set("Node", new URL(await heard(node, /http:\/\/127\.0\.0\.1:\d+/)));
}, 180_000);
afterAll(async () => {
  const end = ended(node);
  node.kill("SIGTERM");
  await end;
  await checkLog(whole);
  await whole.end();
  await worker.close();
}, 60_000);

let offices = 0;

/** Asks for the state of the log and records something, as somebody else; returns the statuses and the slower time. */
async function others(url: URL): Promise<{ readonly statuses: readonly number[]; readonly milliseconds: number }> {
  const authorization = `Bearer ${await worker.token("administrator")}`;
  const began = performance.now();
  offices += 1;
  const office = { code: `toa-${offices}`, kind: "court", name: `Tòa án ${offices}`, openedOn: "2025-07-01" };
  const headers = { authorization, "content-type": "application/json", "idempotency-key": `office-${offices}` };
  const answers = await Promise.all([
    fetch(new URL("/health", url)),
    fetch(new URL("/v1/offices", url), { method: "POST", headers, body: JSON.stringify(office) }),
  ]);
  await Promise.all(answers.map(async (answer) => answer.arrayBuffer()));
  return { statuses: answers.map(({ status }) => status), milliseconds: performance.now() - began };
}

/** Asks five times: the machine of the tests is busy, so the middle one counts. */
async function expectOthersServed(url: URL): Promise<void> {
  const asked = [];
  for (let i = 0; i < 5; i++) asked.push(await others(url));
  expect(asked.map(({ statuses }) => statuses)).toEqual(asked.map(() => [200, 201]));
  expect(asked.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)[2]).toBeLessThan(1000);
}

async function until(isSo: () => boolean, seconds: number): Promise<void> {
  for (const began = performance.now(); !isSo() && performance.now() - began < seconds * 1000; )
    await new Promise((resolve) => setTimeout(resolve, 100));
}

describe.each(["workerd", "Node"])("on %s", (runtime) => {
  let url: URL;
  beforeAll(async () => {
    url = urls.get(runtime) ?? new URL("about:blank");
    await others(url);
  });

  test.each([
    ["bodies", "administrator", halfBody],
    ["forms", "agency-officer", halfForm],
  ] as const)(
    "ninety half-sent %s hold up nobody, and are told after ten seconds that they were too slow",
    async (_, subject, half) => {
      const clients = await slowClients(url, 90, half(url, await worker.token(subject)), true);
      try {
        await expectOthersServed(url);
        const told = (): number => clients.received().filter((text) => text.startsWith("HTTP/1.1 408")).length;
        await until(() => told() === 90, 20);
        expect([told(), clients.received().find((text) => !text.startsWith("HTTP/1.1 408"))]).toEqual([90, undefined]);
      } finally {
        clients.end();
      }
    },
    60_000,
  );

  test("five hundred clients that read nothing hold up nobody", async () => {
    const clients: SlowClients = await slowClients(url, 500, pipelined(url), false);
    try {
      // Their two thousand requests come before that of anybody else; afterwards only their answers are there.
      await others(url);
      await expectOthersServed(url);
    } finally {
      clients.end();
    }
  }, 120_000);
});

test("on Node, a client that reads nothing is cut off in the end, and never gets the rest", async () => {
  const url = urls.get("Node") ?? new URL("about:blank");
  const whole = (await (await fetch(new URL("/openapi.json", url))).text()).length;
  const clients = await slowClients(url, 20, pipelined(url), false);
  // Ten seconds, and one for each 64 KiB of what waits, which is 900 kB at most; looked at every two seconds. The rest of the
  // time is for the machine of the tests, which is busy.
  await new Promise((resolve) => setTimeout(resolve, 45_000));
  let got = 0;
  for (const socket of clients.sockets) socket.on("data", (chunk: Buffer) => (got += chunk.length)).resume();
  await until(() => clients.open() === 0, 3);
  expect([clients.open(), got < 20 * 4 * whole]).toEqual([0, true]);
  clients.end();
}, 75_000);

/** workerd drops a header without a value before the app sees it, so there is nothing to refuse. */
test.each([
  ["Node", "If-Match", 400],
  ["Node", "Content-Encoding", 415],
  ["Node", "Idempotency-Key", 400],
  ["workerd", "Idempotency-Key", 400],
  ["workerd", "If-Match", 201],
  ["workerd", "Content-Encoding", 201],
] as const)("on %s, an empty %s is answered with %i", async (runtime, name, status) => {
  const url = urls.get(runtime) ?? new URL("about:blank");
  offices += 1;
  const body = JSON.stringify({ code: `toa-${offices}`, kind: "court", name: "Tòa", openedOn: "2025-07-01" });
  const headers = new Map([
    ["Host", url.host],
    ["Authorization", `Bearer ${await worker.token("administrator")}`],
    ["Idempotency-Key", `empty-${offices}`],
    ["Content-Type", "application/json"],
    ["Content-Length", String(Buffer.byteLength(body))],
    ["Connection", "close"],
    [name, ""],
  ]);
  const lines = [...headers].map(([header, value]) => `${header}: ${value}`).join("\r\n");
  const clients = await slowClients(url, 1, `POST /v1/offices HTTP/1.1\r\n${lines}\r\n\r\n${body}`, true);
  await until(() => clients.received()[0] !== "", 10);
  clients.end();
  expect(clients.received()[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});
