/** Records acts from the console by stage, with the words of the glossary, by links and labelled inputs alone; what is wrong is named. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { mayRecord } from "../../src/domain/files/who-records.ts";
import { actEntry, actsByStage, type ActType, actTypes } from "../../src/law/act.ts";
import { fitsFile } from "../../src/web/files/act-choices.ts";
import { typedMoney } from "../../src/web/form/typed-money.ts";
import { Api } from "../kit/api/api.ts";
import type { Typed } from "../kit/pages/form.ts";
import { all, attribute, type Element, elementsOf, textOf } from "../kit/pages/html.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { idOf, settleOffices } from "../kit/api/office-world.ts";
import { type Page, Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let intake: string;
let opened: OpenedCase;
let register: string;
let officer: Visitor;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  intake = await job.openIntake();
  const book = { office: job.world.offices.agency, openedOn: "2026-01-05" };
  register = idOf(await job.record("agency-officer", "/v1/registers", book), "register-opened", "register");
  officer = await Visitor.signedIn(api, "agency-officer");
});
beforeEach(async () => {
  opened = await job.openCase(intake);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const preview = "Xem trước điều sẽ ghi";
const record = "Ghi vào nhật ký";

function on(type: ActType): string {
  return `/console/cases/${opened.case}/acts/${type}`;
}

async function lastAct(): Promise<Record<string, unknown> | undefined> {
  const { acts } = await job.read("agency-officer", `/v1/cases/${opened.case}`);
  return (acts as Record<string, unknown>[]).at(-1);
}

test("a duty that is not done leads to the act that fulfils it, with what it is about filled in", async () => {
  await officer.open(`/console/cases/${opened.case}`);
  await officer.follow("ghi: gửi quyết định cho Viện kiểm sát");
  expect(officer.page.path).toContain("/acts/decision-sent-to-procuracy");
  await officer.press(preview, { "Ngày gửi": "08/09/2026", "Nguồn của ngày: ngày gửi": "theo tài liệu" });
  await officer.press(record);
  expect(await lastAct()).toMatchObject({
    type: "decision-sent-to-procuracy",
    subject: { kind: "decision", id: opened.decision },
  });
  const { html } = await officer.open(`/console/cases/${opened.case}`);
  expect(html).not.toContain("ghi: gửi quyết định cho Viện kiểm sát");
  const bad = await officer.open(`${on("decision-sent-to-procuracy")}?subject=party+x&answers=${"0".repeat(32)}`);
  expect(bad.status).toBe(200);
  const procurator = await Visitor.signedIn(api, "procurator");
  expect((await procurator.open(`/console/cases/${opened.case}`)).html).not.toContain("ghi: thông báo hợp lệ");
});

test("every type of act stands in one stage", () => {
  expect(actsByStage.flatMap(({ acts }) => acts).toSorted()).toEqual(actTypes.toSorted());
});

test.each([
  ["14341000", 14_341_000],
  ["14.341.000", 14_341_000],
  ["1.5", "1.5"],
  ["1,5 triệu", "1,5 triệu"],
  ["1.341.00", "1.341.00"],
  ["", ""],
])("%j as a sum is %j", (text, sum) => {
  expect(typedMoney(text)).toBe(sum);
});

/** Returns the stages as the page shows them: the words of each, and the acts that it links to. */
function shownStages({ root }: Page): readonly (readonly [string, readonly string[]])[] {
  return all(root, "details").map((stage) => [
    textOf(all(stage, "summary")[0] ?? stage),
    all(stage, "a").map((link) => (attribute(link, "href") ?? "").split("/").at(-1) ?? ""),
  ]);
}

describe("the acts of a file", () => {
  test.each([
    ["agency-officer", "case"],
    ["agency-officer", "intake"],
    ["agency-head", "case"],
    ["procurator", "case"],
    ["chief-procurator", "intake"],
  ] as const)("a %s on a %s is offered the acts that they may record there, by stage", async (who, kind) => {
    const visitor = await Visitor.signedIn(api, who);
    const page = await visitor.open(`/console/${kind}s/${kind === "case" ? opened.case : intake}/acts`);
    const may = (type: ActType) => fitsFile(type, kind) && mayRecord(type, kind, [who]);
    const wanted = actsByStage
      .map(({ words, acts }) => [words.vi, acts.filter(may)] as const)
      .filter(([, acts]) => acts.length > 0);
    expect(shownStages(page)).toEqual(wanted.map(([words, acts]) => [`${words} (${acts.length})`, acts]));
  });

  test("the page of a case and of an intake links to the acts", async () => {
    await officer.open(`/console/cases/${opened.case}`);
    expect((await officer.follow("Ghi hành vi thi hành án")).status).toBe(200);
    await officer.follow(actEntry("asset-seized").vi);
    expect(officer.page.text).toContain("Ghi: kê biên tài sản");
    await officer.open(`/console/intakes/${intake}`);
    await officer.follow("Ghi hành vi thi hành án");
    expect((await officer.follow(actEntry("judgment-received").vi)).status).toBe(200);
  });

  test("a person who may not record is offered no link, no list and no form", async () => {
    const auditor = await Visitor.signedIn(api, "auditor");
    expect((await auditor.open(`/console/cases/${opened.case}`)).text).not.toContain("Ghi hành vi");
    expect((await auditor.open(`/console/cases/${opened.case}/acts`)).status).toBe(403);
    expect((await auditor.open(on("asset-seized"))).status).toBe(403);
    const procurator = await Visitor.signedIn(api, "procurator");
    const refused = await procurator.open(on("asset-seized"));
    expect([refused.status, refused.text]).toEqual([
      403,
      expect.stringContaining("Ai được ghi cơ quan thi hành án, người nhập dữ liệu"),
    ]);
  });

  test.each(["nothing", "judgment-received", "protest-issued"])("a case has no form for %s", async (type) => {
    expect((await officer.open(`/console/cases/${opened.case}/acts/${type}`)).status).toBe(404);
  });
});

/**
 * Returns the stops of the Tab key in the main part, in their order, after checking that nothing changes it and that no
 * control is left out.
 */
function keyboardFaults(page: Page): readonly string[] {
  const [main] = all(page.root, "main");
  const parts = main === undefined ? [] : [...elementsOf(main)];
  const acts = (part: Element) => attribute(part, "onclick") !== undefined || attribute(part, "role") === "button";
  return [
    ...parts
      .filter((part) => Number(attribute(part, "tabindex") ?? 0) > 0)
      .map(({ tag }) => `<${tag}> jumps the order`),
    ...parts.filter((part) => acts(part)).map(({ tag }) => `<${tag}> acts by a script`),
    ...parts
      .filter(({ tag, attributes }) => tag === "a" && !attributes.has("href"))
      .map(() => "a link without an address"),
  ];
}

describe("the form of every act", () => {
  const kinds = ["case", "intake", "register"] as const;
  const types = actTypes.filter((type) => kinds.some((kind) => fitsFile(type, kind)));
  const kindOf = (type: ActType) => kinds.find((kind) => fitsFile(type, kind)) ?? "case";

  test.each(types)("the form of %s has its labels, days and codes, and is used by keyboard alone", async (type) => {
    const kind = kindOf(type);
    const who = mayRecord(type, kind, ["agency-officer"]) ? officer : await Visitor.signedIn(api, "procurator");
    const page = await who.open(`/console/${kind}s/${{ case: opened.case, intake, register }[kind]}/acts/${type}`);
    const names = [...elementsOf(page.root)].flatMap((element) => attribute(element, "name") ?? []);
    const { days, plans, must = {}, may = {} } = actEntry(type);
    const wanted = [
      ...days.map((name) => `days.${name}`),
      ...(plans === undefined ? [] : ["days.plannedFor"]),
      ...Object.keys({ ...must, ...may }).map((name) => `traits.${name}`),
    ];
    expect([page.status, keyboardFaults(page), wanted.filter((name) => !names.includes(name))]).toEqual([200, [], []]);
  });
});

describe("an act", () => {
  test("a notice to a debtor names the only decision of the case, so that the voluntary period begins", async () => {
    await officer.open(on("party-notified"));
    const typed: Typed = {
      "Đối tượng": "người phải thi hành án (đương sự 1)",
      "Ngày thực hiện": "14/09/2026",
      "Nguồn của ngày: ngày thực hiện": "theo tài liệu",
      "Hình thức": "trực tiếp",
    };
    await officer.press(preview, typed);
    await officer.press(record);
    const { acts } = await job.read("agency-officer", `/v1/cases/${opened.case}`);
    const decision = (acts as Record<string, unknown>[]).find(({ type }) => type === "decision-issued");
    expect((await lastAct())?.["answers"]).toEqual([decision?.["id"]]);
    const { items } = await job.read("agency-officer", `/v1/cases/${opened.case}/obligations`);
    expect((items as Record<string, unknown>[]).map(({ rule }) => rule)).toContain("VOLUNTARY_PERIOD");
  });

  test("an act is previewed, recorded, and shown on the case with what was typed", async () => {
    await officer.open(on("asset-seized"));
    const typed: Typed = {
      "Đối tượng": "động sản (tài sản 2)",
      "Ngày thực hiện": "14/09/2026",
      "Nguồn của ngày: ngày thực hiện": "theo tài liệu",
      "Lực lượng": "có huy động lực lượng",
      "Số văn bản": "12/BB-CCTHADS",
      "Số tiền (đồng)": "14.341.000",
    };
    const { text } = await officer.press(preview, typed);
    expect(text).toContain("Ghi nhận hành vi (act-recorded)");
    expect(text).toMatch(/kê biên tài sản, hồ sơ \d+\/QĐ-CCTHADS, động sản \(tài sản 2\), ngày 14\/09\/2026/);
    for (const words of [
      "Loại hành vi kê biên tài sản",
      "Ngày thực hiện 14/09/2026 (tài liệu)",
      "Đặc điểm lực lượng: có huy động lực lượng",
      "Số văn bản 12/BB-CCTHADS (được che)",
      "Số tiền (đồng) 14341000 (được che)",
    ])
      expect(text).toContain(words);
    const recorded = await officer.press(record);
    expect([recorded.path, recorded.text]).toEqual([
      `/console/cases/${opened.case}`,
      expect.stringMatching(/Đã ghi và khóa sổ: mục \d+.*kê biên tài sản/s),
    ]);
    expect(await lastAct()).toMatchObject({
      type: "asset-seized",
      subject: { kind: "asset" },
      days: { happenedOn: { day: "2026-09-14", source: "document" } },
      traits: { forces: "mobilised" },
    });
  });

  test("an act that plans takes a day in the future, and a box for the act that it answers", async () => {
    await officer.open(on("coercion-plan-made"));
    await officer.press(preview, {
      "Đối tượng": "người phải thi hành án (đương sự 1)",
      "Ngày thực hiện": "14/09/2026",
      "Nguồn của ngày: ngày thực hiện": "theo lời khai",
      "Ngày cưỡng chế dự kiến": "24/12/2199",
      "Nguồn của ngày: ngày cưỡng chế dự kiến": "theo tài liệu",
      "Trả lời, thực hiện hành vi": ["1. ra quyết định về thi hành án, loại quyết định: thi hành án, ngày 07/09/2026"],
    });
    expect((await officer.press(record)).text).toContain("ngày cưỡng chế 24/12/2199 (tài liệu)");
    expect(await lastAct()).toMatchObject({
      answers: [opened.act],
      days: { happenedOn: { source: "stated" }, plannedFor: { day: "2199-12-24" } },
    });
  });

  test("an act names the subject that an earlier act made", async () => {
    const issued = {
      on: { case: opened.case },
      type: "money-collected",
      days: { happenedOn: { day: "2026-09-14", source: "document" } },
    };
    await job.record("agency-officer", "/v1/acts", issued);
    await officer.open(on("paid-out"));
    await officer.press(preview, {
      "Đối tượng": "2. thu tiền thi hành án, ngày 14/09/2026",
      "Ngày thực hiện": "18/09/2026",
      "Nguồn của ngày: ngày thực hiện": "theo tài liệu",
    });
    await officer.press(record);
    expect(await lastAct()).toMatchObject({ type: "paid-out", subject: { kind: "sum" } });
  });

  test("an act on the file of two debtors is called by its debtor, a decision by its kind and day", async () => {
    const { parties } = await job.read("agency-officer", `/v1/cases/${opened.case}`);
    for (const { id } of z.array(z.object({ id: z.string() })).parse(parties))
      await job.record("agency-officer", "/v1/acts", {
        on: { case: opened.case },
        type: "party-notified",
        subject: { kind: "party", id },
        days: { happenedOn: { day: "2026-09-09", source: "document" } },
      });
    const page = await officer.open(on("asset-seized"));
    for (const number of [1, 2])
      expect(page.text).toContain(
        `${number + 1}. thông báo hợp lệ cho đương sự, người phải thi hành án (đương sự ${number}), ngày 09/09/2026`,
      );
    expect((await officer.open(`/console/cases/${opened.case}`)).text).toContain(
      "quyết định thi hành án ngày 07/09/2026",
    );
  });

  test("a procurator records what the procuracy received", async () => {
    const procurator = await Visitor.signedIn(api, "procurator");
    await procurator.open(on("decision-sent-to-procuracy"));
    await procurator.press(preview, {
      "Đối tượng": "1. ra quyết định về thi hành án, loại quyết định: thi hành án, ngày 07/09/2026",
      "Ngày nhận": "21/09/2026",
      "Nguồn của ngày: ngày nhận": "theo tài liệu",
    });
    await procurator.press(record);
    expect(await lastAct()).toMatchObject({ by: "procuracy", days: { receivedOn: { day: "2026-09-21" } } });
  });
});

/** The summary of what is wrong: each with the label of its input, which the link leads to. */
function summary({ root }: Page): readonly (readonly [label: string, leads: boolean])[] {
  const section = all(root, "section").find((each) => attribute(each, "role") === "alert");
  const ids = new Set([...elementsOf(root)].map((element) => attribute(element, "id")));
  return (section === undefined ? [] : all(section, "li")).map((item) => {
    const [link] = all(item, "a");
    const to = link && attribute(link, "href")?.slice(1);
    return [textOf(link ?? item), to !== undefined && ids.has(to)];
  });
}

describe("what is wrong is named above the form, with a link to its input", () => {
  const day = { "Ngày thực hiện": "14/09/2026", "Nguồn của ngày: ngày thực hiện": "theo tài liệu" };
  const subject = { "Đối tượng": "động sản (tài sản 2)" };

  test.each<readonly [string, ActType, Typed, string]>([
    ["no subject", "asset-seized", day, "Đối tượng"],
    ["no day", "asset-seized", subject, "Các ngày"],
    [
      "no day of the calendar",
      "asset-seized",
      { ...subject, ...day, "Ngày thực hiện": "30/02/2026" },
      "Ngày thực hiện",
    ],
    ["a day in the future", "asset-seized", { ...subject, ...day, "Ngày thực hiện": "01/01/2199" }, "Ngày thực hiện"],
    [
      "a day without a source",
      "asset-seized",
      { ...subject, "Ngày thực hiện": "14/09/2026" },
      "Nguồn của ngày: ngày thực hiện",
    ],
    [
      "a sum of money in words",
      "asset-seized",
      { ...subject, ...day, "Số tiền (đồng)": "1,5 triệu" },
      "Số tiền (đồng)",
    ],
    [
      "a sum of money with decimals",
      "asset-seized",
      { ...subject, ...day, "Số tiền (đồng)": "1500.5" },
      "Số tiền (đồng)",
    ],
    ["no kind of decision", "decision-issued", day, "Loại quyết định"],
    [
      "no day for what it plans",
      "coercion-plan-made",
      { ...day, "Đối tượng": "người phải thi hành án (đương sự 1)" },
      "Ngày cưỡng chế dự kiến",
    ],
  ])("an act with %s is refused by the name of its input", async (_, type, typed, label) => {
    const before = await api.events();
    await officer.open(on(type));
    const page = await officer.press(preview, typed);
    expect([page.status, summary(page)]).toEqual([422, [[label, true]]]);
    const kept = Object.values(typed).filter((value) => typeof value === "string" && /\d/.test(value));
    expect(kept.filter((value) => !page.html.includes(String(value).replaceAll("&", "&amp;")))).toEqual([]);
    expect(await api.events()).toBe(before);
  });
});
