/** No list is cut in silence: a page of work says how many there are in all and leads to the rest, row for row. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { all, attribute } from "../kit/pages/html.ts";
import { Visitor } from "../kit/pages/visitor.ts";

/** More than any page of work shows of one list. */
const many = 28;
let api: Api;
let job: MainJob;
let drafts: readonly string[];

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  drafts = await draftFor(intake, many + 2);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

async function draftFor(intake: string, count: number): Promise<readonly string[]> {
  const made: string[] = [];
  for (let i = 0; i < count; i++) made.push(await job.draft([await job.confirmFinding(await job.openCase(intake))]));
  return made;
}

/** The instruments or files that the links of the page lead to, from the first page to the last. */
async function rowsFrom(visitor: Visitor, path: string): Promise<readonly string[]> {
  await visitor.open(path);
  const found = [...linked(visitor)];
  while (visitor.page.text.includes("Xem tiếp →")) {
    await visitor.follow("Xem tiếp →");
    found.push(...linked(visitor));
  }
  return [...new Set(found)];
}

function linked({ page }: Visitor): readonly string[] {
  const links = all(page.root, "a").map((link) => attribute(link, "href") ?? "");
  return links.flatMap((href) => /^\/console\/instruments\/([0-9a-f]{32})/.exec(href)?.[1] ?? []);
}

test("the drafts that wait for the head are 20 on the page of today, 30 in number, and all on the list behind", async () => {
  const procurator = await Visitor.signedIn(api, "procurator");
  await procurator.open("/console/today");
  expect(procurator.page.text).toContain(`Đang xem 20 trong ${drafts.length} văn bản chờ việc tiếp theo`);
  expect(await rowsFrom(procurator, "/console/instruments?step=unfinished")).toEqual(drafts.toSorted().toReversed());
});

test("an inbox of more than 25 unseen instruments, answers and clocks says their number and leads to all of them", async () => {
  const key = await job.registerKey();
  const sent = drafts.slice(0, many);
  for (const instrument of sent) {
    const path = `/v1/instruments/${instrument}`;
    await job.record("chief-procurator", `${path}/issue`, await job.issueBody(instrument, key));
    await job.record("procurator", `${path}/serve`, { channel: "system" });
  }
  const officer = await Visitor.signedIn(api, "agency-officer");
  await officer.open("/console/inbox");
  expect(officer.page.text).toContain(`Đang xem 25 trong ${many} văn bản chưa xem`);
  // All are of one day, so that their keys decide; the head on the page is the head of the whole list.
  const latest = sent.toSorted().toReversed();
  expect(linked(officer).slice(0, 25)).toEqual(latest.slice(0, 25));
  expect(await rowsFrom(officer, "/console/instruments?step=unseen")).toEqual(latest);

  for (const instrument of sent) await job.record("agency-officer", `/v1/instruments/${instrument}/receive`);
  await officer.open("/console/inbox");
  expect(officer.page.text).not.toContain("văn bản chưa xem");
  expect(officer.page.text).toContain(`Đang xem 25 trong ${many} việc phải trả lời`);
  expect((await rowsFrom(officer, "/console/clocks?list=answers")).toSorted()).toEqual(sent.toSorted());

  const procurator = await Visitor.signedIn(api, "procurator");
  await procurator.open("/console/today");
  expect(procurator.page.text).toContain(`Đang xem 20 trong ${many} thời hạn`);
  expect((await rowsFrom(procurator, "/console/clocks?list=others")).toSorted()).toEqual(sent.toSorted());
});

test("an auditor's page of detections holds what the API lists, with nothing to confirm", async () => {
  const counts = await job.read("auditor", "/v1/detections/counts");
  const pending = (counts["items"] as { pending: number }[]).reduce((sum, rule) => sum + rule.pending, 0);
  expect(pending).toBeGreaterThan(many);
  const auditor = await Visitor.signedIn(api, "auditor");
  await auditor.open("/console/detections");
  let rows = detectionsIn(auditor);
  while (auditor.page.text.includes("Xem tiếp →")) {
    await auditor.follow("Xem tiếp →");
    rows += detectionsIn(auditor);
  }
  expect(rows).toBe(pending);
  await auditor.open("/console/findings?status=in-instrument");
  expect(linked(auditor)).toHaveLength(drafts.length);
});

/** The detections on the page; a judge's tick and the reader's own list alike end in a link to the file. */
function detectionsIn({ page }: Visitor): number {
  expect(page.text).not.toContain("Xác nhận vi phạm các mục đã chọn");
  const table = all(page.root, "table").at(-1);
  return table === undefined ? 0 : all(table, "tr").length - 1;
}

test("a superior procuracy sees on its list the instruments of the procuracies below it", async () => {
  const supreme = await Visitor.signedIn(api, "supreme-chief");
  expect((await rowsFrom(supreme, "/console/instruments")).toSorted()).toEqual(drafts.slice(0, many).toSorted());
});
