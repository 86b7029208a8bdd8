/** An auditor draws entries at random by a text of their own, and reads what to do on the day when a check fails. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../../kit/api/api.ts";
import { settleOffices } from "../../kit/api/office-world.ts";
import { all, attribute, textOf } from "../../kit/pages/html.ts";
import { Visitor } from "../../kit/pages/visitor.ts";

let api: Api;
let auditor: Visitor;

beforeAll(async () => {
  api = await Api.start();
  await settleOffices(api);
  auditor = await Visitor.signedIn(api, "auditor");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const drawn = () =>
  all(auditor.page.root, "a")
    .filter((link) => /^\/console\/log\/entries\/\d+$/.test(attribute(link, "href") ?? ""))
    .map(textOf);

test("the same text draws the same entries, another text others, and each opens with its proof", async () => {
  await auditor.follow("Kiểm tra ngẫu nhiên");
  await auditor.press("Chọn mục", { "Chuỗi chọn": "báo Nhân Dân số 25000", "Số mục": "5" });
  const first = drawn();
  expect(first).toHaveLength(5);
  await auditor.press("Chọn mục", { "Chuỗi chọn": "báo Nhân Dân số 25001", "Số mục": "5" });
  expect(drawn()).not.toEqual(first);
  await auditor.press("Chọn mục", { "Chuỗi chọn": "báo Nhân Dân số 25000", "Số mục": "5" });
  expect(drawn()).toEqual(first);
  await auditor.follow(first[0] ?? "");
  expect(auditor.page.text).toContain("Kiểm tra không cần máy chủ này");
});

test("a text that is too short, and a number of entries that is none, are refused with what is wrong", async () => {
  for (const [query, what] of [
    ["seed=ngan&k=5", "Chuỗi chọn"],
    ["seed=tám+ký+tự+trở+lên&k=0", "Số mục"],
    ["seed=tám+ký+tự+trở+lên&k=1000", "Số mục"],
  ] as const) {
    const page = await auditor.open(`/console/log/spot-check?${query}`);
    expect([page.status, page.text.includes(what)]).toEqual([422, true]);
  }
});

test("nobody else draws entries, and whoever is signed in reads what a failed check means", async () => {
  const procurator = await Visitor.signedIn(api, "procurator");
  expect((await procurator.open("/console/log/spot-check")).status).toBe(403);
  expect((await procurator.open("/console/log/guide")).text).toContain("hai chữ ký của một khóa lên hai gốc trái nhau");
  await auditor.open("/console/log");
  await auditor.follow("Khi có sai lệch");
  expect(auditor.page.text).toMatch(/Không xóa gì.*Kết luận chỉ nêu điều đã chứng minh/);
});
