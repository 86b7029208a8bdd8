/**
 * A stream that many reads load holds what no server wrote: the log stops and commands are refused, and reads go on with what
 * is true of it, which its sealed entries give (src/README.md#the-server-vouches).
 */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editionStream } from "../../src/domain/editions/adoption.ts";
import { offerOf } from "../../src/domain/editions/offer.ts";
import { parseStreamName, type StreamName } from "../../src/domain/event.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { KnownStreams } from "../../src/service/streams/known-streams.ts";
import { Api } from "../kit/api/api.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";
import { forge, type Forged, recordForged } from "../kit/postgres/forging.ts";
import { tamper } from "../kit/postgres/tampering.ts";

let api: Api;
let job: MainJob;
let opened: OpenedCase;

beforeEach(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
});
afterEach(async () => {
  if (api.faults.length > 0) throw new AggregateError(api.faults, "the API told faults");
  await api.end();
});

/** What the process knows is as after a start. */
function forget(): void {
  const law = { status: undefined, at: 0 };
  Object.assign(api.whole.host.cache, { streams: new KnownStreams(1e7), databaseClock: undefined, law });
}

const readers = ["administrator", "procurator", "agency-head", "auditor", "council-reader", "law-keeper"];
const asked = (): readonly string[] => [
  "/health",
  "/checkpoint",
  "/v1/log/key",
  "/tile/0/000.p/2",
  "/v1/log/entries?start=0&end=3",
  "/v1/log/proofs/inclusion?index=1",
  "/v1/me",
  "/v1/cases",
  `/v1/cases/${opened.case}`,
  "/v1/detections",
  "/v1/detections/counts",
  "/v1/findings",
  "/v1/offices",
  "/v1/people",
  "/v1/directory/rights",
  "/v1/directory/proposals",
  "/v1/law/editions",
];

/** Asks everything as everybody, and returns the status of each. */
async function statuses(): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const as of readers)
    for (const path of asked()) found.set(`${as} ${path}`, (await api.get(path, { as })).status);
  return found;
}

async function expectReadsGoOn(spoil: () => Promise<unknown>): Promise<void> {
  const before = await statuses();
  expect([...before.values()].filter((status) => status === 200).length).toBeGreaterThan(50);
  const { size } = await api.whole.host.log.head();
  await spoil();
  forget();
  expect(await statuses()).toEqual(before);
  const health = await api.get("/health");
  expect(health).toMatchObject({ status: 200, body: { status: "stopped", stopped: "stream-foreign", size } });
  expect((await api.get("/checkpoint")).text.split("\n")[1]).toBe(String(size));
  const body = { code: "tand-sau", kind: "court", name: "Tòa án nhân dân", openedOn: "2025-07-01" };
  expect(await api.post("/v1/offices", { as: "administrator", body })).toMatchObject({
    status: 503,
    code: "signer-stopped",
    body: { reason: "stream-foreign" },
  });
}

async function expectPagesGoOn(): Promise<void> {
  for (const [subject, paths] of [
    ["procurator", ["/console/today", "/console/cases", `/console/cases/${opened.case}`, "/console/findings"]],
    ["auditor", ["/console/log", "/console/log/entries/1"]],
  ] as const) {
    forget();
    const visitor = await Visitor.signedIn(api, subject);
    for (const path of paths) {
      const page = await visitor.open(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.text).toContain(
        "Nhật ký đã dừng nhận: cơ sở dữ liệu có hồ sơ không do máy chủ này ghi. Chỉ xem được",
      );
    }
  }
}

const person = (subject: string): StreamName => parseStreamName(`person/${job.world.people[subject]}`);

function grantTo(subject: string): Forged {
  const office = job.world.offices["operator"] ?? "";
  const actor = { office, person: job.world.people["auditor"] ?? "", role: "directory-administrator" };
  const data = { from: "2026-01-01", office, role: "directory-administrator" };
  return { stream: person(subject), type: "role-granted", actor, data };
}

function proposal(): Forged {
  const actor = {
    office: job.world.offices["operator"] ?? "",
    person: job.world.people["law-keeper"] ?? "",
    role: "law-keeper",
  };
  const data = { edition: currentEdition.number, digest: offerOf(currentEdition).digest };
  return { stream: editionStream, type: "law-proposed", actor, data: JSON.parse(JSON.stringify(data)) };
}

const forged = async (event: Forged): Promise<unknown> =>
  recordForged(api.server.sealerUrl, [await forge(event, api.whole.host)]);

describe("reads go on", () => {
  it("after a foreign event on the stream of the editions, which every page loads", async () => {
    await expectReadsGoOn(async () => forged(proposal()));
    await expectPagesGoOn();
  });

  it("after a foreign event on the stream of a person, who reads by the roles that they had", async () => {
    const mine = (await api.get("/v1/me", { as: "council-reader" })).body;
    await expectReadsGoOn(async () => forged(grantTo("council-reader")));
    expect((await api.get("/v1/me", { as: "council-reader" })).body).toEqual(mine);
    await expectPagesGoOn();
  });

  it("when no kept stream is a server's any more", async () => {
    await expectReadsGoOn(async () => tamper(api.server, "update stream set tag = sha256('')"));
    await expectPagesGoOn();
  });
});

it("an entry that was changed too is no state to read by: who asks is told that the log has stopped", async () => {
  const stream = person("council-reader");
  await tamper(
    api.server,
    `update stream set tag = sha256('') where name = '${stream}'`,
    `update event set body = convert_to(replace(convert_from(body, 'UTF8'), 'council-reader', 'administrator'), 'UTF8')
      where stream = '${stream}'`,
  );
  forget();
  expect(await api.get("/v1/me", { as: "council-reader" })).toMatchObject({
    status: 503,
    code: "signer-stopped",
    body: { reason: "stream-foreign" },
  });
  expect((await api.get("/v1/me", { as: "procurator" })).status).toBe(200);
});
