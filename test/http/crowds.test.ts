/** Sixty commands at once on one stream: each is recorded, in one process, in two, and where each request is alone. */

import { base64url, flattenedVerify, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyCache, makePorts, requestHost } from "../../src/assemble.ts";
import { instrumentEvents } from "../../src/domain/instruments/events.ts";
import type { Drafted } from "../../src/domain/instruments/instrument.ts";
import { signedPayload } from "../../src/domain/instruments/signing.ts";
import { makeApp } from "../../src/http/app.ts";
import { ConnectionSlots } from "../../src/store/connection-slots.ts";
import { openConnection } from "../../src/store/postgres.ts";
import type { LentHost } from "../../src/service/lent-host.ts";
import { Api } from "../kit/api/api.ts";
import { ApiClient, type Fields, type Reply } from "../kit/api/api-client.ts";
import { MainJob, type OpenedCase, type SigningKey } from "../kit/api/main-job.ts";
import { agree, eventsOf, idOf, type OfficeWorld, settleOffices } from "../kit/api/office-world.ts";
import { makeTestHost, type TestHost } from "../kit/host/host.ts";

let api: Api;
let job: MainJob;
let world: OfficeWorld;
let other: TestHost;
beforeAll(async () => {
  api = await Api.start();
  world = await settleOffices(api);
  job = new MainJob(api, world);
  other = await makeTestHost(api.server, { env: api.whole.keys.env });
});
afterAll(async () => {
  await api.audit();
  await other.end();
  await api.end();
});

function clientOf(host: () => LentHost): ApiClient {
  const app = makeApp({ host, tokens: api.tokens, report: (fault) => api.faults.push(fault) });
  const fetch = async (path: string, request?: RequestInit): Promise<Response> => app.request(path, request);
  return new ApiClient({ issuer: api.issuer, token: async (subject) => api.token(subject), fetch });
}

const end = async (): Promise<void> => undefined;

/** As src/worker.ts does: each request has a host of its own, and all share what the isolate keeps. */
function isolate(): ApiClient {
  const cache = { ...emptyCache(), rateLimiter: api.whole.host.cache.rateLimiter };
  // A sixth of a crowd: who waits for its turn must not hold one.
  const slots = new ConnectionSlots(10, 8000);
  return clientOf(() => {
    const reading = openConnection(api.server.appUrl, slots);
    const recording = openConnection(api.server.sealerUrl, slots);
    const databases = { reading: reading.database, recording: recording.database, loading: recording.database };
    const host = requestHost(makePorts(api.whole.keys, databases), cache, recording.rest);
    return { host, end: async () => void (await Promise.all([reading.end(), recording.end()])) };
  });
}

type Send = (i: number) => Promise<Reply>;

async function atOnce(count: number, send: Send): Promise<void> {
  const before = await api.events();
  const replies = await Promise.all(Array.from({ length: count }, async (_, i) => send(i)));
  expect(replies.map(({ status, code }) => code ?? status)).toEqual(replies.map(() => 201));
  expect(await api.events()).toBe(before + count);
}

let crowds = 0;

function actOn(opened: Pick<OpenedCase, "case">): (client: ApiClient) => Send {
  const body = {
    on: { case: opened.case },
    type: "enforcer-assigned",
    days: { happenedOn: { day: "2026-09-08", source: "document" } },
  };
  const crowd = crowds++;
  return (client) => async (i) =>
    client.post("/v1/acts", { as: i % 2 === 0 ? "agency-officer" : "agency-head", body, key: `crowd-${crowd}-${i}` });
}

describe.each([
  ["requests that share a process (Node)", () => api],
  ["requests that share plain data (workerd)", isolate],
])("%s", (_, open: () => ApiClient) => {
  test("sixty acts on one file are all recorded", async () => {
    await atOnce(60, actOn(await job.openCase(await job.openIntake()))(open()));
  });

  test("an act on another file does not wait for sixty on one", async () => {
    const client = open();
    const [crowd, other] = [await job.openCase(await job.openIntake()), await job.openCase(await job.openIntake())];
    let recorded = 0;
    const send = actOn(crowd)(client);
    const all = Array.from({ length: 60 }, async (__, i) => send(i).then(() => (recorded += 1)));
    await all[0];
    expect((await actOn(other)(client)(0)).status).toBe(201);
    expect(recorded).toBeLessThan(60);
    await Promise.all(all);
    expect(recorded).toBe(60);
  });

  test("sixty commands with one key on one file are one command", async () => {
    const { case: id } = await job.openCase(await job.openIntake());
    const body = { on: { case: id }, type: "enforcer-assigned", days: { happenedOn: day("2026-09-08") } };
    const [client, before] = [open(), await api.events()];
    const send = async () => client.post("/v1/acts", { as: "agency-officer", body, key: `one-${id}` });
    const replies = await Promise.all(Array.from({ length: 60 }, send));
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await api.events()).toBe(before + 1);
  });

  test("sixty roles of one person are all granted", async () => {
    const body = { name: "Người nhiều việc", login: { issuer: api.issuer, subject: `busy-${crowds++}` } };
    const registered = await job.record("administrator", "/v1/people", body);
    const person = idOf(registered, "person-registered", "person");
    const { today: from } = await job.read("administrator", "/v1/me");
    const [client, offices] = [open(), await sixtyOffices()];
    await atOnce(60, async (i) => {
      const grant = { office: offices[i], role: "agency-officer", from };
      return client.post(`/v1/people/${person}/roles`, { as: "administrator", body: grant, key: `${person}-${i}` });
    });
  });

  test("sixty acts in the register of one office and in a file of it are all recorded", async () => {
    const client = open();
    const send = actOn(await job.openCase(await job.openIntake()))(client);
    const body = { office: world.offices.agency, openedOn: "2026-01-05" };
    const register = idOf(await job.record("agency-officer", "/v1/registers", body), "register-opened", "register");
    const report: Fields = {
      on: { register },
      type: "reporting-period-ended",
      days: { happenedOn: day("2026-09-30") },
    };
    await atOnce(60, async (i) =>
      i % 2 === 0
        ? client.post("/v1/acts", { as: "agency-officer", body: report, key: `report-${register}-${i}` })
        : send(i),
    );
  });

  test("fifty instruments that two chiefs issue at once get fifty numbers without a gap, and every signature holds", async () => {
    const client = open();
    const subject = `second-chief-${crowds++}`;
    const body = { name: "Viện trưởng thứ hai", login: { issuer: api.issuer, subject } };
    const second = idOf(await job.record("administrator", "/v1/people", body), "person-registered", "person");
    const { today: from } = await job.read("administrator", "/v1/me");
    const post = { office: world.offices.area, role: "chief-procurator", from };
    await agree(api, { do: "grant-role", person: second, ...post });
    const chiefs = [
      { as: "chief-procurator", key: await job.registerKey() },
      { as: subject, key: await job.registerKey(second) },
    ];
    const drafts = await fiftyDrafts();
    // All are signed before the first is issued: no signer knows a number.
    const signed = await Promise.all(
      drafts.map(async ({ instrument }, i) => {
        const { as, key } = chiefOf(chiefs, i);
        return { instrument, as, body: await job.issueBody(String(instrument), key, as) };
      }),
    );
    const issued = await Promise.all(
      signed.map(async ({ instrument, as, body: asked }) =>
        client.post(`/v1/instruments/${instrument}/issue`, { as, body: asked, key: `issue-${instrument}` }),
      ),
    );
    expect(issued.map(({ status, code }) => code ?? status)).toEqual(issued.map(() => 201));
    const events = issued.map((reply) => issuedIn(reply));
    const numbers = events.map(({ number }) => Number.parseInt(number, 10)).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_number, i) => (numbers[0] ?? 0) + i));
    expect(numbers[0]).toBe(given + 1);
    given += 50;
    for (const [i, event] of events.entries()) {
      const [draft, { key }] = [drafts[i], chiefOf(chiefs, i)];
      if (draft === undefined) throw new Error("each was drafted");
      await verifyIssued(draft, event, key);
    }
  }, 60_000);

  test("bulks and single acts on the same files are all recorded", async () => {
    const client = open();
    const files = [await job.openCase(await job.openIntake()), await job.openCase(await job.openIntake())];
    const sends = files.map((file) => actOn(file)(client));
    const lines = files.map(({ case: id }) => ({
      do: "record-act",
      on: { case: id },
      type: "enforcer-assigned",
      days: { happenedOn: day("2026-09-08") },
    }));
    const crowd = crowds++;
    const before = await api.events();
    const replies = await Promise.all([
      ...Array.from({ length: 8 }, async (__, i) =>
        client.post("/v1/acts", {
          as: "importer",
          key: `bulk-${crowd}-${i}`,
          body: lines.map((line) => JSON.stringify(line)).join("\n"),
          headers: { "content-type": "application/x-ndjson" },
        }),
      ),
      ...Array.from({ length: 40 }, async (__, i) => sends[i % 2]?.(i)),
    ]);
    expect(replies.map((reply) => reply?.code ?? reply?.status)).toEqual(replies.map(() => 201));
    expect(await api.events()).toBe(before + 8 * 2 + 40);
  });
});

/** How many numbers the office has given so far. */
let given = 0;

/** The drafts as the log has them. */
async function fiftyDrafts(): Promise<readonly Drafted[]> {
  const drafts: Drafted[] = [];
  for (let i = 0; i < 50; i++) {
    const finding = await job.confirmFinding(await job.openCase(await job.openIntake()));
    const body = {
      kind: "recommendation",
      addressee: world.offices.agency,
      items: [{ findings: [finding], of: 7, demand: "Gửi quyết định đúng hạn" }],
      body: "Chậm gửi quyết định về thi hành án",
    };
    const [event] = eventsOf(await job.record("procurator", "/v1/instruments", body));
    drafts.push(instrumentEvents["instrument-drafted"].parse(event?.data));
  }
  return drafts;
}

function issuedIn(reply: Reply) {
  const event = eventsOf(reply).find(({ type }) => type === "instrument-issued");
  return instrumentEvents["instrument-issued"].parse(event?.data);
}

function chiefOf<Chief>(chiefs: readonly Chief[], i: number): Chief {
  const chief = chiefs[i % chiefs.length];
  if (chief === undefined) throw new Error("there are two chiefs");
  return chief;
}

/** Checks the signature as a stranger would: over the text made of the entries alone, under the registered key. */
async function verifyIssued(draft: Drafted, issued: ReturnType<typeof issuedIn>, { jwk }: SigningKey): Promise<void> {
  const [head = "", , mark = ""] = (issued.signature ?? "").split(".");
  const payload = base64url.encode(signedPayload(draft, { issuedOn: issued.issuedOn }));
  const { d: _private, ...publicKey } = jwk;
  await flattenedVerify({ protected: head, payload, signature: mark }, await importJWK(publicKey, "EdDSA"));
}

let opened: Promise<readonly string[]> | undefined;

async function sixtyOffices(): Promise<readonly string[]> {
  opened ??= Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const body = { code: `office-${i}`, kind: "enforcement-agency", name: `Cơ quan ${i}`, openedOn: "2009-07-01" };
      return idOf(await job.record("administrator", "/v1/offices", body), "office-opened", "office");
    }),
  );
  return opened;
}

function day(on: string) {
  return { day: on, source: "document" };
}

test("twenty acts in one process and forty in another, on one file, are all recorded", async () => {
  const send = actOn(await job.openCase(await job.openIntake()));
  const [here, there] = [send(api), send(clientOf(() => ({ host: other.host, end })))];
  await atOnce(60, async (i) => (i % 3 === 0 ? here(i) : there(i)));
});

test("acts of two isolates and a process on one file are all recorded", async () => {
  const send = actOn(await job.openCase(await job.openIntake()));
  const clients = [send(api), send(isolate()), send(isolate())];
  await atOnce(60, async (i) => clients[i % 3]?.(i) ?? here());
});

function here(): never {
  throw new Error("there are three clients");
}
