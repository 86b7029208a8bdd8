/** Merges findings at the console; the counts of each rule follow. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { all, attribute, type Element, textOf } from "../kit/pages/html.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";

const rule = "NOTIFY_PARTIES";
const notices = "thông báo cho đương sự";

let api: Api;
let procurator: Visitor;
let first: OpenedCase;
let second: OpenedCase;

beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  [first, second] = [await job.openCase(intake), await job.openCase(intake)];
  procurator = await Visitor.signedIn(api, "procurator");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

/** Returns the words of the boxes of these detections or findings. */
function boxes(name: string, is: (box: Element) => boolean): readonly string[] {
  const found = all(procurator.page.root, "input").filter((box) => attribute(box, "name") === name && is(box));
  return found.map((box) => attribute(box, "aria-label") ?? "");
}

function ticked(words: readonly string[]): Readonly<Record<string, true>> {
  return Object.fromEntries(words.map((label) => [label, true] as const));
}

/** Returns the words of the choices for the finding that stays. */
function choices(): readonly string[] {
  const labels = all(procurator.page.root, "label");
  return labels
    .filter((label) => all(label, "input").some((input) => attribute(input, "name") === "finding"))
    .map(textOf);
}

/** Returns the row of the rule: not judged, hints, confirmed, merged, dismissed. */
async function counts(): Promise<readonly string[]> {
  await procurator.open("/console/detections");
  const row = all(procurator.page.root, "tr").find((each) => all(each, "a").some(isOfRule));
  return row === undefined ? [] : all(row, "td").map(textOf);
}

function isOfRule(link: Element): boolean {
  return new URL(attribute(link, "href") ?? "", "http://here").searchParams.get("rule") === rule;
}

async function confirm(opened: OpenedCase): Promise<void> {
  await procurator.open(`/console/detections?rule=${rule}`);
  const words = boxes("detections", (box) => attribute(box, "value")?.includes(opened.case) === true);
  expect(words).toHaveLength(2);
  await procurator.press("Xác nhận vi phạm các mục đã chọn", ticked(words));
  await procurator.press("Xem trước điều sẽ ghi");
  await procurator.press("Xác nhận vi phạm, ghi vào nhật ký");
}

async function choose(words: readonly string[]): Promise<void> {
  await procurator.open("/console/findings");
  await procurator.press("Gộp các vi phạm đã chọn làm một", ticked(words));
}

test("the counts stand beside each rule's name, which leads to the list of that rule", async () => {
  expect(await counts()).toEqual(["4", "0", "0", "0", "0"]);
  await procurator.follow(notices);
  expect(boxes("detections", () => true)).toHaveLength(4);
  expect(procurator.page.text).toContain(`Chỉ quy tắc: ${notices}`);
});

describe("two notices that were not given on one file", () => {
  test("two notices not given are confirmed as two findings", async () => {
    await confirm(first);
    expect(await counts()).toEqual(["2", "0", "2", "0", "0"]);
  });

  test("findings are merged only when two are chosen, and one of them to stand for both", async () => {
    await procurator.open("/console/findings");
    const [first = ""] = boxes("findings", () => true);
    await choose([first]);
    expect(procurator.page.text).toContain("Phải chọn ít nhất hai vi phạm");
  });

  test("merged findings become one: the other says into which, and the counts follow", async () => {
    await procurator.open("/console/findings");
    await choose(boxes("findings", () => true));
    const [standing = "", other] = choices();
    expect(other).not.toBe(standing);
    const before = await api.events();
    await procurator.press("Xem trước điều sẽ ghi", {
      "Vi phạm đứng tên": standing,
      "Ghi chú": "Cùng một lần không thông báo",
    });
    expect(await api.events()).toBe(before);
    await procurator.press("Gộp, ghi vào nhật ký");
    expect(boxes("findings", () => true)).toHaveLength(1);
    expect(await counts()).toEqual(["2", "0", "1", "1", "0"]);
    await procurator.open("/console/findings");
    await procurator.follow(notices);
    // Each of the two pages leads to the other by its name: the duty, the file and the party.
    await procurator.follow(other ?? "");
    expect(procurator.page.text).toContain("đã gộp vào vi phạm khác");
    await procurator.follow(standing);
    expect(procurator.page.text).toContain("Các vi phạm đã gộp vào đây");
  });
});

test("an office without a right to the findings learns nothing of them, by whatever form", async () => {
  const { items } = (await api.get("/v1/findings", { as: "auditor" })).body;
  const chosen = (items as { readonly key: string }[]).map(({ key }): [string, string] => ["findings", key]);
  for (const [who, said] of [
    ["procurator", notices],
    ["foreign-procurator", `Có ${chosen.length} vi phạm không có hoặc bạn không được xem`],
    ["other-officer", "Bạn không có quyền làm việc này"],
    ["council-reader", "Bạn không có quyền làm việc này"],
  ] as const) {
    const page = await (await Visitor.signedIn(api, who)).send("/console/judge/merge", chosen);
    expect([who, page.text.includes(said), page.text.includes(notices)]).toEqual([who, true, who === "procurator"]);
  }
  for (const [who, isTold] of [
    ["procurator", true],
    ["foreign-procurator", false],
  ] as const) {
    const page = await (await Visitor.signedIn(api, who)).send("/console/instruments/draft", chosen);
    expect([who, page.text.includes(notices)]).toEqual([who, isTold]);
  }
});

test.each([
  [20_000, 200],
  [24_900, 200],
  [30_000, 413],
])("a form that names %i findings that nothing has is answered with %i, in few words", async (count, status) => {
  const unknown = Array.from({ length: count }, (_, i): [string, string] => [
    "findings",
    i.toString(16).padStart(32, "0"),
  ]);
  const page = await (await Visitor.signedIn(api, "procurator")).send("/console/judge/merge", unknown);
  expect(page.status).toBe(status);
  expect(page.html.length).toBeLessThan(20_000);
});

test("findings of two files are not merged, because an item counts files (domain/findings/merging.ts)", async () => {
  await confirm(second);
  await procurator.open("/console/findings");
  const words = boxes("findings", () => true);
  expect(words).toHaveLength(3);
  await choose(words);
  const before = await api.events();
  const [standing = ""] = choices();
  await procurator.press("Xem trước điều sẽ ghi", { "Vi phạm đứng tên": standing });
  expect(procurator.page.status).toBe(422);
  expect(await api.events()).toBe(before);
});
