/** Each detection and each finding at the console names its file by its number, for a person who may see it. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { all, attribute, textOf } from "../kit/pages/html.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { type Page, Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let procurator: Visitor;
/** Opens two files, each with two debtors and two assets. A finding on the first stands in an instrument, one on the second does not. */
let files: readonly [OpenedCase, OpenedCase];
let finding: string;
let instrument: string;
let intake: string;

const numbers = ["120/QĐ-CCTHADS", "121/QĐ-CCTHADS"];

beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  intake = await job.openIntake();
  files = [await job.openCase(intake), await job.openCase(intake)];
  const [first, second] = [await job.confirmFinding(files[0]), await job.confirmFinding(files[1])];
  finding = second;
  instrument = await job.draft([first]);
  procurator = await Visitor.signedIn(api, "procurator");
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

/** Returns the words of the links to this file. */
function calls({ root }: Page, { case: id }: OpenedCase): readonly string[] {
  return [
    ...new Set(
      all(root, "a")
        .filter((link) => attribute(link, "href") === `/console/cases/${id}`)
        .map(textOf),
    ),
  ];
}

test.each(["/console/today", "/console/detections"])("a procurator sees both numbers at %s", async (path) => {
  const page = await procurator.open(path);
  expect(files.map((file) => calls(page, file))).toEqual(numbers.map((number) => [`hồ sơ ${number}`]));
});

test("an intake calls its cases by their numbers", async () => {
  const page = await procurator.open(`/console/intakes/${intake}`);
  expect(files.map((file) => calls(page, file))).toEqual(numbers.map((number) => [`hồ sơ ${number}`]));
});

test("the findings, and the page of one, name the file", async () => {
  expect(calls(await procurator.open("/console/findings"), files[1])).toEqual([`hồ sơ ${numbers[1]}`]);
  expect(calls(await procurator.open(`/console/findings/${finding}`), files[1])).toEqual([`hồ sơ ${numbers[1]}`]);
});

test("the pages that confirm and dismiss a detection name its file and its subject", async () => {
  await procurator.open(`/console/cases/${files[1].case}`);
  const dismissing = await procurator.follow("bác phát hiện này");
  expect(calls(dismissing, files[1])).toEqual([`hồ sơ ${numbers[1]}`]);
  expect(dismissing.text).toMatch(/· hồ sơ \S+, người phải thi hành án \(đương sự \d\)/);
  await procurator.open("/console/detections");
  const box = all(procurator.page.root, "input").find((input) =>
    attribute(input, "value")?.startsWith(`case/${files[0].case}/`),
  );
  const label = (box && attribute(box, "aria-label")) ?? "";
  expect(label).toContain(`hồ sơ ${numbers[0]}`);
  const confirming = await procurator.press("Xác nhận vi phạm các mục đã chọn", { [label]: true });
  expect(calls(confirming, files[0])).toEqual([`hồ sơ ${numbers[0]}`]);
  const [, subject = ""] = /hồ sơ [^,]+, (.+), tính từ/.exec(label) ?? [];
  expect(confirming.text).toContain(`· hồ sơ ${numbers[0]}, ${subject}`);
});

test("the list of detections names the subject of each as the people of the case do, and shows no piece of an id", async () => {
  await procurator.open("/console/detections");
  const rows = all(procurator.page.root, "tr")
    .map(textOf)
    .filter((row) => row.includes("QĐ-CCTHADS"));
  const named = rows.map((row) => row.slice(row.indexOf("QĐ-CCTHADS")));
  expect(named.some((row) => /người phải thi hành án \(đương sự \d\)/.test(row))).toBe(true);
  for (const row of named) expect(row).not.toMatch(/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{8}\b/);
});

test("a made-up link to a detection of no file shows no file", async () => {
  const page = await procurator.open("/console/judge/dismiss?detection=nothing/here/NOTIFY_PARTIES/a/b");
  expect([page.status, page.text.includes("thông báo cho đương sự")]).toEqual([200, true]);
});

test("an instrument names the files of its findings to the procuracy; an auditor sees short ids", async () => {
  const path = `/console/instruments/${instrument}`;
  expect((await procurator.open(path)).text).toContain(`: hồ sơ ${numbers[0]}, quyết định thi hành án ngày `);
  const auditor = await Visitor.signedIn(api, "auditor");
  expect((await auditor.open(`/console/findings/${finding}`)).text).toContain(`hồ sơ ${files[1].case.slice(0, 8)}`);
  expect(auditor.page.text).not.toContain("QĐ-CCTHADS");
});

test("a page is one look in the access journal, with each file whose number was shown", async () => {
  const looks = async () =>
    api.whole.database.selectFrom("access_journal").select(["page", "streams", "fields"]).orderBy("id").execute();
  const before = (await looks()).length;
  await procurator.open("/console/detections");
  const [look, ...others] = (await looks()).slice(before);
  expect(others).toEqual([]);
  expect(look?.page).toBe("GET /console/detections");
  expect(new Set(look?.streams)).toEqual(new Set(files.map((file) => `case/${file.case}`)));
});
