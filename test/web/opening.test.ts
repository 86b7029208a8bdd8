/** An agency's clerk opens intakes and cases, and adds parties and assets, with nothing but pages and forms. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { closeGaps, rowsIn } from "../../src/web/form/typed-rows.ts";
import { formValues } from "../../src/web/form/form-values.ts";
import { Api } from "../kit/api/api.ts";
import type { Typed } from "../kit/pages/form.ts";
import { all, attribute, textOf } from "../kit/pages/html.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { type Page, Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let officer: Visitor;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
});
beforeEach(async () => {
  officer = await Visitor.signedIn(api, "agency-officer");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const preview = "Xem trước điều sẽ ghi";

const intake: Typed = {
  "Ngày thụ lý": "01/09/2026",
  "Thi hành": "theo yêu cầu",
  "Bản án, quyết định": "15/2026/DS-ST",
  "Tòa án đã chuyển giao": "Cơ quan court",
  "Đã nhận gì (1)": "cơ quan thi hành án nhận bản án, quyết định",
  "Ngày nhận (1)": "28/08/2026",
  "Nguồn của ngày: ngày nhận (1)": "theo tài liệu",
  "Đã nhận gì (2)": "nhận đơn yêu cầu thi hành án",
  "Ngày nhận (2)": "01/09/2026",
  "Nguồn của ngày: ngày nhận (2)": "theo tài liệu",
};
const request = "2. nhận đơn yêu cầu thi hành án, ngày 01/09/2026";
const decision: Typed = {
  "Số quyết định": "120/QĐ-CCTHADS",
  "Ngày ra quyết định": "07/09/2026",
  "Nguồn của ngày: ngày ra quyết định": "theo tài liệu",
};
const debtors: Typed = {
  "Tư cách (đương sự 1)": "người phải thi hành án",
  "Họ tên (đương sự 1)": "Nguyễn Văn A",
  "Tư cách (đương sự 2)": "người phải thi hành án",
  "Chưa rõ nơi cư trú (đương sự 2)": true,
};
const assets: Typed = {
  "Loại (tài sản 1)": "bất động sản",
  "Mô tả (tài sản 1)": "Nhà và đất",
  "Loại (tài sản 2)": "động sản",
};

function faults({ root }: Page): readonly string[] {
  const summary = all(root, "section").find((each) => attribute(each, "role") === "alert");
  return summary === undefined ? [] : all(summary, "a").map(textOf);
}

async function stateOf(page: Page): Promise<Record<string, unknown>> {
  return job.read("agency-officer", page.path.replace("/console", "/v1"));
}

const opened = z.object({
  acts: z.array(z.object({ id: z.string() })),
  decisions: z.array(z.object({ answers: z.array(z.string()) })),
});

async function openIntake(): Promise<Page> {
  await officer.open("/console/intakes");
  await officer.follow("Thụ lý việc mới");
  await officer.press(preview, intake);
  return officer.press("Thụ lý, ghi vào nhật ký");
}

async function openCase(typed: Typed): Promise<Page> {
  await openIntake();
  await officer.follow("Lập hồ sơ thi hành án");
  await officer.press(preview, typed);
  return officer.press("Lập hồ sơ, ghi vào nhật ký");
}

describe("an intake", () => {
  test("an intake is opened from the list with what came in; its clock runs when both papers are there (law 106/2025 Art.34(3))", async () => {
    const page = await openIntake();
    expect(page.text).toMatch(/Đã ghi và khóa sổ: mục \d+/);
    expect(page.html).toContain("<h1>Việc thụ lý 15/2026/DS-ST</h1>");
    expect(page.text.match(/cả việc thụ lý/g)).toHaveLength(3);
    expect(await stateOf(page)).toMatchObject({
      agency: job.world.offices.agency,
      court: job.world.offices.court,
      motion: "on-request",
      openedOn: "2026-09-01",
      acts: [
        { type: "judgment-received", days: { receivedOn: { day: "2026-08-28", source: "document" } } },
        { type: "request-received", days: { receivedOn: { day: "2026-09-01", source: "document" } } },
      ],
      obligations: [{ rule: "DECISION_ON_REQUEST", startedOn: "2026-09-01" }],
    });
  });

  test("the form of an intake begins with today, and needs no papers", async () => {
    await officer.open("/console/open-intake");
    await officer.press(preview, { "Thi hành": "chủ động" });
    const page = await officer.press("Thụ lý, ghi vào nhật ký");
    const { today } = await job.read("agency-officer", "/v1/me");
    for (const words of ["Chưa có thời hạn nào.", "Chưa ghi hành vi nào."]) expect(page.text).toContain(words);
    expect(await stateOf(page)).toMatchObject({ motion: "own-motion", openedOn: today, acts: [] });
  });

  test.each<readonly [string, Typed, readonly string[]]>([
    ["without its motion", { "Ngày thụ lý": "01/09/2026" }, ["Thi hành"]],
    ["on no day of the calendar", { ...intake, "Ngày thụ lý": "30/02/2026" }, ["Ngày thụ lý"]],
    ["on a future day", { ...intake, "Ngày thụ lý": "01/01/2199" }, ["Ngày thụ lý"]],
    [
      "with a paper that has no day",
      { ...intake, "Ngày nhận (2)": "" },
      ["Ngày nhận (2)", "Nguồn của ngày: ngày nhận (2)"],
    ],
    ["with the day of an unnamed paper", { ...intake, "Đã nhận gì (1)": "(không)" }, ["Đã nhận gì (1)"]],
    ["received on a future day", { ...intake, "Ngày nhận (2)": "01/01/2199" }, ["Ngày nhận (2)"]],
    [
      "with a second paper that has no day, after an empty row",
      {
        "Ngày thụ lý": "01/09/2026",
        "Thi hành": "chủ động",
        "Đã nhận gì (2)": "cơ quan thi hành án nhận bản án, quyết định",
      },
      ["Ngày nhận (1)", "Nguồn của ngày: ngày nhận (1)"],
    ],
  ])("an intake %s is refused by the name of its input", async (_, typed, labels) => {
    const before = await api.events();
    await officer.open("/console/open-intake");
    const page = await officer.press(preview, typed);
    expect([page.status, faults(page), await api.events()]).toEqual([422, labels, before]);
  });
});

describe("a case", () => {
  test("a case is opened on its intake with two debtors and two assets, answers the request, and covers the names", async () => {
    const page = await openCase({ ...decision, ...debtors, ...assets });
    expect(page.html).toContain("<h1>Hồ sơ 120/QĐ-CCTHADS</h1>");
    expect(page.text).not.toContain("Nguyễn Văn A");
    const state = await stateOf(page);
    expect(state).toMatchObject({
      motion: "on-request",
      parties: [
        { side: "debtor", inPrison: false, addressUnknown: false, name: { sealed: expect.anything() } },
        { side: "debtor", addressUnknown: true },
      ],
      assets: [{ kind: "immovable" }, { kind: "movable" }],
    });
    await officer.follow("xem việc thụ lý");
    expect(officer.page.text).toContain("quyết định ngày 07/09/2026");
    const { decisions, acts } = opened.parse(await stateOf(officer.page));
    // The judgment and the request are ticked at first, because no decision answers them yet.
    expect(decisions.flatMap(({ answers }) => answers).toSorted()).toEqual(acts.map(({ id }) => id).toSorted());
  });

  test("a case answers what is ticked, and nothing else", async () => {
    await openIntake();
    const of = officer.page.path;
    await officer.follow("Lập hồ sơ thi hành án");
    await officer.press(preview, { ...decision, "Giải quyết": [] });
    await officer.press("Lập hồ sơ, ghi vào nhật ký");
    expect(await job.read("agency-officer", of.replace("/console", "/v1"))).toMatchObject({
      decisions: [{ answers: [] }],
    });
  });

  test("the form of a case has room for more parties, and drops rows that were left empty", async () => {
    await openIntake();
    await officer.follow("Lập hồ sơ thi hành án");
    await officer.press("Thêm dòng đương sự, tài sản", { ...decision, ...debtors, "Giải quyết": [request] });
    await officer.press("Thêm dòng đương sự, tài sản", {
      "Tư cách (đương sự 1)": "— chọn một —",
      "Họ tên (đương sự 1)": "",
      "Tư cách (đương sự 4)": "người được thi hành án",
    });
    await officer.press(preview);
    const page = await officer.press("Lập hồ sơ, ghi vào nhật ký");
    expect(await stateOf(page)).toMatchObject({
      parties: [{ side: "debtor", addressUnknown: true }, { side: "creditor" }],
    });
  });

  test.each<readonly [string, Typed, readonly string[]]>([
    ["without the day of its decision", { "Số quyết định": "1/QĐ" }, ["Ngày ra quyết định"]],
    ["decided on a future day", { ...decision, "Ngày ra quyết định": "01/01/2199" }, ["Ngày ra quyết định"]],
    ["whose day has no source", { "Ngày ra quyết định": "07/09/2026" }, ["Nguồn của ngày: ngày ra quyết định"]],
    ["with a party of no side", { ...decision, "Họ tên (đương sự 2)": "Trần Thị B" }, ["Tư cách (đương sự 1)"]],
    ["with an asset of no kind", { ...decision, "Mô tả (tài sản 1)": "Xe ô tô" }, ["Loại (tài sản 1)"]],
  ])("a case %s is refused by the name of its input", async (_, typed, labels) => {
    await openIntake();
    const before = await api.events();
    await officer.follow("Lập hồ sơ thi hành án");
    const page = await officer.press(preview, typed);
    expect([page.status, faults(page), await api.events()]).toEqual([422, labels, before]);
  });
});

describe("a party and an asset that became known later", () => {
  test("a party and an asset are added to the case, their names committed", async () => {
    await openCase({ ...decision, ...debtors });
    const of = officer.page.path;
    await officer.follow("Thêm đương sự");
    await officer.press(preview, { "Tư cách": "người được thi hành án", "Họ tên": "Lê Thị C" });
    expect(officer.page.text).toContain("Thêm đương sự (party-added)");
    expect((await officer.press("Thêm, ghi vào nhật ký")).text).not.toContain("Lê Thị C");
    await officer.follow("Thêm tài sản");
    await officer.press(preview, { Loại: "tiền", "Mô tả": "Tài khoản ngân hàng" });
    const page = await officer.press("Thêm, ghi vào nhật ký");
    expect(page.path).toBe(of);
    expect(await stateOf(page)).toMatchObject({
      parties: [{ side: "debtor" }, { side: "debtor" }, { side: "creditor", name: { sealed: expect.anything() } }],
      assets: [{ kind: "money" }],
    });
  });

  test("a party without a side, and an asset without a kind, are refused", async () => {
    await openCase(decision);
    const of = officer.page.path;
    await officer.open(`${of}/add-party`);
    expect(faults(await officer.press(preview, { "Họ tên": "Lê Thị C" }))).toEqual(["Tư cách"]);
    await officer.open(`${of}/add-asset`);
    expect(faults(await officer.press(preview, { "Mô tả": "Xe" }))).toEqual(["Loại"]);
  });
});

test.each([
  "procurator",
  "chief-procurator",
  "auditor",
  "management-agency",
  "court-officer",
  "importer",
  "other-officer",
])("%s is offered no link and no form to open or add", async (who) => {
  const of = `/console/intakes/${await job.openIntake()}`;
  const { case: id } = await job.openCase(of.split("/").at(-1) ?? "");
  const visitor = await Visitor.signedIn(api, who);
  for (const path of [of, `/console/cases/${id}`])
    expect((await visitor.open(path)).text).not.toMatch(/Lập hồ sơ thi hành án|Thêm đương sự|Thêm tài sản/);
  for (const path of [`${of}/open-case`, `/console/cases/${id}/add-party`, `/console/cases/${id}/add-asset`])
    expect([path, (await visitor.open(path)).status]).toEqual([path, 403]);
  // Another agency's clerk opens intakes of their own agency.
  expect((await visitor.open("/console/open-intake")).status).toBe(who === "other-officer" ? 200 : 403);
});

test("a form of ten thousand rows is refused as too large, and is not shown again in full", async () => {
  const rows = Array.from({ length: 10_000 }, (_, row): [string, string] => [`acts.${row}.type`, "judgment-received"]);
  const before = await api.events();
  const page = await officer.send("/console/open-intake", [...rows, ["step", "record"]]);
  expect([page.status, await api.events()]).toEqual([422, before]);
  expect(page.text).toContain("Giấy tờ đã nhận: quá lớn");
  expect(page.text).toContain("Giấy tờ đã nhận 53");
  expect(page.text).not.toContain("Giấy tờ đã nhận 54");
});

test("rows without gaps are numbered as the command numbers them", () => {
  const values = formValues([
    ["number", "1"],
    ["parties.0.side", ""],
    ["parties.0.name", " "],
    ["parties.1.side", "debtor"],
    ["parties.12.name", "Lê Thị C"],
    ["assets.0.kind", "money"],
  ]);
  const closed = closeGaps(values, "parties", 2);
  expect([...closed.keys()].toSorted()).toEqual(["assets.0.kind", "number", "parties.0.side", "parties.1.name"]);
  expect([rowsIn(closed, "parties"), rowsIn(closed, "assets", 2), rowsIn(closed, "others")]).toEqual([
    [0, 1],
    [0, 1, 2],
    [],
  ]);
});
