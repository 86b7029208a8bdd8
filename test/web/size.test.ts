/**
 * Pages stay small on large files: the longest cases have hundreds of acts, and one instrument may follow 157 late
 * decisions of 686. The visitor refuses a page of more than 100 kB.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { eventsOf } from "../kit/api/office-world.ts";
import { all, attribute } from "../kit/pages/html.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";

const many = 157;
let api: Api;
let job: MainJob;
let long: string;
let instrument: string;
let procurator: Visitor;
let officer: Visitor;

async function bulk(
  lines: readonly unknown[],
): Promise<readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[]> {
  const body = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
  const reply = await api.post("/v1/acts", {
    as: "agency-officer",
    body,
    headers: { "content-type": "application/x-ndjson" },
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return eventsOf(reply);
}

const decidedOn = { day: "2026-09-07", source: "document" };
const parties = [{ side: "debtor" }, { side: "debtor" }, { side: "creditor" }];
const assets = [{ kind: "movable" }, { kind: "immovable" }];

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  const cases = (
    await bulk(Array.from({ length: many }, () => ({ do: "open-case", intake, decidedOn, parties, assets })))
  ).filter(({ type }) => type === "case-opened");
  const detections = cases.map(({ data }) => ({
    about: { kind: "case", id: data["case"] },
    deadline: `SEND_DECISION_VKS/${String(data["act"])}/${String(data["decision"])}`,
  }));
  const findings = eventsOf(await job.record("procurator", "/v1/findings", { detections })).map(
    ({ data }) => data["finding"],
  );
  long = String(cases[0]?.data["case"]);
  const decision = {
    type: "decision-issued",
    traits: { decision: "postponement" },
    days: { happenedOn: decidedOn },
    document: "Quyết định hoãn số 12345/QĐ-CCTHADS",
  };
  await bulk(Array.from({ length: 300 }, () => ({ do: "record-act", on: { case: long }, ...decision })));
  const body = {
    kind: "request",
    asks: "self-inspect",
    addressee: job.world.offices.agency,
    items: [{ findings, of: 686, demand: "Tự kiểm tra" }],
    body: "Chậm gửi quyết định",
  };
  instrument = String(
    eventsOf(await job.record("procurator", "/v1/instruments", body)).find(({ type }) => type === "instrument-drafted")
      ?.data["instrument"],
  );
  await job.issueAndServe(instrument, await job.registerKey());
  [procurator, officer] = [await Visitor.signedIn(api, "procurator"), await Visitor.signedIn(api, "agency-head")];
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

describe("a page under 100 kB", () => {
  test("the desk, the detections and the findings of many files are shown page by page", async () => {
    for (const path of [
      "/console/today",
      "/console/detections",
      "/console/findings?status=in-instrument",
      "/console/cases",
    ]) {
      expect((await procurator.open(path)).status).toBe(200);
    }
    expect((await procurator.open("/console/today")).text).toMatch(
      /Đang xem 20 trong [\d.]+ phát hiện\. Xem tất cả phát hiện/,
    );
    await procurator.open("/console/detections");
    const [first] = all(procurator.page.root, "input").filter((input) => attribute(input, "name") === "detections");
    await procurator.follow("Xem tiếp →");
    const [next] = all(procurator.page.root, "input").filter((input) => attribute(input, "name") === "detections");
    expect(next && attribute(next, "value")).not.toBe(first && attribute(first, "value"));
  });

  test("a case with three hundred decisions and their time limits is shown page by page", async () => {
    await procurator.open(`/console/cases/${long}`);
    await procurator.follow("trang sau →");
    expect(procurator.page.text).toContain("trang 2/");
    expect((await procurator.open(`/console/cases/${long}?acts=3`)).text).toContain("Quyết định hoãn số 12345");
  });

  test("the form of an act offers the latest 40 decisions to answer, and says of how many", async () => {
    await officer.open(`/console/cases/${long}/acts/decision-sent-to-procuracy`);
    expect(officer.page.text).toMatch(/Chỉ liệt kê 40 trong \d{3} hành vi/);
  });

  test("an instrument with 157 findings is shown, and every act on it", async () => {
    for (const visitor of [procurator, officer]) {
      const page = await visitor.open(`/console/instruments/${instrument}`);
      expect(page.text).toContain("157/686 hồ sơ. 0/157 đã kiểm chứng");
    }
    for (const act of ["reply", "claim", "contest"])
      expect((await officer.open(`/console/instruments/${instrument}/${act}`)).status).toBe(200);
    const claim = await officer.open(`/console/instruments/${instrument}/claim`);
    expect(claim.text).toContain("Chỉ liệt kê 10 trong 157 hồ sơ");
    expect(claim.text).toContain("Chỉ liệt kê 15 trong 301 hành vi");
    expect((await officer.open(`/console/instruments/${instrument}/reply`)).text).toContain(
      "Trả lời cho 27 vi phạm chưa trả lời không liệt kê ở trang này",
    );
    for (const act of ["verify", "withdraw"])
      expect((await procurator.open(`/console/instruments/${instrument}/${act}`)).status).toBe(200);
  });

  test("157 findings are answered with one choice for those listed and one for the others, never by the first alone", async () => {
    await officer.open(`/console/instruments/${instrument}/reply`);
    const common = "Trả lời chung cho các vi phạm chưa trả lời ở dưới";
    await officer.press("Xem trước điều sẽ ghi", { [common]: "chấp nhận" });
    expect(officer.page.status).toBe(422);
    expect(officer.page.text).toContain("Các vi phạm không liệt kê: chưa chọn trả lời");
    await officer.press("Xem trước điều sẽ ghi", {
      "Trả lời cho 27 vi phạm chưa trả lời không liệt kê ở trang này": "chấp nhận",
    });
    expect(officer.page.text).toContain("Bạn trả lời 157 vi phạm");
    expect(officer.page.text).toContain("Trả lời (reply-given)");
    await officer.press("Gửi trả lời, ghi vào nhật ký");
    expect(officer.page.text).toContain("157/157 đã trả lời (157 chấp nhận)");
  });
});
