/** A long list is sent page by page: as fast as its reader takes it, and no longer than the reader may see it. */

import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDay } from "../../../src/base/day.ts";
import type { OfficeId } from "../../../src/base/ids.ts";
import { fileList } from "../../../src/service/listing/files.ts";
import { lentPages } from "../../../src/service/listing/lent-pages.ts";
import { makeConsole } from "../../../src/web/console.tsx";
import { Api } from "../../kit/api/api.ts";
import { type OfficeWorld, settleOffices } from "../../kit/api/office-world.ts";
import { Visitor } from "../../kit/pages/visitor.ts";

const many = 10_000;
let api: Api;
let world: OfficeWorld;

beforeAll(async () => {
  api = await Api.start();
  world = await settleOffices(api);
  const { agency } = world.offices;
  const lines = Array.from({ length: many }, (_, i) => {
    const openedOn = `2026-0${1 + (i % 6)}-${String(1 + (i % 27)).padStart(2, "0")}`;
    return JSON.stringify({ do: "open-intake", agency, motion: "own-motion", openedOn, judgment: `${i}/DS-ST` });
  });
  const headers = { "content-type": "application/x-ndjson" };
  const reply = await api.post("/v1/acts", { as: "agency-officer", body: `${lines.join("\n")}\n`, headers });
  if (reply.status !== 201) throw new Error(reply.text);
}, 120_000);
afterAll(async () => {
  await api.audit();
  await api.end();
}, 120_000);

/** Asks for an export, and counts how often the console borrowed a host for it, and how many it still holds. */
async function asked(who: string, path: string) {
  const { cookies } = await Visitor.signedIn(api, who);
  const lent = { times: 0, held: 0 };
  const site = makeConsole({
    host: () => {
      lent.times += 1;
      lent.held += 1;
      return { host: api.whole.host, end: async () => void (lent.held -= 1) };
    },
    tokens: api.tokens,
    development: true,
    report: () => undefined,
  });
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await site.request(`http://127.0.0.1${path}`, { headers: { cookie } });
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("no body");
  return { response, reader, lent };
}

test("10,000 rows leave in pieces; nothing is read before it is asked for, nothing is held between two pieces", async () => {
  const { response, reader, lent } = await asked("procurator", "/console/exports/intakes.jsonl");
  expect([response.status, lent]).toEqual([200, { times: 1, held: 0 }]);
  const keys: string[] = [];
  const days: string[] = [];
  let pieces = 0;
  let largest = 0;
  for (;;) {
    const before = lent.times;
    const { done, value } = await reader.read();
    expect([lent.times - before <= 1, lent.held]).toEqual([true, 0]);
    if (done) break;
    pieces += 1;
    largest = Math.max(largest, value.length);
    const lines = new TextDecoder().decode(value).trimEnd().split("\n");
    for (const line of pieces === 1 ? [] : lines) {
      const row = JSON.parse(line) as { intake: string; openedOn: string; number: string };
      keys.push(row.intake);
      days.push(row.openedOn);
    }
    if (pieces === 1) expect(JSON.parse(lines[0] ?? "")).toMatchObject({ list: "intakes", rows: many });
  }
  expect([new Set(keys).size, keys.length]).toEqual([many, many]);
  expect(days).toEqual(days.toSorted().toReversed());
  // A page of 500 rows is the most that is in memory at once.
  expect([pieces >= many / 500, largest < 150_000]).toEqual([true, true]);
}, 60_000);

test("10,000 rows of a spreadsheet leave in pieces, and a foreign reader finds them all in the order of the list", async () => {
  const { reader, lent } = await asked("procurator", "/console/exports/intakes.xlsx");
  const pieces: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    // Half of the list at the latest has been read when the first piece leaves.
    if (pieces.length === 1) expect(lent.times).toBeLessThan(many / 500 / 2);
  }
  expect(lent).toEqual({ times: 1 + many / 500 + 1, held: 0 });
  const book = read(Buffer.concat(pieces));
  const rows = utils
    .sheet_to_json<readonly (string | number)[]>(book.Sheets["Danh sách"] ?? {}, { header: 1 })
    .slice(6);
  expect([rows.length, new Set(rows.map(([number]) => number)).size]).toEqual([many, many]);
  const days = rows.map((row) => Number(row[2]));
  expect(days).toEqual(days.toSorted((one, other) => other - one));
}, 60_000);

test("a reader who leaves ends the reading", async () => {
  const { reader, lent } = await asked("procurator", "/console/exports/intakes.csv");
  await reader.read();
  await reader.read();
  const before = lent.times;
  await reader.cancel();
  expect([lent.times, lent.held]).toEqual([before, 0]);
});

test("a list is of the day on which its reading began, also after midnight", async () => {
  const today = parseDay("2026-02-03");
  if (today === undefined) throw new Error("no day");
  const seen: string[] = [];
  const pages = lentPages({
    lend: () => ({ host: api.whole.host, end: async () => undefined }),
    report: () => undefined,
    identity: { issuer: api.issuer, subject: "procurator" },
    office: world.offices.area as OfficeId,
    today,
    address: "GET /",
    open: async (reader, host) => {
      seen.push(reader.today);
      return fileList("intake", undefined)(reader, host);
    },
    write: async (_, { reader }) => reader.today,
  });
  expect([(await pages.next()).value, (await pages.next()).value, ...seen]).toEqual([today, today, today, today]);
  await pages.return();
});

test("a person who loses the right in the middle gets a file that breaks off, never one that looks whole", async () => {
  const { reader, lent } = await asked("agency-officer", "/console/exports/intakes.csv");
  await reader.read();
  await reader.read();
  const { today } = (await api.get("/v1/me", { as: "administrator" })).body;
  const role = { office: world.offices.agency, role: "agency-officer", endedOn: today };
  const path = `/v1/people/${String(world.people["agency-officer"])}/roles/end`;
  expect((await api.post(path, { as: "administrator", body: role })).status).toBe(201);
  await expect(reader.read()).rejects.toThrow("office-not-yours");
  expect(lent.held).toBe(0);
});
