/**
 * Every route that records is walked to success, in one story. Before each step the same request is sent with something wrong
 * in each place of its body and path: it must get a problem that is no fault, and record nothing.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { offerOf } from "../../src/domain/editions/offer.ts";
import { routes } from "../../src/http/routes/all-routes.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { Api } from "../kit/api/api.ts";
import type { Fields, Reply } from "../kit/api/api-client.ts";
import { MainJob, type SigningKey } from "../kit/api/main-job.ts";
import { eventsOf, idOf, settleOffices } from "../kit/api/office-world.ts";
import { spoilt, spoiltPaths } from "../kit/api/spoiling.ts";

let api: Api;
let job: MainJob;
let today: string;
const walked = new Set<string>();

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  today = String((await job.read("administrator", "/v1/me"))["today"]);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

type Ids = Readonly<Record<string, string>>;

/** Sends the request wrong in every way, then right. */
async function walk(as: string, path: string, ids: Ids, body: Fields): Promise<Reply> {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? "");
  const before = await api.events();
  const wrong = [
    ...spoilt(body).map((sent) => ({ at: filled, sent })),
    ...spoiltPaths(filled).map((at) => ({ at, sent: body })),
  ];
  for (const { at, sent } of wrong) {
    const reply = await api.post(at, { as, body: sent });
    expect([400, 403, 404, 409, 422], `${at} ${JSON.stringify(sent)}: ${reply.text}`).toContain(reply.status);
    expect(reply.body).toMatchObject({ code: expect.any(String), type: `/problems/${reply.code}` });
  }
  expect(await api.events(), path).toBe(before);
  const reply = await api.post(filled, { as, body });
  expect(reply.status, `${as} ${filled}: ${reply.text}`).toBe(201);
  expect(await api.events()).toBeGreaterThan(before);
  walked.add(path);
  return reply;
}

test("every command of the directory is recorded after each wrong form of it is refused", async () => {
  const { area } = job.world.offices;
  const opened = { code: "tand-moi", kind: "court", name: "Tòa án nhân dân khu vực mới", openedOn: "2025-07-01" };
  const office = idOf(await walk("administrator", "/v1/offices", {}, opened), "office-opened", "office");
  const supervised = { procuracy: area, from: today };
  await walk("administrator", "/v1/offices/:office/supervision", { office }, supervised);
  const login = { issuer: api.issuer, subject: "new-officer" };
  const registered = await walk("administrator", "/v1/people", {}, { name: "Người mới", login });
  const person = idOf(registered, "person-registered", "person");
  const role = { office, role: "court-officer" };
  await walk("administrator", "/v1/people/:person/roles", { person }, { ...role, from: today });
  await walk("administrator", "/v1/people/:person/roles/end", { person }, { ...role, endedOn: today });
  const publicKey = "A".repeat(43);
  const added = await walk("administrator", "/v1/people/:person/keys", { person }, { publicKey });
  const key = idOf(added, "key-registered", "key");
  await walk("administrator", "/v1/people/:person/keys/:key/revoke", { person, key }, {});
  await walk("administrator", "/v1/offices/:office/close", { office }, { closedOn: today });
});

test("every command of two administrators is recorded after each wrong form of it is refused", async () => {
  const { offices, people } = job.world;
  const person = people["council-reader"];
  const propose = async (change: Fields): Promise<{ proposal: string; digest: string }> => {
    const reply = await walk("administrator", "/v1/directory/proposals", {}, { change });
    const [proposal = "", digest = ""] = ["proposal", "digest"].map((field) => idOf(reply, "change-proposed", field));
    return { proposal, digest };
  };
  const path = "/v1/directory/proposals/:proposal";
  const grant = await propose({ do: "grant-role", person, office: offices.operator, role: "auditor" });
  await walk("second-administrator", `${path}/adopt`, { proposal: grant.proposal }, { digest: grant.digest });
  const past = { do: "assign-supervision", office: offices.agency, procuracy: offices.area, from: "2025-07-01" };
  await walk("second-administrator", `${path}/refuse`, { proposal: (await propose(past)).proposal }, {});
  const key = await propose({ do: "register-key", person, publicKey: "B".repeat(43) });
  await walk("administrator", `${path}/withdraw`, { proposal: key.proposal }, {});
});

test("every command on editions is recorded after each wrong form of it is refused", async () => {
  const offered = { edition: currentEdition.number, digest: offerOf(currentEdition).digest };
  await walk("law-keeper", "/v1/law/proposals", {}, offered);
  await walk("other-law-keeper", "/v1/law/adoptions", {}, offered);
});

test("every command on a file is recorded after each wrong form of it is refused", async () => {
  const { agency } = job.world.offices;
  await walk("agency-officer", "/v1/registers", {}, { office: agency, openedOn: "2026-01-05" });
  const happenedOn = { day: "2026-09-08", source: "document" };
  const received = { type: "request-received", days: { receivedOn: { day: "2026-09-01", source: "document" } } };
  const asked = { agency, motion: "on-request", openedOn: "2026-09-01", judgment: "15/2026/DS-ST", acts: [received] };
  const intake = idOf(await walk("agency-officer", "/v1/intakes", {}, asked), "intake-opened", "intake");
  const decided = {
    intake,
    decidedOn: { day: "2026-09-07", source: "document" },
    number: "120/QĐ-CCTHADS",
    parties: [{ side: "debtor", name: "Nguyễn Văn A" }],
    assets: [{ kind: "immovable", description: "Nhà và đất" }],
  };
  const file = idOf(await walk("agency-officer", "/v1/cases", {}, decided), "case-opened", "case");
  const debtor = { side: "debtor", name: "Trần Thị B" };
  await walk("agency-officer", "/v1/cases/:case/parties", { case: file }, debtor);
  const car = { kind: "movable", description: "Xe ô tô" };
  await walk("agency-officer", "/v1/cases/:case/assets", { case: file }, car);
  await walk("procurator", "/v1/cases/:case/disclosures", { case: file }, { purpose: "supervision" });
  const act = { on: { case: file }, type: "enforcer-assigned", days: { happenedOn }, note: "Phân công", amount: 1 };
  const recorded = idOf(await walk("agency-officer", "/v1/acts", {}, act), "act-recorded", "act");
  const corrected = {
    on: { case: file },
    field: "happenedOn",
    after: { ...happenedOn, day: "2026-09-09" },
    reason: "nhầm",
  };
  await walk("agency-officer", "/v1/acts/:act/corrections", { act: recorded }, corrected);
});

/** Two decisions of one file and one of another that were not sent, each by the deadline that it missed. */
async function undetected(): Promise<readonly { about: Fields; deadline: string }[]> {
  const intake = await job.openIntake();
  const [first, other] = [await job.openCase(intake), await job.openCase(intake)];
  const second = {
    on: { case: first.case },
    type: "decision-issued",
    traits: { decision: "enforcement" },
    days: { happenedOn: { day: "2026-09-08", source: "document" } },
  };
  const [issued] = eventsOf(await job.record("agency-officer", "/v1/acts", second));
  const { act, subject } = z.object({ act: z.string(), subject: z.object({ id: z.string() }) }).parse(issued?.data);
  return [{ ...first, act: first.act, decision: first.decision }, { ...first, act, decision: subject.id }, other].map(
    (each) => ({
      about: { kind: "case", id: each.case },
      deadline: `SEND_DECISION_VKS/${each.act}/${each.decision}`,
    }),
  );
}

test("every command on findings is recorded after each wrong form of it is refused", async () => {
  const [one, two, three] = await undetected();
  const confirming = { detections: [{ ...one, note: "Chưa gửi" }] };
  const finding = idOf(await walk("procurator", "/v1/findings", {}, confirming), "violation-confirmed", "finding");
  const other = await job.record("procurator", "/v1/findings", { detections: [two] });
  const merged = idOf(other, "violation-confirmed", "finding");
  const assessed = { seriousness: "less-serious" };
  await walk("procurator", "/v1/findings/:finding/assessments", { finding }, assessed);
  await walk("procurator", "/v1/findings/:finding/merges", { finding }, { findings: [merged], note: "một việc" });
  await walk("procurator", "/v1/findings/dismissals", {}, { ...three, reason: "duplicate", note: "đã nêu" });
});

/** Returns the index of an act that the agency recorded. */
async function evidence(): Promise<number> {
  const { case: file } = await job.openCase(await job.openIntake());
  const days = { happenedOn: { day: today, source: "stated" } };
  const act = { on: { case: file }, type: "enforcer-assigned", days };
  const [entry] = eventsOf(await job.record("agency-officer", "/v1/acts", act));
  return z.int().parse(entry?.index);
}

test("every command on a recommendation, to its end, is recorded after each wrong form of it is refused", async () => {
  const key: SigningKey = await job.registerKey();
  const intake = await job.openIntake();
  const finding = await job.confirmFinding(await job.openCase(intake));
  const spare = await job.draft([await job.confirmFinding(await job.openCase(intake))]);
  const draft = {
    kind: "recommendation",
    addressee: job.world.offices.agency,
    items: [{ findings: [finding], of: 7, demand: "Gửi đúng hạn" }],
    body: "Chậm gửi quyết định",
  };
  const drafted = await walk("procurator", "/v1/instruments", {}, draft);
  const instrument = idOf(drafted, "instrument-drafted", "instrument");
  const step = async (as: string, name: string, body: Fields): Promise<Reply> =>
    walk(as, `/v1/instruments/:instrument/${name}`, { instrument }, body);
  await step("chief-procurator", "issue", await job.issueBody(instrument, key));
  await step("procurator", "serve", { channel: "system" });
  await step("agency-officer", "receive", {});
  await step("agency-officer", "contests", { day: "sentOn", stated: "2026-10-01", reason: "Sai ngày" });
  await step("agency-head", "replies", { answers: [{ findings: [finding], answer: "accepted", reason: "đúng" }] });
  const claim = { findings: [finding], entries: [await evidence()] };
  await step("agency-officer", "claims", claim);
  await step("agency-officer", "claims/withdraw", { findings: [finding] });
  await job.record("agency-officer", `/v1/instruments/${instrument}/claims`, claim);
  await step("procurator", "verifications", { findings: [finding], outcome: "confirmed", reason: "đã gửi" });
  await step("procurator", "close", {});
  await step("procurator", "reopen", { reason: "repeated", note: "lại chậm" });
  await step("chief-procurator", "withdraw", { reason: "ground-gone", note: "nhầm" });
  await walk("procurator", "/v1/instruments/:instrument/discard", { instrument: spare }, {});
});

test("every command on a protest that is disputed to the Minister is recorded after each wrong form of it is refused", async () => {
  const { supreme, agency, management } = job.world.offices;
  const [detected] = await undetected();
  const own = await api.post("/v1/findings", { as: "supreme-chief", body: { detections: [detected] } });
  const finding = idOf(own, "violation-confirmed", "finding");
  const past = {
    issuer: supreme,
    kind: "protest",
    number: "12/KN-VKSTC",
    issuedOn: today,
    addressee: agency,
    items: [{ findings: [finding], of: 3, demand: "Hủy" }],
    groundOn: today,
    body: "Kháng nghị",
    served: { channel: "post", sentOn: today },
    receivedOn: today,
  };
  const imported = await walk("importer", "/v1/instruments/imports", {}, past);
  const instrument = idOf(imported, "instrument-drafted", "instrument");
  const step = async (as: string, name: string, body: Fields): Promise<Reply> =>
    walk(as, `/v1/instruments/:instrument/${name}`, { instrument }, body);
  await step("agency-head", "reconsideration", { reason: "xem lại" });
  await step("supreme-chief", "reconsideration/answer", { outcome: "maintained", reason: "giữ nguyên" });
  await step("agency-head", "dispute", { to: management });
  await step("management-agency", "dispute/answer", { outcome: "overturned", reason: "hủy" });
  await step("supreme-chief", "dispute/minister", { reason: "đề nghị" });
  await step("supreme-chief", "dispute/minister/answer", { outcome: "upheld", reason: "giữ" });
});

test("no route that records was left out", () => {
  const all = routes.filter(({ method }) => method === "post").map(({ path }) => path);
  expect([...walked].sort()).toEqual(all.toSorted());
});
