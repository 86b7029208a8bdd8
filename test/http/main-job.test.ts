/**
 * The main job over the API: acts are inspected against the log, a recommendation is issued, answered, remedied,
 * verified and closed.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { currentEdition } from "../../src/law/edition.ts";
import { parseUtf8 } from "../../src/base/bytes.ts";
import { checkProofFile, parseProofFile } from "../../src/log/proof-file.ts";
import { leafHash } from "../../src/log/hash.ts";
import { ed25519Verifier, parseVkey } from "../../src/log/note.ts";
import { Api } from "../kit/api/api.ts";
import type { Fields } from "../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { eventsOf, settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let job: MainJob;
let opened: OpenedCase;
let finding: string;
let instrument: string;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

interface Obligation {
  readonly rule: string;
  readonly state: string;
  readonly dueOn: string;
  readonly explanation: { readonly vi: readonly string[]; readonly value: Fields };
  readonly entries: { readonly startedBy: number; readonly absence?: unknown };
}

describe("the main job", () => {
  test("an agency records an intake and a case, and reads its acts with days, sources and log indexes", async () => {
    opened = await job.openCase(await job.openIntake());
    const page = await job.read("agency-officer", `/v1/cases/${opened.case}`);
    expect(page["acts"]).toMatchObject([
      {
        id: opened.act,
        type: "decision-issued",
        words: { vi: "ra quyết định về thi hành án", en: "decision issued" },
        days: { happenedOn: { day: "2026-09-07", source: "document" } },
        sealed: true,
        index: expect.any(Number),
        document: { sealed: expect.any(String), value: "120/QĐ-CCTHADS" },
      },
    ]);
  });

  test("names of people are in no page and in no leaf, and the access journal holds the values that a page opened", async () => {
    const reply = await api.get(`/v1/cases/${opened.case}`, { as: "procurator" });
    expect(reply.text).not.toMatch(/Nguyễn|Trần/);
    const leaves = await api.whole.host.log.leaves(0, (await api.whole.host.log.head()).size);
    expect(leaves.map(parseUtf8).join("\n")).not.toMatch(/Nguyễn|Trần|QĐ-CCTHADS|DS-ST/);
    const [row] = (
      await api.whole.database
        .selectFrom("access_journal")
        .selectAll()
        .where("person", "=", job.world.people["procurator"] ?? "")
        .execute()
    ).slice(-1);
    expect(row).toMatchObject({
      page: `GET /v1/cases/${opened.case}`,
      streams: [`case/${opened.case}`],
      fields: [1],
    });
  });

  test("an auditor sees the case and its commitments, and no value behind them", async () => {
    const [act] = (await job.read("auditor", `/v1/cases/${opened.case}`))["acts"] as Fields[];
    expect(act?.["document"]).toEqual({ sealed: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test("a procurator sees that the decision was never sent, when it was due, and why (law 106/2025)", async () => {
    const page = await job.read("procurator", `/v1/cases/${opened.case}/obligations`);
    const late = (page["items"] as Obligation[]).find(({ rule }) => rule === "SEND_DECISION_VKS");
    expect(late).toMatchObject({ state: "missed", entries: { startedBy: expect.any(Number) } });
    const { startedBy, absence } = late?.entries ?? {};
    expect(absence).toEqual({ of: ["decision-sent-to-procuracy"], from: startedBy, to: expect.any(Number) });
    expect(late?.explanation.vi.join("\n")).toContain("SEND_DECISION_VKS");
    expect(late?.explanation.value).toMatchObject({
      series: "SEND_DECISION_VKS",
      citation: { law: "106/2025/QH15", article: "35", clause: "2" },
      trigger: { act: opened.act, day: "2026-09-07", dayName: "happenedOn", source: "document" },
      dueOn: "2026-09-10",
      skipped: [],
      calendars: [{ year: 2026, version: 1 }],
    });
    const detections = await job.read(
      "procurator",
      `/v1/detections?office=${job.world.offices.agency}&rule=SEND_DECISION_VKS`,
    );
    expect(detections["items"]).toMatchObject([{ state: "missed", dueOn: late?.dueOn }]);
  });

  test("a detection that is confirmed becomes a finding, once", async () => {
    finding = await job.confirmFinding(opened);
    expect(await job.read("procurator", `/v1/findings/${finding}`)).toMatchObject({
      status: "confirmed",
      note: { value: "Chưa gửi quyết định" },
    });
    await expect(job.confirmFinding(opened)).rejects.toThrow("already-exists");
    const { findings } = await job.read("procurator", `/v1/cases/${opened.case}`);
    expect(findings).toMatchObject([{ key: finding, rule: "SEND_DECISION_VKS", seriousness: "less-serious" }]);
  });

  test("the entry of the finding says in codes why the day was due: article, starting act, calendar", async () => {
    const leaves = await api.whole.host.log.leaves(0, (await api.whole.host.log.head()).size);
    const said = leaves.map((leaf) => parseUtf8(leaf) ?? "").filter((leaf) => leaf.includes('"violation-confirmed"'));
    expect(said.map((leaf) => (JSON.parse(leaf) as { event: Fields }).event["law"])).toEqual([
      {
        edition: currentEdition.number,
        rule: "SEND_DECISION_VKS",
        version: "L2025",
        citation: ["106/2025/QH15 35(2)"],
        trigger: expect.objectContaining({ act: opened.act, day: "2026-09-07", type: "decision-issued" }),
        term: { unit: "working_day", length: 3, direction: "after" },
        lastDay: "2026-09-10",
        due: "2026-09-10",
        skipped: [],
        calendars: [{ year: 2026, version: 1 }],
        doubts: [],
      },
    ]);
  });

  test("a draft is the procuracy's own: the addressee does not see it", async () => {
    instrument = await job.draft([finding]);
    expect((await api.get(`/v1/instruments/${instrument}`, { as: "agency-head" })).code).toBe("unknown-instrument");
    const list = await job.read("agency-head", `/v1/instruments?addressee=${job.world.offices.agency}`);
    expect(list["items"]).toEqual([]);
  });

  test("an instrument is issued only with a signature by a registered key of the head over the canonical text", async () => {
    const key = await job.registerKey();
    const path = `/v1/instruments/${instrument}/issue`;
    const body = await job.issueBody(instrument, key);
    const foreign = await job.registerKey();
    const wrong = [
      [{ ...body, signature: (await job.issueBody(instrument, foreign))["signature"] }, "signature-invalid"],
      [{ ...body, number: "02/KN-VKS" }, "body-unfit"],
      [{ ...body, key: "0".repeat(32) }, "unknown-key"],
      [{ ...body, checked: { payload: "", key: body["key"], signature: body["signature"] } }, "body-unfit"],
    ] as const;
    const before = await api.events();
    for (const [asked, code] of wrong)
      expect((await api.post(path, { as: "chief-procurator", body: asked })).code).toBe(code);
    expect((await api.post(path, { as: "procurator", body })).code).toBe("not-permitted");
    expect(await api.events()).toBe(before);
    const issued = await api.post(path, { as: "chief-procurator", body });
    expect(eventsOf(issued)[0]).toMatchObject({
      type: "instrument-issued",
      data: { number: "01/KN-VKS", signature: body["signature"] },
    });
  });

  test("after service and receipt the addressee sees the instrument, the day by which to answer, and why", async () => {
    await job.record("procurator", `/v1/instruments/${instrument}/serve`, { channel: "system" });
    await job.record("agency-officer", `/v1/instruments/${instrument}/receive`);
    const page = await job.read("agency-head", `/v1/instruments/${instrument}`);
    expect(page).toMatchObject({
      status: "received",
      issue: { number: "01/KN-VKS" },
      counts: { findings: 1, verified: 0 },
    });
    const reply = (page["obligations"] as Obligation[]).find(({ rule }) => rule.startsWith("RECOMMENDATION"));
    expect(reply).toMatchObject({ state: "open", explanation: { vi: expect.any(Array) } });
    expect(page["body"]).toMatchObject({ value: "Chậm gửi quyết định về thi hành án" });
  });

  test("the head accepts, the agency claims a remedy with an entry of the log, the procurator verifies it, and it closes", async () => {
    const path = `/v1/instruments/${instrument}`;
    expect((await api.post(`${path}/close`, { as: "procurator", body: {} })).code).toBe("not-settled");
    await job.record("agency-head", `${path}/replies`, { answers: [{ findings: [finding], answer: "accepted" }] });
    const sent = {
      on: { case: opened.case },
      type: "decision-sent-to-procuracy",
      subject: { kind: "decision", id: opened.decision },
      days: { sentOn: { day: "2026-11-20", source: "document" } },
    };
    const [entry] = eventsOf(await job.record("agency-officer", "/v1/acts", sent));
    const absent = { findings: [finding], entries: [999_999] };
    expect((await api.post(`${path}/claims`, { as: "agency-officer", body: absent })).code).toBe("unknown-entry");
    await job.record("agency-officer", `${path}/claims`, { findings: [finding], entries: [entry?.index] });
    await job.record("procurator", `${path}/verifications`, {
      findings: [finding],
      outcome: "confirmed",
      reason: "đã xem sổ gửi",
    });
    await job.record("procurator", `${path}/close`, {});
    expect(await job.read("agency-officer", path)).toMatchObject({
      status: "closed",
      counts: { findings: 1, verified: 1, settled: 1 },
      tracks: { [finding]: { correction: { status: "claimed" }, verification: { status: "confirmed" } } },
    });
  });

  test("names are disclosed by a recorded command only, and its repeat shows the same values and none added since", async () => {
    const ask = { as: "procurator", body: { purpose: "supervision" }, key: "disclosure" };
    const first = await api.post(`/v1/cases/${opened.case}/disclosures`, ask);
    expect(new Set(Object.values(first.body["values"] as object))).toEqual(
      new Set(["Nguyễn Văn A", "Nhà và đất", "Trần Thị B", "Xe ô tô"]),
    );
    expect(eventsOf(first)).toMatchObject([
      { type: "personal-disclosed", data: { purpose: "supervision", fields: 4 } },
    ]);
    await job.record("agency-officer", `/v1/cases/${opened.case}/parties`, { side: "related", name: "Lê Văn C" });
    const again = await api.post(`/v1/cases/${opened.case}/disclosures`, ask);
    expect(again.text).toBe(first.text);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
  });

  test("each recorded act comes with a receipt that a stranger can check", async () => {
    const act = {
      on: { case: opened.case },
      type: "enforcer-assigned",
      days: { happenedOn: { day: "2026-09-08", source: "document" } },
    };
    const reply = await job.record("agency-officer", "/v1/acts", act);
    const text = reply.text.slice(reply.text.indexOf('"entry":') + 8, reply.text.indexOf(',"leafHash"'));
    const key = parseVkey(String((await job.read("auditor", "/v1/log/key"))["vkey"]));
    const [first] = reply.body["entries"] as { receipt: string }[];
    const receipt = parseProofFile(first?.receipt ?? "");
    if (key === undefined || receipt === undefined) throw new Error("no key or no receipt");
    const checked = await checkProofFile(receipt, leafHash(new TextEncoder().encode(text)), ed25519Verifier(key));
    expect(checked.ok).toBe(true);
    expect(parseUtf8(new TextEncoder().encode(text))).toContain("enforcer-assigned");
  });
});
