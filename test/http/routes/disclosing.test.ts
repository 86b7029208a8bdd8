/**
 * A repeated disclosure: the receipt of what was recorded is its owner's, the names are shown by the permission of today, and
 * each showing is journalled.
 */

import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeApp } from "../../../src/http/app.ts";
import { TryAgain } from "../../../src/service/ports.ts";
import { makeConsole } from "../../../src/web/console.tsx";
import { Api } from "../../kit/api/api.ts";
import { later } from "../../kit/host/later.ts";
import type { Fields, Reply } from "../../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../../kit/api/main-job.ts";
import { eventsOf, settleOffices } from "../../kit/api/office-world.ts";
import { Document } from "../../kit/openapi/document.ts";
import { Visitor } from "../../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let opened: OpenedCase;
const names = ["Nguyễn Văn A", "Trần Thị B", "Nhà và đất", "Xe ô tô"];

beforeEach(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
});
afterEach(async () => {
  await api.audit();
  await api.end();
});

async function disclose(key: string, as = "procurator"): Promise<Reply> {
  return api.post(`/v1/cases/${opened.case}/disclosures`, { as, key, body: { purpose: "supervision" } });
}

/** The looks at the case that the journal holds: who, and at how many fields. */
async function looks(): Promise<readonly (readonly [string, number])[]> {
  const { rows } = await sql<{ person: string; fields: number }>`
    select person, fields[array_position(streams, ${`case/${opened.case}`})] as fields from access_journal
    where ${`case/${opened.case}`} = any (streams) order by id`.execute(api.whole.database);
  return rows.map(({ person, fields }) => [person, fields]);
}

function expectWithheld(reply: Reply, first: Reply, code: string): void {
  expect(reply.status).toBe(201);
  expect(reply.headers.get("idempotency-replayed")).toBe("true");
  expect(reply.body["recorded"]).toEqual(first.body["recorded"]);
  expect(reply.body["values"]).toBeUndefined();
  expect(reply.body["withheld"]).toMatchObject({ code, detail: expect.stringContaining(" / ") });
  for (const name of names) expect(reply.text).not.toContain(name);
}

/** Returns whether an answer is one to a disclosure as the API describes it. */
async function described(): Promise<(answer: unknown) => boolean> {
  const document = new Document((await api.get("/openapi.json")).text);
  const disclosing = document.operations.find(({ path }) => path === "/v1/cases/{case}/disclosures");
  const schema = disclosing?.answers["201"]?.["application/json"];
  if (schema === undefined) throw new Error("no disclosure is described");
  return document.compile(schema);
}

async function endRole(subject: string, role: string, office: string): Promise<void> {
  const { today } = await job.read("administrator", "/v1/me");
  const path = `/v1/people/${job.world.people[subject]}/roles`;
  await job.record("administrator", `${path}/end`, { office, role, endedOn: today });
}

async function grant(subject: string, role: string, office: string): Promise<void> {
  const { today } = await job.read("administrator", "/v1/me");
  await job.record("administrator", `/v1/people/${job.world.people[subject]}/roles`, { office, role, from: today });
}

test("each showing is in the journal, the first and the repeated one; the log has one entry", async () => {
  const first = await disclose("k");
  expect(new Set(Object.values(first.body["values"] as Fields))).toEqual(new Set(names));
  const events = await api.events();
  const again = await disclose("k");
  expect(again.text).toBe(first.text);
  expect(await api.events()).toBe(events);
  const who = job.world.people["procurator"];
  expect(await looks()).toEqual([
    [who, 4],
    [who, 4],
  ]);
});

test("a person whose role has ended has no names under any key, and nothing is journalled", async () => {
  const { area } = job.world.offices;
  await grant("procurator", "council-reader", area);
  await disclose("k");
  await endRole("procurator", "procurator", area);
  for (const key of ["new", "k"]) {
    const reply = await disclose(key);
    expect(reply).toMatchObject({ status: 403, code: "not-permitted" });
    for (const name of names) expect(reply.text).not.toContain(name);
  }
  expect(await looks()).toHaveLength(1);
});

test("a person who holds no role at the office any more has nothing", async () => {
  await disclose("k");
  await endRole("procurator", "procurator", job.world.offices.area);
  const reply = await disclose("k");
  expect(reply.status).toBe(403);
  for (const name of names) expect(reply.text).not.toContain(name);
});

test("a person of an office that is closed has the receipt and no names", async () => {
  const first = await disclose("k", "agency-officer");
  expect(Object.values(first.body["values"] as Fields)).toHaveLength(4);
  const { today } = await job.read("administrator", "/v1/me");
  await job.record("administrator", `/v1/offices/${job.world.offices.agency}/close`, { closedOn: today });
  const reply = await disclose("k", "agency-officer");
  for (const name of names) expect(reply.text).not.toContain(name);
  expect(await looks()).toHaveLength(1);
});

test("the office's supervision that moved takes the names with it", async () => {
  const first = await disclose("k");
  const { agency, foreign } = job.world.offices;
  const { today } = await job.read("administrator", "/v1/me");
  await job.record("administrator", `/v1/offices/${agency}/supervision`, { procuracy: foreign, from: today });
  const withheld = await disclose("k");
  expectWithheld(withheld, first, "no-longer-permitted");
  const fits = await described();
  expect([first, withheld].map(({ body }) => fits(body))).toEqual([true, true]);
  const { recorded, values } = first.body;
  const reason = withheld.body["withheld"] as Fields;
  for (const other of [
    { recorded },
    { ...withheld.body, values },
    { recorded, withheld: {} },
    { recorded, withheld: { ...reason, code: "shown" } },
  ])
    expect(fits(other)).toBe(false);
});

test("a key is a person's own: another person under it records a look of their own", async () => {
  const first = await disclose("k");
  const other = await disclose("k", "agency-officer");
  expect(other.headers.get("idempotency-replayed")).toBeNull();
  expect(eventsOf(other)[0]?.index).not.toBe(eventsOf(first)[0]?.index);
  expect((await looks()).map(([who]) => who)).toEqual(
    ["procurator", "agency-officer"].map((each) => job.world.people[each]),
  );
});

test.each([
  [9, true],
  [11, false],
])("%i minutes after the entry the names are shown again: %s", async (minutes, shows) => {
  const first = await disclose("k");
  const lent = { host: later(minutes / 1440, api.whole.host), end: async () => undefined };
  const app = makeApp({ host: () => lent, tokens: api.tokens, report: (fault) => api.faults.push(fault) });
  const response = await app.request(`/v1/cases/${opened.case}/disclosures`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await api.token("procurator")}`,
      "content-type": "application/json",
      "idempotency-key": "k",
    },
    body: JSON.stringify({ purpose: "supervision" }),
  });
  const text = await response.text();
  const reply = { status: response.status, headers: response.headers, text, code: undefined, body: JSON.parse(text) };
  if (shows) expect(text).toBe(first.text);
  else expectWithheld(reply, first, "shown-before");
  expect(await looks()).toHaveLength(shows ? 2 : 1);
});

test.each([
  ["GET", "", "no"],
  ["POST", "/disclosures", "yes"],
])("an answer to %s whose look cannot be noted does not leave", async (method, path, recorded) => {
  const note = async () => Promise.reject(new TryAgain("journal", "no"));
  const host = { ...api.whole.host, journal: { ...api.whole.host.journal, note } };
  const lent = { host, end: async () => undefined };
  const app = makeApp({ host: () => lent, tokens: api.tokens, report: (fault) => api.faults.push(fault) });
  const headers = { authorization: `Bearer ${await api.token("procurator")}`, "content-type": "application/json" };
  const body = method === "GET" ? {} : { body: JSON.stringify({ purpose: "supervision" }) };
  const response = await app.request(`/v1/cases/${opened.case}${path}`, {
    method,
    headers: { ...headers, "idempotency-key": "k" },
    ...body,
  });
  const text = await response.text();
  expect(response.status).toBe(503);
  for (const secret of [...names, "QĐ-CCTHADS"]) expect(text).not.toContain(secret);
  if (method === "POST") expect(JSON.parse(text)).toMatchObject({ recorded });
  // On the console the page is not shown either.
  const site = makeConsole({
    host: () => lent,
    tokens: api.tokens,
    development: true,
    report: () => undefined,
  });
  const cookie = `minh-chung-token=${await api.token("procurator")}`;
  const page = await site.request(`http://127.0.0.1/console/cases/${opened.case}`, { headers: { cookie } });
  expect(page.status).toBeGreaterThanOrEqual(500);
  expect(await page.text()).not.toContain("QĐ-CCTHADS");
});

test("time limits show no committed field, so nothing is journalled; the file shows one", async () => {
  const before = (await looks()).length;
  await job.read("procurator", `/v1/cases/${opened.case}/obligations`);
  await job.read("procurator", "/v1/detections");
  expect(await looks()).toHaveLength(before);
  await job.read("procurator", `/v1/cases/${opened.case}`);
  expect(await looks()).toHaveLength(before + 1);
});

test("the console shows the names again to a person who may still see them, and journals it", async () => {
  const visitor = await Visitor.signedIn(api, "procurator");
  await visitor.open(`/console/cases/${opened.case}/disclose`);
  const preview = await visitor.press("Xem trước điều sẽ ghi", { "Mục đích": "kiểm sát việc thi hành án" });
  const shown = await visitor.press("Ghi vào nhật ký và mở xem");
  for (const name of names) expect(shown.text).toContain(name);
  const again = await visitor.again(preview, "Ghi vào nhật ký và mở xem");
  for (const name of names) expect(again.text).toContain(name);
  const who = job.world.people["procurator"];
  // The page shows the number of the decision beside the four names.
  expect((await looks()).filter(([, fields]) => fields === 5)).toEqual([
    [who, 5],
    [who, 5],
  ]);
  const { area } = job.world.offices;
  await grant("procurator", "council-reader", area);
  await endRole("procurator", "procurator", area);
  const after = await visitor.again(preview, "Ghi vào nhật ký và mở xem");
  for (const name of names) expect(after.text).not.toContain(name);
});
