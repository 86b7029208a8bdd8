/** The same act typed twice is asked about, with the entry that holds it; whoever means it ticks a box. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { all, attribute } from "../kit/pages/html.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
let opened: OpenedCase;
let officer: Visitor;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
  officer = await Visitor.signedIn(api, "agency-officer");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const preview = "Xem trước điều sẽ ghi";
const record = "Ghi vào nhật ký";
const meant = "Đúng là hành vi khác, không phải ghi trùng";

const asked = "Có thể đã ghi rồi";

async function type(visitor: Visitor, day: string, of = opened.case): Promise<string> {
  await visitor.open(`/console/cases/${of}/acts/conditions-verified`);
  return typeHere(visitor, day, "người phải thi hành án (đương sự 1)");
}

async function typeHere(visitor: Visitor, day: string, subject: string): Promise<string> {
  const { text } = await visitor.press(preview, {
    "Đối tượng": subject,
    "Ngày thực hiện": day,
    "Nguồn của ngày: ngày thực hiện": "theo tài liệu",
    "Kết quả": "có điều kiện thi hành",
  });
  return text;
}

test("an act that stands in the file is asked about with its entry, and recorded by who means it", async () => {
  await type(officer, "14/09/2026");
  const { text: recorded } = await officer.press(record);
  const entry = /mục (\d+)/.exec(recorded)?.[1];
  const before = await api.events();
  expect(await type(officer, "14/09/2026")).toContain(asked);
  expect(officer.page.text).toContain(`hành vi này, cùng ngày, đã có ở mục ${entry}`);
  expect(all(officer.page.root, "a").map((link) => attribute(link, "href"))).toContain(`/console/log/entries/${entry}`);
  expect([officer.page.status, await api.events()]).toEqual([422, before]);
  await officer.press(preview, { [meant]: true });
  await officer.press(record);
  expect(await api.events()).toBe(before + 1);
});

test("another day, another subject and another file are no repetition", async () => {
  expect(await type(officer, "15/09/2026")).not.toContain(asked);
  await officer.open(`/console/cases/${opened.case}/acts/conditions-verified`);
  expect(await typeHere(officer, "14/09/2026", "người phải thi hành án (đương sự 2)")).not.toContain(asked);
  const other = await job.openCase(await job.openIntake());
  expect(await type(officer, "14/09/2026", other.case)).not.toContain(asked);
});

test("of two tabs with one act the second is sent back", async () => {
  const [one, two] = [await Visitor.signedIn(api, "agency-officer"), await Visitor.signedIn(api, "agency-officer")];
  await type(one, "16/09/2026");
  await type(two, "16/09/2026");
  const before = await api.events();
  await one.press(record);
  await two.press(record);
  expect([two.page.status, await api.events()]).toEqual([409, before + 1]);
  expect(await two.press(preview).then(({ text }) => text)).toContain(asked);
});
